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
    #expect(sample.isCensus && ratio.degrees == 0 && ratio.interval(confidence: 0.95) == nil)
  }

  /// By hand: N = 4 and 2, weights 2 and 2; T = 2 (10 + 20) + 2 · 30 = 120, X = 2 (4 + 6) + 2 · 15 = 50.
  @Test func worked() throws {
    let sample = try StratifiedSample(frame: [4, 2, 7, 0], strata: [0, 0, 1], singleUnits: .certainty)
    let (parts, wholes) = ([4.0, 6, 15], [10.0, 20, 30])
    #expect(sample.total(of: wholes).value == 120)
    // Residuals −1/6 and −14/6 in the first stratum: s² = (13/6)² / 2, times 4 (4 − 2) / 2.
    let ratio = try #require(sample.ratio(of: parts, to: wholes))
    #expect(abs(ratio.value - 50.0 / 120) < 1e-15)
    #expect(abs(ratio.variance - 4 * (13.0 / 6) * (13.0 / 6) / 2 / 14_400) < 1e-15)
    #expect(ratio.degrees == 1)
    #expect(sample.counts == [2, 1, 0, 0])
    #expect(sample.singletons == [1])
    #expect(sample.emptyStrata == [2])
  }

  /// The R package survey 4.1-1, `svyratio(~x, ~v, svydesign(~1, strata = ~h, weights = ~N/n, fpc = ~N))` and, with
  /// strata put together as `g`, `strata = ~g` and `fpc` infinite for those put together: ratio, standard error, degrees of freedom and
  /// `confint(df = degf)`; last, the domain of the first, second and fourth stratum.
  @Test(arguments: [
    (StratifiedSample.SingleUnits.certainty, false, 0.470550252667, 0.0123672110462, 3, 0.431192267566, 0.509908237768),
    (.adjust, false, 0.470550252667, 0.0272136343985, 3, 0.383944322422, 0.557156182912),
    (.collapse, false, 0.470550252667, 0.0366923404295, 5, 0.376229588852, 0.564870916482),
    (.collapse, true, 0.482045454545, 0.0267015419771, 3, 0.397069230935, 0.567021678156),
  ])
  func theNumbersOfSurvey(
    rule: StratifiedSample.SingleUnits, isDomain: Bool, ratio: Double, error: Double, degrees: Int, low: Double,
    high: Double
  ) throws {
    let strata = [0, 0, 0, 1, 2, 3, 3, 4]
    let sample = try StratifiedSample(frame: [10, 8, 12, 9, 7], strata: strata, singleUnits: rule)
    let (parts, wholes) = (
      [40.0, 55, 61, 80, 33, 71, 64, 90], [100.0, 120, 115, 150, 90, 140, 160, 170]
    )
    let units = strata.indices.filter { !isDomain || [0, 1, 3].contains(strata[$0]) }
    let estimate = try #require(sample.ratio(of: units.map { parts[$0] }, to: units.map { wholes[$0] }, at: units))
    #expect(abs(estimate.value - ratio) < 1e-11 && abs(estimate.standardError - error) < 1e-11)
    #expect(estimate.degrees == degrees)
    let interval = try #require(estimate.interval(confidence: 0.95))
    #expect(abs(interval.lowerBound - low) < 1e-10 && abs(interval.upperBound - high) < 1e-10)
    if rule == .collapse, !isDomain { #expect(abs(estimate.uncorrected.squareRoot() - 0.0368821916864) < 1e-11) }
  }

  /// `svydesign(~place, strata = ~stratum, weights = ~N/3, fpc = ~N)` of six places with their sums.
  @Test func theNumbersOfSurveyByPlace() throws {
    let sample = try StratifiedSample(frame: [9, 11], strata: [0, 0, 0, 1, 1, 1])
    let ratio = try #require(sample.ratio(of: [95, 174, 135, 110, 134, 70], to: [220, 355, 300, 230, 290, 130]))
    #expect(abs(ratio.value - 0.471880199667) < 1e-11 && abs(ratio.standardError - 0.00940329278649) < 1e-11)
    #expect(ratio.degrees == 4)
  }

  /// A single unit goes with the next stratum, the last with the one before; whole and empty strata are passed over.
  /// 0.2 with a standard error of 0.04 and 10 degrees: ends of log odds, by hand: logit .2 = −1.386294, .04 / .16 = .25,
  /// t = 2.228139: −1.943329 and −.829260, which are .125281 and .303803.
  @Test func proportionsHaveIntervalsOfLogOdds() throws {
    let estimate = Estimate(value: 0.2, variance: 0.0016, degrees: 10)
    let interval = try #require(estimate.proportionInterval(confidence: 0.95))
    #expect(abs(interval.lowerBound - 0.1252814) < 1e-5 && abs(interval.upperBound - 0.3038028) < 1e-5)
    let wide = try #require(
      Estimate(value: 0.2, variance: 0.0016, degrees: 10, effectiveDegrees: 2).proportionInterval(confidence: 0.95))
    #expect(wide.lowerBound < interval.lowerBound && wide.upperBound > interval.upperBound)
    #expect(Estimate(value: 0.2, variance: 0, degrees: 10).proportionInterval(confidence: 0.95) == nil)
    #expect(Estimate(value: 0.2, variance: 1e9, degrees: 1).proportionInterval(confidence: 0.999999) != nil)
    #expect(Estimate(value: 1, variance: 0.1, degrees: 1).proportionInterval(confidence: 0.95) == nil)
  }

  /// Two strata of which one makes all of the variance have its degrees of freedom alone.
  @Test func fewStrataThatMakeTheVarianceHaveFewDegrees() throws {
    let sample = try StratifiedSample(frame: [100, 100], strata: [0, 0, 0, 1, 1, 1, 1, 1])
    let one = sample.total(of: [1, 2, 6, 3, 3, 3, 3, 3])
    #expect(one.degrees == 6 && abs((one.effectiveDegrees ?? 0) - 2) < 1e-12)
    let both = sample.total(of: [1, 2, 6, 1, 2, 3, 4, 9])
    #expect((2.0...6.0).contains(both.effectiveDegrees ?? 0))
  }

  @Test func neighboursAreCollapsed() throws {
    func variance(_ frame: [Int], _ strata: [Int], _ values: [Double]) throws -> (Double, Int) {
      let total = try StratifiedSample(frame: frame, strata: strata).total(of: values)
      return (total.variance, total.degrees)
    }
    // 12 and 20 are 8 apart.
    #expect(try variance([4, 9, 4, 1], [0, 2, 3], [3, 5, 100]) == (64, 1))
    // Three strata are one group: 12, 20 and 28 less 20, 3/2 times 128.
    #expect(try variance([4, 4, 4], [0, 1, 2], [3, 5, 7]) == (192, 2))
    // Nothing to be put together with.
    #expect(try variance([4, 1], [0, 1], [3, 5]) == (0, 0))
    #expect(try StratifiedSample(frame: [4], strata: [0]).ratio(of: [3], to: [5])?.interval(confidence: 0.95) == nil)
  }

  /// Over all samples of one unit a stratum, equal in size, the mean of the estimated variance is no less than the true
  /// one, and more by what the totals of strata put together differ (Cochran 1977, section 5A.12).
  @Test func collapsingIsNeverTooSmall() throws {
    var random = SplitMix64(seed: 17)
    for _ in 0..<5 {
      let population = population(&random, sizes: [4, 4, 4, 4])
      let estimates = try samples(population, drawn: [1, 1, 1, 1]).map { units in
        let (sample, parts, _) = try taken(units, from: population)
        return sample.total(of: parts)
      }
      let totals = population.map { $0.reduce(0) { $0 + $1.part } }
      let truth = totals.reduce(0, +)
      let variance = mean(estimates.map { ($0.value - truth) * ($0.value - truth) })
      let (first, second) = (totals[0] - totals[1], totals[2] - totals[3])
      let between = first * first + second * second
      #expect(abs(mean(estimates.map(\.variance)) - (variance + between)) < 1e-9 * variance)
    }
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
