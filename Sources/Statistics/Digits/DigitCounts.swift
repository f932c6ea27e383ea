/// How often each of the ten digits occurs at one place of a set of numbers.
public struct DigitCounts: Sendable, Hashable {
  /// Ten counts, for the digits 0 to 9.
  public let counts: [Int]

  /// The digits of `numbers` that `digit` finds; it gives nil for a number that has none at the place.
  init(_ numbers: [Int], _ digit: (Int) -> Int?) {
    var counts = [Int](repeating: 0, count: 10)
    for number in numbers {
      if let digit = digit(number) { counts[digit] += 1 }
    }
    self.counts = counts
  }

  /// How many digits were counted.
  public var total: Int { counts.reduce(0, +) }

  /// The mean digit; nil without digits.
  public var mean: Double? {
    let total = total
    return total > 0 ? Double(zip(counts, 0...).reduce(0) { $0 + $1.0 * $1.1 }) / Double(total) : nil
  }

  /// Pearson's chi-square against ten `probabilities`, with 9 degrees of freedom; nil without digits.
  public func chiSquare(against probabilities: [Double]) -> (statistic: Double, p: Double)? {
    let total = Double(total)
    guard total > 0 else { return nil }
    let statistic = zip(counts, probabilities).reduce(0.0) { sum, pair in
      let expected = total * pair.1
      let difference = Double(pair.0) - expected
      return sum + difference * difference / expected
    }
    return (statistic, ChiSquareDistribution(degrees: 9).upperTail(statistic))
  }
}
