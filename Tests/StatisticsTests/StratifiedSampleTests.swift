import Statistics
import Testing

/// What the estimators from stratified samples promise, by counting every sample that could be drawn.
struct StratifiedSampleTests {
  /// A whole population: one list of (part, whole) a stratum.
  typealias Population = [[(part: Double, whole: Double)]]

  /// Every choice of `count` of the first `of` numbers.
  private func choices(_ count: Int, of: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard of >= count else { return [] }
    return choices(count, of: of - 1) + choices(count - 1, of: of - 1).map { $0 + [of - 1] }
  }

  /// Every sample of `drawn` units from each stratum: all are equally likely.
  private func samples(_ population: Population, drawn: [Int]) -> [[[Int]]] {
    zip(population, drawn).reduce([[]]) { samples, stratum in
      samples.flatMap { sample in choices(stratum.1, of: stratum.0.count).map { sample + [$0] } }
    }
  }

  private func taken(
    _ units: [[Int]], from population: Population
  ) throws -> (sample: StratifiedSample, parts: [Double], wholes: [Double]) {
    let places = units.enumerated().flatMap { stratum, chosen in chosen.map { (stratum, $0) } }
    let values = places.map { population[$0.0][$0.1] }
    let sample = try StratifiedSample(frame: population.map(\.count), strata: places.map(\.0))
    return (sample, values.map(\.part), values.map(\.whole))
  }

