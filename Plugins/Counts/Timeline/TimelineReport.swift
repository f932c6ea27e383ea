import ModuleKit

/// The tables of `counts.timeline`, gathered row by row.
struct TimelineReport {
  /// Whether a figure uses only what was public at the hour.
  enum Knowledge: String { case then = "as_known_then", hindsight }

  static let tables = [
    TableKind(
      "leads", Text(en: "The published lead, bulletin by bulletin", es: "La ventaja publicada, boletín a boletín"),
      columns: [
        .init("bulletin", .text, Text(en: "Bulletin", es: "Boletín")),
        .init("stage", .text, Text(en: "Stage", es: "Etapa")),
        .init("published_from", .dateTime, Text(en: "Published, earliest", es: "Publicado, desde")),
        .init("published_to", .dateTime, Text(en: "Published, latest", es: "Publicado, hasta")),
        .init("leader", .text, Text(en: "Ahead", es: "Por delante")),
        .init("lead", .integer, Text(en: "Lead (votes)", es: "Ventaja (votos)")),
        .init(
          "lead_points", .number,
          Text(en: "Lead in printed shares (points)", es: "Ventaja en porcentajes impresos (puntos)")),
        .init("counted_sheets_percent", .decimal, Text(en: "Sheets counted (%)", es: "Actas contadas (%)")),
        .init(
          "valid_votes", .integer,
          Text(en: "Valid votes, stated or implied", es: "Votos válidos, indicados o implícitos")),
      ]),
    TableKind(
      "gaps", Text(en: "Time between bulletins", es: "Tiempo entre boletines"),
      columns: [
        .init("before", .text, Text(en: "Bulletin", es: "Boletín")),
        .init("after", .text, Text(en: "Next bulletin", es: "Boletín siguiente")),
        .init("low_hours", .number, Text(en: "At least (h)", es: "Al menos (h)")),
        .init("high_hours", .number, Text(en: "At most (h)", es: "Como máximo (h)")),
        .init("verdict", .text, Text(en: "Silence", es: "Silencio")),
      ]),
    TableKind(
      "needed",
      Text(en: "Margin that the trailing side still needed", es: "Margen que aún necesitaba quien iba por detrás"),
      columns: [
        .init("bulletin", .text, Text(en: "Bulletin", es: "Boletín")),
        .init("knowledge", .text, Text(en: "Knowledge", es: "Conocimiento")),
        .init("assumption", .text, Text(en: "Assumption", es: "Supuesto")),
        .init("assumed", .number, Text(en: "Value assumed", es: "Valor supuesto")),
        .init("needed_points", .number, Text(en: "Margin needed (points)", es: "Margen necesario (puntos)")),
      ]),
    TableKind(
      "batches", Text(en: "Margin within each batch", es: "Margen dentro de cada lote"),
      columns: [
        .init("batch", .text, Text(en: "Batch", es: "Lote")),
        .init("knowledge", .text, Text(en: "Knowledge", es: "Conocimiento")),
        .init("assumption", .text, Text(en: "Assumption", es: "Supuesto")),
        .init("assumed", .number, Text(en: "Value assumed", es: "Valor supuesto")),
        .init("margin_points", .number, Text(en: "Margin (points)", es: "Margen (puntos)")),
      ]),
  ]

  let zone: Zone
  private let contest: Contest
  private var leads: [[Cell]] = []
  private var gaps: [[Cell]] = []
  private var needed: [[Cell]] = []
  private var batches: [[Cell]] = []

  init(_ bulletins: Bulletins, zone: Zone) { (contest, self.zone) = (bulletins.contest, zone) }

  mutating func add(_ bulletin: Bulletin) {
    let (publication, standing) = (bulletin.provenance.publication, bulletin.standing)
    leads.append([
      .text(bulletin.provenance.key), .text(bulletin.stage.rawValue),
      publication.from.map(Cell.dateTime) ?? .missing, publication.to.map(Cell.dateTime) ?? .missing,
      standing?.leader.map { .text(contest.options[$0].id) } ?? .missing,
      standing?.votes.map { .integer(Int64($0)) } ?? .missing,
      standing?.points.map { .number($0.value) } ?? .missing,
      bulletin.countedPercent.map(Cell.decimal) ?? .missing,
      bulletin.validCounted.map { .integer(Int64($0.value)) } ?? .missing,
    ])
  }

  mutating func add(_ gap: Gap, _ verdict: Gap.Verdict) {
    gaps.append([
      .text(gap.before.provenance.key), .text(gap.after.provenance.key), .number(gap.low),
      gap.high.map(Cell.number) ?? .missing, .text(verdict.rawValue),
    ])
  }

  mutating func addNeeded(
    _ bulletin: String, _ knowledge: Knowledge, _ assumption: String, _ assumed: Double, _ points: Double
  ) {
    needed.append([.text(bulletin), .text(knowledge.rawValue), .text(assumption), .number(assumed), .number(points)])
  }

  mutating func addBatch(_ batch: String, _ knowledge: Knowledge, _ margin: BatchMargin.Result) {
    for it in margin.tried {
      batches.append([
        .text(batch), .text(knowledge.rawValue), .text(it.assumption), .number(it.value), .number(it.points),
      ])
    }
  }

  func add(to findings: inout Findings<TimelineCode>) throws {
    for (kind, rows) in zip(Self.tables, [leads, gaps, needed, batches]) {
      findings.add(table: try kind.table(rows), as: kind.name)
    }
  }
}
