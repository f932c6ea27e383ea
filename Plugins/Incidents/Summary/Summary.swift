import ModuleKit

/// What a mission's log holds: incidents by status, category, severity, area, day and actor. Counts, and never rates.
struct Summary: ModuleOperation {
  static let summary = Text(
    en: "What the mission's log of incidents holds, by status, category, severity, area, day and actor",
    es: "Lo que contiene el registro de incidentes de la misión, por estado, categoría, gravedad, zona, día y actor")

  static let findings: [any AnyFindingKind] = [
    LogHolds.kind, EmptyLog.kind, VerifiedIncidents.kind, Breakdown.byCategory, Breakdown.bySeverity, Breakdown.byArea,
    Breakdown.byActor, FieldsInConflict.kind, CategoriesNotListed.kind, ChangedUnreadably.kind, RecordedLater.kind,
  ]
  static let tables: [any AnyTableKind] = [IncidentCounts.table]
  static let figures = [TimeLineFigure.kind]

  /// What findings about the log as a whole are about.
  static let subject = "log"

  @Input(.incidents, "the mission's log") var incidents: LoggedIncidents
  @Input(.categories, "the mission's categories; the usual ones where none are given") var categories: Categories?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    // An edition of a list without dates is none.
    let own = categories.flatMap { $0.all.isEmpty ? nil : $0 }
    let counts = IncidentCounts(incidents.all, own ?? .usual)
    try findings.add(IncidentCounts.table, counts.rows)
    guard !counts.all.isEmpty else {
      let whole = Evidence(
        dataset: incidents.source.dataset, rows: [], citations: [incidents.source.citation], basis: .reported)
      findings.add(EmptyLog(incidents: 0), about: Self.subject, from: [whole])
      return
    }
    addWhole(counts, context, to: &findings)
    let kinds: [(IncidentCounts.Dimension, FindingKind<Breakdown>)] = [
      (.category, Breakdown.byCategory), (.severity, Breakdown.bySeverity), (.area, Breakdown.byArea),
      (.actor, Breakdown.byActor),
    ]
    for (dimension, kind) in kinds where !counts.kept.isEmpty {
      findings.add(
        Breakdown(kept: counts.kept.count, list: IncidentCounts.list(counts.rows(dimension))), of: kind,
        about: Self.subject, from: [incidents.evidence(counts.kept)])
    }
    if let own { addNotListed(counts, own, to: &findings) }
    addDoubts(counts, context, to: &findings)
    if let figure = TimeLineFigure(counts, caution: Caution.counts) { findings.add(TimeLineFigure.kind, figure.svg) }
  }

  private func addWhole(_ counts: IncidentCounts, _ context: Context, to findings: inout Findings) {
    let edition = context.asOf.map { _ in
      Text(
        en: ", as known by then by what its authors state,",
        es: ", según lo que sus autores dicen que ya sabían entonces,")
    }
    findings.add(
      LogHolds(
        logged: counts.all.count, edition: edition ?? Text(""), list: IncidentCounts.list(counts.rows(.status))),
      about: Self.subject, from: [incidents.evidence(counts.all)])
    let verified = counts.all.filter { $0.status == .verified }
    findings.add(
      VerifiedIncidents(verified: verified.count, logged: counts.all.count), about: Self.subject,
      from: [incidents.evidence(verified.isEmpty ? counts.all : verified)])
  }

  /// The categories of incidents that the mission's `own` list lacks.
  private func addNotListed(_ counts: IncidentCounts, _ own: Categories, to findings: inout Findings) {
    let strange = counts.all.filter { $0.category.map { own[$0] == nil } ?? false }
    guard !strange.isEmpty else { return }
    let names = Set(strange.compactMap(\.category)).sorted().map { own.name($0) }
    findings.add(
      CategoriesNotListed(
        incidents: strange.count, list: Text { language in language.list(names.map { $0[language] }) }),
      about: Self.subject, from: [incidents.evidence(strange)])
  }

  /// What keeps incidents from being counted as they stand.
  private func addDoubts(_ counts: IncidentCounts, _ context: Context, to findings: inout Findings) {
    let contradicted = counts.all.filter { !$0.conflicts.isEmpty }
    if !contradicted.isEmpty {
      let fields = Dictionary(grouping: contradicted.flatMap(\.conflicts)) { $0 }.mapValues(\.count)
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      let list = Text { language in
        language.list(fields.map { "\(Self.name($0.key)[language]) (\(language.number($0.value)))" })
      }
      findings.add(
        FieldsInConflict(incidents: contradicted.count, list: list), about: Self.subject,
        from: [incidents.evidence(contradicted)])
    }
    let unreadable = counts.all.filter { $0.status == .unreadable }
    if !unreadable.isEmpty {
      findings.add(
        ChangedUnreadably(incidents: unreadable.count), about: Self.subject, from: [incidents.evidence(unreadable)])
    }
    let later = counts.all.filter { incident in
      guard let asOf = context.asOf, let recorded = incident.recorded else { return false }
      return recorded > asOf
    }
    if !later.isEmpty {
      findings.add(RecordedLater(incidents: later.count), about: Self.subject, from: [incidents.evidence(later)])
    }
  }

  /// What readers call a field of incidents.
  private static func name(_ field: String) -> Text {
    IncidentCounts.Dimension(rawValue: field)?.text ?? LogFieldName.text(field)
  }
}
