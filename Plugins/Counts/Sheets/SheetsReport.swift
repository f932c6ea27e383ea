import ModuleKit

/// The tables of `counts.sheets`, gathered rule by rule. Every failure is in them.
struct SheetsReport {
  /// What came of a rule.
  struct RuleRow {
    let rule: SheetRule
    let result: RuleResult
    /// The votes at stake in percent of the margin.
    let share: Double?
    let net: Int64?
  }

  /// What the failures of a rule bring an option.
  struct EffectRow { let rule: SheetRule, option: Contest.Option, votes: Int64 }

  /// How the sheets of an area stand to a rule.
  struct AreaRow {
    let rule: SheetRule
    let area: String
    var checked = 0, failed = 0, unchecked = 0
    var stake: Int64 = 0
  }

  static let rules = TableKind<RuleRow>(
    "rules", Text(en: "Rules", es: "Reglas"),
    columns: [
      .init("rule", Text(en: "Rule", es: "Regla")) { $0.rule.code },
      .init("checked", Text(en: "Checked", es: "Comprobadas")) { $0.result.checked },
      .init("failed", Text(en: "Failed", es: "Con falla")) { $0.result.failed },
      .init("not_checked", Text(en: "Not checked", es: "Sin comprobar")) { $0.result.unchecked },
      .init("votes_at_stake", .votes, Text(en: "Votes at stake", es: "Votos en juego")) { $0.result.stake },
      .init("percent_of_margin", .percent, Text(en: "Percent of the margin", es: "Porcentaje de la ventaja")) {
        $0.share
      },
      .init(
        "net_effect", .votes, Text(en: "Net effect on the lead (votes)", es: "Efecto neto en la ventaja (votos)")
      ) { $0.net },
    ])

  static let effects = TableKind<EffectRow>(
    "effects", Text(en: "Net effect by option", es: "Efecto neto por opción"),
    columns: [
      .init("rule", Text(en: "Rule", es: "Regla")) { $0.rule.code },
      .init("option", Text(en: "Option", es: "Opción")) { $0.option },
      .init("votes", .votes, Text(en: "Votes", es: "Votos")) { $0.votes },
    ])

  static let areas = TableKind<AreaRow>(
    "areas", Text(en: "Failures by area", es: "Fallos por área"),
    columns: [
      .init("rule", Text(en: "Rule", es: "Regla")) { $0.rule.code },
      .init("area", Text(en: "Area", es: "Área")) { $0.area },
      .init("checked", Text(en: "Checked", es: "Comprobadas")) { $0.checked },
      .init("failed", Text(en: "Failed", es: "Con falla")) { $0.failed },
      .init("not_checked", Text(en: "Not checked", es: "Sin comprobar")) { $0.unchecked },
      .init("votes_at_stake", .votes, Text(en: "Votes at stake", es: "Votos en juego")) { $0.stake },
    ])

  private let sheets: Sheets
  private let pair: LeadingMargin?
  /// The area level of the table `areas`.
  private let level: Int?
  private var ruleRows: [RuleRow] = []
  private var effectRows: [EffectRow] = []
  private var areaRows: [AreaRow] = []

  init(_ sheets: Sheets, _ pair: LeadingMargin?, level: Int?) {
    (self.sheets, self.pair, self.level) = (sheets, pair, level)
  }

  mutating func add(_ rule: SheetRule, _ result: RuleResult) {
    let hasEffect = rule.direction != nil && result.effect.count == sheets.votes.count && result.failed > 0
    let share = pair.flatMap { $0.margin > 0 ? Double(result.stake) / Double($0.margin) * 100 : nil }
    let net = pair.flatMap { hasEffect ? result.effect[$0.leader].clampedSum(-result.effect[$0.second]) : nil }
    ruleRows.append(RuleRow(rule: rule, result: result, share: share, net: net))
    if hasEffect {
      effectRows += zip(sheets.contest.options, result.effect).map {
        EffectRow(rule: rule, option: $0, votes: $1)
      }
    }
    if let level { addAreas(rule, result, level) }
  }

  private mutating func addAreas(_ rule: SheetRule, _ result: RuleResult, _ level: Int) {
    guard !result.standings.isEmpty else { return }
    var rows = sheets.areas.units[level].map { AreaRow(rule: rule, area: $0.name) }
    for (row, standing) in result.standings.enumerated() {
      let unit = sheets.areas.unit(level, row)
      switch standing {
      case .unchecked: rows[unit].unchecked += 1
      case .kept: rows[unit].checked += 1
      case .broken:
        rows[unit].checked += 1
        rows[unit].failed += 1
      }
    }
    for failure in result.failures {
      guard case .sheet(let row) = failure.place, let stake = failure.stake else { continue }
      let unit = sheets.areas.unit(level, row)
      rows[unit].stake = rows[unit].stake.clampedSum(stake)
    }
    areaRows += rows
  }

  func add(to findings: inout Findings) throws {
    try findings.add(Self.rules, ruleRows)
    try findings.add(Self.effects, effectRows)
    try findings.add(Self.areas, areaRows)
    findings.add(try failureTable(), as: FailureColumns.kind)
    try findings.add(SheetTotals.kind, SheetTotals(sheets, pair, level: level).rows)
  }

  private func failureTable() throws -> Table {
    var columns = FailureColumns(sheets, count: ruleRows.reduce(0) { $0 + $1.result.failures.count })
    for row in ruleRows { columns.add(row.rule, row.result) }
    return try columns.table()
  }
}
