/// How many percentages, rounded to whole ones, end in 0 or 5, held against what each denominator allows.
///
/// The P05s of Mebane's Election Forensics Toolkit (Hicken and Mebane 2015), who expects one in five. That holds only where
/// denominators are large: a third of the shares of 60 ballots round to such a percentage, a sixth of those of 120. So every pair
/// keeps its whole, and its part is drawn anew around the reported one with a bandwidth of 2.5 points, half the way from one
/// such percentage to the next (``CoarseShareTest`` does the same more narrowly). Nothing is simulated: each draw is a
/// Bernoulli trial of known probability.
///
/// Parts of nothing, of the whole and above it have reasons of their own, and nothing to either side to be smoothed with; wholes
/// below 100 attain so few shares that no smoothing evens them out. Both are counted, and leave nothing to chance.
public struct PercentEndings: Sendable, Hashable {
  /// How many percentages there are.
  public let total: Int
  /// How many of them end in 0 or 5, and how many the denominators lead one to expect.
  public let endings: Excess

  /// The least whole that leaves something to chance.
  static let leastWhole = 100

  /// How far shares are smoothed.
  static let bandwidth = 0.025

  /// The fewest groups whose sums show how the stations of one go together.
  static let fewestGroups = 30

  /// The percentages of `parts` in `wholes`, each rounded to a whole one, halves to even.
  ///
  /// `100 (part / whole)` in binary64, as in the published programs: only a percentage that lies exactly between two
  /// whole ones can go the other way than its fraction would; IEEE 754 makes it the same on every processor. A pair
  /// whose whole is not positive, or whose part is negative, is left out.
  ///
  /// `groupings` tell which pairs may go together, by a number below the count of groups: large stations of one place have
  /// nearly one share. The variance is then no smaller than the sum of the squared sums by group of what was counted less what
  /// was expected, of every grouping into 30 or more (Liang and Zeger 1986, Biometrika 73:13).
  public init(of parts: [Int], in wholes: [Int], groupings: [(group: [Int], count: Int)] = []) {
    var (total, observed, expected, variance) = (0, 0, 0.0, 0.0)
    var sums = groupings.map { [Double](repeating: 0, count: $0.count) }
    for (station, (part, whole)) in zip(parts, wholes).enumerated() where whole > 0 && part >= 0 {
      total += 1
      let isEnding = Self.isEnding(part, of: whole)
      if isEnding { observed += 1 }
      guard part > 0, part < whole, (Self.leastWhole...IntegerPercentage.largestTotal).contains(whole) else {
        expected += isEnding ? 1 : 0
        continue
      }
      let chance = Self.chance(part, of: whole)
      expected += chance
      variance += chance * (1 - chance)
      for (place, grouping) in groupings.enumerated() {
        sums[place][grouping.group[station]] += (isEnding ? 1 : 0) - chance
      }
    }
    for sums in sums where sums.count(where: { $0 != 0 }) >= Self.fewestGroups {
      variance = max(variance, sums.reduce(0) { $0 + $1 * $1 })
    }
    self.total = total
    endings = Excess(observed: observed, expected: expected, standardDeviation: variance.squareRoot())
  }

  /// The share that ends in 0 or 5; nil of nothing.
  public var share: Double? { total > 0 ? Double(endings.observed) / Double(total) : nil }

  /// The share that the denominators lead one to expect, and its standard deviation; nil of nothing.
  public var expected: (share: Double, deviation: Double)? {
    total > 0 ? (endings.expected / Double(total), endings.standardDeviation / Double(total)) : nil
  }

  /// The chance of a number at least as far from the expected one, to either side: by the normal distribution, half a
  /// number taken off. Nil where nothing is left to chance.
  public var p: Double? {
    guard endings.standardDeviation > 0 else { return nil }
    let distance = max(0, abs(endings.anomaly) - 0.5)
    return min(1, 2 * StandardNormal.upperTail(distance / endings.standardDeviation))
  }

  private static func isEnding(_ part: Int, of whole: Int) -> Bool {
    (100 * (Double(part) / Double(whole))).rounded(.toNearestOrEven).truncatingRemainder(dividingBy: 5) == 0
  }

  /// The chance that the part drawn anew, neither nothing nor the whole, rounds to such a percentage.
  static func chance(_ part: Int, of whole: Int) -> Double {
    let drawn = ResampledCount(part, of: whole, bandwidth: bandwidth, within: 1...(whole - 1))
    var chance = 0.0
    for percentage in stride(from: 0, through: 100, by: 5)
    where drawn.reaches(percentage, within: 0.5, deviations: 6) {
      chance += drawn.probability(window(percentage, of: whole))
    }
    return min(1, chance)
  }

  /// The parts of `whole`, neither nothing nor the whole, that round to `percentage`; it may be empty.
  ///
  /// Halves go to the even percentage: an odd one has neither of its ends.
  private static func window(_ percentage: Int, of whole: Int) -> (first: Int, last: Int) {
    let (low, high) = ((2 * percentage - 1) * whole, (2 * percentage + 1) * whole)
    let isEven = percentage % 2 == 0
    let first = isEven ? (low + 199) / 200 : low / 200 + 1
    let last = isEven ? high / 200 : (high + 199) / 200 - 1
    return (max(first, 1), min(last, whole - 1))
  }
}
