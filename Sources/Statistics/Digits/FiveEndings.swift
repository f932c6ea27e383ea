/// How many of some counts end in 0 or 5: the C05s of Mebane's Election Forensics Toolkit (Hicken and Mebane 2015).
public struct FiveEndings: Sendable, Hashable {
  /// How many counts there are, and how many of them 5 divides.
  public let total, endings: Int

  /// The share expected where every last digit is as frequent: one fifth.
  public static let expected = 0.2

  /// Of `counts`; negative ones are left out.
  public init(_ counts: [Int]) {
    var (total, endings) = (0, 0)
    for count in counts where count >= 0 {
      total += 1
      if count % 5 == 0 { endings += 1 }
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
