import Statistics
import Testing

/// Whether `a` is `b` to a relative `tolerance`.
func agree(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool { abs(a - b) <= tolerance * abs(b) }

/// The integral of `f` from `low` to `high` by Simpson's rule.
private func integral(_ low: Double, _ high: Double, steps: Int = 20_000, _ f: (Double) -> Double) -> Double {
  let h = (high - low) / Double(steps)
  return (0...steps).reduce(0.0) { sum, i in
    let weight: Double = i == 0 || i == steps ? 1 : i.isMultiple(of: 2) ? 2 : 4
    return sum + weight * f(low + Double(i) * h)
  } * h / 3
}

// The values to which these tests hold were computed with 40 digits.

@Test(arguments: [
  (0, 0.5), (1.96, 0.024997895148220434), (-3, 0.99865010196836991), (9, 1.1285884059538406e-19),
  (37, 5.7255712225245768e-300), (1e-10, 0.49999999996010577),
])
func normalTails(z: Double, tail: Double) {
  #expect(agree(StandardNormal.upperTail(z), tail))
  #expect(StandardNormal.lowerTail(-z) == StandardNormal.upperTail(z))
  #expect(agree(StandardNormal.twoSided(z), 2 * min(tail, 1 - tail)))
}

@Test(arguments: [
  (0.025, 1.9599639845400542), (1e-10, 6.3613409024040562), (1e-300, 37.047096299361199),
  (0.4999, 0.0002506628300880351), (0.3, 0.52440051270804078),
])
func normalQuantiles(tail: Double, z: Double) {
  #expect(agree(StandardNormal.upperQuantile(tail), z))
  #expect(agree(StandardNormal.quantile(tail), -z))
}

@Test func normalQuantilesInvertTheTails() {
  var generator = SplitMix64(seed: 1)
  for _ in 0..<2000 {
    let z = Double(generator.number(below: 60_001)) / 2000 - 15
    let found =
      z > 0
      ? StandardNormal.upperQuantile(StandardNormal.upperTail(z))
      : -StandardNormal.upperQuantile(
        StandardNormal.lowerTail(z))
    #expect(abs(found - z) < 1e-12 * max(1, abs(z)), "\(z)")
  }
  #expect(StandardNormal.quantile(0) == -.infinity && StandardNormal.quantile(1) == .infinity)
  #expect(StandardNormal.quantile(0.5) == 0)
  #expect(StandardNormal.quantile(-0.1).isNaN && StandardNormal.quantile(1.1).isNaN)
  #expect(StandardNormal.quantile(.nan).isNaN)
}

@Test(arguments: [
  (16.918977604620448, 9, 0.050000000000000029), (612.34558, 9, 4.6888068396197046e-126),
  (0.5, 1, 0.47950012218695346), (0.001, 0.5, 0.83504024923158716), (9, 9, 0.43727418891386706),
  (100, 100, 0.48119168452795672), (1_000_500, 1_000_000, 0.36168223171030437), (3.2, 2.5, 0.27971515163811008),
  (40, 9, 7.598525229464276e-6), (1e-8, 3, 0.99999999999973404),
])
func chiSquareTails(x: Double, degrees: Double, tail: Double) {
  let distribution = ChiSquareDistribution(degrees: degrees)
  #expect(agree(distribution.upperTail(x), tail))
  #expect(abs(distribution.lowerTail(x) - (1 - tail)) < 1e-14)
}

@Test func chiSquareTailsAreTheIntegralOfTheDensity() {
  for (degrees, scale) in [(2.0, 2.0), (4, 4), (6, 16), (8, 96), (10, 768)] {
    let distribution = ChiSquareDistribution(degrees: degrees)
    for x in [0.3, 2, 9, 25] {
      // x^(k/2 - 1) exp(-x/2) over 2^(k/2) Γ(k/2), for even k without a gamma function.
      let area = integral(0, x) { x in
        var power = 1.0
        for _ in 0..<Int(degrees / 2 - 1) { power *= x }
        return power * (StandardNormal.density(x.squareRoot()) / StandardNormal.density(0)) / scale
      }
      #expect(abs(distribution.lowerTail(x) - area) < 1e-10)
    }
  }
}

@Test func chiSquareOfOneDegreeIsTheSquareOfANormal() {
  let distribution = ChiSquareDistribution(degrees: 1)
  for z in stride(from: 0.0, through: 30, by: 0.37) {
    #expect(agree(distribution.upperTail(z * z), StandardNormal.twoSided(z), 1e-11))
  }
  #expect(distribution.upperTail(-1) == 1 && distribution.upperTail(.infinity) == 0)
  #expect(distribution.upperTail(.nan).isNaN)
}

@Test(arguments: [
  (3, 10, 0.5, 0.1171875), (0, 100, 0.01, 0.3660323412732295), (1500, 3000, 0.5, 0.014566098515795749),
  (2990, 3000, 0.99, 1.4261330893344986e-5), (7, 1_000_000, 0.00001, 0.090079135637437964),
  (500_000, 1_000_000, 0.5, 0.00079788436133175009), (1, 2, 1e-9, 1.9999999980000001e-9),
])
func binomialProbabilities(k: Int, trials: Int, probability: Double, expected: Double) {
  let distribution = BinomialDistribution(trials: trials, probability: probability)
  #expect(agree(distribution.probability(of: k), expected, 1e-11))
}

@Test(arguments: [
  (4, 10, 0.5, 0.828125), (1600, 3000, 0.5, 0.00013928198051961687), (2990, 3000, 0.99, 2.0865821286143413e-5),
  (20, 1_000_000, 0.00001, 0.003454174030494835),
])
func binomialTails(k: Int, trials: Int, probability: Double, expected: Double) {
  let distribution = BinomialDistribution(trials: trials, probability: probability)
  #expect(agree(distribution.probability(atLeast: k), expected, 1e-11))
  #expect(abs(distribution.probability(atMost: k - 1) - (1 - expected)) < 1e-12)
}

/// Against fractions, for every k.
@Test func binomialAgreesWithExactFractions() throws {
  for trials in [0, 1, 2, 7, 30, 61] {
    for odds in [(1, 2), (1, 4), (7, 8), (1, 1024), (0, 1), (1, 1)] {
      let p = try #require(Rational("\(odds.0)/\(odds.1)"))
      let q = 1 - p
      let distribution = BinomialDistribution(trials: trials, probability: p.approximation)
      var (ways, atMost) = (Rational(1), Rational(0))
      for k in 0...trials {
        var exact = ways
        for _ in 0..<k { exact = exact * p }
        for _ in k..<trials { exact = exact * q }
        #expect(agree(distribution.probability(of: k), exact.approximation, 1e-13))
        #expect(abs(distribution.probability(atLeast: k) - (1 - atMost).approximation) < 1e-13)
        atMost = atMost + exact
        #expect(abs(distribution.probability(atMost: k) - atMost.approximation) < 1e-13)
        ways = try #require((ways * Rational(trials - k)).divided(by: Rational(k + 1)))
      }
      #expect(distribution.probability(of: -1) == 0 && distribution.probability(of: trials + 1) == 0)
      #expect(distribution.probability(atMost: -1) == 0 && distribution.probability(atLeast: trials + 1) == 0)
    }
  }
}

@Test(arguments: [
  (2.2281388519649385, 10, 0.050000000001808673), (1, 1, 0.5), (0.001, 5, 0.99924078677219765),
  (50, 3, 1.7617152041271974e-5), (1.96, 1_000_000, 0.049996067585269787), (4, 2.5, 0.039012975841318247),
])
func studentTails(t: Double, degrees: Double, expected: Double) {
  let distribution = StudentDistribution(degrees: degrees)
  #expect(agree(distribution.twoSided(t), expected, 1e-11))
  #expect(agree(distribution.upperTail(t), expected / 2, 1e-11))
  #expect(agree(distribution.lowerTail(t), 1 - expected / 2, 1e-14))
}

@Test(arguments: [
  (0.025, 1, 12.706204736174705), (0.025, 10, 2.2281388519862747), (0.0005, 5, 6.8688266258811102),
])
func studentQuantiles(tail: Double, degrees: Double, t: Double) {
  let distribution = StudentDistribution(degrees: degrees)
  #expect(agree(distribution.upperQuantile(tail), t, 1e-11))
  #expect(agree(distribution.upperQuantile(1 - tail), -t, 1e-11))
  #expect(distribution.upperQuantile(0.5) == 0 && distribution.upperQuantile(0) == .infinity)
  #expect(distribution.upperQuantile(2).isNaN && distribution.upperTail(.nan).isNaN)
}
