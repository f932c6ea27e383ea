/// How many of some numbers end in 0 or 5.
///
/// The C05s and P05s of Mebane's Election Forensics Toolkit (Hicken and Mebane 2015): the counts themselves, and
/// percentages rounded to whole ones.
public struct FiveEndings: Sendable, Hashable {
  /// How many numbers there are, and how many of them 5 divides.
  public let total, endings: Int

  /// The share expected where every last digit is as frequent: one fifth.
  ///
  /// For percentages that holds only where the denominators are large and the percentages spread out.
  public static let expected = 0.2

  /// Of counts, C05s; negative ones are left out.
  public init(counts: [Int]) {
    var (total, endings) = (0, 0)
    for count in counts where count >= 0 {
      total += 1
      if count % 5 == 0 { endings += 1 }
    }
    (self.total, self.endings) = (total, endings)
  }

  /// Of the percentages of `parts` in `wholes`, each rounded to a whole one, halves to even: P05s.
  ///
  /// `100 (part / whole)` in binary64, as in the published programs: only a percentage that lies exactly between two
  /// whole ones can go the other way than its fraction would; IEEE 754 makes it the same on every processor. A pair
  /// whose whole is not positive, or whose part is negative, is left out.
  public init(percentOf parts: [Int], in wholes: [Int]) {
    var (total, endings) = (0, 0)
    for (part, whole) in zip(parts, wholes) where whole > 0 && part >= 0 {
      let percent = (100 * (Double(part) / Double(whole))).rounded(.toNearestOrEven)
      total += 1
      if percent.truncatingRemainder(dividingBy: 5) == 0 { endings += 1 }
    }
    (self.total, self.endings) = (total, endings)
  }

  /// The share that ends in 0 or 5; nil of nothing.
  public var share: Double? { total > 0 ? Double(endings) / Double(total) : nil }

  /// The chance of a share at least as far to its side of one fifth, doubled: exact, by the binomial distribution.
  public var p: Double? {
    guard total > 0 else { return nil }
    let distribution = BinomialDistribution(trials: total, probability: Self.expected)
    return min(1, 2 * min(distribution.probability(atMost: endings), distribution.probability(atLeast: endings)))
  }
}
