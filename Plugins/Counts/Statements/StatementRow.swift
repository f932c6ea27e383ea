import ModuleKit

/// One statement against one state of the count, as the table has it.
struct StatementRow {
  static let kind = CodedTable(
    "statements", Text(en: "Statements against the count of the hour", es: "Afirmaciones frente al conteo de la hora"),
    columns: [
      .init("claim", .text, Text(en: "Claim", es: "Afirmación")),
      .init("source", .text, Text(en: "Source", es: "Fuente")),
      .init("option", .text, Text(en: "Option put first", es: "Opción puesta en primer lugar")),
      .init("sort", .text, Text(en: "Ahead so far, or most votes", es: "Por delante, o con más votos")),
      .init("said_from", .dateTime, Text(en: "Said, earliest", es: "Dicho, desde")),
      .init("said_to", .dateTime, Text(en: "Said, latest", es: "Dicho, hasta")),
      .init("count", .text, Text(en: "Count", es: "Conteo")),
      .init(
        "state", .text,
        Text(
          en: "Bulletin or batch; before the first where empty",
          es: "Boletín o lote; antes del primero si está vacío")),
      .init("leader", .text, Text(en: "Ahead then", es: "Por delante entonces")),
      .init("lead", .number, Text(en: "Lead", es: "Ventaja")),
      .init("lead_unit", .text, Text(en: "Unit of the lead", es: "Unidad de la ventaja")),
      .init("counted_percent", .number, Text(en: "Sheets counted (%)", es: "Actas contadas (%)")),
      .init("needed_low", .number, Text(en: "Margin needed, least (points)", es: "Margen necesario, mínimo (puntos)")),
      .init("needed_high", .number, Text(en: "Margin needed, most (points)", es: "Margen necesario, máximo (puntos)")),
      .init("verdict", .text, Text(en: "Verdict", es: "Veredicto")),
    ])

  let statement: OutcomeStatement
  let count: String
  let state: CountState?
  let verdict: OutcomeStatement.Verdict

  var cells: [Cell] {
    let (claim, options) = (statement.claim, statement.contest.options)
    let publication = claim.provenance.publication
    func number(_ value: Double?) -> Cell { value.map(Cell.number) ?? .missing }
    func text(_ value: String?) -> Cell { value.map(Cell.text) ?? .missing }
    return [
      .text(claim.provenance.key), .text(claim.provenance.source), .text(options[statement.option].id),
      .text(statement.sort.rawValue), publication.from.map(Cell.dateTime) ?? .missing,
      publication.to.map(Cell.dateTime) ?? .missing, .text(count), text(state?.key),
      text(state?.leader.map { options[$0].id }), number(state?.lead?.value), text(state?.lead?.unit.id),
      number(state?.counted.map { 100 * $0 }), number(state?.needed?.low), number(state?.needed?.high),
      .text(verdict.rawValue),
    ]
  }
}
