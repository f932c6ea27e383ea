/// Counts the stations that reported a whole percentage, and holds them against chance.
///
/// The null hypothesis of Kobak, Shpilkin and Pshenichnikov 2016, Annals of Applied Statistics 10:54: a station's
/// ballots given are Bin(registered, given / registered), its votes for the leader Bin(received, leader / received),
/// all independent. Whether a draw is a hit is then a Bernoulli trial of known probability q, so that weights w give
/// the expected sum of w q and its variance, the sum of w² q (1 - q), without any simulation.
///
///     let test = IntegerPercentageTest(stations)
///     test.excess(.either, by: .stations).anomaly
public struct IntegerPercentageTest: Sendable {
  /// Which share must be a whole percentage.
  public enum Share: Int, Sendable, CaseIterable {
    /// Ballots given out of voters registered.
    case turnout
    /// Votes for the leader out of ballots received.
    case result
    /// At least one of both.
    case either
  }

  /// What each station counts for.
  public enum Weight: Int, Sendable, CaseIterable {
    /// One.
    case stations
    /// Its registered voters.
    case registered
    /// The ballots it gave out.
    case given
    /// The leader's votes.
    case leader
  }

  /// A station of the test: its weights and, for turnout and result, what it reported and what chance would do.
  ///
  /// To make one takes nearly all of the time of a test: where areas are tested beside the whole, they share trials.
  public struct Trial: Sendable {
    let weights: SIMD4<Int64>
    let turnout: Double
    let result: Double
    let turnoutHit: Bool
    let resultHit: Bool
  }

  let trials: [Trial]
  private let excesses: [[Excess]]

  /// How many stations take part: at least 100 registered, some ballots received, turnout and result at most 99 %.
  ///
  /// Stations of more than 2^26 voters, and those with more votes than ballots, cannot take part either.
  public var stations: Int { trials.count }

  /// Tests the stations that can take part; the others are left out.
  public init(_ stations: [StationCounts]) { self.init(trials: stations.compactMap { Trial($0) }) }

  /// Tests the stations of `trials`.
  public init(trials: [Trial]) {
    self.trials = trials
    excesses = Self.excesses(trials)
  }

  /// What was counted and what chance leads one to expect.
  public func excess(_ share: Share, by weight: Weight) -> Excess { excesses[share.rawValue][weight.rawValue] }

  private static func excesses(_ trials: [Trial]) -> [[Excess]] {
    let none = [SIMD4<Double>](repeating: .zero, count: Share.allCases.count)
    var (expected, variance) = (none, none)
    var observed = [SIMD4<Int64>](repeating: .zero, count: Share.allCases.count)
    for trial in trials {
      let weights = SIMD4<Double>(trial.weights)
      let either = 1 - (1 - trial.turnout) * (1 - trial.result)
      for (share, chance) in [trial.turnout, trial.result, either].enumerated() {
        expected[share] += weights * chance
        variance[share] += weights * weights * (chance * (1 - chance))
      }
      if trial.turnoutHit { observed[0] &+= trial.weights }
      if trial.resultHit { observed[1] &+= trial.weights }
      if trial.turnoutHit || trial.resultHit { observed[2] &+= trial.weights }
    }
    return none.indices.map { share in
      Weight.allCases.map { weight in
        Excess(
          observed: Int(observed[share][weight.rawValue]), expected: expected[share][weight.rawValue],
          standardDeviation: variance[share][weight.rawValue].squareRoot())
      }
    }
  }
}

extension IntegerPercentageTest.Trial {
  /// The station's part in the test; nil where it has none.
  public init?(_ station: StationCounts) {
    let largest = IntegerPercentage.largestTotal
    guard (100...largest).contains(station.registered), (1...largest).contains(station.received),
      station.given >= 0, station.leader >= 0,
      Double(station.given) / Double(station.registered) <= 0.99,
      Double(station.leader) / Double(station.received) <= 0.99
    else { return nil }
    weights = SIMD4(1, Int64(station.registered), Int64(station.given), Int64(station.leader))
    turnout = IntegerPercentage.chance(station.given, of: station.registered)
    result = IntegerPercentage.chance(station.leader, of: station.received)
    turnoutHit = IntegerPercentage.isHit(station.given, of: station.registered)
    resultHit = IntegerPercentage.isHit(station.leader, of: station.received)
  }

  /// The part of a station whose voters nobody states, in the test of results alone; nil where it has none.
  ///
  /// It takes the place of the 100 registered that 100 ballots are received.
  public init?(resultOf station: StationCounts) {
    guard (100...IntegerPercentage.largestTotal).contains(station.received), station.leader >= 0,
      Double(station.leader) / Double(station.received) <= 0.99
    else { return nil }
    weights = SIMD4(1, 0, 0, Int64(station.leader))
    result = IntegerPercentage.chance(station.leader, of: station.received)
    resultHit = IntegerPercentage.isHit(station.leader, of: station.received)
    (turnout, turnoutHit) = (0, false)
  }
}
