import ModuleKit
import Statistics

/// What a random sample says of all things it was drawn from: at most and at least so many differ.
struct SampleBounds {
  let lower, upper: Int
  /// The level of each bound by itself.
  let level: Rational
  /// The unit of what is counted.
  let unit: Unit

  init(population: Int, drawn: Int, found: Int, risk: Rational, unit: Unit) throws(StatisticsError) {
    let sample = try HypergeometricSample(population: population, drawn: drawn, found: found)
    (lower, upper) = (try sample.lowerBound(risk: risk), try sample.upperBound(risk: risk))
    (level, self.unit) = (risk.complement, unit)
  }

  /// The bounds as findings state them.
  var atMost: Quantity { Quantity(Double(upper), unit, high: Double(upper), interval: interval) }
  var atLeast: Quantity { Quantity(Double(lower), unit, low: Double(lower), interval: interval) }
  var confidence: Quantity { level.percent }

  private var interval: Quantity.Interval { .confidence(level: level.approximation) }

  /// The bounds in words: `at most 141 copies`; a lower bound of none goes without saying.
  var words: Text {
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

  /// What the numbers are that findings state.
  enum Summary {
    static let atMost = Text(en: "at most so many differ", es: "como máximo difieren tantas")
    static let atLeast = Text(en: "at least so many differ", es: "como mínimo difieren tantas")
    static let confidence = Text(en: "level of each bound", es: "nivel de cada límite")
  }
}
