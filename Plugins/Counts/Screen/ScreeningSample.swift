import ModuleKit
import Statistics

/// The stations that a test sees: of a whole contest or of one area.
struct ScreeningSample: Sendable {
  /// Which unit of one level of areas each station lies in.
  struct Grouping: Sendable {
    /// The level's name.
    let level: String
    /// The unit of each station, below ``count``.
    let unit: [Int]
    /// How many units there are.
    let count: Int
  }

  /// Stations with something that shares are of, ballots received or valid votes, and voters on the list, if any has.
  let stations: [StationCounts]
  /// Whole percentages of turnout and share against binomial chance, which two tests of the battery look at.
  let percentages: IntegerPercentageTest
  /// Ballots given out by the voters registered, for each station; above 1 where more came than were registered.
  let turnout: [Double]
  /// The option's votes by the ballots received or the valid votes, for each station.
  let share: [Double]
  /// The levels of areas, from the coarsest to the finest.
  let groupings: [Grouping]
  /// What tests can look at: the share alone where nobody states the registered voters.
  let quantities: [ScreeningQuantity]
  /// How many elections are drawn, by the tests that draw.
  let repetitions: Int
  /// Where draws start, so that the same sample always meets the same ones.
  let seed: UInt64

  /// Of `stations` those with voters on the list and ballots received, in the same order; `received` of a station may be
  /// its valid votes.
  init(_ stations: [StationCounts], groupings: [Grouping] = [], repetitions: Int = 0, seed: UInt64 = 0) {
    let used = stations.indices.filter { stations[$0].registered > 0 && stations[$0].received > 0 }
    let taken = used.map { stations[$0] }
    self.init(
      used: taken, percentages: IntegerPercentageTest(taken),
      groupings: groupings.map { grouping in
        Grouping(level: grouping.level, unit: used.map { grouping.unit[$0] }, count: grouping.count)
      }, repetitions: repetitions, seed: seed)
  }

  /// Of `stations`, all with ballots received and, unless `hasRegister` is false, with voters on the list, with their
  /// part in `percentages`.
  init(
    used stations: [StationCounts], percentages: IntegerPercentageTest, groupings: [Grouping], hasRegister: Bool = true,
    repetitions: Int = 0, seed: UInt64 = 0
  ) {
    quantities = hasRegister ? [.turnout, .share] : [.share]
    (self.stations, self.percentages, self.groupings) = (stations, percentages, groupings)
    turnout = hasRegister ? stations.map { Double($0.given) / Double($0.registered) } : []
    share = stations.map { Double($0.leader) / Double($0.received) }
    (self.repetitions, self.seed) = (repetitions, seed)
  }

  /// The counts behind turnout, and behind the share.
  func counts(_ quantity: ScreeningQuantity) -> [Int] {
    quantity == .turnout ? stations.map(\.given) : stations.map(\.leader)
  }

  /// What these are counts out of.
  func wholes(_ quantity: ScreeningQuantity) -> [Int] {
    quantity == .turnout ? stations.map(\.registered) : stations.map(\.received)
  }

  /// Whether stations say how many voters are registered, so that turnout can be looked at.
  var hasRegister: Bool { quantities.contains(.turnout) }

  /// Turnout, or the share, by station.
  func rates(_ quantity: ScreeningQuantity) -> [Double] { quantity == .turnout ? turnout : share }
}

extension ScreeningTest {
  /// What `outcomes` gives for turnout and for the share, one after the other, as far as `sample` has them.
  func forEach(_ sample: ScreeningSample, _ outcomes: (ScreeningQuantity) -> [ScreeningOutcome]) -> [ScreeningOutcome] {
    sample.quantities.flatMap(outcomes)
  }
}
