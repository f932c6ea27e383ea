import ModuleKit

/// One statement against one state of the count, as the table has it.
struct StatementRow {
  static let kind = TableKind<Self>(
    "statements",
    Text(
      en: "Statements against the count of the hour", es: "Afirmaciones frente al conteo de la hora"
    ),
    columns: [
      .init("claim", Text(en: "Claim", es: "Afirmación")) { $0.statement.claim.provenance.key },
      .init("source", Text(en: "Source", es: "Fuente")) { $0.statement.claim.provenance.sourceName },
      .init("option", Text(en: "Option put first", es: "Opción puesta en primer lugar")) {
        $0.options[$0.statement.option]
      },
      .init("sort", Text(en: "Ahead so far, or most votes", es: "Por delante, o con más votos")) {
        $0.statement.sort
      },
      .init("said_from", Text(en: "Said, earliest", es: "Dicho, desde")) {
        $0.statement.claim.provenance.publication.from
      },
      .init("said_to", Text(en: "Said, latest", es: "Dicho, hasta")) {
        $0.statement.claim.provenance.publication.to
      },
      .init("count", Text(en: "Count", es: "Conteo")) { $0.count },
      .init(
        "state",
        Text(
          en: "Bulletin or batch; before the first where empty",
          es: "Boletín o lote; antes del primero si está vacío")
      ) { $0.state?.key },
      .init("leader", Text(en: "Ahead then", es: "Por delante entonces")) { row in
        row.state?.leader.map { row.options[$0] }
      },
      .init("lead", Text(en: "Lead", es: "Ventaja")) { $0.state?.lead?.value },
      .init("lead_unit", Text(en: "Unit of the lead", es: "Unidad de la ventaja")) {
        $0.state?.lead?.unit.id
      },
      .init("counted_percent", .percent, Text(en: "Sheets counted (%)", es: "Actas contadas (%)")) {
        $0.state?.countedPercent
      },
      .init(
        "needed_low", .points,
        Text(en: "Margin needed, least (points)", es: "Margen necesario, mínimo (puntos)")
      ) { $0.state?.needed?.low },
      .init(
        "needed_high", .points,
        Text(en: "Margin needed, most (points)", es: "Margen necesario, máximo (puntos)")
      ) { $0.state?.needed?.high },
      .init("verdict", Text(en: "Verdict", es: "Veredicto")) { $0.verdict },
    ])

  let statement: OutcomeStatement
  let count: String
  let state: CountState?
  let verdict: OutcomeStatement.Verdict

  private var options: [Contest.Option] { statement.contest.options }
}
