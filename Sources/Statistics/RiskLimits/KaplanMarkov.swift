internal import Glibc

/// The Kaplan–Markov p-value of the hypothesis that a population of numbers, none negative, has a mean of at most `mean`:
/// the product of `(mean + pad) / (x + pad)` over draws with replacement, in their order (Stark 2009, IEEE Transactions on
/// Information Forensics and Security 4, 1005).
public struct KaplanMarkov: Sendable, Hashable {
  /// The hypothetical mean.
  public let mean: Double
  /// What is added to every number, so that a zero does not make all that comes later worthless.
  public let pad: Double

  /// The test of `mean`, above 0, with numbers padded by `pad`, at least 0.
  public init(mean: Double, pad: Double = 0) {
    precondition(mean > 0 && pad >= 0, "a mean of \(mean) with \(pad) beside it cannot be tested")
    (self.mean, self.pad) = (mean, pad)
  }

  /// The p-value after each of `numbers`, at most 1.
  public func pValues(_ numbers: [Double]) -> [Double] {
    var sum = 0.0
    return numbers.map { number in
      sum += log(mean + pad) - log(number + pad)
      return min(1, exp(sum))
    }
  }
}
