internal import Glibc

/// Factors of gamma-type densities without the cancellation that logarithms of factorials bring.
///
/// Loader 2000, Fast and Accurate Computation of Binomial Probabilities: each density is the one at its peak times the
/// exponential of minus a deviance, and both are computed to full precision for any size.
enum SaddlePoint {
  /// ln Γ(z + 1) less Stirling's formula `(z + 1/2) ln z - z + ln(2π) / 2`, for z > 0.
  static func stirlingError(_ z: Double) -> Double {
    z < 16 && z == z.rounded() ? atWholeNumbers[Int(z)] : stirlingErrorByRecurrence(z)
  }

  /// The error at 0, where nothing asks for it, and at 1...15.
  private static let atWholeNumbers: [Double] = [0] + (1...15).map { stirlingErrorByRecurrence(Double($0)) }

  /// By Stirling's series from 16 on, and below by Γ(z + 2) = (z + 1) Γ(z + 1).
  private static func stirlingErrorByRecurrence(_ z: Double) -> Double {
    var (z, sum) = (z, 0.0)
    while z < 16 {
      sum += (z + 0.5) * log1p(1 / z) - 1
      z += 1
    }
    let w = 1 / (z * z)
    let series = 1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * 691 / 360_360))))
    return sum + series / z
  }

  /// `x ln(x / mean) + mean - x`, for x >= 0 and mean > 0: never negative, 0 where both agree.
  static func deviance(_ x: Double, mean: Double) -> Double {
    guard x > 0 else { return mean }
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else { return x * log(x / mean) - difference }
    // ln(x / mean) = 2 artanh v, as a series in v.
    let v = difference / (x + mean)
    var (sum, power) = (difference * v, 2 * x * v)
    for j in 1..<1000 {
      power *= v * v
      let next = sum + power / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// `mean^x exp(-mean) / Γ(x + 1)`, for x >= 0 and mean > 0: the Poisson probability where x is a whole number.
  static func poisson(_ x: Double, mean: Double) -> Double {
    guard x > 0 else { return exp(-mean) }
    return exp(-stirlingError(x) - deviance(x, mean: mean)) / (2 * .pi * x).squareRoot()
  }

  /// `Γ(n + 1) / (Γ(x + 1) Γ(n - x + 1)) p^x q^(n - x)`, for 0 <= x <= n and p + q = 1: the binomial probability where
  /// x and n are whole numbers.
  static func binomial(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
    if p == 0 { return x == 0 ? 1 : 0 }
    if q == 0 { return x == n ? 1 : 0 }
    if x == 0 { return n == 0 ? 1 : power(of: q, p, n) }
    if x == n { return power(of: p, q, n) }
    let rest = n - x
    let exponent =
      stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, mean: n * p)
      - deviance(rest, mean: n * q)
    return exp(exponent) * (n / (2 * .pi * x * rest)).squareRoot()
  }

  /// `p^n`, where `q` is 1 - p, kept precise when p is close to 1.
  private static func power(of p: Double, _ q: Double, _ n: Double) -> Double {
    exp(n * (q < 0.1 ? log1p(-q) : log(p)))
  }
}
