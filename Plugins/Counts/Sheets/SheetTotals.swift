import ModuleKit

/// What the sheets add up to, figure by figure, and the shares that follow: of the register, of the ballots, of the valid
/// votes.
struct SheetTotals {
  /// What some sheets add up to in one figure.
  struct Row {
    /// The area; nil for all sheets.
    let area: String?
    let figure: String
    fileprivate let sum: Sum
    /// Of how many of register, ballots and valid votes the figure is a part.
    fileprivate let bases: Int

    /// The share of the register, the ballots or the valid votes; nil where the figure is no part of it.
    fileprivate func percent(of base: Int) -> Double? {
      base < bases && sum.wholes[base] > 0 ? 100 * Double(sum.parts[base]) / Double(sum.wholes[base]) : nil
    }
  }

  static let kind = TableKind<Row>(
    "totals", Text(en: "What the sheets add up to", es: "Lo que suman las actas"),
    columns: [
      .init("area", Text(en: "Area; all where empty", es: "Área; todas si está vacía")) { $0.area },
      .init("figure", Text(en: "Figure", es: "Cifra")) { $0.figure },
      .init("sheets", .sheets, Text(en: "Sheets that have it", es: "Actas que la tienen")) { $0.sum.sheets },
      .init("total", Text(en: "Total", es: "Total")) { $0.sum.total },
      .init("percent_of_registered", .percent, Text(en: "% of registered voters", es: "% de los inscritos")) {
        $0.percent(of: 0)
      },
      .init("percent_of_cast", .percent, Text(en: "% of ballots cast", es: "% de los votos emitidos")) {
        $0.percent(of: 1)
      },
      .init("percent_of_valid", .percent, Text(en: "% of valid votes", es: "% de los votos válidos")) {
        $0.percent(of: 2)
      },
    ])

  /// A sum over some sheets, and what a share of it is of: the register, the ballots and the valid votes, over those of
  /// them that have both figures.
  fileprivate struct Sum {
    var sheets: Int64 = 0
    var total: Int64 = 0
    var parts = SIMD4<Int64>.zero
    var wholes = SIMD4<Int64>.zero

    static func += (sum: inout Sum, other: Sum) {
      sum.sheets += other.sheets
      sum.total += other.total
      sum.parts &+= other.parts
      sum.wholes &+= other.wholes
    }
  }

  let rows: [Row]

  /// The totals of all sheets and, with a `level`, of each of its areas. Whole numbers in data are small enough for
  /// sums over any file.
  init(_ sheets: Sheets, _ pair: LeadingMargin?, level: Int?) {
    let bases = [sheets.registered, sheets.castBallots, sheets.validVotes]
    var figures = sheets.figures.compactMap { figure, column -> (name: String, column: Column<Int64>, bases: Int)? in
      let column = figure == .valid ? bases[2] : figure == .cast ? bases[1] : column
      return column.missing.count < sheets.count ? (figure.name(sheets.contest), column, figure.bases) : nil
    }
    if let pair {
      let (leader, second) = (sheets.votes[pair.leader], sheets.votes[pair.second])
      let names = [pair.leader, pair.second].map { sheets.contest.options[$0].id }
      // The lead is of the sheets that have the votes of both.
      var missing = leader.missing
      missing.formUnion(second.missing)
      let lead = Column(values: zip(leader.values, second.values).map { $0 &- $1 }, missing: missing)
      if lead.missing.count < sheets.count { figures.append(("lead_\(names[0])_over_\(names[1])", lead, 3)) }
    }
    let areas = level.map { sheets.areas.units[$0].map(\.name) } ?? []
    // Without areas all sheets are those of one.
    let sums = figures.map {
      Self.sums($0.column, bases, max(areas.count, 1)) { row in
        level.map { sheets.areas.unit($0, row) } ?? 0
      }
    }
    func rows(_ area: String?, _ sum: (Int) -> Sum) -> [Row] {
      figures.indices.map { Row(area: area, figure: figures[$0].name, sum: sum($0), bases: figures[$0].bases) }
    }
    self.rows =
      rows(nil) { figure in sums[figure].reduce(into: Sum()) { $0 += $1 } }
      + areas.indices.flatMap { area in rows(areas[area]) { figure in sums[figure][area] } }
  }

  private static func sums(
    _ column: Column<Int64>, _ bases: [Column<Int64>], _ count: Int, area: (Int) -> Int
  ) -> [Sum] {
    var sums = [Sum](repeating: Sum(), count: count)
    let (registered, cast, valid) = (bases[0], bases[1], bases[2])
    for row in column.values.indices where !column.isMissing(row) {
      let value = column.values[row]
      let area = area(row)
      sums[area].sheets += 1
      sums[area].total += value
      if !registered.isMissing(row) {
        sums[area].parts.x &+= value
        sums[area].wholes.x &+= registered.values[row]
      }
      if !cast.isMissing(row) {
        sums[area].parts.y &+= value
        sums[area].wholes.y &+= cast.values[row]
      }
      if !valid.isMissing(row) {
        sums[area].parts.z &+= value
        sums[area].wholes.z &+= valid.values[row]
      }
    }
    return sums
  }
}

extension TallyFigure {
  /// Of how many of register, ballots and valid votes it is a part.
  fileprivate var bases: Int {
    switch self {
    case .votes, .valid: 3
    case .cast, .blank, .null: 2
    case .registered, .extraVoters, .received, .issued, .unused, .sheets, .sheet: 1
    }
  }
}
