import ModuleKit

/// The tables of `counts.timeline` from bulletins, gathered row by row.
struct TimelineReport {
  /// Whether a figure uses only what was public at the hour.
  enum Knowledge: String, CellWord {
    case then = "as_known_then", hindsight

    var text: Text {
      switch self {
      case .then: Text(en: "as known then", es: "con la información disponible entonces")
      case .hindsight: Text(en: "with hindsight", es: "en retrospectiva")
      }
    }
  }

  /// What a margin was tried for: the assumption that was varied.
  enum Tried: String, CellWord {
    case size, counted
    case declaredVotes = "declared_votes"
    case batchVotes = "batch_votes"

    var text: Text {
      switch self {
      case .size:
        Text(
          en: "votes of an outstanding sheet to those of a counted one",
          es: "votos de un acta pendiente entre los de una contada")
      case .counted: Text(en: "share of sheets counted", es: "proporción de actas contadas")
      case .declaredVotes: Text(en: "valid votes declared later", es: "votos válidos declarados después")
      case .batchVotes: Text(en: "valid votes of the batch", es: "votos válidos del lote")
      }
    }
  }

  /// A bulletin by itself.
  struct LeadRow { let bulletin: Bulletin, contest: Contest }

  /// A gap, held against the shortest silence.
  struct GapRow { let gap: Gap, verdict: Gap.Verdict }

  /// A margin that follows from one value of one assumption.
  struct TriedRow {
    let subject: String
    let knowledge: Knowledge
    let assumption: Tried
    let assumed, points: Double
  }

  /// What the outcome by the contest's rule rests on in a bulletin.
  struct RuleRow {
    let bulletin: String
    let knowledge: Knowledge
    let assertion: Assertion
    let outstanding: Double
    let needed: Quantity
  }

  static let leads = TableKind<LeadRow>(
    "leads", Text(en: "The published lead, bulletin by bulletin", es: "La ventaja publicada, boletín a boletín"),
    columns: [
      .init("bulletin", Text(en: "Bulletin", es: "Boletín")) { $0.bulletin.provenance.key },
      .init("stage", Text(en: "Stage", es: "Etapa")) { $0.bulletin.stage },
      .init("published_from", Text(en: "Published, earliest", es: "Publicado, desde")) {
        $0.bulletin.provenance.publication.from
      },
      .init("published_to", Text(en: "Published, latest", es: "Publicado, hasta")) {
        $0.bulletin.provenance.publication.to
      },
      .init("leader", Text(en: "Ahead", es: "Por delante")) { row in
        row.bulletin.standing?.leader.map { row.contest.options[$0] }
      },
      .init("lead", .votes, Text(en: "Lead (votes)", es: "Ventaja (votos)")) { $0.bulletin.standing?.votes },
      .init(
        "lead_points", .points,
        Text(en: "Lead in printed shares (points)", es: "Ventaja en porcentajes impresos (puntos)")
      ) { $0.bulletin.standing?.points?.value },
      .init("counted_sheets_percent", .percent, Text(en: "Sheets counted (%)", es: "Actas contadas (%)")) {
        $0.bulletin.countedPercent
      },
      .init(
        "valid_votes", .votes, Text(en: "Valid votes, stated or implied", es: "Votos válidos, indicados o implícitos")
      ) { $0.bulletin.validCounted?.value },
    ])

  static let gaps = TableKind<GapRow>(
    "gaps", Text(en: "Time between bulletins", es: "Tiempo entre boletines"),
    columns: [
      .init("before", Text(en: "Bulletin", es: "Boletín")) { $0.gap.before.provenance.key },
      .init("after", Text(en: "Next bulletin", es: "Boletín siguiente")) { $0.gap.after.provenance.key },
      .init("low_hours", .hours, Text(en: "At least (h)", es: "Al menos (h)")) { $0.gap.low },
      .init("high_hours", .hours, Text(en: "At most (h)", es: "Como máximo (h)")) { $0.gap.high },
      .init("verdict", Text(en: "Silence", es: "Silencio")) { $0.verdict },
    ])

