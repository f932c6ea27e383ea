import ModuleKit
import Statistics

/// The tables of `recount.detect`, gathered row by row.
struct DetectReport {
  /// A draw; without the number of boxes where more would have to be wrong than there are.
  struct Draw {
    let subject: String
    let population, needed: Int
    let drawn: Int?
    let risk: Rational
  }

  /// A sample, and the bounds that follow from it.
  struct Sample {
    let subject: String
    let population, sampled, differing: Int
    let bounds: SampleBounds
  }

  static let draws = TableKind<Draw>(
    "draws", Text(en: "Boxes to draw", es: "Urnas por sortear"),
    columns: [
      .init("subject", Text(en: "Drawn from", es: "Sorteo entre")) { $0.subject },
      .init("population", .boxes, Text(en: "Boxes", es: "Urnas")) { $0.population },
      .init("boxes_needed", .boxes, Text(en: "Wrong boxes", es: "Urnas con errores")) { $0.needed },
      .init("sample", .boxes, Text(en: "Boxes to draw", es: "Urnas por sortear")) { $0.drawn },
      .init("risk", Text(en: "Risk of meeting none", es: "Riesgo de no dar con ninguna")) { "\($0.risk)" },
    ])

  static let bounds = TableKind<Sample>(
    "bounds", Text(en: "What drawn samples say", es: "Lo que dicen las muestras sorteadas"),
    columns: [
      .init("subject", Text(en: "Sample", es: "Muestra")) { $0.subject },
      .init("population", Text(en: "Drawn from", es: "Sorteada entre")) { $0.population },
      .init("sampled", Text(en: "Drawn", es: "Sorteadas")) { $0.sampled },
      .init("differing", Text(en: "Differ", es: "Difieren")) { $0.differing },
      .init("lower", Text(en: "Differ in all, at least", es: "Difieren en total, como mínimo")) { $0.bounds.lower },
      .init("upper", Text(en: "Differ in all, at most", es: "Difieren en total, como máximo")) { $0.bounds.upper },
      .init("level", Text(en: "Level of each bound", es: "Nivel de cada límite")) { "\($0.bounds.level)" },
    ])

  private var draws: [Draw] = []
  private var samples: [Sample] = []

  mutating func add(_ draw: Draw) { draws.append(draw) }

  mutating func add(_ sample: Sample) { samples.append(sample) }

  func add(to findings: inout Findings) throws {
    try findings.add(Self.draws, draws)
    try findings.add(Self.bounds, samples)
  }
}
