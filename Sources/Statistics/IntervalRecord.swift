/// How often intervals of 95 % missed where it is known what they should have held.
public struct IntervalRecord: Sendable, Hashable {
  /// How many were tried, and how many of them missed.
  public private(set) var tried = 0, missed = 0

  /// None yet.
  public init() {}

  /// One interval more.
  public mutating func add(isMissed: Bool) {
    tried += 1
    if isMissed { missed += 1 }
  }

  /// Whether more missed than one in twenty would by chance: the exact binomial test at 5 %, as if they were independent.
  public var isDoubtful: Bool {
    tried > 0 && BinomialDistribution(trials: tried, probability: 0.05).probability(atLeast: missed) < 0.05
  }
}