  static let needed = TableKind<TriedRow>(
    "needed",
    Text(en: "Margin that the trailing side still needed", es: "Margen que aún necesitaba quien iba por detrás"),
    columns: [
      .init("bulletin", Text(en: "Bulletin", es: "Boletín")) { $0.subject },
      .init("knowledge", Text(en: "Knowledge", es: "Conocimiento")) { $0.knowledge },
      .init("assumption", Text(en: "Assumption", es: "Supuesto")) { $0.assumption },
      .init("assumed", Text(en: "Value assumed", es: "Valor supuesto")) { $0.assumed },
      .init("needed_points", .points, Text(en: "Margin needed (points)", es: "Margen necesario (puntos)")) {
        $0.points
      },
    ])

  static let byRule = TableKind<RuleRow>(
    "needed_by_rule",
    Text(
      en: "What the outcome by the contest's rule rested on",
      es: "En qué se apoyaba el resultado según la regla de la contienda"),
    columns: [
      .init("bulletin", Text(en: "Bulletin", es: "Boletín")) { $0.bulletin },
      .init("knowledge", Text(en: "Knowledge", es: "Conocimiento")) { $0.knowledge },
      .init("assertion", Text(en: "Assertion", es: "Afirmación")) { $0.assertion.id },
      .init("margin", .votes, Text(en: "By how much it is true (votes)", es: "Por cuánto es cierta (votos)")) {
        $0.assertion.votes
      },
      .init("outstanding", .votes, Text(en: "Votes still to be counted", es: "Votos por contar")) { $0.outstanding },
      .init(
        "needed",
        Text(
          en: "Share (%) or lead (points) among them that would end in a tie",
          es: "Porcentaje o ventaja (puntos) entre ellos que terminaría en empate")
      ) { $0.needed.value },
      .init("needed_low", Text(en: "At least", es: "Como mínimo")) { $0.needed.low ?? $0.needed.value },
      .init("needed_high", Text(en: "At most", es: "Como máximo")) { $0.needed.high ?? $0.needed.value },
    ])

  static let batches = TableKind<TriedRow>(
    "batches", Text(en: "Margin within each batch", es: "Margen dentro de cada lote"),
    columns: [
      .init("batch", Text(en: "Batch", es: "Lote")) { $0.subject },
      .init("knowledge", Text(en: "Knowledge", es: "Conocimiento")) { $0.knowledge },
      .init("assumption", Text(en: "Assumption", es: "Supuesto")) { $0.assumption },
      .init("assumed", Text(en: "Value assumed", es: "Valor supuesto")) { $0.assumed },
      .init("margin_points", .points, Text(en: "Margin (points)", es: "Margen (puntos)")) { $0.points },
    ])

  let zone: Zone
  private let bulletins: Bulletins
  private var gapRows: [GapRow] = []
  private var neededRows: [TriedRow] = []
  private var ruleRows: [RuleRow] = []
  private var batchRows: [TriedRow] = []

  init(_ bulletins: Bulletins, zone: Zone) { (self.bulletins, self.zone) = (bulletins, zone) }

  mutating func add(_ gap: Gap, _ verdict: Gap.Verdict) { gapRows.append(GapRow(gap: gap, verdict: verdict)) }

  mutating func addNeeded(
    _ bulletin: String, _ knowledge: Knowledge, _ assumption: Tried, _ assumed: Double, _ points: Double
  ) {
    neededRows.append(
      TriedRow(subject: bulletin, knowledge: knowledge, assumption: assumption, assumed: assumed, points: points))
  }

  mutating func add(_ row: RuleRow) { ruleRows.append(row) }

  mutating func addBatch(_ batch: String, _ knowledge: Knowledge, _ margin: CountedBatch.Result) {
    batchRows += margin.tried.map {
      TriedRow(
        subject: batch, knowledge: knowledge, assumption: $0.assumption, assumed: $0.value, points: $0.points)
    }
  }

  func add(to findings: inout Findings) throws {
    try findings.add(Self.leads, bulletins.all.map { LeadRow(bulletin: $0, contest: bulletins.contest) })
    try findings.add(Self.gaps, gapRows)
    try findings.add(Self.needed, neededRows)
    // By plurality the lead says it all.
    if bulletins.contest.rule != .plurality { try findings.add(Self.byRule, ruleRows) }
    try findings.add(Self.batches, batchRows)
  }
}
