internal import Glibc

/// The normal distribution with mean 0 and variance 1.
///
/// Tails keep their relative precision: `upperTail(9)` is 1.1e-19, not the rounding error of 1 - 1.
public enum StandardNormal {
  /// The density at `z`.
  public static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  /// P(Z <= z), the cumulative distribution function.
  public static func lowerTail(_ z: Double) -> Double { erfc(-z * 0.5.squareRoot()) / 2 }

  /// P(Z >= z).
  public static func upperTail(_ z: Double) -> Double { erfc(z * 0.5.squareRoot()) / 2 }

  /// P(|Z| >= |z|).
  public static func twoSided(_ z: Double) -> Double { erfc(abs(z) * 0.5.squareRoot()) }

  /// The z with P(Z <= z) = `probability`; infinite for 0 and 1, NaN outside them.
  public static func quantile(_ probability: Double) -> Double {
    // 1 - p is exact for p from one half up.
    probability < 0.5 ? -upperQuantile(probability) : upperQuantile(1 - probability)
  }

  /// The z with P(Z >= z) = `probability`; infinite for 0 and 1, NaN outside them.
  ///
  /// Newton's method on the logarithm of the tail, which is concave: from a start above the answer it comes down to it
  /// and never passes it.
  public static func upperQuantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1 else { return .nan }
    guard probability > 0 else { return .infinity }
    guard probability <= 0.5 else { return -upperQuantile(1 - probability) }
    // P(Z >= z) <= exp(-z^2 / 2) / 2 for z >= 0, so the root of the right side is not below the answer.
    var z = (-2 * log(2 * probability)).squareRoot()
    for _ in 0..<60 {
      let tail = upperTail(z)
      guard tail > 0 else {
        z *= 0.99
        continue
      }
      let step = (log(tail) - log(probability)) * tail / density(z)
      z += step
      if abs(step) <= 1e-15 * max(1, abs(z)) { break }
    }
    return z
  }
}
