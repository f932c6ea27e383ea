/// The chi-square distribution.
///
/// By the incomplete gamma function: its series below the mean, Legendre's continued fraction above (Abramowitz and
/// Stegun 1964, 6.5.29 and 6.5.31).
public struct ChiSquareDistribution: Sendable, Hashable {
  /// The degrees of freedom, above 0; they need not be whole.
  public let degrees: Double

  /// The distribution with `degrees` of freedom, which must be above 0 and finite.
  public init(degrees: Double) {
    precondition(degrees > 0 && degrees.isFinite, "a chi-square distribution has more than 0 degrees of freedom")
    self.degrees = degrees
  }

  /// P(X >= x); NaN where x is.
  public func upperTail(_ x: Double) -> Double { tails(x).upper }

  /// P(X <= x); NaN where x is.
  public func lowerTail(_ x: Double) -> Double { tails(x).lower }

  private func tails(_ x: Double) -> (lower: Double, upper: Double) {
    guard !x.isNaN else { return (.nan, .nan) }
    guard x > 0 else { return (0, 1) }
    guard x.isFinite else { return (1, 0) }
    let (a, y) = (degrees / 2, x / 2)
    // y^a exp(-y) / Γ(a + 1), written so that large a lose nothing.
    let factor = SaddlePoint.poisson(a, mean: y)
    if y < a + 1 {
      let lower = min(factor * Self.series(a, y), 1)
      return (lower, 1 - lower)
    }
    let upper = min(factor * a * Self.fraction(a, y), 1)
    return (1 - upper, upper)
  }

  /// 1 + y / (a + 1) + y^2 / ((a + 1) (a + 2)) + ...
  private static func series(_ a: Double, _ y: Double) -> Double {
    var (sum, term, n) = (1.0, 1.0, a)
    while term > sum * 0x1p-54 {
      n += 1
      term *= y / n
      sum += term
    }
    return sum
  }

  /// Γ(a, y) / (y^a exp(-y)), by the modified method of Lentz.
  private static func fraction(_ a: Double, _ y: Double) -> Double {
    var b = y + 1 - a
    var c = Double.greatestFiniteMagnitude
    var d = 1 / b
    var value = d
    var i = 1.0
    while true {
      let numerator = i * (a - i)
      b += 2
      d = 1 / ContinuedFraction.nonzero(numerator * d + b)
      c = ContinuedFraction.nonzero(b + numerator / c)
      let factor = c * d
      value *= factor
      // The fraction converges within some √a steps; the bound only guards against a step that never gets to 1.
      if abs(factor - 1) < 0x1p-52 || i > 100_000 { return value }
      i += 1
    }
  }
}

/// What continued fractions share.
enum ContinuedFraction {
  /// `value`, or something tiny in place of 0: a later step takes it out again.
  static func nonzero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
