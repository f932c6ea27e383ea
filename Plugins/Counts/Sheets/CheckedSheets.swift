import ModuleKit

/// The sheets that are checked, with all that they are held against.
struct CheckedSheets: Sendable {
  let sheets: Sheets
  let stations: Stations?
  let totals: AreaTotals?
  let secondEntry: Sheets?
  let earlier: Sheets?
  /// The share of the register by which ballots may exceed it, rounded up to whole ballots.
  let allowance: Double
  /// The most ballots that a sheet may hold.
  let limit: Int?
  /// The fewest valid votes for which two sheets with the same figures are worth a look.
  let sameFrom: Int
  /// The sum of the votes of each sheet that has those of all options.
  let voteSums: Column<Int64>

  init(
    _ sheets: Sheets, stations: Stations? = nil, totals: AreaTotals? = nil, secondEntry: Sheets? = nil,
    earlier: Sheets? = nil, allowance: Double = 0, limit: Int? = nil, sameFrom: Int = 50
  ) {
    (self.sheets, self.stations, self.totals) = (sheets, stations, totals)
    (self.secondEntry, self.earlier) = (secondEntry, earlier)
    (self.allowance, self.limit, self.sameFrom) = (allowance, limit, sameFrom)
    voteSums = Self.sums(sheets)
  }

  private static func sums(_ sheets: Sheets) -> Column<Int64> {
    var missing = RowSet()
    var sums = [Int64](repeating: 0, count: sheets.count)
    for column in sheets.votes {
      missing.formUnion(column.missing)
      let values = column.values
      for row in sums.indices { sums[row] &+= values[row] }
    }
    return Column(values: sums, missing: sheets.votes.isEmpty ? RowSet(first: sheets.count) : missing)
  }

  /// The most voters whose ballots row `row` may hold: those registered, those admitted beside them, the allowance.
  @inline(__always)
  func voters(_ row: Int) -> Int64? {
    guard let registered = sheets.registered[row] else { return nil }
    let extra = sheets.extraVoters[row] ?? 0
    // A product such as 0.02 × 50 may come out a little above the whole number that it is.
    let allowed = allowance == 0 ? 0 : Int64((Double(registered) * allowance - 1e-6).rounded(.up))
    return registered + extra + max(0, allowed)
  }
}
