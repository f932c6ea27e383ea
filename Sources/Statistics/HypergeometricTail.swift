internal import BigInt

/// P(X <= x), where X counts the marked among `drawn` things out of `population`, of which `marked` are marked.
///
/// Only ever compared with a risk, and the answer is exact. The comparison is tried in binary64 first, with additions,
/// multiplications and divisions alone: IEEE 754 rounds each of these correctly, so that the error can be counted, and
/// the same bits come out on any processor. Where the two sides are nearer than that error, whole numbers decide.
struct HypergeometricTail {
  private let population: Int
  /// No smaller than `drawn`, and `marked + drawn <= population`: see `init`.
  private let marked: Int
  private let drawn: Int
  private let x: Int

  /// All four within their ranges: see `HypergeometricSample`.
  init(upTo x: Int, population: Int, marked: Int, drawn: Int) {
    self.population = population
    // The unmarked among the things not drawn follow the same distribution, shifted. Of the two descriptions take the
    // one in which X may be zero: then the first term of the sum is one product.
    let forced = max(marked + drawn - population, 0)
    let (marked, drawn) = forced > 0 ? (population - marked, population - drawn) : (marked, drawn)
    // Marked and drawn may change places. The fewer are drawn, the shorter the product.
    (self.marked, self.drawn) = (max(marked, drawn), min(marked, drawn))
    self.x = x - forced
  }

  /// Whether the probability is neither 0 nor 1 at first sight. The two ways to compare expect it to be open.
  var isOpen: Bool { (0..<drawn).contains(x) }

  /// Whether P(X <= x) > risk.
  func exceeds(_ risk: Rational) -> Bool {
    guard isOpen else { return (x < 0 ? 0 : 1) > risk }
    return certified(risk) ?? exact(risk)
  }

  /// The answer by counted rounding errors; nil where they leave it open.
  ///
  /// P(X = 0) is a product of `drawn` quotients: two roundings each. P(X = k + 1) is P(X = k) times a quotient of
  /// whole numbers below 2^53: two roundings more. The sum of x + 1 terms, all positive, adds at most x roundings, and
  /// the risk a few. K roundings of at most 2^-53 each put the sum off by a factor of at most 1 + 1.01 K 2^-53 while K
  /// is below 2^40; twice that is taken, which covers this comparison too. (Higham 2002, Accuracy and Stability of
  /// Numerical Algorithms, Lemma 3.1.)
  func certified(_ risk: Rational) -> Bool? {
    let risk = risk.approximation
    guard risk > 0x1p-900 else { return nil }
    // Powers of two are taken out where a term leaves the middle of the range: that is exact.
    var exponent = 0
    var term = 1.0
    for i in 0..<drawn {
      term *= Double(population - marked - i) / Double(population - i)
      if term < 0x1p-500 { (term, exponent) = (term * 0x1p500, exponent - 500) }
    }
    var sum = term
    for k in 0..<x {
      term *= Double((marked - k) * (drawn - k)) / Double((k + 1) * (population - marked - drawn + k + 1))
      sum += term
      if sum > 0x1p500 { (term, sum, exponent) = (term * 0x1p-500, sum * 0x1p-500, exponent + 500) }
    }
    let probability = Double(sign: .plus, exponent: exponent, significand: sum)
    let tolerance = Double(2 * drawn + 3 * x + 16) * 0x1p-52
    if probability > risk * (1 + tolerance) { return true }
    if probability < risk * (1 - tolerance) { return false }
    return nil
  }

  /// The answer by whole numbers: every probability times the falling product population, population - 1, ...
  func exact(_ risk: Rational) -> Bool {
    var term = falling(population - marked, drawn)
    var sum = term
    for k in 0..<x {
      term = term * BigUInt((marked - k) * (drawn - k)) / BigUInt((k + 1) * (population - marked - drawn + k + 1))
      sum += term
    }
    return sum * risk.denominator.magnitude > falling(population, drawn) * risk.numerator.magnitude
  }

  /// `n (n - 1) ... (n - count + 1)`, halved again and again so that factors of like size meet.
  private func falling(_ n: Int, _ count: Int) -> BigUInt {
    if count <= 8 { return (0..<count).reduce(1) { $0 * BigUInt(n - $1) } }
    return falling(n, count / 2) * falling(n - count / 2, count - count / 2)
  }
}
