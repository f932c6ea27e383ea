/// The straight line through pairs of values that has the least squares of deviations in y.
///
/// Each pair counts the same. The standard error holds where the deviations vary with x, as those of stations of
/// unequal size do: White 1980, Econometrica 48:817, with the small-sample factor n / (n - 2) (MacKinnon and White
/// 1985, HC1). It takes pairs to be independent, which stations of one area are not.
public struct LeastSquares: Sendable, Hashable {
  /// How many pairs.
  public let count: Int
  /// The slope of the line, and its height at x = 0.
  public let slope, intercept: Double
  /// The standard error of the slope; nil for two pairs.
  public let slopeError: Double?

  /// The line of `y` on `x`, of equal length; nil for fewer than two pairs, and where all x are the same.
  public init?(_ y: [Double], on x: [Double]) {
    precondition(x.count == y.count, "\(x.count) values cannot be paired with \(y.count)")
    guard x.count > 1 else { return nil }
    let n = Double(x.count)
    let meanX = x.reduce(0, +) / n
    let meanY = y.reduce(0, +) / n
    var (squares, products) = (0.0, 0.0)
    for i in x.indices {
      let difference = x[i] - meanX
      squares += difference * difference
      products += difference * (y[i] - meanY)
    }
    guard squares > 0 else { return nil }
    let slope = products / squares
    var meat = 0.0
    for i in x.indices {
      let difference = x[i] - meanX
      let score = difference * (y[i] - meanY - slope * difference)
      meat += score * score
    }
    (count, self.slope) = (x.count, slope)
    intercept = meanY - slope * meanX
    slopeError = x.count > 2 ? (n / (n - 2) * meat).squareRoot() / squares : nil
  }
}
