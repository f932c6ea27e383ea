import ModuleKit

/// The sheets of two tracks and of a station list, matched on their keys.
///
/// A sheet is on a track where the track states votes for at least one option: zero is a number of votes, an empty cell
/// is none. A row whose votes are all missing only tells that there is such a sheet.
struct SheetMatch {
  /// On which tracks a sheet is.
  enum Place: Int, CaseIterable { case both, onlyFirst, onlySecond, neither }

  /// One sheet: its rows on the first track, on the second and in the station list; -1 where there is none.
  struct Item { let first, second, station: Int32 }

  let first, second: Sheets
  let stations: Stations?
  /// The sheets by ``Place``, in the order of the first track, then of the second, then of the list.
  let items: [[Item]]
  /// The voters by row, -1 where nothing tells.
  private let firstVoters, secondVoters, stationVoters: [Int64]

  init(_ first: Sheets, _ second: Sheets, _ stations: Stations?) {
    (self.first, self.second, self.stations) = (first, second, stations)
    (firstVoters, secondVoters) = (first.voters.orMinusOne, second.voters.orMinusOne)
    stationVoters = stations?.registered.orMinusOne ?? []
    let partners = first.keys.matches(in: second.keys)
    let (isFirst, isSecond) = (first.hasVotes, second.hasVotes)
    let firstStations = stations.map { first.stationKeys.matches(in: $0.keys) }
    let secondStations = stations.map { second.stationKeys.matches(in: $0.keys) }
    var items = Place.allCases.map { _ in [Item]() }
    items[Place.both.rawValue].reserveCapacity(first.count)
    var isTaken = [Bool](repeating: false, count: second.count)
    var isSeen = [Bool](repeating: false, count: stations?.count ?? 0)
    func add(_ row: Int32, _ other: Int32) {
      var station: Int32 = -1
      if let firstStations, let secondStations {
        if row >= 0 { station = firstStations[Int(row)] }
        if station < 0, other >= 0 { station = secondStations[Int(other)] }
        if station >= 0 { isSeen[Int(station)] = true }
      }
      let place: Place =
        switch (row >= 0 && isFirst[Int(row)], other >= 0 && isSecond[Int(other)]) {
        case (true, true): .both
        case (true, false): .onlyFirst
        case (false, true): .onlySecond
        case (false, false): .neither
        }
      items[place.rawValue].append(Item(first: row, second: other, station: station))
    }
    for row in 0..<first.count {
      let other = partners[row]
      if other >= 0 { isTaken[Int(other)] = true }
      add(Int32(row), other)
    }
    for row in 0..<second.count where !isTaken[row] { add(-1, Int32(row)) }
    for station in isSeen.indices where !isSeen[station] {
      items[Place.neither.rawValue].append(Item(first: -1, second: -1, station: Int32(station)))
    }
    self.items = items
  }

  /// The sheets at `place`.
  subscript(place: Place) -> [Item] { items[place.rawValue] }

  /// The most votes that a sheet can hold: the most of what either track and the station list state; -1 where nothing
  /// tells.
  func mostVotes(_ item: Item) -> Int64 {
    max(
      item.first >= 0 ? first.mostVotes(Int(item.first), firstVoters) : -1,
      item.second >= 0 ? second.mostVotes(Int(item.second), secondVoters) : -1,
      item.station >= 0 ? stationVoters[Int(item.station)] : -1)
  }

  /// The voters of a sheet, from the first of the three sources that tells.
  func registered(_ item: Item) -> Int64? {
    if item.first >= 0, case let voters = firstVoters[Int(item.first)], voters >= 0 { return voters }
    if item.second >= 0, case let voters = secondVoters[Int(item.second)], voters >= 0 { return voters }
    if item.station >= 0, case let voters = stationVoters[Int(item.station)], voters >= 0 { return voters }
    return nil
  }
}

extension Column<Int64> {
  /// The values, none of them below 0, and -1 where there is none: one look a row, and nothing to be counted for it.
  var orMinusOne: [Int64] {
    if missing.isEmpty { return values }
    return values.indices.map { missing.contains($0) ? -1 : values[$0] }
  }
}

extension Sheets {
  /// For each row, whether it states votes for at least one option.
  var hasVotes: [Bool] {
    if votes.contains(where: \.missing.isEmpty) { return [Bool](repeating: true, count: count) }
    return (0..<count).map { row in votes.contains { !$0.isMissing(row) } }
  }

  /// The most of the valid votes of a row, the votes of its options together, its ballots and its `voters`; -1 where
  /// nothing tells. The votes of some options alone do not tell how many there can be, but there are no fewer.
  fileprivate func mostVotes(_ row: Int, _ voters: [Int64]) -> Int64 {
    let told = max(validVotes[row] ?? -1, castBallots[row] ?? -1, voters[row])
    return told < 0 ? -1 : max(told, votes.reduce(0) { $0 + ($1[row] ?? 0) })
  }

  /// Registered voters, with those admitted beyond the register.
  fileprivate var voters: Column<Int64> {
    if extraVoters.missing.count == count { return registered }
    let (registered, extra) = (registered, extraVoters)
    return Column(
      values: (0..<count).map { registered.values[$0] + (extra.isMissing($0) ? 0 : extra.values[$0]) },
      missing: registered.missing)
  }
}
