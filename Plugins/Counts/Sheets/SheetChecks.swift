import ModuleKit

/// Whether tally sheets are consistent: in themselves, with lists and totals, with a second entry, with what was
/// published before.
struct SheetChecks: CodedOperation {
  static let id = "sheets"
  static let summary = Text(
    en:
      "Whether the sheets add up: arithmetic, duplicates, missing stations, published totals, second entries, revisions",
    es: "Si las actas cuadran: aritmética, duplicados, mesas que faltan, totales publicados, digitaciones, cambios")

  static let tables: [any AnyTableKind] = SheetsReport.tables

  @Input(.sheets, "the sheets") var sheets: Sheets
  @Input(.stations, "the stations that must have a sheet") var stations: Stations?
  @Input(.areaTotals, "published totals, by the coarsest area levels of the sheets") var totals: AreaTotals?
  @Input(.sheets, "a second entry of the sheets") var secondEntry: Sheets?
  @Input(.sheets, "the sheets as published before") var earlier: Sheets?
  @Parameter("the share of the register by which ballots may exceed it, rounded up to whole ballots", in: 0...1)
  var allowance = 0.0
  @Parameter("the most ballots that a sheet may hold", unit: "ballots") var limit: Int?
  @Parameter("the fewest valid votes for which sheets with equal figures are told", unit: "votes", in: 1...1_000_000)
  var sameFrom = 50
  @Parameter("the area level by whose areas the tables `areas` and `totals` are made too") var per: String?

