import BigInt
import Testing

@testable import Statistics

private let risks = ["1/1000", "1/100", "1/20", "1/10", "1/3", "1/2", "9/10"].compactMap { Rational($0) }
private let twentieth = Rational("1/20") ?? 0

/// C(n, k); zero outside the triangle.
private func choose(_ n: Int, _ k: Int) -> Int {
  guard k >= 0, k <= n else { return 0 }
  return (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
}

/// P(X in range) for the smallest populations, by counting every sample.
private func probability(_ range: ClosedRange<Int>, _ N: Int, _ M: Int, _ n: Int) -> Rational {
  let ways = range.reduce(0) { $0 + choose(M, $1) * choose(N - M, n - $1) }
  return Rational(BigInt(ways), over: BigInt(choose(N, n))) ?? 0
}

@Test func boundsAreThoseOfCountingEverySample() throws {
  for N in 0...12 {
    for n in 0...N {
      for x in 0...n {
        let sample = try HypergeometricSample(population: N, drawn: n, found: x)
        for risk in risks {
          let upper = (0...N).last { probability(0...x, N, $0, n) > risk }
          let lower = (0...N).first { probability(x...n, N, $0, n) > risk }
          #expect(try sample.upperBound(risk: risk) == upper, "N \(N), n \(n), x \(x), risk \(risk)")
          #expect(try sample.lowerBound(risk: risk) == lower, "N \(N), n \(n), x \(x), risk \(risk)")
        }
      }
    }
  }
}

@Test func sampleSizesAreThoseOfCountingEverySample() throws {
  for N in 1...12 {
    for B in 1...N {
      for risk in risks {
        let size = (0...N).first { probability(0...0, N, B, $0) <= risk }
        #expect(try sampleSize(toDetect: B, of: N, risk: risk) == size, "N \(N), B \(B), risk \(risk)")
      }
    }
  }
}

@Test func roundedAndExactComparisonsAgree() throws {
  var generator = SplitMix64(seed: 2)
  var decided = 0
  for _ in 0..<400 {
    let population = generator.number(below: 200) + 1
    let drawn = generator.number(below: population + 1)
    let marked = generator.number(below: population + 1)
    let tail = HypergeometricTail(
      upTo: generator.number(below: drawn + 1), population: population, marked: marked, drawn: drawn)
    for risk in risks where tail.isOpen {
      guard let rounded = tail.certified(risk) else { continue }
      decided += 1
      #expect(rounded == tail.exact(risk))
    }
  }
  #expect(decided > 1000)
  let large = HypergeometricTail(upTo: 40, population: 18_128, marked: 2000, drawn: 500)
  for risk in risks { #expect(large.certified(risk) == large.exact(risk)) }
}

/// 1 of 20 drawn, none found: with 19 marked, P(X = 0) is 1/20 to the last digit, and 1/20 is not above 1/20.
@Test func aTieIsDecidedByWholeNumbers() throws {
  let tail = HypergeometricTail(upTo: 0, population: 20, marked: 19, drawn: 1)
  #expect(tail.certified(twentieth) == nil)
  #expect(!tail.exceeds(twentieth))
  #expect(try HypergeometricSample(population: 20, drawn: 1, found: 0).upperBound(risk: twentieth) == 18)
  #expect(try sampleSize(toDetect: 19, of: 20, risk: twentieth) == 1)
  // The same at a size at which the whole numbers are long: C(10^6 - 1, 1) / C(10^6, 1).
  let risk = try #require(Rational("0.25"))
  #expect(try HypergeometricSample(population: 1_000_000, drawn: 1, found: 0).upperBound(risk: risk) == 749_999)
}

/// A risk beyond the range of binary64 goes straight to whole numbers.
@Test func anExtremeRiskIsStillExact() throws {
  let risk = try #require(Rational(1, over: BigInt(10).power(300)))
  let sample = try HypergeometricSample(population: 2000, drawn: 1000, found: 0)
  let bound = try sample.upperBound(risk: risk)
  let before = HypergeometricTail(upTo: 0, population: 2000, marked: bound, drawn: 1000)
  let behind = HypergeometricTail(upTo: 0, population: 2000, marked: bound + 1, drawn: 1000)
  #expect(before.certified(risk) == nil)
  #expect(before.exact(risk) && !behind.exact(risk))
}

@Test func boundsMoveTheWayTheyMust() throws {
  var generator = SplitMix64(seed: 3)
  for _ in 0..<60 {
    let population = generator.number(below: 5000) + 2
    let drawn = generator.number(below: population - 1) + 1
    let found = generator.number(below: drawn)
    let sample = try HypergeometricSample(population: population, drawn: drawn, found: found)
    let (upper, lower) = (try sample.upperBound(risk: twentieth), try sample.lowerBound(risk: twentieth))
    #expect(lower >= found && lower <= upper && upper <= population - drawn + found)
    // What is found or not found changes places with its bound.
    let other = try HypergeometricSample(population: population, drawn: drawn, found: drawn - found)
    #expect(try other.lowerBound(risk: twentieth) == population - upper)
    // More found, more possible; a smaller risk, wider bounds.
    let more = try HypergeometricSample(population: population, drawn: drawn, found: found + 1)
    #expect(try more.upperBound(risk: twentieth) >= upper)
    #expect(try more.lowerBound(risk: twentieth) >= lower)
    #expect(try sample.upperBound(risk: #require(Rational("1/100"))) >= upper)
    #expect(try sample.lowerBound(risk: #require(Rational("1/100"))) <= lower)
    // More to detect, fewer to draw.
    #expect(
      try sampleSize(toDetect: found + 1, of: population, risk: twentieth)
        >= sampleSize(toDetect: found + 2, of: population, risk: twentieth))
  }
}

@Test func aSampleOfAllOrOfNone() throws {
  let all = try HypergeometricSample(population: 500, drawn: 500, found: 7)
  #expect(try all.upperBound(risk: twentieth) == 7)
  #expect(try all.lowerBound(risk: twentieth) == 7)
  let none = try HypergeometricSample(population: 500, drawn: 0, found: 0)
  #expect(try none.upperBound(risk: twentieth) == 500)
  #expect(try none.lowerBound(risk: twentieth) == 0)
  let empty = try HypergeometricSample(population: 0, drawn: 0, found: 0)
  #expect(try empty.upperBound(risk: twentieth) == 0)
}

/// The middle of the range at the largest sizes that a mission meets.
@Test func hundredsOfThousandsOfThings() throws {
  let sample = try HypergeometricSample(population: 300_000, drawn: 20_000, found: 700)
  let (upper, lower) = (try sample.upperBound(risk: twentieth), try sample.lowerBound(risk: twentieth))
  // The normal approximation, a little generous: 10,500 with a standard error of about 376.
  #expect((11_080...11_180).contains(upper))
  #expect((9_840...9_940).contains(lower))
}

/// The share of samples whose bound misses the truth is at most the risk: exactly, for every truth.
@Test func boundsMissNoMoreOftenThanTheRisk() throws {
  for (N, n) in [(12, 5), (20, 8)] {
    for risk in risks {
      let bounds = try (0...n).map { found in
        let sample = try HypergeometricSample(population: N, drawn: n, found: found)
        return (try sample.lowerBound(risk: risk), try sample.upperBound(risk: risk))
      }
      for M in 0...N {
        var (below, above): (Rational, Rational) = (0, 0)
        for (found, bound) in bounds.enumerated() {
          if bound.1 < M { below = below + probability(found...found, N, M, n) }
          if bound.0 > M { above = above + probability(found...found, N, M, n) }
        }
        #expect(below <= risk && above <= risk)
      }
    }
  }
}

/// The same by drawing: 4,000 samples a population, the share of misses within four standard errors of the risk.
@Test(arguments: [(1_000, 100, 37), (18_128, 300, 400)])
func simulatedSamplesMissNoMoreOftenThanTheRisk(population: Int, drawn: Int, marked: Int) throws {
  var generator = SplitMix64(seed: 4)
  var bounds: [Int: (lower: Int, upper: Int)] = [:]
  var (below, above) = (0, 0)
  let draws = 4_000
  for _ in 0..<draws {
    var (found, left) = (0, marked)
    for i in 0..<drawn where generator.number(below: population - i) < left { (found, left) = (found + 1, left - 1) }
    if bounds[found] == nil {
      let sample = try HypergeometricSample(population: population, drawn: drawn, found: found)
      bounds[found] = (try sample.lowerBound(risk: twentieth), try sample.upperBound(risk: twentieth))
    }
    let bound = try #require(bounds[found])
    if bound.upper < marked { below += 1 }
    if bound.lower > marked { above += 1 }
  }
  let limit = Int(Double(draws) * 0.05 + 4 * (Double(draws) * 0.05 * 0.95).squareRoot())
  #expect(below <= limit && above <= limit)
}

@Test func questionsWithoutAnAnswerSayWhy() throws {
  let sample = try HypergeometricSample(population: 10, drawn: 5, found: 1)
  for risk: Rational in [0, 1, -1, 2] {
    #expect(throws: StatisticsError.risk(risk)) { try sample.upperBound(risk: risk) }
    #expect(throws: StatisticsError.risk(risk)) { try sample.lowerBound(risk: risk) }
    #expect(throws: StatisticsError.risk(risk)) { try sampleSize(toDetect: 1, of: 10, risk: risk) }
  }
  for population in [-1, HypergeometricSample.largestPopulation + 1, .max, .min] {
    #expect(throws: StatisticsError.population(population)) {
      try HypergeometricSample(population: population, drawn: 0, found: 0)
    }
    #expect(throws: StatisticsError.population(population)) {
      try sampleSize(toDetect: 1, of: population, risk: twentieth)
    }
  }
  #expect(throws: StatisticsError.drawn(11, population: 10)) {
    try HypergeometricSample(population: 10, drawn: 11, found: 0)
  }
  #expect(throws: StatisticsError.found(6, drawn: 5)) { try HypergeometricSample(population: 10, drawn: 5, found: 6) }
  for count in [0, -1, 11, .max] {
    #expect(throws: StatisticsError.nothingToDetect(count, population: 10)) {
      try sampleSize(toDetect: count, of: 10, risk: twentieth)
    }
  }
}
