/// The number of successes in independent trials that succeed with the same probability.
public struct BinomialDistribution: Sendable, Hashable {
  /// How many trials there are.
  public let trials: Int
  /// The probability that one succeeds.
  public let probability: Double

  /// The distribution of successes in `trials`, no fewer than 0, each with `probability`, from 0 to 1.
  public init(trials: Int, probability: Double) {
    precondition(trials >= 0, "there cannot be \(trials) trials")
    precondition((0...1).contains(probability), "a probability is not \(probability)")
    (self.trials, self.probability) = (trials, probability)
  }

  /// P(X = k): to nearly full relative precision for any number of trials (Loader 2000).
  public func probability(of k: Int) -> Double {
    guard (0...trials).contains(k) else { return 0 }
    return SaddlePoint.binomial(Double(k), of: Double(trials), p: probability, q: 1 - probability)
  }

  /// P(X <= k), the cumulative distribution function.
  public func probability(atMost k: Int) -> Double {
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return tails(k).upper
  }

  /// P(X >= k).
  public func probability(atLeast k: Int) -> Double {
    if k <= 0 { return 1 }
    if k > trials { return 0 }
    return tails(k - 1).lower
  }

  /// P(X > k) = I_p(k + 1, n - k), for 0 <= k < n, and its complement.
  private func tails(_ k: Int) -> (lower: Double, upper: Double) {
    IncompleteBeta.tails(probability, 1 - probability, Double(k) + 1, Double(trials - k))
  }
}
