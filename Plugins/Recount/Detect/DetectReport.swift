import ModuleKit
import Statistics

/// The tables of `recount.detect`, gathered row by row.
struct DetectReport {
  static let tables = [
    CodedTable(
      "draws", Text(en: "Boxes to draw", es: "Urnas por sortear"),
      columns: [
        .init("subject", .text, Text(en: "Drawn from", es: "Sorteo entre")),
        .init("population", .integer, Text(en: "Boxes", es: "Urnas")),
        .init("boxes_needed", .integer, Text(en: "Wrong boxes", es: "Urnas con errores")),
        .init("sample", .integer, Text(en: "Boxes to draw", es: "Urnas por sortear")),
        .init("risk", .text, Text(en: "Risk of meeting none", es: "Riesgo de no dar con ninguna")),
      ]),
    CodedTable(
      "bounds", Text(en: "What drawn samples say", es: "Lo que dicen las muestras sorteadas"),
      columns: [
        .init("subject", .text, Text(en: "Sample", es: "Muestra")),
        .init("population", .integer, Text(en: "Drawn from", es: "Sorteada entre")),
        .init("sampled", .integer, Text(en: "Drawn", es: "Sorteadas")),
        .init("differing", .integer, Text(en: "Differ", es: "Difieren")),
        .init("lower", .integer, Text(en: "Differ in all, at least", es: "Difieren en total, como mínimo")),
        .init("upper", .integer, Text(en: "Differ in all, at most", es: "Difieren en total, como máximo")),
        .init("level", .text, Text(en: "Level of each bound", es: "Nivel de cada límite")),
      ]),
  ]

  private var draws: [[Cell]] = []
  private var bounds: [[Cell]] = []

  mutating func addDetection(_ subject: String, population: Int, needed: Int, drawn: Int?, _ risk: Rational) {
    draws.append([
      .text(subject), .integer(Int64(population)), .integer(Int64(needed)),
      drawn.map { .integer(Int64($0)) } ?? .missing, .text("\(risk)"),
    ])
  }

  mutating func addBounds(_ subject: String, population: Int, sampled: Int, differing: Int, _ bounds: SampleBounds) {
    self.bounds.append(
      [.text(subject)]
        + [population, sampled, differing, bounds.lower, bounds.upper].map { .integer(Int64($0)) }
        + [.text("\(bounds.level)")])
  }

  func add(to findings: inout CodedFindings<DetectCode>) throws {
    for (kind, rows) in zip(Self.tables, [draws, bounds]) { findings.add(table: try kind.table(rows), as: kind.name) }
  }
}
