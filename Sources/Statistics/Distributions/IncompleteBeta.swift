/// The regularized incomplete beta function I_x(a, b): the tails of the binomial and of Student's distribution.
///
/// By its continued fraction (Abramowitz and Stegun 1964, 26.5.8) on the side where that converges fast.
enum IncompleteBeta {
  /// I_x(a, b) and 1 - I_x(a, b), for a, b > 0 and x in 0...1; `y` is 1 - x, given because it may be known better.
  static func tails(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> (lower: Double, upper: Double) {
    if x <= 0 { return (0, 1) }
    if y <= 0 { return (1, 0) }
    // x^a y^b / B(a, b), written so that large a and b lose nothing.
    let front = SaddlePoint.binomial(a, of: a + b, p: x, q: y) * a * b / (a + b)
    if x < (a + 1) / (a + b + 2) {
      let lower = min(front * fraction(x, y, a, b) / a, 1)
      return (lower, 1 - lower)
    }
    let upper = min(front * fraction(y, x, b, a) / b, 1)
    return (1 - upper, upper)
  }

  /// The even part of the continued fraction, by the modified method of Lentz.
  ///
  /// The plain fraction loses digits where x is close to 1; in the even part its differences from 1 can be taken by
  /// algebra and written in `y`.
  private static func fraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    var value = x <= 0.5 ? 1 - (a + b) * x / (a + 1) : (1 - b + (a + b) * y) / (a + 1)
    value = ContinuedFraction.nonzero(value)
    var (c, d) = (value, 0.0)
    var m = 1.0
    while true {
      let s = a + 2 * m
      let numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x / ((s - 2) * (s - 1) * (s - 1) * s)
      let slope = (m * (b - m) / (s - 1) - (a + m) * (a + b + m) / (s + 1)) / s
      let atOne = (s * (2 * m + 1 - b) - 2 * m * (m + 1 - b) - (1 - b)) / (s * s - 1)
      let denominator = x <= 0.5 ? 1 + x * slope : atOne - y * slope
      d = 1 / ContinuedFraction.nonzero(denominator + numerator * d)
      c = ContinuedFraction.nonzero(denominator + numerator / c)
      value *= c * d
      // Some √max(a, b) steps; the bound only guards against a step that never gets to 1.
      if abs(c * d - 1) < 0x1p-52 || m > 100_000 { return 1 / value }
      m += 1
    }
  }
}
