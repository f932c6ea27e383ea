import ModuleKit

/// The table of `incidents.casualties`: every claim, and whether it is compared.
struct CasualtyReport {
  static let claims = CodedTable(
    "claims", Text(en: "What each source stated", es: "Lo que afirmó cada fuente"),
    columns: [
      .init("claim", .text, Text(en: "Claim", es: "Afirmación")),
      .init("measure", .text, Text(en: "Measure", es: "Medida")),
      .init("population", .text, Text(en: "Among", es: "Entre")),
      .init("source", .text, Text(en: "Source", es: "Fuente")),
      .init("published_from", .dateTime, Text(en: "Published, earliest", es: "Publicado, desde")),
      .init("published_to", .dateTime, Text(en: "Published, latest", es: "Publicado, hasta")),
      .init("period_from", .date, Text(en: "Period, first day", es: "Período, primer día")),
      .init("period_to", .date, Text(en: "Period, last day", es: "Período, último día")),
      .init("qualifier", .text, Text(en: "Meant as", es: "Sentido")),
      .init("low", .decimal, Text(en: "Lowest number (people)", es: "Número más bajo (personas)")),
      .init("high", .decimal, Text(en: "Highest number (people)", es: "Número más alto (personas)")),
      .init("use", .text, Text(en: "Use", es: "Uso")),
      .init("reason", .text, Text(en: "Reason", es: "Razón")),
    ])

  private var rows: [[Cell]] = []

  mutating func add(_ comparison: Comparison) {
    for (claim, use) in comparison.claims {
      let publication = claim.provenance.publication
      let figure = ClaimedFigure(claim)
      let (name, reason) = words(use)
      rows.append([
        .text(claim.provenance.key), .text(comparison.measure), .text(claim.population), .text(claim.provenance.source),
        publication.from.map(Cell.dateTime) ?? .missing, publication.to.map(Cell.dateTime) ?? .missing,
        claim.periodFrom.map(Cell.date) ?? .missing, claim.periodTo.map(Cell.date) ?? .missing,
        .text((figure?.qualifier ?? claim.qualifier).rawValue), figure.map { .decimal($0.low) } ?? .missing,
        figure.flatMap { $0.isOpenAbove ? nil : .decimal($0.high) } ?? .missing, .text(name),
        reason.map(Cell.text) ?? .missing,
      ])
    }
  }

  private func words(_ use: Comparison.Use) -> (name: String, reason: String?) {
    switch use {
    case .used: ("used", nil)
    case .superseded(let later): ("superseded", later.provenance.key)
    case .notComparable(let misfit): ("not_comparable", misfit.rawValue)
    case .noNumber: ("no_number", nil)
    }
  }

  func add(to findings: inout CodedFindings<CasualtyCode>) throws {
    findings.add(table: try Self.claims.table(rows), as: Self.claims.name)
  }
}
