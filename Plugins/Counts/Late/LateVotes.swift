import ModuleKit
import Statistics

/// The early and late votes of a count by area, and how far early neighbours differ.
struct LateVotes {
  let ladder: AreaLadder
  /// How far the early sheets of one area of the finest level differ from each other.
  let sheetSpread: NeighbourSpread
  /// Sheets of unknown period, and other sheets without the votes of both options or without valid votes stated.
  let untimed, incomplete: Int
  /// The registered voters of the late sheets; nil where some do not state them.
  let lateRegistered: Double?

  /// One pass over the sheets for the sums, one more over the early ones for their spread.
  init(_ sheets: Sheets, _ periods: LatePeriods, _ options: ComparedOptions) {
    let areas = sheets.areas
    let units = areas.rows.last
    var finest = Array(repeating: TwoPeriods(), count: areas.units.last?.count ?? 1)
    let (first, second, valid) = (sheets.votes[options.first], sheets.votes[options.second], sheets.validVotes)
    var (untimed, incomplete, registered) = (0, 0, 0.0 as Double?)
    func isComplete(_ row: Int) -> Bool {
      !first.missing.contains(row) && !second.missing.contains(row) && !valid.missing.contains(row)
    }
    func margin(_ row: Int) -> Double { Double(first.values[row]) - Double(second.values[row]) }
    for (row, period) in periods.all.enumerated() {
      guard period != .unknown else {
        untimed += 1
        continue
      }
      guard isComplete(row) else {
        incomplete += 1
        continue
      }
      let unit = units.map { Int($0[row]) } ?? 0
      let votes = Double(valid.values[row])
      if period == .early {
        finest[unit].early.add(valid: votes, margin: margin(row))
      } else {
        finest[unit].late.add(valid: votes, margin: margin(row))
        registered = registered.flatMap { sum in sheets.registered[row].map { sum + Double($0) } }
      }
    }
    var spread = NeighbourSpread()
    for (row, period) in periods.all.enumerated() where period == .early && isComplete(row) {
      let place = finest[units.map { Int($0[row]) } ?? 0].early
      spread.add(valid: Double(valid.values[row]), margin: margin(row), place: place)
    }
    ladder = AreaLadder(
      finest, counts: areas.units.map(\.count), parents: areas.units.dropFirst().map { $0.parents.map(Int.init) })
    (sheetSpread, self.untimed, self.incomplete, lateRegistered) = (spread, untimed, incomplete, registered)
  }
}
