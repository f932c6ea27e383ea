internal import Glibc

extension BinomialDistribution {
  /// A draw from the distribution: the same numbers from the generator give the same draw.
  ///
  /// Few expected successes are counted by inversion; otherwise Hörmann 1993, The generation of binomial random
  /// variates, Journal of Statistical Computation and Simulation 46:101, algorithm BTRS (transformed rejection with
  /// squeeze), whose time does not grow with the number of trials.
  public func draw(using generator: inout some RandomNumberGenerator) -> Int {
    if probability > 0.5 {
      return trials - BinomialDistribution(trials: trials, probability: 1 - probability).draw(using: &generator)
    }
    guard probability > 0, trials > 0 else { return 0 }
    return Double(trials) * probability < 10 ? inverted(&generator) : transformed(&generator)
  }

  /// By inversion, from zero up.
  private func inverted(_ generator: inout some RandomNumberGenerator) -> Int {
    let odds = probability / (1 - probability)
    let zero = exp(Double(trials) * log1p(-probability))
    while true {
      var (k, term, rest) = (0, zero, generator.unit())
      while rest > term, k < trials {
        rest -= term
        term *= odds * Double(trials - k) / Double(k + 1)
        k += 1
        if term == 0 { break }
      }
      // Rounding may leave a rest that no success explains, once in some 10^15 draws.
      if rest <= term { return k }
    }
  }

  /// By rejection from a transformed uniform number; the expected number of successes is at least 10.
  private func transformed(_ generator: inout some RandomNumberGenerator) -> Int {
    let n = Double(trials)
    let odds = probability / (1 - probability)
    let spread = (n * probability * (1 - probability)).squareRoot()
    let b = 1.15 + 2.53 * spread
    let a = -0.0873 + 0.0248 * b + 0.01 * probability
    let center = n * probability + 0.5
    let squeeze = 0.92 - 4.2 / b
    let scale = (2.83 + 5.1 / b) * spread
    let mode = ((n + 1) * probability).rounded(.down)
    while true {
      let u = generator.unit() - 0.5
      let v = generator.unit()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + center).rounded(.down)
      if us >= 0.07, v <= squeeze { return Int(k) }
      guard k >= 0, k <= n else { continue }
      // ln(P(k) / P(mode)), each factorial by Stirling's formula with its error.
      let ratio =
        Self.logFactorial(mode) + Self.logFactorial(n - mode) - Self.logFactorial(k) - Self.logFactorial(n - k)
        + (k - mode) * log(odds)
      if log(v * scale / (a / (us * us) + b)) <= ratio { return Int(k) }
    }
  }

  /// ln k!
  private static func logFactorial(_ k: Double) -> Double {
    guard k > 0 else { return 0 }
    return (k + 0.5) * log(k) - k + 0.918938533204672742 + SaddlePoint.stirlingError(k)
  }
}

extension RandomNumberGenerator {
  /// A multiple of 2^-53 from 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
