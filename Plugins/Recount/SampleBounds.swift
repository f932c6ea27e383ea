import ModuleKit
import Statistics

/// What a random sample says of all things it was drawn from: at most and at least so many differ.
struct SampleBounds {
  let lower, upper: Int
  /// The level of each bound by itself.
  let level: Rational

  init(population: Int, drawn: Int, found: Int, risk: Rational) throws(StatisticsError) {
    let sample = try HypergeometricSample(population: population, drawn: drawn, found: found)
    (lower, upper) = (try sample.lowerBound(risk: risk), try sample.upperBound(risk: risk))
    level = risk.complement
  }

  /// The bounds as findings state them.
  func values(_ unit: Unit) -> [String: Quantity] {
    let interval = Quantity.Interval.confidence(level: level.approximation)
    return [
      "upper": Quantity(Double(upper), unit, high: Double(upper), interval: interval),
      "lower": Quantity(Double(lower), unit, low: Double(lower), interval: interval),
      "confidence": level.percent,
    ]
  }

  /// The bounds in words: `at most 141 copies`; a lower bound of none goes without saying.
  func words(_ unit: Unit) -> Text {
    let (least, most) = (Quantity(lower, unit), Quantity(upper, unit))
    return Text { language in
      switch (language, lower) {
      case (.english, 0): "at most \(most.text(language))"
      case (.english, _): "at least \(least.number(language)) and at most \(most.text(language))"
      case (.spanish, 0): "como máximo \(most.text(language))"
      case (.spanish, _): "como mínimo \(least.number(language)) y como máximo \(most.text(language))"
      }
    }
  }
}
