import Statistics
import Testing

private func numbers(_ count: Int, seed: UInt64, below bound: Int = 1000) -> [Double] {
  var generator = SplitMix64(seed: seed)
  return (0..<count).map { _ in Double(generator.number(below: bound)) }
}

@Test func correlationsOfKnownPairs() throws {
  #expect(agree(try #require(Correlation.pearson([1, 2, 3], [2, 4, 6])), 1))
  #expect(agree(try #require(Correlation.pearson([1, 2, 3], [3, 2, 1])), -1))
  #expect(abs(try #require(Correlation.pearson([1, 2, 3, 4], [1, -1, -1, 1]))) < 1e-15)
  #expect(agree(try #require(Correlation.spearman([1, 2, 3, 1e9], [1, 4, 9, 10])), 1))
  #expect(Correlation.pearson([1, 1], [1, 2]) == nil && Correlation.pearson([], []) == nil)
}

/// Spearman's by 1 - 6 Σd² / (n (n² - 1)), which holds without ties.
@Test func spearmanWithoutTies() throws {
  var generator = SplitMix64(seed: 8)
  let x = (0..<200).map(Double.init).shuffled(using: &generator)
  let y = (0..<200).map(Double.init).shuffled(using: &generator)
  let squares = zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  let expected = 1 - 6 * squares / (200 * (200 * 200 - 1))
  #expect(abs(try #require(Correlation.spearman(x, y)) - expected) < 1e-13)
}

/// Ranks by counting: as many are smaller, and half of the equal ones.
@Test func spearmanWithTies() throws {
  let (x, y) = (numbers(150, seed: 9, below: 12), numbers(150, seed: 10, below: 30))
  func ranks(_ values: [Double]) -> [Double] {
    values.map { value in
      Double(values.filter { $0 < value }.count) + Double(values.filter { $0 == value }.count + 1) / 2
    }
  }
  let expected = try #require(Correlation.pearson(ranks(x), ranks(y)))
  #expect(abs(try #require(Correlation.spearman(x, y)) - expected) < 1e-13)
}

/// A whole weight is as many copies.
@Test func weightsAreCopies() throws {
  let (x, y, weights) = (numbers(60, seed: 11), numbers(60, seed: 12), numbers(60, seed: 13, below: 5))
  func copies(_ values: [Double]) -> [Double] {
    zip(values, weights).flatMap { [Double](repeating: $0, count: Int($1)) }
  }
  let expected = try #require(Correlation.pearson(copies(x), copies(y)))
  #expect(agree(try #require(Correlation.weighted(x, y, by: weights)), expected, 1e-11))
}

@Test func aLineIsFound() throws {
  let x = numbers(100, seed: 14)
  let line = try #require(LeastSquares(x.map { 3 - 0.25 * $0 }, on: x))
  #expect(agree(line.slope, -0.25) && agree(line.intercept, 3))
  #expect(try #require(line.slopeError) < 1e-12)
  #expect(LeastSquares([1, 2], on: [5, 5]) == nil && LeastSquares([1], on: [1]) == nil)
  #expect(try #require(LeastSquares([1, 2], on: [1, 2])).slopeError == nil)
}

/// The deviations from the line of least squares are orthogonal to 1 and to x.
@Test func theNormalEquationsHold() throws {
  let (x, y) = (numbers(200, seed: 15), numbers(200, seed: 16))
  let line = try #require(LeastSquares(y, on: x))
  let deviations = zip(x, y).map { $1 - line.intercept - line.slope * $0 }
  #expect(abs(deviations.reduce(0, +)) < 1e-8)
  #expect(abs(zip(x, deviations).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-5)
}

