import Testing

@testable import Statistics

/// The dip by its definition, for small samples: the least d at which some mode has a convex function on its left and
/// a concave one on its right within d of the empirical distribution function.
///
/// A convex function fits between lower and upper bounds at points on a line where no bound from below lies above a
/// chord between two bounds from above; the least value it can have further on is the highest that a line from an
/// upper bound through a later lower bound reaches. The right side is the left side turned round.
private func bruteDip(_ values: [Double]) -> Double {
  let x = Array(Set(values)).sorted()
  let n = Double(values.count)
  let until = x.map { x in Double(values.filter { $0 <= x }.count) / n }
  let before = [0.0] + until.dropLast()
  let negative = Array(x.map { -$0 }.reversed())
  let (turnedBefore, turnedUntil) = (until.map { 1 - $0 }, before.map { 1 - $0 })
  /// The least value that the left side can have at point m; nil where nothing fits.
  func least(_ m: Int, _ x: [Double], _ before: [Double], _ until: [Double], _ d: Double) -> Double? {
    var least = before[m] - d
    for k in 0..<m {
      guard until[k] - d <= before[k] + d else { return nil }
      least = max(least, until[k] - d)
      for i in 0..<k {
        for j in (k + 1)..<max(m, k + 1) where j < m {
          let chord = before[i] + (before[j] - before[i]) * (x[k] - x[i]) / (x[j] - x[i]) + d
          guard until[k] - d <= chord else { return nil }
        }
        least = max(least, until[k] - d + (until[k] - before[i] - 2 * d) / (x[k] - x[i]) * (x[m] - x[k]))
      }
    }
    return least <= before[m] + d ? least : nil
  }
  func fits(_ d: Double) -> Bool {
    x.indices.contains { m in
      let turned = x.count - 1 - m
      guard let left = least(m, x, before, until, d),
        let right = least(turned, negative, turnedBefore.reversed(), turnedUntil.reversed(), d)
      else { return false }
      return left <= 1 - right + 1e-13
    }
  }
  var (low, high) = (0.0, 0.5)
  for _ in 0..<50 {
    let middle = (low + high) / 2
    if fits(middle) { high = middle } else { low = middle }
  }
  return high
}

@Test func theDipIsTheOneOfTheDefinition() throws {
  var generator = SplitMix64(seed: 3)
  for round in 0..<600 {
    let count = 2 + generator.number(below: 11)
    let range = [4, 10, 100, 100_000][round % 4]
    var values = (0..<count).map { _ in Double(generator.number(below: range)) }
    if round.isMultiple(of: 3) { values = values.map { $0 < Double(range) / 2 ? $0 / 7 : $0 } }
    let dip = try #require(Dip(values))
    #expect(abs(dip.statistic - bruteDip(values)) < 1e-12, "\(values)")
  }
}

@Test func dipsThatAreKnown() throws {
  // Equal steps are as near to one peak as a sample of distinct values can be.
  #expect(try #require(Dip((0..<50).map(Double.init))).statistic == 0.01)
  // Two equal heaps are as far as can be.
  let heap = (0..<1000).map { Double($0) * 1e-9 }
  let heaps = heap + heap.map { 1 + $0 }
  #expect(abs(try #require(Dip(heaps)).statistic - 0.25) < 1e-3)
  #expect(try #require(Dip([3, 3, 3])).statistic == 0)
  #expect(try #require(Dip([1])).statistic == 0)
  #expect(Dip([]) == nil && Dip([1, .nan]) == nil && Dip([1, .infinity]) == nil)
}

@Test func theDipKnowsNoOrderPlaceScaleOrDirection() throws {
  var generator = SplitMix64(seed: 4)
  for _ in 0..<50 {
    let values = (0..<300).map { _ in Double(generator.number(below: 500)) }
    let dip = try #require(Dip(values)).statistic
    #expect(try #require(Dip(values.shuffled(using: &generator))).statistic == dip)
    #expect(abs(try #require(Dip(values.map { 8 * $0 - 64 })).statistic - dip) < 1e-13)
    #expect(abs(try #require(Dip(values.map { -$0 })).statistic - dip) < 1e-13)
  }
}

/// The rows of small samples are drawn again; the others were drawn by the same function.
@Test(arguments: [10, 20]) func theTableOfTheDipIsTheSimulatedOne(count: Int) throws {
  let row = try #require(DipNullTable.rows.first { $0.count == count })
  for (simulated, quantile) in zip(DipNull.simulatedRow(count: count), row.quantiles) {
    #expect(abs(simulated - quantile) < 1.5e-5)
  }
}

@Test func theTableOfTheDipIsComplete() {
  #expect(DipNullTable.rows.map(\.count) == DipNullTable.rows.map(\.count).sorted())
  for row in DipNullTable.rows {
    #expect(row.quantiles.count == DipNullTable.tails.count)
    #expect(zip(row.quantiles, row.quantiles.dropFirst()).allSatisfy { $0 < $1 })
  }
}

/// Between the rows and beyond the last the p values of uniform samples are uniform.
@Test(arguments: [(60, 4000), (800, 2000)]) func theDipOfUniformSamplesIsRarelyUnusual(count: Int, samples: Int) throws
{
  let values = DipNull.simulated(count: count, repetitions: samples, seed: 99)
  let p = values.compactMap { DipNull.upperTail(of: $0 / Double(count).squareRoot(), count: count) }
  #expect(p.count == samples)
  for level in [0.01, 0.05, 0.2, 0.5, 0.8] {
    let share = Double(p.filter { $0 <= level }.count) / Double(samples)
    let error = (level * (1 - level) / Double(samples)).squareRoot()
    #expect(abs(share - level) < 4 * error + 0.05 * level, "\(level): \(share)")
  }
}

@Test func theTailOfTheDipGoesOn() throws {
  #expect(DipNull.upperTail(of: 0.1, count: 9) == nil)
  for count in [10, 73, 1000, 72_001, 1_050_000] {
    var last = 1.0
    for x in stride(from: 0.01, through: 3, by: 0.01) {
      let p = try #require(DipNull.upperTail(of: x / Double(count).squareRoot(), count: count))
      #expect(p <= last && p > 0 || last < 1e-300)
      last = p
    }
    #expect(last < 1e-30)
  }
}
