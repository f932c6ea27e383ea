import ModuleKit

/// The tables of `recount.partial`, gathered row by row.
struct PartialReport {
  static let tables = [
    CodedTable(
      "recounted", Text(en: "What the recounted boxes hold", es: "Lo que contienen las urnas recontadas"),
      columns: [
        .init("recount", .text, Text(en: "Recount", es: "Recuento")),
        .init("option", .text, Text(en: "Option", es: "Opción")),
        .init("votes", .integer, Text(en: "Votes", es: "Votos")),
        .init("percent", .decimal, Text(en: "Share of valid votes (%)", es: "Parte de los votos válidos (%)")),
      ]),
    CodedTable(
      "rest", Text(en: "Margin of the other boxes, by size", es: "Margen de las demás urnas, según su tamaño"),
      columns: [
        .init("recount", .text, Text(en: "Recount", es: "Recuento")),
        .init(
          "relative_size", .number,
          Text(
            en: "Mean size of a recounted box, relative to another",
            es: "Tamaño medio de una urna recontada, en relación con otra")),
        .init("margin_points", .number, Text(en: "Margin (points)", es: "Margen (puntos)")),
      ]),
  ]

  private var recounted: [[Cell]] = []
  private var rest: [[Cell]] = []

  mutating func add(_ recount: BoxRecount, _ contest: Contest) {
    for (option, (votes, percent)) in zip(contest.options, zip(recount.votes, recount.percents)) {
      guard votes != nil || percent != nil else { continue }
      recounted.append([
        .text(recount.provenance.key), .text(option.id), votes.map { .integer(Int64($0)) } ?? .missing,
        percent.map(Cell.decimal) ?? .missing,
      ])
    }
  }

  mutating func addRest(_ recount: BoxRecount, size: Double, points: Double) {
    rest.append([.text(recount.provenance.key), .number(size), .number(points)])
  }

  func add(to findings: inout CodedFindings<PartialCode>) throws {
    for (kind, rows) in zip(Self.tables, [recounted, rest]) { findings.add(table: try kind.table(rows), as: kind.name) }
  }
}
