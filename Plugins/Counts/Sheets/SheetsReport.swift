import ModuleKit

/// The tables of `counts.sheets`, gathered rule by rule. Every failure is in them.
struct SheetsReport {
  static let tables = [
    CodedTable(
      "rules", Text(en: "Rules", es: "Reglas"),
      columns: [
        .init("rule", .text, Text(en: "Rule", es: "Regla")),
        .init("checked", .integer, Text(en: "Checked", es: "Comprobadas")),
        .init("failed", .integer, Text(en: "Failed", es: "Con fallo")),
        .init("not_checked", .integer, Text(en: "Not checked", es: "Sin comprobar")),
        .init("votes_at_stake", .integer, Text(en: "Votes at stake", es: "Votos en juego")),
        .init("percent_of_margin", .number, Text(en: "Percent of the margin", es: "Porcentaje de la ventaja")),
        .init(
          "net_effect", .integer, Text(en: "Net effect on the lead (votes)", es: "Efecto neto en la ventaja (votos)")),
      ]),
    CodedTable(
      "effects", Text(en: "Net effect by option", es: "Efecto neto por opción"),
      columns: [
        .init("rule", .text, Text(en: "Rule", es: "Regla")),
        .init("option", .text, Text(en: "Option", es: "Opción")),
        .init("votes", .integer, Text(en: "Votes", es: "Votos")),
      ]),
    CodedTable(
      "areas", Text(en: "Failures by area", es: "Fallos por área"),
      columns: [
        .init("rule", .text, Text(en: "Rule", es: "Regla")),
        .init("area", .text, Text(en: "Area", es: "Área")),
        .init("checked", .integer, Text(en: "Checked", es: "Comprobadas")),
        .init("failed", .integer, Text(en: "Failed", es: "Con fallo")),
        .init("not_checked", .integer, Text(en: "Not checked", es: "Sin comprobar")),
        .init("votes_at_stake", .integer, Text(en: "Votes at stake", es: "Votos en juego")),
      ]),
    CodedTable(
      "failures", Text(en: "Failures", es: "Fallos"),
      columns: [
        .init("rule", .text, Text(en: "Rule", es: "Regla")),
        .init("sheet", .text, Text(en: "Sheet, station or area", es: "Acta, mesa o área")),
        .init("area", .text, Text(en: "Area", es: "Área")),
        .init("figure", .text, Text(en: "Figure", es: "Cifra")),
        .init("stated", .integer, Text(en: "Stated", es: "Consta")),
        .init("computed", .integer, Text(en: "Computed, or in the other source", es: "Calculada, o en la otra fuente")),
        .init("other_sheet", .text, Text(en: "The other sheet", es: "La otra acta")),
        .init("votes_at_stake", .integer, Text(en: "Votes at stake", es: "Votos en juego")),
      ]),
    SheetTotals.kind,
  ]

  private let sheets: Sheets
  private let pair: LeadingMargin?
  /// The area level of the table `areas`.
  private let level: Int?
  private var rules: [[Cell]] = []
  private var effects: [[Cell]] = []
  private var areas: [[Cell]] = []
  private var failures: [(rule: SheetRule, result: RuleResult)] = []

  init(_ sheets: Sheets, _ pair: LeadingMargin?, level: Int?) {
    (self.sheets, self.pair, self.level) = (sheets, pair, level)
  }

  mutating func add(_ rule: SheetRule, _ result: RuleResult) {
    let hasEffect = rule.direction != nil && result.effect.count == sheets.votes.count && result.failed > 0
    let share = pair.flatMap { $0.margin > 0 ? Double(result.stake) / Double($0.margin) * 100 : nil }
    let net = pair.flatMap { hasEffect ? result.effect[$0.leader].clampedSum(-result.effect[$0.second]) : nil }
    rules.append([
      .text(rule.code.rawValue), .integer(Int64(result.checked)), .integer(Int64(result.failed)),
      .integer(Int64(result.unchecked)), .integer(Int64(result.stake)), share.map(Cell.number) ?? .missing,
      net.map(Cell.integer) ?? .missing,
    ])
    if hasEffect {
      for (option, votes) in zip(sheets.contest.options, result.effect) {
        effects.append([.text(rule.code.rawValue), .text(option.id), .integer(votes)])
      }
    }
    if let level { addAreas(rule, result, level) }
    failures.append((rule, result))
  }

  private mutating func addAreas(_ rule: SheetRule, _ result: RuleResult, _ level: Int) {
    guard !result.standings.isEmpty else { return }
    var counts = sheets.areas.units[level].map { _ in
      (checked: Int64(0), failed: Int64(0), not: Int64(0), stake: Int64(0))
    }
    for (row, standing) in result.standings.enumerated() {
      let unit = sheets.areas.unit(level, row)
      switch standing {
      case .unchecked: counts[unit].not += 1
      case .kept: counts[unit].checked += 1
      case .broken:
        counts[unit].checked += 1
        counts[unit].failed += 1
      }
    }
    for failure in result.failures {
      guard case .sheet(let row) = failure.place, let stake = failure.stake else { continue }
      let unit = sheets.areas.unit(level, row)
      counts[unit].stake = counts[unit].stake.clampedSum(stake)
    }
    for (unit, count) in zip(sheets.areas.units[level], counts) {
      areas.append([
        .text(rule.code.rawValue), .text(unit.name), .integer(count.checked), .integer(count.failed),
        .integer(count.not), .integer(count.stake),
      ])
    }
  }

  func add(to findings: inout CodedFindings<SheetsCode>) throws {
    for (kind, rows) in zip(Self.tables, [rules, effects, areas]) {
      findings.add(table: try kind.table(rows), as: kind.name)
    }
    findings.add(table: try failureTable(), as: "failures")
    findings.add(table: try SheetTotals.kind.table(SheetTotals(sheets, pair, level: level).rows), as: "totals")
  }

  private func failureTable() throws -> Table {
    var columns = FailureColumns(sheets, count: failures.reduce(0) { $0 + $1.result.failures.count })
    for (rule, result) in failures { columns.add(rule, result) }
    return try columns.table()
  }
}
