import ModuleKit
import Statistics

/// Rounded percentages that end in 0 or 5.
struct PercentEndingsScreen: ScreeningTest {
  let name = Text(en: "rounded percentages that end in 0 or 5", es: "porcentajes redondeados que terminan en 0 o 5")
  let measure = Text(en: "their share", es: "su proporción")
  let caution = Text(
    en:
      "One in five holds only where percentages spread over tens of points and denominators are large: small stations, and turnout or shares at 0 or 100%, give more of these endings by arithmetic.",
    es:
      "Una de cada cinco solo vale si los porcentajes se reparten por decenas de puntos y los denominadores son grandes: las mesas pequeñas, y la participación o el porcentaje de 0 o 100%, dan más de estas terminaciones por aritmética."
  )
  let citation = Text("Hicken & Mebane 2015, A Guide to Elections Forensics (P05s)")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach(sample) { quantity in
      let endings = FiveEndings(percentOf: sample.counts(quantity), in: sample.wholes(quantity))
      guard let share = endings.share else { return [] }
      return [
        ScreeningOutcome(
          quantity: quantity, measure: "share", statistic: share, expected: FiveEndings.expected, p: endings.p,
          count: endings.total)
      ]
    }
  }
}
