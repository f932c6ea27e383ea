/// Pearson's product-moment correlation of two sets of values, each pair with a weight or all alike.
public enum Correlation {
  /// From -1 to 1; nil for fewer than two pairs, and where one side does not vary.
  public static func pearson(_ x: [Double], _ y: [Double]) -> Double? { pearson(x, y) { _ in 1 } }

  /// With the weights `weights`, none of them negative; nil where fewer than two count or one side does not vary.
  public static func weighted(_ x: [Double], _ y: [Double], by weights: [Double]) -> Double? {
    precondition(x.count == weights.count, "\(x.count) values cannot be paired with \(weights.count) weights")
    return pearson(x, y) { weights[$0] }
  }

  /// Of the ranks, ties at the mean of the ranks they share: Spearman 1904, American Journal of Psychology 15:72.
  public static func spearman(_ x: [Double], _ y: [Double]) -> Double? { pearson(midRanks(x), midRanks(y)) }

  private static func pearson(_ x: [Double], _ y: [Double], _ weight: (Int) -> Double) -> Double? {
    precondition(x.count == y.count, "\(x.count) values cannot be paired with \(y.count)")
    var (total, sumX, sumY) = (0.0, 0.0, 0.0)
    for i in x.indices {
      let weight = weight(i)
      total += weight
      sumX += weight * x[i]
      sumY += weight * y[i]
    }
    guard total > 0 else { return nil }
    let (meanX, meanY) = (sumX / total, sumY / total)
    var (squaresX, squaresY, products) = (0.0, 0.0, 0.0)
    for i in x.indices {
      let (weight, dx, dy) = (weight(i), x[i] - meanX, y[i] - meanY)
      squaresX += weight * dx * dx
      squaresY += weight * dy * dy
      products += weight * dx * dy
    }
    guard squaresX > 0, squaresY > 0 else { return nil }
    return max(-1, min(1, products / (squaresX.squareRoot() * squaresY.squareRoot())))
  }

  /// Ranks from 1; values that are equal share the mean of their ranks.
  static func midRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.map { (value: values[$0], index: $0) }.sorted { $0.value < $1.value }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, order[end + 1].value == order[start].value { end += 1 }
      for place in start...end { ranks[order[place].index] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
