import ModuleKit
import Statistics

/// What two tracks have in common in one area, or in all.
struct AreaComparison {
  /// Sheets by the tracks that they are on.
  var places = [Int](repeating: 0, count: SheetMatch.Place.allCases.count)
  /// Votes of the two leading options on the sheets that are on both tracks, by track.
  var first: (a: Int64, b: Int64) = (0, 0), second: (a: Int64, b: Int64) = (0, 0)
  /// Sheets whose votes are the same for every option, and those where some option's differ.
  var identical = 0, differing = 0
  /// Sheets where nothing differs that both tracks state, but some option's votes are missing on one.
  var incomplete = 0
  /// Sheets where anything differs: options, or valid, blank, null or cast ballots.
  var anything = 0
  /// Sheets on which the margin is larger for an option on the first track, and by how many votes.
  var favourA = (sheets: 0, votes: Int64(0)), favourB = (sheets: 0, votes: Int64(0))
  /// Sheets on which the margin differs by 10 votes or more, by 100 or more, and those with swapped votes.
  var ten = 0, hundred = 0, swapped = 0
  /// Sheets with another number of registered voters.
  var registered = 0

  var known: Int { places.reduce(0, +) }
  var both: Int { places[SheetMatch.Place.both.rawValue] }
  var onlyFirst: Int { places[SheetMatch.Place.onlyFirst.rawValue] }
  var onlySecond: Int { places[SheetMatch.Place.onlySecond.rawValue] }
  var neither: Int { places[SheetMatch.Place.neither.rawValue] }
  var changed: Int { favourA.sheets + favourB.sheets }
  /// By how many votes the margin is larger for the option that stands first on the ballot, on the first track.
  var net: Int64 { favourA.votes - favourB.votes }
  /// The sheets' signs, ties dropped.
  var signs: SignTest { SignTest(plus: favourA.sheets, minus: favourB.sheets) }

  mutating func add(_ change: SheetDifferences.Change, margin: Int64) {
    if change.contains(.options) {
      differing += 1
    } else if change.contains(.incomplete) {
      incomplete += 1
    } else {
      identical += 1
    }
    if change.contains(.anything) { anything += 1 }
    if change.contains(.registered) { registered += 1 }
    if change.contains(.swapped) { swapped += 1 }
    guard margin != 0 else { return }
    if margin > 0 { favourA = (favourA.sheets + 1, favourA.votes + margin) }
    if margin < 0 { favourB = (favourB.sheets + 1, favourB.votes - margin) }
    if margin.magnitude >= 10 { ten += 1 }
    if margin.magnitude >= 100 { hundred += 1 }
  }
}

/// The areas of one level as two tracks and a station list name them, known by their full paths.
struct ComparedAreas {
  /// The paths, in the order of the first track, then of the second, then of the list.
  private(set) var paths: [[String]]
  private let first, second, stations: [Int32]
  private let (secondUnits, stationUnits): ([Int], [Int])

  /// The level `name`, which every dataset has.
  init(_ name: String, _ match: SheetMatch) {
    func units(_ areas: Areas?) -> (paths: [[String]], rows: [Int32]) {
      guard let areas, let level = areas.level(name) else { return ([], []) }
      return (areas.units[level].map(\.path), areas.rows[level])
    }
    let (one, two, list) = (
      units(match.first.areas), units(match.second.areas), units(match.stations?.areas)
    )
    (first, second, stations) = (one.rows, two.rows, list.rows)
    paths = one.paths
    var known = Dictionary(one.paths.enumerated().map { ($1, $0) }) { first, _ in first }
    func places(_ others: [[String]], _ paths: inout [[String]]) -> [Int] {
      others.map { path in
        if let place = known[path] { return place }
        known[path] = paths.count
        paths.append(path)
        return paths.count - 1
      }
    }
    secondUnits = places(two.paths, &paths)
    stationUnits = places(list.paths, &paths)
  }

  /// The area of a sheet, by its place among the paths.
  func unit(_ item: SheetMatch.Item) -> Int {
    if item.first >= 0 { return Int(first[Int(item.first)]) }
    if item.second >= 0 { return secondUnits[Int(second[Int(item.second)])] }
    return stationUnits[Int(stations[Int(item.station)])]
  }
}
