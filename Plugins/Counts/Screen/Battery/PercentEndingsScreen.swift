import ModuleKit
import Statistics

/// Rounded percentages that end in 0 or 5.
struct PercentEndingsScreen: ScreeningTest {
  let name = Text(en: "rounded percentages that end in 0 or 5", es: "porcentajes redondeados que terminan en 0 o 5")
  let measure = Text(en: "their share", es: "su proporción")
  let caution = Text(
    en:
      "What is expected takes each station's denominator as it is and shares as smooth over some points: where turnout or shares of most stations lie within a point or two, these endings are more or fewer by themselves. Stations below 100, and turnout or shares of 0 or 100%, are counted and not tested.",
    es:
      "Lo esperado toma el denominador de cada mesa tal como es y los porcentajes como repartidos con suavidad en unos puntos: si la participación o el porcentaje de casi todas las mesas caben en uno o dos puntos, estas terminaciones son más o menos por sí solas. Las mesas de menos de 100, y la participación o el porcentaje de 0 o 100%, se cuentan y no se prueban."
  )
  let citation = Text(
    en: "Hicken & Mebane 2015, A Guide to Elections Forensics (P05s); expected from each station's own denominator",
    es: "Hicken & Mebane 2015, A Guide to Elections Forensics (P05s); lo esperado, según el denominador de cada mesa")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach(sample) { quantity in
      let endings = PercentEndings(
        of: sample.counts(quantity), in: sample.wholes(quantity),
        groupings: sample.groupings.map { ($0.unit, $0.count) })
      guard let share = endings.share, let expected = endings.expected else { return [] }
      return [
        ScreeningOutcome(
          quantity: quantity, measure: "share", statistic: share, expected: expected.share,
          deviation: expected.deviation, p: endings.p, count: endings.total)
      ]
    }
  }
}
