internal import Glibc

/// Student's t distribution.
public struct StudentDistribution: Sendable, Hashable {
  /// The degrees of freedom, above 0; they need not be whole.
  public let degrees: Double

  /// The distribution with `degrees` of freedom, which must be above 0 and finite.
  public init(degrees: Double) {
    precondition(degrees > 0 && degrees.isFinite, "a t distribution has more than 0 degrees of freedom")
    self.degrees = degrees
  }

  /// P(T >= t); NaN where t is.
  public func upperTail(_ t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    let half = twoSided(t) / 2
    return t > 0 ? half : 1 - half
  }

  /// P(T <= t), the cumulative distribution function.
  public func lowerTail(_ t: Double) -> Double { upperTail(-t) }

  /// P(|T| >= |t|) = I_x(ν/2, 1/2) at x = ν / (ν + t²) (Abramowitz and Stegun 1964, 26.7.1).
  public func twoSided(_ t: Double) -> Double {
    let square = t * t
    guard square.isFinite else { return square.isNaN ? .nan : 0 }
    let sum = degrees + square
    return IncompleteBeta.tails(degrees / sum, square / sum, degrees / 2, 0.5).lower
  }

  /// The t with P(T >= t) = `probability`; infinite for 0 and 1, NaN outside them.
  public func upperQuantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1 else { return .nan }
    guard probability > 0 else { return .infinity }
    guard probability <= 0.5 else { return -upperQuantile(1 - probability) }
    guard probability < 0.5 else { return 0 }
    var (low, high) = (0.0, max(StandardNormal.upperQuantile(probability), 1))
    while upperTail(high) > probability {
      (low, high) = (high, 2 * high)
      guard high.isFinite else { return .infinity }
    }
    // Halving is slow and cannot go wrong; quantiles are asked for a few times a run.
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if upperTail(middle) > probability { low = middle } else { high = middle }
    }
  }
}
