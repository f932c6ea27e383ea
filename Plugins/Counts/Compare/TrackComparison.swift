import ModuleKit
import Statistics

/// The comparison of two tracks as findings, tables and the figure need it.
struct TrackComparison {
  /// Sheets of one track: their votes, to be held against those of other sheets.
  struct Group {
    var sheets = 0
    var registered: Int64 = 0, valid: Int64 = 0, a: Int64 = 0, b: Int64 = 0

    fileprivate mutating func add(_ votes: TrackVotes, at row: Int) {
      valid += votes.valid[row] ?? 0
      a += votes.a[row] ?? 0
      b += votes.b[row] ?? 0
    }

    /// The margin of the two leading options in points of the valid votes; nil without votes.
    var points: Double? { valid > 0 ? 100 * Double(a - b) / Double(valid) : nil }
  }

  let match: SheetMatch
  let pair: LeadingPair?
  let differences: SheetDifferences
  /// What is so in all.
  private(set) var all = AreaComparison()
  /// What is so in each area of the level asked for, beside its path.
  private(set) var areas: [(path: [String], it: AreaComparison)] = []
  /// The sheets whose margin differs, the largest difference first, by their places among ``differences``.
  private(set) var ranked: [Int] = []
  /// The signs of the areas of each level, from the coarsest on.
  private(set) var areaSigns: [(level: String, test: SignTest)] = []
  /// The margin that the first track shows over all its sheets.
  private(set) var margin: Int64 = 0
  /// Rows of the second track without votes for any option.
  let unreadable: Int
  /// The sheets at each place, with the votes of either track.
  private var groups: [(first: Group, second: Group)] = []

  init(_ match: SheetMatch, per: String?) {
    self.match = match
    pair = LeadingPair(match.first)
    differences = SheetDifferences(match, pair)
    unreadable = match.second.hasVotes.count { !$0 }
    let units = per.map { ComparedAreas($0, match) }
    var byUnit = [AreaComparison](repeating: AreaComparison(), count: units?.paths.count ?? 0)
    for place in SheetMatch.Place.allCases {
      all.places[place.rawValue] = match[place].count
      if let units { for item in match[place] { byUnit[units.unit(item)].places[place.rawValue] += 1 } }
    }
    for (place, item) in differences.items.enumerated() {
      let (change, margin) = (differences.changes[place], differences.margins[place])
      all.add(change, margin: margin)
      if let units { byUnit[units.unit(item)].add(change, margin: margin) }
    }
    addVotes(units, &byUnit)
    areas = zip(units?.paths ?? [], byUnit).map { ($0, $1) }
    ranked = differences.margins.indices.filter { differences.margins[$0] != 0 }
      .sorted { (differences.margins[$1].magnitude, $0) < (differences.margins[$0].magnitude, $1) }
    addAreaSigns()
  }

  private mutating func addVotes(_ units: ComparedAreas?, _ byUnit: inout [AreaComparison]) {
    let first = pair.map { TrackVotes(match.first, $0) }
    let second = pair.map { TrackVotes(match.second, $0) }
    groups = SheetMatch.Place.allCases.map { groups(at: $0, first, second) }
    guard let pair, let first, let second else { return }
    let both = groups[SheetMatch.Place.both.rawValue]
    (all.first, all.second) = ((both.first.a, both.first.b), (both.second.a, both.second.b))
    if let units {
      for item in differences.items {
        let (row, other, unit) = (Int(item.first), Int(item.second), units.unit(item))
        let (one, two) = (byUnit[unit].first, byUnit[unit].second)
        byUnit[unit].first = (one.a + (first.a[row] ?? 0), one.b + (first.b[row] ?? 0))
        byUnit[unit].second = (two.a + (second.a[other] ?? 0), two.b + (second.b[other] ?? 0))
      }
    }
    margin = match.first.votes[pair.a].total - match.first.votes[pair.b].total
  }

  /// The sheets at `place`, with the votes of either track; without these where there is no pair.
  private func groups(
    at place: SheetMatch.Place, _ votes: TrackVotes?, _ otherVotes: TrackVotes?
  ) -> (first: Group, second: Group) {
    let (match, items) = (match, match[place])
    var (first, second) = (Group(), Group())
    for item in items { first.registered += match.registered(item) ?? 0 }
    first.sheets = items.count
    (second.sheets, second.registered) = (first.sheets, first.registered)
    guard let votes, let otherVotes else { return (first, second) }
    for item in items {
      if item.first >= 0 { first.add(votes, at: Int(item.first)) }
      if item.second >= 0 { second.add(otherVotes, at: Int(item.second)) }
    }
    return (first, second)
  }

  private mutating func addAreaSigns() {
    let areas = match.first.areas
    areaSigns = areas.levels.indices.map { level in
      var nets = [Int64](repeating: 0, count: areas.units[level].count)
      let units = areas.rows[level]
      for place in ranked {
        nets[Int(units[Int(differences.items[place].first)])] += differences.margins[place]
      }
      return (areas.levels[level], SignTest(plus: nets.count { $0 > 0 }, minus: nets.count { $0 < 0 }))
    }
  }

  /// The sheets of one track that the other covers, and those that it does not: with the first track's votes where
  /// `isFirst`, else with the second's.
  func groups(ofFirst isFirst: Bool) -> (covered: Group, uncovered: Group) {
    (group(.both, ofFirst: isFirst), group(isFirst ? .onlyFirst : .onlySecond, ofFirst: isFirst))
  }

  /// The sheets at `place`, with the votes of one track.
  func group(_ place: SheetMatch.Place, ofFirst isFirst: Bool) -> Group {
    isFirst ? groups[place.rawValue].first : groups[place.rawValue].second
  }
}

/// The valid votes of one track and those of the two leading options, by row.
private struct TrackVotes {
  let valid, a, b: Column<Int64>

  init(_ sheets: Sheets, _ pair: LeadingPair) {
    (valid, a, b) = (sheets.validVotes, sheets.votes[pair.a], sheets.votes[pair.b])
  }
}
