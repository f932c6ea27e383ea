/// The slope of y on x within groups: the same in all, each group with a height of its own.
///
/// The fixed-effects or within estimator (Mundlak 1978, Econometrica 46:69): what groups differ in as a whole, such as
/// town and country, does not enter it. The standard error is clustered by group (Liang and Zeger 1986, Biometrika
/// 73:13), with the factor G / (G - 1).
public struct WithinSlope: Sendable, Hashable {
  /// How many pairs lie in groups of two or more, and how many such groups there are.
  public let count, groups: Int
  /// The slope.
  public let slope: Double
  /// Its standard error; nil with a single group.
  public let slopeError: Double?

  /// The slope of `y` on `x`, where pair i is in group `group[i]`, a number below `groupCount`; nil where x varies in
  /// no group.
  public init?(_ y: [Double], on x: [Double], within group: [Int], of groupCount: Int) {
    precondition(
      x.count == y.count && x.count == group.count,
      "\(x.count) values cannot be paired with \(y.count) in \(group.count) groups")
    var sums = [(n: Double, x: Double, y: Double)](repeating: (0, 0, 0), count: groupCount)
    for i in x.indices {
      sums[group[i]].n += 1
      sums[group[i]].x += x[i]
      sums[group[i]].y += y[i]
    }
    var (squares, products) = (0.0, 0.0)
    for i in x.indices {
      let sum = sums[group[i]]
      let difference = x[i] - sum.x / sum.n
      squares += difference * difference
      products += difference * (y[i] - sum.y / sum.n)
    }
    guard squares > 0 else { return nil }
    let slope = products / squares
    var scores = [Double](repeating: 0, count: groupCount)
    for i in x.indices {
      let sum = sums[group[i]]
      let difference = x[i] - sum.x / sum.n
      scores[group[i]] += difference * (y[i] - sum.y / sum.n - slope * difference)
    }
    let shared = sums.filter { $0.n > 1 }
    (count, groups, self.slope) = (Int(shared.reduce(0) { $0 + $1.n }), shared.count, slope)
    let factor = Double(shared.count) / Double(shared.count - 1)
    slopeError = shared.count > 1 ? (factor * scores.reduce(0) { $0 + $1 * $1 }).squareRoot() / squares : nil
  }
}
