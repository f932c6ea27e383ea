import ModuleKit

/// The table of failures as it grows: by columns, since there may be as many rows as figures on all sheets.
struct FailureColumns: ~Copyable {
  private let sheets: Sheets
  /// The name of each figure met so far.
  private var figureNames: [TallyFigure: [UInt8]] = [:]

  private var rules, keys, areas, figures, twins: TextColumnBuilder
  private var stated, computed, stakes: IntegerColumnBuilder

  /// No failures yet of `sheets`, of which there will be `count`.
  init(_ sheets: Sheets, count: Int) {
    self.sheets = sheets
    rules = TextColumnBuilder(count: count)
    keys = TextColumnBuilder(count: count)
    areas = TextColumnBuilder(count: count)
    figures = TextColumnBuilder(count: count)
    twins = TextColumnBuilder(count: count)
    stated = IntegerColumnBuilder(count: count)
    computed = IntegerColumnBuilder(count: count)
    stakes = IntegerColumnBuilder(count: count)
  }

  mutating func add(_ rule: SheetRule, _ result: RuleResult) {
    let (name, level) = (Array(rule.code.utf8), sheets.areas.levels.count - 1)
    func area(_ row: Int) -> [UInt8]? {
      level < 0 ? nil : Array(sheets.areas.units[level][sheets.areas.unit(level, row)].name.utf8)
    }
    for failure in result.failures {
      rules.append(name)
      switch failure.place {
      case .sheet(let row):
        keys.append(sheets.keys.utf8(row))
        areas.appendOptional(area(row))
      case .other(let place):
        keys.appendOptional(result.others[place].key.map { Array($0.utf8) })
        areas.appendOptional(result.others[place].area.map { Array($0.utf8) })
      }
      let figure = figureNames[failure.figure] ?? Array(failure.figure.name(sheets.contest).utf8)
      figureNames[failure.figure] = figure
      figures.append(figure)
      twins.appendOptional(failure.twin.map { Array(sheets.keys.utf8($0)) })
      stated.append(failure.stated)
      computed.append(failure.computed)
      stakes.append(failure.stake)
    }
  }

  static let kind = DeclaredTable(
    "failures", Text(en: "Failures", es: "Fallas"),
    columns: [
      .init("rule", .text, Text(en: "Rule", es: "Regla")),
      .init("sheet", .text, Text(en: "Sheet, station or area", es: "Acta, mesa o área")),
      .init("area", .text, Text(en: "Area", es: "Área")),
      .init("figure", .text, Text(en: "Figure", es: "Cifra")),
      .init("stated", .integer, Text(en: "Stated", es: "Consta")),
      .init("computed", .integer, Text(en: "Computed, or in the other source", es: "Calculada, o en la otra fuente")),
      .init("other_sheet", .text, Text(en: "The other sheet", es: "La otra acta")),
      .init("votes_at_stake", .integer, Text(en: "Votes at stake", es: "Votos en juego"), unit: .votes),
    ])

  /// The table, as ``kind`` declares it.
  consuming func table() throws -> Table {
    try Table([
      ("rule", .text(rules.column)), ("sheet", .text(keys.column)), ("area", .text(areas.column)),
      ("figure", .text(figures.column)), ("stated", .integer(stated.column)), ("computed", .integer(computed.column)),
      ("other_sheet", .text(twins.column)), ("votes_at_stake", .integer(stakes.column)),
    ])
  }
}

extension TextColumnBuilder {
  fileprivate mutating func appendOptional(_ bytes: [UInt8]?) {
    if let bytes { append(bytes) } else { appendMissing() }
  }
}

/// Gathers whole numbers, row after row.
private struct IntegerColumnBuilder {
  private var values: [Int64] = []
  private var missing = RowSet()

  init(count: Int) { values.reserveCapacity(count) }

  mutating func append(_ value: Int64?) {
    if value == nil { missing.insert(values.count) }
    values.append(value ?? 0)
  }

  var column: Column<Int64> { Column(values: values, missing: missing) }
}
