import Testing

@testable import Statistics

/// Stations whose ballots are draws from clean binomials; the shares behind them differ from station to station.
func cleanStations(_ count: Int, using generator: inout SplitMix64) -> [StationCounts] {
  (0..<count).map { _ in
    let registered = 100 + generator.number(below: 1500)
    let turnout = 0.3 + 0.5 * generator.unit()
    let share = 0.2 + 0.6 * generator.unit()
    let given = BinomialDistribution(trials: registered, probability: turnout).draw(using: &generator)
    let leader = BinomialDistribution(trials: given, probability: share).draw(using: &generator)
    return StationCounts(registered: registered, given: given, received: given, leader: leader)
  }
}

@Test func hitsLieWithinATwentiethOfAPoint() {
  #expect(IntegerPercentage.isHit(600, of: 1000))
  #expect(!IntegerPercentage.isHit(601, of: 1000))
  #expect(IntegerPercentage.isHit(592, of: 987) && !IntegerPercentage.isHit(593, of: 987))
  #expect(IntegerPercentage.isHit(0, of: 7) && IntegerPercentage.isHit(7, of: 7))
  // Every count out of 100 or fewer divisors of 100 is a whole percentage: small stations are hits by arithmetic.
  for total in [1, 2, 4, 5, 10, 20, 25, 50, 100] {
    for count in 0...total { #expect(IntegerPercentage.isHit(count, of: total)) }
  }
  // On the edge binary64 decides, here in both ways: 0.05 and 1.05 are not whole fractions of two.
  #expect(IntegerPercentage.isHit(1, of: 2000) && !IntegerPercentage.isHit(21, of: 2000))
}

@Test(arguments: [1, 2, 3, 7, 19, 20, 60, 99, 100, 137, 640, 1000, 1999, 2000, 4000, 6000, 12_345])
func chanceIsTheSumOverAllCounts(total: Int) {
  for step in 0...12 {
    let count = total * step / 12
    let distribution = BinomialDistribution(trials: total, probability: Double(count) / Double(total))
    let sum = (0...total).reduce(0.0) {
      $0 + (IntegerPercentage.isHit($1, of: total) ? distribution.probability(of: $1) : 0)
    }
    #expect(abs(IntegerPercentage.chance(count, of: total) - sum) < 1e-12, "\(count) of \(total)")
  }
}

@Test func theLargestStationsStayExact() {
  // So narrow a binomial that only the window it stands in counts, or none.
  let total = IntegerPercentage.largestTotal
  #expect(abs(IntegerPercentage.chance(total / 2, of: total) - 1) < 1e-9)
  #expect(IntegerPercentage.chance(total / 2 + total / 200, of: total) < 1e-12)
  #expect(IntegerPercentage.chance(1, of: total) > 0.999)
}

@Test func countsAreWeighed() throws {
  let station = StationCounts(registered: 1000, given: 600, received: 640, leader: 300)
  let test = IntegerPercentageTest([station, station])
  #expect(test.stations == 2)
  let p = IntegerPercentage.chance(600, of: 1000)
  let q = IntegerPercentage.chance(300, of: 640)
  let weights = [1.0, 1000, 600, 300]
  for (share, chance, hit) in [
    (IntegerPercentageTest.Share.turnout, p, 1), (.result, q, 0), (.either, p + q - p * q, 1),
  ] {
    for (weight, value) in zip(IntegerPercentageTest.Weight.allCases, weights) {
      let excess = test.excess(share, by: weight)
      #expect(excess.observed == 2 * hit * Int(value))
      #expect(agree(excess.expected, 2 * chance * value))
      #expect(agree(excess.standardDeviation, value * (2 * chance * (1 - chance)).squareRoot()))
      #expect(agree(excess.anomaly, Double(excess.observed) - excess.expected))
      #expect(agree(try #require(excess.z), excess.anomaly / excess.standardDeviation))
      let interval = excess.nullInterval
      #expect(agree(interval.upperBound - interval.lowerBound, 3.919927969080108 * excess.standardDeviation))
    }
  }
}

@Test func stationsThatCannotTakePartAreLeftOut() async throws {
  let odd = [
    (0, 0, 0, 0), (99, 50, 50, 20), (100, 100, 100, 50), (1000, 991, 900, 1), (1000, 500, 0, 0), (1000, 500, 500, 496),
    (1000, 500, 500, 501), (1000, 1500, 500, 20), (1000, -1, 500, 20), (1000, 500, 500, -1), (-5, 1, 1, 1),
    (1 << 27, 10, 10, 5), (1000, 500, .max, 3), (.max, .max, .max, .max), (.min, .min, .min, .min),
  ].map { StationCounts(registered: $0, given: $1, received: $2, leader: $3) }
  let none = IntegerPercentageTest(odd)
  #expect(none.stations == 0)
  #expect(none.excess(.either, by: .leader) == Excess(observed: 0, expected: 0, standardDeviation: 0))
  #expect(none.excess(.either, by: .leader).z == nil)
  let nothing = try await none.repetitions(3, seed: 1).summary(.turnout, by: .stations)
  #expect(nothing == IntegerPercentageTest.Repetitions.Summary(mean: 0, standardDeviation: 0, high: 0))
  let used = [(100, 99, 1, 0), (1000, 0, 5, 2), (1 << 26, 1 << 25, 1 << 26, 1)].map {
    StationCounts(registered: $0, given: $1, received: $2, leader: $3)
  }
  #expect(IntegerPercentageTest(used).stations == 3)
}

/// On clean stations the excess, in standard deviations, has mean 0 and standard deviation 1.
@Test func cleanElectionsAreWithinChance() {
  var generator = SplitMix64(seed: 2018)
  var sums = Array(repeating: (0.0, 0.0), count: 3)
  let elections = 60
  for _ in 0..<elections {
    let test = IntegerPercentageTest(cleanStations(600, using: &generator))
    for share in IntegerPercentageTest.Share.allCases {
      let z = test.excess(share, by: .stations).z ?? .infinity
      sums[share.rawValue].0 += z
      sums[share.rawValue].1 += z * z
    }
  }
  for (sum, squares) in sums {
    let mean = sum / Double(elections)
    let deviation = (squares / Double(elections) - mean * mean).squareRoot()
    // Three and a half standard errors of either.
    #expect(abs(mean) < 0.45 && abs(deviation - 1) < 0.32, "mean \(mean), standard deviation \(deviation)")
  }
}

@Test func roundedTurnoutsStandOut() throws {
  var generator = SplitMix64(seed: 7)
  let clean = cleanStations(600, using: &generator)
  let rounded = clean.prefix(60).map { station in
    let given = (Double(station.registered) * 0.7).rounded()
    return StationCounts(
      registered: station.registered, given: Int(given), received: station.received, leader: station.leader)
  }
  let test = IntegerPercentageTest(rounded + clean.dropFirst(60))
  #expect(try #require(test.excess(.turnout, by: .stations).z) > 5)
  #expect(abs(try #require(test.excess(.result, by: .stations).z)) < 3.5)
}
