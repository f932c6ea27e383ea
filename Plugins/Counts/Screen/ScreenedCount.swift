import ModuleKit
import Statistics

/// A dataset of sheets as the battery sees it, and what the battery gave.
struct ScreenedCount {
  /// What one test gave for the whole count or for one area.
  struct Comparison: Sendable {
    let test: BatteryTest
    /// The area's place among those of the level; nil for the whole count.
    let area: Int?
    let outcome: ScreeningOutcome
    /// The p value adjusted for all comparisons of the count; nil for what only describes.
    var adjusted: Double?

    /// Whether it stands out at the false discovery rate `rate`.
    func standsOut(_ rate: Double) -> Bool { adjusted.map { $0 <= rate } ?? false }
  }

  /// Areas of fewer stations are not looked at: digits and shapes of so few say nothing.
  static let leastStations = 50

  let sheets: Sheets
  /// The option looked at, by its place on the ballot.
  let option: Int
  /// What its share is of.
  let base: ShareBase
  /// The whole count.
  let whole: ScreeningSample
  /// The areas looked at: their place among those of the level, and their stations.
  let areas: [(unit: Int, sample: ScreeningSample)]
  /// How many areas of the level have too few stations.
  let smallAreas: Int
  private(set) var comparisons: [Comparison] = []

  /// Sheets without the numbers that are needed, or with nobody registered or nothing that shares could be of.
  var leftOut: Int { sheets.count - whole.stations.count }

  /// The comparisons with a p value.
  var tested: [Comparison] { comparisons.filter { $0.adjusted != nil } }

  /// Takes from `sheets` those that have all numbers; `level` is the one whose areas are looked at one by one, and
  /// `repetitions` how many elections tests draw that draw, for the whole count alone.
  init(
    _ sheets: Sheets, option: Int, of base: ShareBase, per level: Int?, repetitions: Int = 0, seed: UInt64
  ) async throws {
    (self.sheets, self.option, self.base) = (sheets, option, base)
    // Turnout is of ballots issued where the dataset states them, as published analyses take it, else of ballots cast.
    let statesIssued = sheets.issued.missing.count < sheets.count
    let given = statesIssued ? sheets.issued : sheets.castBallots
    // Without a register votes and shares are looked at all the same.
    let (received, votes) = (base.column(of: sheets), sheets.votes[option])
    let hasRegister = (0..<sheets.count).contains { row in
      (sheets.registered[row] ?? 0) > 0 && given[row] != nil && (received[row] ?? 0) > 0 && votes[row] != nil
    }
    var (stations, rows): ([StationCounts], [Int]) = ([], [])
    for row in 0..<sheets.count {
      guard let received = received[row], let votes = votes[row], received > 0 else { continue }
      let (voters, ballots) = hasRegister ? (sheets.registered[row] ?? 0, given[row]) : (0, 0)
      guard let ballots, voters > 0 || !hasRegister else { continue }
      rows.append(row)
      stations.append(
        StationCounts(registered: Int(voters), given: Int(ballots), received: Int(received), leader: Int(votes)))
    }
    let levels = sheets.areas.levels
    let groupings = levels.indices.map { level in
      ScreeningSample.Grouping(
        level: levels[level], unit: rows.map { sheets.areas.unit(level, $0) }, count: sheets.areas.units[level].count)
    }
    // Each station's part in the test of whole percentages, once for the whole and for its area.
    let trials = try await Self.trials(stations, hasRegister: hasRegister)
    whole = ScreeningSample(
      used: stations, percentages: IntegerPercentageTest(trials: trials.compactMap(\.self)), groupings: groupings,
      hasRegister: hasRegister, repetitions: repetitions, seed: seed)
    guard let level else {
      (areas, smallAreas) = ([], 0)
      return
    }
    var places = [[Int]](repeating: [], count: sheets.areas.units[level].count)
    for (place, unit) in groupings[level].unit.enumerated() { places[unit].append(place) }
    var areas: [(unit: Int, sample: ScreeningSample)] = []
    for (unit, places) in places.enumerated() where places.count >= Self.leastStations {
      let finer = groupings.dropFirst(level + 1).map { $0.restricted(to: places) }
      let percentages = IntegerPercentageTest(trials: places.compactMap { trials[$0] })
      areas.append(
        (
          unit,
          ScreeningSample(
            used: places.map { stations[$0] }, percentages: percentages, groupings: finer, hasRegister: hasRegister)
        ))
    }
    self.areas = areas
    smallAreas = places.count { !$0.isEmpty && $0.count < Self.leastStations }
  }

  /// The parts of `stations` in the test of whole percentages; nil where one has none.
  private static func trials(
    _ stations: [StationCounts], hasRegister: Bool
  ) async throws -> [IntegerPercentageTest.Trial?] {
    let size = 1 << 14
    let chunks = stride(from: 0, to: stations.count, by: size).map { stations[$0..<min($0 + size, stations.count)] }
    return try await chunks.concurrentMap { chunk in
      chunk.map { hasRegister ? IntegerPercentageTest.Trial($0) : IntegerPercentageTest.Trial(resultOf: $0) }
    }.flatMap(\.self)
  }

  /// Runs the battery over the whole count and over every area, and adjusts all p values together.
  ///
  /// The tests of the whole count are pieces of work of their own, as each takes as long as those of many areas.
  mutating func compare() async throws {
    let all = BatteryTest.allCases
    let work: [(area: Int?, sample: ScreeningSample, tests: [BatteryTest])] =
      all.map { (nil, whole, [$0]) } + areas.map { ($0.unit, $0.sample, all) }
    comparisons = try await work.concurrentMap { area, sample, tests in
      var found: [Comparison] = []
      for test in tests {
        try Task.checkCancellation()
        found += try await test.test.outcomes(of: sample).map { Comparison(test: test, area: area, outcome: $0) }
      }
      return found
    }.flatMap(\.self)
    let tested = comparisons.indices.filter { comparisons[$0].outcome.p != nil }
    let adjusted = BenjaminiYekutieli.adjusted(tested.map { comparisons[$0].outcome.p ?? 1 })
    for (index, adjusted) in zip(tested, adjusted) { comparisons[index].adjusted = adjusted }
  }

  /// The name of an area, by its place among those of `level`.
  func name(of area: Int, at level: Int) -> String { sheets.areas.units[level][area].name }
}

extension ScreeningSample.Grouping {
  /// The grouping of the stations at `places` alone, with units numbered anew.
  fileprivate func restricted(to places: [Int]) -> Self {
    var numbers: [Int: Int] = [:]
    for place in places where numbers[unit[place]] == nil { numbers[unit[place]] = numbers.count }
    return Self(level: level, unit: places.map { numbers[unit[$0]] ?? 0 }, count: numbers.count)
  }
}