/// The robust standard error says how the slope varies when deviations grow with x; the plain one would not.
@Test func theSlopeErrorIsTheSpreadOfSlopes() throws {
  var generator = SplitMix64(seed: 17)
  var (slopes, errors): ([Double], [Double]) = ([], [])
  for _ in 0..<400 {
    let x = (0..<200).map { _ in Double(generator.number(below: 1000)) / 1000 }
    let y = x.map { $0 + 3 * $0 * $0 * (Double(generator.number(below: 2001)) / 1000 - 1) }
    let line = try #require(LeastSquares(y, on: x))
    slopes.append(line.slope)
    errors.append(try #require(line.slopeError))
  }
  let spread = try #require(Moments(slopes)).variance.squareRoot()
  let mean = errors.reduce(0, +) / 400
  #expect(abs(mean / spread - 1) < 0.12)
}

/// With one group the slope is that of least squares; with dummies for the groups, by solving for them, it is the same.
@Test func theSlopeWithinGroups() throws {
  let (x, y) = (numbers(120, seed: 18), numbers(120, seed: 19))
  let all = try #require(WithinSlope(y, on: x, within: [Int](repeating: 0, count: 120), of: 1))
  #expect(agree(all.slope, try #require(LeastSquares(y, on: x)).slope, 1e-10))
  #expect(all.slopeError == nil && all.groups == 1 && all.count == 120)
  // What a group adds to all of its y, and where its x lie, makes no difference.
  let groups = (0..<120).map { $0 % 7 }
  let within = try #require(WithinSlope(y, on: x, within: groups, of: 8))
  let moved = try #require(
    WithinSlope(
      zip(y, groups).map { $0 + 1000 * Double($1 * $1) }, on: zip(x, groups).map { $0 - 500 * Double($1) },
      within: groups, of: 8))
  #expect(agree(moved.slope, within.slope, 1e-8) && within.groups == 7)
  // A single pair a group tells nothing.
  #expect(WithinSlope([1, 2], on: [1, 2], within: [0, 1], of: 2) == nil)
}

/// Town and country differ in level and turnout; within each there is no slope.
@Test func groupsCanMakeASlopeAndTheSlopeWithinTakesItOut() throws {
  var generator = SplitMix64(seed: 20)
  let groups = (0..<2000).map { $0 % 2 }
  func noise() -> Double { Double(generator.number(below: 1000)) / 10_000 }
  let (x, y) = (groups.map { 0.5 + 0.3 * Double($0) + noise() }, groups.map { 0.4 + 0.2 * Double($0) + noise() })
  #expect(try #require(LeastSquares(y, on: x)).slope > 0.5)
  #expect(abs(try #require(WithinSlope(y, on: x, within: groups, of: 2)).slope) < 0.1)
}

/// Votes that are a fixed share of those who come give that share as the slope; added ones give more.
@Test func sobyaninAndSukhovolskysSlope() throws {
  let registered = [Int](repeating: 1000, count: 500)
  let coming = (0..<500).map { 300 + $0 }
  let turnout = coming.map { Double($0) / 1000 }
  let fair = try #require(
    SobyaninSukhovolsky(votes: coming.map { $0 * 6 / 10 }, turnout: turnout, registered: registered))
  #expect(abs(fair.line.slope - 0.6) < 1e-3 && abs(fair.line.intercept) < 1e-3)
  #expect(try #require(fair.pOutside) > 0.99)
  let steep = try #require(
    SobyaninSukhovolsky(votes: coming.map { 2 * $0 - 400 }, turnout: turnout, registered: registered))
  #expect(agree(steep.line.slope, 2, 1e-9))
  let share = coming.map { _ in 0.6 }
  #expect(agree(try #require(SobyaninSukhovolsky.toolkitVariant(share: share, turnout: turnout)), -0.6))
}

@Test func adjustedValues() {
  // m = 3, c = 11/6: 0.01 · 5.5, 0.02 · 5.5 / 2 and 0.5 · 5.5 / 3, in the order given.
  let adjusted = BenjaminiYekutieli.adjusted([0.02, 0.5, 0.01])
  #expect(zip(adjusted, [0.055, 0.5 * 5.5 / 3, 0.055]).allSatisfy { agree($0, $1) })
  #expect(BenjaminiYekutieli.adjusted([]) == [] && BenjaminiYekutieli.adjusted([0.2]) == [0.2])
  #expect(BenjaminiYekutieli.adjusted([0.9, 1]) == [1, 1])
}

/// What is at or below a rate is what the step-up rule of the paper rejects.
@Test func adjustedValuesRejectWhatTheStepUpRuleRejects() {
  var generator = SplitMix64(seed: 21)
  for _ in 0..<200 {
    let m = 1 + generator.number(below: 30)
    let p = (0..<m).map { _ in Double(generator.number(below: 1000)) / 20_000 }
    let c = (1...m).reduce(0.0) { $0 + 1 / Double($1) }
    let sorted = p.sorted()
    let last = (1...m).last { sorted[$0 - 1] <= 0.05 * Double($0) / (Double(m) * c) }
    let bound = last.map { sorted[$0 - 1] } ?? -1
    for (adjusted, p) in zip(BenjaminiYekutieli.adjusted(p), p) where abs(adjusted - 0.05) > 1e-12 {
      #expect((adjusted <= 0.05) == (p <= bound))
    }
  }
}
