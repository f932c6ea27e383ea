import ModuleKit
import Statistics

/// The comparison of two tracks as findings, tables and the figure need it.
struct TrackComparison {
  /// Sheets of one track: their votes, to be held against those of other sheets.
  struct Group {
    var sheets = 0
    var registered: Int64 = 0, valid: Int64 = 0, a: Int64 = 0, b: Int64 = 0

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
  /// The signs of the finest areas; nil where sheets name no areas.
  private(set) var areaSigns: SignTest?
  /// The margin that the first track shows, over all its sheets and over those that are compared.
  private(set) var margin: Int64 = 0, comparedMargin: Int64 = 0
  /// The sheets whose margins are compared.
  private(set) var compared = 0
  /// The most votes that the other sheets can hold, but for those of which nothing tells it, and how many these are.
  private(set) var uncomparedVotes: Int64 = 0
  private(set) var unbounded = 0

  init(_ match: SheetMatch, per: String?) {
    self.match = match
    pair = LeadingPair(match.first)
    differences = SheetDifferences(match, pair)
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
    addUncompared()
  }

  private mutating func addVotes(_ units: ComparedAreas?, _ byUnit: inout [AreaComparison]) {
    guard let pair else { return }
    let (first, second) = (match.first.votes, match.second.votes)
    let (a, b, otherA, otherB) = (first[pair.a], first[pair.b], second[pair.a], second[pair.b])
    for item in differences.items {
      let (row, other) = (Int(item.first), Int(item.second))
      let one = (a[row] ?? 0, b[row] ?? 0)
      let two = (otherA[other] ?? 0, otherB[other] ?? 0)
      func add(_ area: inout AreaComparison) {
        area.first = (area.first.a + one.0, area.first.b + one.1)
        area.second = (area.second.a + two.0, area.second.b + two.1)
      }
      add(&all)
      if let units { add(&byUnit[units.unit(item)]) }
    }
    margin = first[pair.a].total - first[pair.b].total
  }

  private mutating func addAreaSigns() {
    let areas = match.first.areas
    guard let finest = areas.levels.indices.last else { return }
    var nets = [Int64](repeating: 0, count: areas.units[finest].count)
    let units = areas.rows[finest]
    for place in ranked {
      nets[Int(units[Int(differences.items[place].first)])] += differences.margins[place]
    }
    areaSigns = SignTest(plus: nets.count { $0 > 0 }, minus: nets.count { $0 < 0 })
  }

  private mutating func addUncompared() {
    guard let pair else { return }
    let (a, b) = (match.first.votes[pair.a], match.first.votes[pair.b])
    var (votes, unbounded): (Int64, Int) = (0, 0)
    func add(_ item: SheetMatch.Item) {
      if let most = match.mostVotes(item) { votes += most } else { unbounded += 1 }
    }
    for (item, change) in zip(differences.items, differences.changes) {
      guard change.contains(.margin) else {
        add(item)
        continue
      }
      compared += 1
      comparedMargin += a.values[Int(item.first)] - b.values[Int(item.first)]
    }
    for place in SheetMatch.Place.allCases where place != .both {
      for item in match[place] { add(item) }
    }
    (uncomparedVotes, self.unbounded) = (votes, unbounded)
  }

  /// The sheets of one track that the other covers, and those that it does not: with the first track's votes where
  /// `isFirst`, else with the second's.
  func groups(ofFirst isFirst: Bool) -> (covered: Group, uncovered: Group) {
    (group(.both, ofFirst: isFirst), group(isFirst ? .onlyFirst : .onlySecond, ofFirst: isFirst))
  }

  /// The sheets at `place`, with the votes of one track.
  func group(_ place: SheetMatch.Place, ofFirst isFirst: Bool) -> Group {
    let sheets = isFirst ? match.first : match.second
    let valid = sheets.validVotes
    let votes = pair.map { (a: sheets.votes[$0.a], b: sheets.votes[$0.b]) }
    var group = Group()
    let match = match
    for item in match[place] {
      let row = Int(isFirst ? item.first : item.second)
      group.sheets += 1
      group.registered += match.registered(item) ?? 0
      guard row >= 0, let votes else { continue }
      group.valid += valid[row] ?? 0
      group.a += votes.a[row] ?? 0
      group.b += votes.b[row] ?? 0
    }
    return group
  }
}
