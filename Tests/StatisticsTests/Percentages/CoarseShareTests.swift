import Testing

@testable import Statistics

private func shares(_ stations: [StationCounts]) -> [(count: Int, total: Int)] {
  stations.map { (count: $0.leader, total: $0.received) }
}

/// The computed mean and variance are those of elections that are really drawn anew.
@Test func resampledElectionsHaveTheComputedMoments() {
  var generator = SplitMix64(seed: 8)
  let observed = shares(cleanStations(50, using: &generator)).filter { $0.total >= 100 }
  let test = CoarseShareTest(observed, bandwidth: 0.02)
  let draws = 4000
  var (sum, squares) = (0.0, 0.0)
  for _ in 0..<draws {
    var hits = 0.0
    for (count, total) in observed {
      let share = Double(count) / Double(total)
      let spread = (Double(total) * share * (1 - share) + 0.0004 * Double(total * total)).squareRoot()
      var drawn = -1
      while drawn < 0 || drawn > total {
        let z = StandardNormal.quantile(generator.unit())
        guard z.isFinite else { continue }
        drawn = Int((Double(count) + spread * z).rounded())
      }
      // Within 0.05 points of a multiple of 5, in whole numbers.
      let rest = (2000 * drawn) % (100 * total)
      if min(rest, 100 * total - rest) <= total, drawn * 100 > 2 * total, drawn * 100 < 98 * total { hits += 1 }
    }
    sum += hits
    squares += hits * hits
  }
  let mean = sum / Double(draws)
  let variance = squares / Double(draws) - mean * mean
  #expect(test.stations == observed.count)
  #expect(abs(mean - test.total.expected) < 4 * test.total.standardDeviation / Double(draws).squareRoot())
  #expect(abs(variance.squareRoot() / test.total.standardDeviation - 1) < 0.06)
}

@Test func spikesAddUp() {
  var generator = SplitMix64(seed: 12)
  let test = CoarseShareTest(shares(cleanStations(500, using: &generator)))
  #expect(test.spikes.map(\.percentage) == Array(stride(from: 5, through: 95, by: 5)))
  #expect(test.spikes.reduce(0) { $0 + $1.excess.observed } == test.total.observed)
  #expect(agree(test.spikes.reduce(0) { $0 + $1.excess.expected }, test.total.expected))
}

/// Denominators of 200 make every twentieth an exact fraction; the null hypothesis knows, and nothing stands out.
@Test func arithmeticAloneIsNoExcess() throws {
  var generator = SplitMix64(seed: 13)
  let small = (0..<3000).map { _ in
    let share = 0.3 + 0.4 * generator.unit()
    return (count: BinomialDistribution(trials: 200, probability: share).draw(using: &generator), total: 200)
  }
  let test = CoarseShareTest(small)
  // A tenth of all shares, fifty times the width of the windows.
  #expect(abs(test.total.expected - 300) < 15)
  #expect(abs(try #require(test.total.z)) < 3.5)
}

@Test func cleanSharesAreWithinChance() {
  var generator = SplitMix64(seed: 14)
  let values = (0..<60).map { _ in
    CoarseShareTest(shares(cleanStations(800, using: &generator))).total.z ?? .infinity
  }
  let mean = values.reduce(0, +) / 60
  let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 59).squareRoot()
  #expect(abs(mean) < 0.45 && abs(deviation - 1) < 0.32, "mean \(mean), standard deviation \(deviation)")
}

@Test func aSpikeStandsOutWhereItIs() throws {
  var generator = SplitMix64(seed: 15)
  let clean = shares(cleanStations(2000, using: &generator))
  let spiked = clean.enumerated().map { index, share in
    index < 40 ? (count: Int((Double(share.total) * 0.75).rounded()), total: share.total) : share
  }
  let test = CoarseShareTest(spiked)
  let highest = test.spikes.max { ($0.excess.z ?? 0) < ($1.excess.z ?? 0) }
  #expect(highest?.percentage == 75)
  #expect(try #require(highest?.excess.z) > 4)
}

@Test func oddSharesAreLeftOut() {
  let odd = [
    (0, 0), (5, 0), (0, 500), (500, 500), (501, 500), (-1, 500), (10, 99), (3, 1 << 27), (.max, .max), (1, -7),
  ]
  let test = CoarseShareTest(odd.map { (count: $0.0, total: $0.1) })
  #expect(test.stations == 0)
  #expect(test.total == Excess(observed: 0, expected: 0, standardDeviation: 0))
  let large = CoarseShareTest([(count: 1 << 25, total: 1 << 26), (count: 1, total: 1 << 26)])
  #expect(large.stations == 2 && large.total.observed == 1)
}