  private func population(_ random: inout SplitMix64, sizes: [Int]) -> Population {
    sizes.map { size in
      (0..<size).map { _ in
        let whole = random.number(below: 90) + 10
        return (Double(random.number(below: whole + 1)), Double(whole))
      }
    }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  @Test(arguments: [
    ([4, 3], [2, 2]), ([5, 4, 2], [3, 2, 2]), ([6], [3]), ([3, 3, 3], [2, 3, 2]), ([7, 2], [5, 2]),
  ])
  func totalsAndTheirVarianceAreUnbiased(sizes: [Int], drawn: [Int]) throws {
    var random = SplitMix64(seed: UInt64(sizes.count * 31 + sizes[0]))
    for _ in 0..<5 {
      let population = population(&random, sizes: sizes)
      let estimates = try samples(population, drawn: drawn).map { units in
        let (sample, parts, _) = try taken(units, from: population)
        return sample.total(of: parts)
      }
      let truth = population.joined().reduce(0) { $0 + $1.part }
      #expect(abs(mean(estimates.map(\.value)) - truth) < 1e-9 * truth)
      let variance = mean(estimates.map { ($0.value - truth) * ($0.value - truth) })
      #expect(abs(mean(estimates.map(\.variance)) - variance) <= 1e-9 * (variance + 1))
    }
  }

  /// The ratio is biased, and its variance approximate; in strata of eight of which six are drawn, both by little.
  @Test func ratioIsNearlyUnbiased() throws {
    var random = SplitMix64(seed: 11)
    let population = population(&random, sizes: [8, 8])
    let estimates = try samples(population, drawn: [6, 6]).map { units in
      let (sample, parts, wholes) = try taken(units, from: population)
      return try #require(sample.ratio(of: parts, to: wholes))
    }
    let whole = population.joined()
    let truth = whole.reduce(0) { $0 + $1.part } / whole.reduce(0) { $0 + $1.whole }
    let variance = mean(estimates.map { ($0.value - truth) * ($0.value - truth) })
    #expect(estimates.count == 784)
    #expect(abs(mean(estimates.map(\.value)) - truth) < 0.1 * variance.squareRoot())
    #expect(abs(mean(estimates.map(\.variance)) / variance - 1) < 0.1)
  }

  @Test func aWholePopulationLeavesNothingToChance() throws {
    var random = SplitMix64(seed: 3)
    let population = population(&random, sizes: [5, 1, 4])
    let (sample, parts, wholes) = try taken(population.map { Array($0.indices) }, from: population)
    let ratio = try #require(sample.ratio(of: parts, to: wholes))
    #expect(ratio.variance == 0)
    #expect(abs(ratio.value - parts.reduce(0, +) / wholes.reduce(0, +)) < 1e-15)
    #expect(sample.singletons.isEmpty && sample.emptyStrata.isEmpty)
    #expect(ratio.interval(quantile: 1.96) == ratio.value...ratio.value)
  }

  /// By hand: N = 4 and 2, weights 2 and 2; T = 2 (10 + 20) + 2 · 30 = 120, X = 2 (4 + 6) + 2 · 15 = 50.
  @Test func worked() throws {
    let sample = try StratifiedSample(frame: [4, 2, 7, 0], strata: [0, 0, 1])
    let (parts, wholes) = ([4.0, 6, 15], [10.0, 20, 30])
    #expect(sample.total(of: wholes).value == 120)
    // Residuals −1/6 and −14/6 in the first stratum: s² = (13/6)² / 2, times 4 (4 − 2) / 2.
    let ratio = try #require(sample.ratio(of: parts, to: wholes))
    #expect(abs(ratio.value - 50.0 / 120) < 1e-15)
    #expect(abs(ratio.variance - 4 * (13.0 / 6) * (13.0 / 6) / 2 / 14_400) < 1e-15)
    #expect(sample.counts == [2, 1, 0, 0])
    #expect(sample.singletons == [1])
    #expect(sample.emptyStrata == [2])
  }

  @Test func sharesAddUpAndMarginsTurn() throws {
    var random = SplitMix64(seed: 5)
    let population = population(&random, sizes: [9, 9, 9])
    let (sample, parts, wholes) = try taken([[0, 3, 4], [1, 2], [8]], from: population)
    let rest = zip(wholes, parts).map { $0 - $1 }
    let (one, other) = (
      try #require(sample.ratio(of: parts, to: wholes)), try #require(sample.ratio(of: rest, to: wholes))
    )
    #expect(abs(one.value + other.value - 1) < 1e-12)
    #expect(abs(one.variance - other.variance) < 1e-12 * one.variance)
    let margin = try #require(sample.ratio(of: zip(parts, rest).map { $0 - $1 }, to: wholes))
    let turned = try #require(sample.ratio(of: zip(parts, rest).map { $1 - $0 }, to: wholes))
    #expect(margin.value == -turned.value && margin.variance == turned.variance)
    // With two options the margin is 2 p − 1.
    #expect(abs(margin.value - (2 * one.value - 1)) < 1e-12)
    #expect(abs(margin.variance - 4 * one.variance) < 1e-12 * margin.variance)
  }

  @Test func someUnitsAreAllWithZerosElsewhere() throws {
    var random = SplitMix64(seed: 13)
    let strata = (0..<60).map { _ in random.number(below: 7) }
    let sample = try StratifiedSample(frame: [20, 30, 40, 25, 60, 33, 90], strata: strata)
    for _ in 0..<50 {
      let units = strata.indices.filter { _ in random.number(below: 4) == 0 }
      let parts = strata.indices.map { units.contains($0) ? Double(random.number(below: 50)) : 0 }
      let wholes = parts.map { $0 > 0 ? $0 + 30 : 0 }
      guard units.contains(where: { wholes[$0] > 0 }) else { continue }
      let some = try #require(sample.ratio(of: units.map { parts[$0] }, to: units.map { wholes[$0] }, at: units))
      let all = try #require(sample.ratio(of: parts, to: wholes))
      #expect(abs(some.value - all.value) < 1e-12)
      #expect(abs(some.variance - all.variance) < 1e-12 * (all.variance + 1e-6))
    }
  }

  @Test func theOrderOfTheUnitsDoesNotMatter() throws {
    let strata = [0, 1, 0, 1, 0]
    let (parts, wholes) = ([4.0, 9, 6, 2, 5], [10.0, 12, 20, 11, 9])
    let order = [4, 2, 0, 3, 1]
    let one = try StratifiedSample(frame: [10, 12], strata: strata).ratio(of: parts, to: wholes)
    let other = try StratifiedSample(frame: [10, 12], strata: order.map { strata[$0] })
      .ratio(of: order.map { parts[$0] }, to: order.map { wholes[$0] })
    #expect(one == other)
  }

  @Test func whatIsNoSample() throws {
    typealias Fault = StratifiedSample.Fault
    #expect(throws: Fault.stratum(2, strata: 2)) { try StratifiedSample(frame: [1, 1], strata: [0, 2]) }
    #expect(throws: Fault.stratum(-1, strata: 1)) { try StratifiedSample(frame: [1], strata: [-1]) }
    #expect(throws: Fault.drawn(3, of: 2, stratum: 1)) { try StratifiedSample(frame: [1, 2], strata: [1, 1, 1]) }
    #expect(throws: Fault.size(-1, stratum: 0)) { try StratifiedSample(frame: [-1], strata: []) }
    let sentences: [(Fault, String)] = [
      (.stratum(2, strata: 2), "there is no stratum 2 among 2"),
      (.drawn(3, of: 2, stratum: 1), "3 of the 2 units of stratum 1 came in"),
      (.size(-1, stratum: 0), "stratum 0 cannot hold -1 units"),
    ]
    for (fault, sentence) in sentences { #expect(fault.description == sentence) }
    let nothing = try StratifiedSample(frame: [3], strata: [])
    #expect(nothing.total(of: []) == Estimate(value: 0, variance: 0))
    #expect(nothing.ratio(of: [], to: []) == nil)
    #expect(try StratifiedSample(frame: [3], strata: [0, 0]).ratio(of: [0, 0], to: [0, 0]) == nil)
  }
}
