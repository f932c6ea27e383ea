import ModuleKit
import Statistics

/// Skewness and kurtosis, which describe and test nothing.
struct ShapeScreen: ScreeningTest {
  let name = Text(en: "skewness and kurtosis", es: "asimetría y curtosis")
  let caution = Text(
    en:
      "No election has to be normal: town and country, languages, regions and small stations all give skewed or heavy-tailed distributions. The numbers describe; no test is made of them.",
    es:
      "Ninguna elección tiene que ser normal: ciudad y campo, lenguas, regiones y mesas pequeñas dan distribuciones asimétricas o de colas pesadas. Los números describen; no se hace con ellos prueba alguna."
  )
  let citation = Text("Hicken & Mebane 2015, A Guide to Elections Forensics (Skew, Kurt); population moments")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach(sample) { quantity in
      guard let moments = Moments(sample.rates(quantity)) else { return [] }
      return [
        ScreeningOutcome(
          quantity: quantity, measure: "skewness", statistic: moments.skewness, expected: 0, count: moments.count),
        ScreeningOutcome(
          quantity: quantity, measure: "kurtosis", statistic: moments.kurtosis, expected: 3, count: moments.count),
      ]
    }
  }
}
