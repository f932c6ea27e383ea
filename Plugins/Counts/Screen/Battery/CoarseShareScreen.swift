import ModuleKit
import Statistics

/// Shares at multiples of 5 % against a smoothed distribution of the same stations.
struct CoarseShareScreen: ScreeningTest {
  let name = Text(en: "spikes at multiples of 5%", es: "picos en múltiplos del 5%")
  let measure = Text(en: "the number of such stations", es: "el número de tales mesas")
  let caution = Text(
    en:
      "Fractions such as one half are frequent by arithmetic; what is left above the smoothed distribution may come from real bunching, such as quotas for turnout, and from rounding. Spikes at other percentages are not seen.",
    es:
      "Fracciones como un medio son frecuentes por aritmética; lo que sobresale de la distribución suavizada puede venir de agrupaciones reales, como metas de participación, y del redondeo. No se ven picos en otros porcentajes."
  )
  let citation = Text("after Rozenas 2017, Political Analysis 25:41")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach(sample) { quantity in
      let test = CoarseShareTest(zip(sample.counts(quantity), sample.wholes(quantity)).map { (count: $0, total: $1) })
      guard let z = test.total.z else { return [] }
      return [
        ScreeningOutcome(
          quantity: quantity, measure: "stations", statistic: Double(test.total.observed),
          expected: test.total.expected, deviation: test.total.standardDeviation, p: StandardNormal.upperTail(z),
          count: test.stations)
      ]
    }
  }
}
