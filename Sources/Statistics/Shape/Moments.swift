/// Skewness and kurtosis by population moments.
public struct Moments: Sendable, Hashable {
  /// How many values.
  public let count: Int
  /// Their mean.
  public let mean: Double
  /// Their variance, with divisor n.
  public let variance: Double
  /// m3 / m2^(3/2): 0 for a symmetric distribution.
  public let skewness: Double
  /// m4 / m2², Pearson's: 3 for a normal distribution.
  public let kurtosis: Double

  /// The moments of `values`; nil where they are fewer than two, or all the same.
  public init?(_ values: [Double]) {
    guard values.count > 1 else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for value in values {
      let difference = value - mean
      let square = difference * difference
      second += square
      third += square * difference
      fourth += square * square
    }
    let variance = second / n
    guard variance > 0 else { return nil }
    (count, self.mean, self.variance) = (values.count, mean, variance)
    skewness = third / n / (variance * variance.squareRoot())
    kurtosis = fourth / n / (variance * variance)
  }
}
