import ModuleKit

/// The tables of `counts.screen`: every comparison, how many stand out in each area, and the digits and whole
/// percentages of the whole count in full. No station has a row.
struct ScreenReport {
  static let tables = [
    CodedTable(
      "tests", Text(en: "All comparisons", es: "Todas las comparaciones"),
      columns: [
        .init("dataset", .text, Text(en: "Dataset", es: "Datos")),
        .init("area", .text, Text(en: "Area (empty: all)", es: "Zona (vacía: todas)")),
        .init("test", .text, Text(en: "Test", es: "Prueba")),
        .init("quantity", .text, Text(en: "Looks at", es: "Examina")),
        .init("measure", .text, Text(en: "Measure", es: "Medida")),
        .init("statistic", .number, Text(en: "Value", es: "Valor")),
        .init("expected", .number, Text(en: "Expected", es: "Esperado")),
        .init("deviation", .number, Text(en: "Standard deviation", es: "Desviación típica")),
        .init("p", .number, Text(en: "p", es: "p")),
        .init("adjusted_p", .number, Text(en: "p, adjusted", es: "p ajustado")),
        .init("stations", .integer, Text(en: "Stations", es: "Mesas")),
        .init("stands_out", .boolean, Text(en: "Stands out", es: "Destaca")),
      ]),
    CodedTable(
      "areas", Text(en: "Comparisons that stand out, by area", es: "Comparaciones que destacan, por área"),
      columns: [
        .init("dataset", .text, Text(en: "Dataset", es: "Datos")),
        .init("area", .text, Text(en: "Area (empty: all)", es: "Zona (vacía: todas)")),
        .init("stations", .integer, Text(en: "Stations", es: "Mesas")),
        .init("comparisons", .integer, Text(en: "Comparisons", es: "Comparaciones")),
        .init("standing_out", .integer, Text(en: "Stand out", es: "Destacan")),
      ]),
    DigitRows.kind, PercentageRows.kind,
  ]

  /// The false discovery rate.
  let rate: Double
  private var tests: [[Cell]] = []
  private var areas: [[Cell]] = []
  private var digits: [[Cell]] = []
  private var percentages: [[Cell]] = []

  init(rate: Double) { self.rate = rate }

  /// Adds a count whose areas are of `level`: the whole first, then areas in the order of the file, never by result.
  mutating func add(_ count: ScreenedCount, _ level: Int?) {
    let dataset = Cell.text(count.sheets.source.dataset)
    func name(_ area: Int?) -> Cell {
      guard let area, let level else { return .missing }
      return .text(count.name(of: area, at: level))
    }
    for comparison in count.comparisons {
      let outcome = comparison.outcome
      tests.append([
        dataset, name(comparison.area), .text(comparison.code.rawValue), .text(outcome.quantity.rawValue),
        .text(outcome.measure), .number(outcome.statistic), outcome.expected.map(Cell.number) ?? .missing,
        outcome.deviation.map(Cell.number) ?? .missing, outcome.p.map(Cell.number) ?? .missing,
        comparison.adjusted.map(Cell.number) ?? .missing,
        .integer(Int64(outcome.count)),
        comparison.adjusted == nil ? .missing : .boolean(comparison.standsOut(rate)),
      ])
    }
    digits += DigitRows(dataset, count.whole).rows
    percentages += PercentageRows(dataset, count.comparisons.filter { $0.area == nil }).rows
    let byArea = Dictionary(grouping: count.tested) { $0.area ?? -1 }
    let samples = [(-1, count.whole)] + count.areas.map { ($0.unit, $0.sample) }
    for (area, sample) in samples {
      let comparisons = byArea[area] ?? []
      areas.append([
        dataset, name(area < 0 ? nil : area), .integer(Int64(sample.stations.count)),
        .integer(Int64(comparisons.count)), .integer(Int64(comparisons.count { $0.standsOut(rate) })),
      ])
    }
  }

  func add(to findings: inout CodedFindings<ScreenCode>) throws {
    for (kind, rows) in zip(Self.tables, [tests, areas, digits, percentages]) {
      findings.add(table: try kind.table(rows), as: kind.name)
    }
  }
}
