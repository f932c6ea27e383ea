import ModuleKit
import Statistics

/// The sheets of a count whose stations stand in the previous election, with what the stations gave then.
struct PreviousVotes {
  /// A tenth of these sheets in the order of publication; where sheets were published together all are of one tenth.
  struct Tenth {
    let number: Int
    /// The sheets today, and with their stations' margins in the previous election.
    var today = VoteTally(), previous = VoteTally()
  }

  let comparison: PreviousComparison
  /// The first tenth first; none where a sheet does not say when it was published.
  let tenths: [Tenth]
  /// The stations with early or late votes; of these the ones with votes in the previous election; stations of that
  /// election that the count does not have.
  let stations, matched, gone: Int
  /// The stations in both elections with early and with late votes.
  let early, late: Int
  /// The share of the late valid votes that is of stations in both elections.
  let covered: Double

  init(
    _ sheets: Sheets, _ periods: LatePeriods, _ options: ComparedOptions, before previous: Sheets,
    _ previousOptions: ComparedOptions
  ) {
    let then = StationMargins(previous, previousOptions)
    let keys = sheets.stationKeys
    let (matches, groups) = (keys.matches(in: previous.stationKeys), keys.grouped())
    var seen = Array(repeating: Seen(), count: groups.first.count)
    let (first, second, valid) = (sheets.votes[options.first], sheets.votes[options.second], sheets.validVotes)
    let areas = sheets.areas
    var rows: [(row: Int, sheet: PreviousComparison.Sheet)] = []
    var lateValid = 0.0
    for (row, period) in periods.all.enumerated() where period != .unknown {
      guard let mine = first[row].map(Double.init), let other = second[row].map(Double.init),
        let votes = valid[row].map(Double.init), votes > 0
      else { continue }
      let isLate = period == .late
      if isLate { lateValid += votes }
      let station = Int(groups.rows[row])
      seen[station].isCounted = !keys.missing.contains(row)
      guard matches[row] >= 0, let before = then.rate(Int(matches[row])) else { continue }
      if isLate { seen[station].isLate = true } else { seen[station].isEarly = true }
      rows.append(
        (
          row,
          PreviousComparison.Sheet(
            valid: votes, margin: mine - other, both: mine + other, previous: before,
            area: areas.rows.last.map { Int($0[row]) } ?? 0, isLate: isLate)
        ))
    }
    comparison = PreviousComparison(
      rows.map(\.sheet), counts: areas.units.map(\.count),
      parents: areas.units.dropFirst().map { $0.parents.map(Int.init) })
    tenths = Self.tenths(rows, sheets.publishedTo)
    stations = seen.count(where: \.isCounted)
    (early, late) = (seen.count(where: \.isEarly), seen.count(where: \.isLate))
    matched = seen.count { $0.isEarly || $0.isLate }
    gone = then.count(without: matches)
    covered = lateValid > 0 ? comparison.today.late.valid / lateValid : 0
  }

  /// What is seen of a station of today.
  private struct Seen { var isCounted = false, isEarly = false, isLate = false }

  private static func tenths(
    _ rows: [(row: Int, sheet: PreviousComparison.Sheet)], _ times: Column<Instant>
  ) -> [Tenth] {
    guard rows.allSatisfy({ times[$0.row] != nil }) else { return [] }
    let order = rows.sorted { (times.values[$0.row], $0.row) < (times.values[$1.row], $1.row) }
    var tenths = (1...10).map { Tenth(number: $0) }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, times.values[order[end].row] == times.values[order[start].row] { end += 1 }
      let tenth = 5 * (start + end) / order.count
      for (_, it) in order[start..<end] {
        tenths[tenth].today.add(valid: it.valid, margin: it.margin)
        tenths[tenth].previous.add(valid: it.valid, margin: it.valid * it.previous)
      }
      start = end
    }
    return tenths.filter { $0.today.sheets > 0 }
  }
}

/// The margin of each station of an election, all its sheets together.
private struct StationMargins {
  private let groups: TextGroups
  private let missing: [Bool]
  private var tallies: [VoteTally]

  init(_ sheets: Sheets, _ options: ComparedOptions) {
    let keys = sheets.stationKeys
    groups = keys.grouped()
    missing = groups.first.map { keys.missing.contains(Int($0)) }
    tallies = Array(repeating: VoteTally(), count: groups.first.count)
    let (first, second, valid) = (sheets.votes[options.first], sheets.votes[options.second], sheets.validVotes)
    for row in 0..<sheets.count {
      guard let mine = first[row], let other = second[row], let votes = valid[row] else { continue }
      tallies[Int(groups.rows[row])].add(valid: Double(votes), margin: Double(mine) - Double(other))
    }
  }

  /// The margin of the station of `row`, as a share of its valid votes; nil where it has none.
  func rate(_ row: Int) -> Double? { tallies[Int(groups.rows[row])].rate }

  /// The stations with votes that no row of another count matches.
  func count(without matches: [Int32]) -> Int {
    var isMatched = missing
    for match in matches where match >= 0 { isMatched[Int(groups.rows[Int(match)])] = true }
    return zip(isMatched, tallies).count { !$0.0 && $0.1.valid > 0 }
  }
}
