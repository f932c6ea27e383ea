import ModuleKit

/// The tables of `counts.screen`: every comparison, how many stand out in each area, and the digits and whole
/// percentages of the whole count in full. No station has a row.
struct ScreenReport {
  /// One comparison of a dataset; the area is nil for the whole count.
  struct TestRow {
    let dataset: String
    let area: String?
    let comparison: ScreenedCount.Comparison
    let standsOut: Bool?
  }

  /// The comparisons of one area; the area is nil for the whole count.
  struct AreaRow {
    let dataset: String
    let area: String?
    let stations, comparisons, standingOut: Int
  }

  static let tests = TableKind<TestRow>(
    "tests", Text(en: "All comparisons", es: "Todas las comparaciones"),
    columns: [
      .init("dataset", Text(en: "Dataset", es: "Datos")) { $0.dataset },
      .init("area", Text(en: "Area (empty: all)", es: "Área (vacía: todas)")) { $0.area },
      .init("test", Text(en: "Test", es: "Prueba")) { $0.comparison.test },
      .init("quantity", Text(en: "Looks at", es: "Examina")) { $0.comparison.outcome.quantity },
      .init("measure", Text(en: "Measure", es: "Medida")) { $0.comparison.outcome.measure },
      .init("statistic", Text(en: "Value", es: "Valor")) { $0.comparison.outcome.statistic },
      .init("expected", Text(en: "Expected", es: "Esperado")) { $0.comparison.outcome.expected },
      .init("deviation", Text(en: "Standard deviation", es: "Desviación típica")) { $0.comparison.outcome.deviation },
      .init("p", Text(en: "p", es: "p")) { $0.comparison.outcome.p },
      .init("adjusted_p", Text(en: "p, adjusted", es: "p ajustado")) { $0.comparison.adjusted },
      .init("stations", .stations, Text(en: "Stations", es: "Mesas")) { $0.comparison.outcome.count },
      .init("stands_out", Text(en: "Stands out", es: "Destaca")) { $0.standsOut },
    ])

  static let areas = TableKind<AreaRow>(
    "areas", Text(en: "Comparisons that stand out, by area", es: "Comparaciones que destacan, por área"),
    columns: [
      .init("dataset", Text(en: "Dataset", es: "Datos")) { $0.dataset },
      .init("area", Text(en: "Area (empty: all)", es: "Área (vacía: todas)")) { $0.area },
      .init("stations", .stations, Text(en: "Stations", es: "Mesas")) { $0.stations },
      .init("comparisons", Text(en: "Comparisons", es: "Comparaciones")) { $0.comparisons },
      .init("standing_out", Text(en: "Stand out", es: "Destacan")) { $0.standingOut },
    ])

  /// The false discovery rate.
  let rate: Double
  private var testRows: [TestRow] = []
  private var areaRows: [AreaRow] = []
  private var digitRows: [DigitRow] = []
  private var percentageRows: [PercentageRow] = []

  init(rate: Double) { self.rate = rate }

  /// Adds a count whose areas are of `level`: the whole first, then areas in the order of the file, never by result.
  mutating func add(_ count: ScreenedCount, _ level: Int?) {
    let dataset = count.sheets.source.dataset
    func name(_ area: Int?) -> String? {
      guard let area, let level else { return nil }
      return count.name(of: area, at: level)
    }
    testRows += count.comparisons.map {
      TestRow(
        dataset: dataset, area: name($0.area), comparison: $0,
        standsOut: $0.adjusted == nil ? nil : $0.standsOut(rate))
    }
    digitRows += DigitRow.rows(dataset, count.whole)
    percentageRows += PercentageRow.rows(dataset, count.comparisons.filter { $0.area == nil })
    let byArea = Dictionary(grouping: count.tested) { $0.area ?? -1 }
    let samples = [(-1, count.whole)] + count.areas.map { ($0.unit, $0.sample) }
    for (area, sample) in samples {
      let comparisons = byArea[area] ?? []
      areaRows.append(
        AreaRow(
          dataset: dataset, area: name(area < 0 ? nil : area), stations: sample.stations.count,
          comparisons: comparisons.count, standingOut: comparisons.count { $0.standsOut(rate) }))
    }
  }

  func add(to findings: inout Findings) throws {
    try findings.add(Self.tests, testRows)
    try findings.add(Self.areas, areaRows)
    try findings.add(DigitRow.kind, digitRows)
    try findings.add(PercentageRow.kind, percentageRows)
  }
}
