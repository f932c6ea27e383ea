import ModuleKit

/// Whether tally sheets are consistent: in themselves, with lists and totals, with a second entry, with what was
/// published before.
struct SheetChecks: ModuleOperation {
  static let id = "sheets"
  static let summary = Text(
    en:
      "Whether the sheets add up: arithmetic, duplicates, missing stations, published totals, second entries, revisions",
    es: "Si las actas cuadran: aritmética, duplicados, mesas que faltan, totales publicados, digitaciones, cambios")

  static let findings: [any AnyFindingKind] =
    SheetRule.all.map { $0.findingKind } + [
      RuleKept.kind, RulesUnchecked.kind, Extremes.kind, ZeroFilled.kind, KeysAlike.kind, AreasAlike.kind,
      WithheldVotes.kind, NumbersWithheld.kind,
    ]
  static let tables: [any AnyTableKind] = [
    SheetsReport.rules, SheetsReport.effects, SheetsReport.areas, FailureColumns.kind, SheetTotals.kind,
  ]

  @Input(.sheets, "the sheets") var sheets: Sheets
  @Input(.stations, "the stations that must have a sheet") var stations: Stations?
  @Input(.areaTotals, "published totals, by the coarsest area levels of the sheets") var totals: AreaTotals?
  @Input(.sheets, "a second entry of the sheets") var secondEntry: Sheets?
  @Input(.sheets, "the sheets as published before") var earlier: Sheets?
  @Parameter("the share of the register by which ballots may exceed it, rounded up to whole ballots", in: 0...1)
  var allowance = 0.0
  @Parameter("the most ballots that a sheet may hold", unit: "ballots", in: 0...1_000_000_000) var limit: Int?
  @Parameter("the fewest valid votes for which sheets with equal figures are told", unit: "votes", in: 1...1_000_000)
  var sameFrom = 50
  @Parameter("the area level by whose areas the tables `areas` and `totals` are made too") var per: String?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let level = try perLevel()
    try checkInputs()
    let input = CheckedSheets(
      sheets, stations: stations, totals: totals, secondEntry: secondEntry, earlier: earlier, allowance: allowance,
      limit: limit, sameFrom: sameFrom)
    addForms(to: &findings)
    let pair = LeadingMargin(sheets)
    var report = SheetsReport(sheets, pair, level: level)
    var unchecked: [SheetRule] = []
    for rule in SheetRule.all {
      try Task.checkCancellation()
      guard let result = try rule.check(input) else { continue }
      report.add(rule, result)
      if result.checked == 0 {
        unchecked.append(rule)
      } else if result.failed == 0 {
        findings.add(RuleKept(rule, result), about: rule.code, from: [sheets.evidence])
      } else {
        findings.add(
          BrokenRule(rule, result, pair, of: sheets.contest), of: rule.findingKind, about: sheets.contest.id,
          from: evidence(result))
      }
    }
    if !unchecked.isEmpty {
      findings.add(RulesUnchecked(unchecked), about: sheets.contest.id, from: [sheets.evidence])
    }
    findings.add(Extremes(sheets, pair), about: sheets.contest.id, from: [sheets.evidence])
    if let zeros = ZeroFilled(sheets) { findings.add(zeros, about: sheets.contest.id, from: [sheets.evidence]) }
    for it in WithheldVotes.all(of: sheets) { findings.add(it.finding, about: it.option, from: [it.evidence]) }
    findings.addWithheld(of: sheets, secondEntry, earlier)
    try report.add(to: &findings)
  }

  /// Keys and areas that are written in more than one way, told before anything is called missing for it.
  private func addForms(to findings: inout Findings) {
    if let stations, let alike = KeysAlike(stations, sheets) {
      findings.add(alike, about: sheets.contest.id, from: [stations.evidence, sheets.evidence])
    }
    let all =
      [(sheets.areas, sheets.evidence)]
      + [stations.map { ($0.areas, $0.evidence) }, totals.map { ($0.areas, $0.evidence(rows: [])) }].compactMap(\.self)
    if let alike = AreasAlike(all.map(\.0)) {
      findings.add(alike, about: sheets.contest.id, from: all.map(\.1))
    }
  }

  private func perLevel() throws(DiagnosticsError) -> Int? {
    guard let per else { return nil }
    if let level = sheets.areas.level(per) { return level }
    throw DiagnosticsError(
      CountsMessage.unknownLevel(per, parameter: "per", dataset: sheets.source.dataset, levels: sheets.areas.levels))
  }

  /// Refuses datasets of another contest, and totals of other areas.
  private func checkInputs() throws(DiagnosticsError) {
    let mine = (dataset: sheets.source.dataset, contest: sheets.contest)
    let others = [secondEntry, earlier].compactMap { $0.map { ($0.source.dataset, $0.contest) } }
    for (dataset, contest) in others + (totals.map { [($0.source.dataset, $0.contest)] } ?? [])
    where contest != mine.contest {
      throw DiagnosticsError(
        CountsMessage.otherContest(dataset, of: contest.id, against: mine.dataset, contest: mine.contest.id))
    }
    if let totals, !sheets.areas.levels.starts(with: totals.areas.levels) || totals.areas.levels.isEmpty {
      throw DiagnosticsError(
        CountsMessage.otherAreas(
          totals.source.dataset, levels: totals.areas.levels, against: mine.dataset, sheetLevels: sheets.areas.levels))
    }
  }

  /// The largest few failures as evidence, else the sheets as a whole.
  private func evidence(_ result: RuleResult) -> [Evidence] {
    let places = result.largest(5).map(\.place)
    let rows = places.compactMap { if case .sheet(let row) = $0 { row } else { nil } }
    return [sheets.evidence(rows: rows)]
      + [stations?.evidence, totals?.evidence(rows: []), secondEntry?.evidence, earlier?.evidence].compactMap(\.self)
  }
}