  typealias Code = SheetsCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    let level = try perLevel()
    try checkInputs()
    let input = CheckedSheets(
      sheets, stations: stations, totals: totals, secondEntry: secondEntry, earlier: earlier, allowance: allowance,
      limit: limit, sameFrom: sameFrom)
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
        findings.add(
          .ruleKept, about: rule.code.rawValue,
          [
            "checked": Quantity(result.checked, .number), "not_checked": Quantity(result.unchecked, .number),
          ], words: ["rule": rule.sentence, "unchecked": uncheckedWords(rule, result)], from: [sheets.evidence])
      } else {
        add(rule, result, pair, to: &findings)
      }
    }
    if !unchecked.isEmpty {
      findings.add(
        .rulesUnchecked, about: sheets.contest.id,
        words: [
          "rules": Text(
            en: unchecked.map(\.sentence.en).joined(separator: " "),
            es: unchecked.map(\.sentence.es).joined(separator: " "))
        ], from: [sheets.evidence])
    }
    addExtremes(pair, to: &findings)
    try report.add(to: &findings)
  }

  private func perLevel() throws(ModuleError) -> Int? {
    guard let per else { return nil }
    if let level = sheets.areas.level(per) { return level }
    throw ModuleError(
      CountsMessage.unknownLevel(per, parameter: "per", dataset: sheets.source.dataset, levels: sheets.areas.levels))
  }

  /// Refuses datasets of another contest, and totals of other areas.
  private func checkInputs() throws(ModuleError) {
    let mine = (dataset: sheets.source.dataset, contest: sheets.contest)
    let others = [secondEntry, earlier].compactMap { $0.map { ($0.source.dataset, $0.contest) } }
    for (dataset, contest) in others + (totals.map { [($0.source.dataset, $0.contest)] } ?? [])
    where contest != mine.contest {
      throw ModuleError(
        CountsMessage.otherContest(dataset, of: contest.id, against: mine.dataset, contest: mine.contest.id))
    }
    if let totals, !sheets.areas.levels.starts(with: totals.areas.levels) || totals.areas.levels.isEmpty {
      throw ModuleError(
        CountsMessage.otherAreas(
          totals.source.dataset, levels: totals.areas.levels, against: mine.dataset, sheetLevels: sheets.areas.levels))
    }
  }

  // MARK: - Findings

  private func add(
    _ rule: SheetRule, _ result: RuleResult, _ pair: LeadingMargin?, to findings: inout CodedFindings<Code>
  ) {
    var values = result.numbers
    values["checked"] = Quantity(result.checked, rule.unit)
    values["failed"] = Quantity(result.failed, rule.unit)
    values["not_checked"] = Quantity(result.unchecked, rule.unit)
    values["stake"] = Quantity(result.stake, .votes)
    var words = ["against": Text(""), "direction": Text(""), "unchecked": uncheckedWords(rule, result)]
    if let pair {
      let (leader, second) = (sheets.contest.options[pair.leader].name, sheets.contest.options[pair.second].name)
      (words["leader"], words["second"]) = (leader, second)
      let margin = Quantity(pair.margin, .votes)
      values["margin"] = margin
      if pair.margin > 0 {
        let share = Quantity(Double(result.stake) / Double(pair.margin) * 100, .percent)
        values["share"] = share
        words["against"] = Text(
          en:
            ", \(share.text(.english)) of the margin of \(margin.text(.english)) between \(leader.en) and \(second.en)",
          es:
            ", el \(share.text(.spanish)) de la ventaja de \(margin.text(.spanish)) de \(leader.es) sobre \(second.es)")
      }
      if rule.direction != nil, !result.effect.isEmpty {
        let effect = result.effect[pair.leader].clampedSum(-result.effect[pair.second])
        let net = Quantity(Double(effect), .votes)
        values["net"] = net
        words["direction"] = Text(
          en: " Net effect on the lead of \(leader.en) over \(second.en): \(net.text(.english)).",
          es: " Efecto neto en la ventaja de \(leader.es) sobre \(second.es): \(net.text(.spanish)).")
      }
    }
    findings.add(rule.code, about: sheets.contest.id, values, words: words, from: evidence(result))
  }

  private func uncheckedWords(_ rule: SheetRule, _ result: RuleResult) -> Text {
    guard result.unchecked > 0 else { return Text("") }
    let count = Quantity(result.unchecked, rule.unit)
    return Text(
      en: " Not checked, \(rule.unchecked.en): \(count.text(.english)).",
      es: " Sin comprobar, \(rule.unchecked.es): \(count.text(.spanish)).")
  }

  /// The largest few failures as evidence, else the sheets as a whole.
  private func evidence(_ result: RuleResult) -> [Evidence] {
    let places = result.largest(5).map(\.place)
    let rows = places.compactMap { if case .sheet(let row) = $0 { row } else { nil } }
    return [sheets.evidence(rows: rows)]
      + [stations?.evidence, totals?.evidence(rows: []), secondEntry?.evidence, earlier?.evidence].compactMap(\.self)
  }

  private func addExtremes(_ pair: LeadingMargin?, to findings: inout CodedFindings<Code>) {
    // Taken out of the loop: an input is a copy of all its columns each time it is asked for.
    let sheets = sheets
    let (registered, cast, valid, issued) = (sheets.registered, sheets.castBallots, sheets.validVotes, sheets.issued)
    let votes = sheets.votes[pair?.leader ?? 0]
    var (noVoters, noBallots, noValid, full, oneOption) = (0, 0, 0, 0, 0)
    for row in 0..<sheets.count {
      if registered[row] == 0 { noVoters += 1 }
      if valid[row] == 0 { noValid += 1 }
      guard let ballots = cast[row] else { continue }
      if ballots == 0 {
        noBallots += 1
        continue
      }
      if let voters = registered[row], voters > 0, (issued[row] ?? ballots) == voters { full += 1 }
      if votes[row] == ballots { oneOption += 1 }
    }
    findings.add(
      .extremes, about: sheets.contest.id,
      [
        "all": Quantity(sheets.count, .sheets), "no_voters": Quantity(noVoters, .sheets),
        "no_ballots": Quantity(noBallots, .sheets), "no_valid": Quantity(noValid, .sheets),
        "full_turnout": Quantity(full, .sheets), "one_option": Quantity(oneOption, .sheets),
      ], words: ["leader": sheets.contest.options[pair?.leader ?? 0].name], from: [sheets.evidence])
  }
}
