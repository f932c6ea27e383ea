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
    for item in differences.items {
      let (row, other) = (Int(item.first), Int(item.second))
      let one = (first[pair.a][row] ?? 0, first[pair.b][row] ?? 0)
      let two = (second[pair.a][other] ?? 0, second[pair.b][other] ?? 0)
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
    for place in ranked {
      nets[areas.unit(finest, Int(differences.items[place].first))] += differences.margins[place]
    }
    areaSigns = SignTest(plus: nets.count { $0 > 0 }, minus: nets.count { $0 < 0 })
  }

  private mutating func addUncompared() {
    guard let pair else { return }
    let (a, b) = (match.first.votes[pair.a], match.first.votes[pair.b])
    func add(_ item: SheetMatch.Item) {
      if let votes = match.mostVotes(item) { uncomparedVotes += votes } else { unbounded += 1 }
    }
    for (place, item) in differences.items.enumerated() {
      guard differences.changes[place].contains(.margin) else {
        add(item)
        continue
      }
      compared += 1
      comparedMargin += a.values[Int(item.first)] - b.values[Int(item.first)]
    }
    for place in SheetMatch.Place.allCases where place != .both { match[place].forEach(add) }
  }

  /// The sheets of one track that the other covers, and those that it does not: with the first track's votes where
  /// `isFirst`, else with the second's.
  func groups(ofFirst isFirst: Bool) -> (covered: Group, uncovered: Group) {
    (group(.both, ofFirst: isFirst), group(isFirst ? .onlyFirst : .onlySecond, ofFirst: isFirst))
  }

  /// The sheets at `place`, with the votes of one track.
  func group(_ place: SheetMatch.Place, ofFirst isFirst: Bool) -> Group {
    let sheets = isFirst ? match.first : match.second
    var group = Group()
    for item in match[place] {
      let row = Int(isFirst ? item.first : item.second)
      group.sheets += 1
      group.registered += match.registered(item) ?? 0
      guard row >= 0, let pair else { continue }
      group.valid += sheets.validVotes[row] ?? 0
      group.a += sheets.votes[pair.a][row] ?? 0
      group.b += sheets.votes[pair.b][row] ?? 0
    }
    return group
  }
}
