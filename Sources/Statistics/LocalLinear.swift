/// Observations along an ordered variable, such as the share of sheets published so far, on which a jump at a cut is
/// estimated by local linear regression.
///
/// Fan and Gijbels 1996, Local Polynomial Modelling and Its Applications; Hahn, Todd and Van der Klaauw 2001,
/// Econometrica 69:201. Always linear: a local constant leans on the far end of a slope and shows a jump at the end of
/// the data where there is none (Idrobo, Kronick and Rodríguez 2022, JOP 84:2202).
public struct LocalLinear: Sendable {
  /// The jump at a cut.
  public struct Jump: Sendable, Hashable {
    /// The fitted values at the cut from the left and from the right.
    public let before, after: Double
    /// The standard error robust to unequal variances: HC1, MacKinnon and White 1985, J. Econometrics 29:305; nil where
    /// there are no more observations than coefficients.
    public let robustError: Double?
    /// The standard error robust to dependence within clusters too: Liang and Zeger 1986, Biometrika 73:13, with the
    /// small-sample factor G/(G−1) · (n−1)/(n−4); nil where there are fewer than two clusters.
    public let clusteredError: Double?
    /// Observations within the bandwidth to the left and to the right, and their clusters.
    public let countBefore, countAfter, clusters: Int

    /// The fitted value from the right less that from the left.
    public var size: Double { after - before }
  }

  private let x, y, weights: [Double]
  private let clusters: [Int32]
  private let clusterCount: Int

  /// Observations in order.
  ///
  /// - Parameters:
  ///   - x: the ordered variable, ascending.
  ///   - y: what is observed.
  ///   - weights: what each observation counts, beside the kernel; not negative.
  ///   - clusters: the cluster of each observation, from 0 up to, not including, `clusterCount`.
  public init(x: [Double], y: [Double], weights: [Double], clusters: [Int32], clusterCount: Int) {
    precondition(x.count == y.count && x.count == weights.count && x.count == clusters.count)
    (self.x, self.y, self.weights, self.clusters, self.clusterCount) = (x, y, weights, clusters, clusterCount)
  }

  /// The first and the last value of the ordered variable; nil where there are no observations.
  public var range: ClosedRange<Double>? {
    guard let first = x.first, let last = x.last else { return nil }
    return first...last
  }

  /// The jump at `cut`, with a triangular kernel that ends `bandwidth` away from it on both sides.
  ///
  /// Observations at the cut count to its right. nil where a side has not at least two places with observations.
  public func jump(at cut: Double, bandwidth: Double) -> Jump? {
    let window = window(cut, bandwidth)
    let (left, right) = (moments(window.left, cut, bandwidth), moments(window.right, cut, bandwidth))
    guard let before = left.line, let after = right.line else { return nil }
    var (squares, count, clustered, groups) = (0.0, 0.0, 0.0, 0.0)
    var sums = Array(repeating: 0.0, count: clusterCount)
    var isPresent = Array(repeating: false, count: clusterCount)
    for (rows, side, line, sign) in [(window.left, left, before, -1.0), (window.right, right, after, 1.0)] {
      for row in rows {
        let u = (x[row] - cut) / bandwidth
        let weight = (1 - abs(u)) * weights[row]
        guard weight > 0 else { continue }
        // What this observation's residual does to the jump.
        let part = sign * weight * side.influence(at: u) * (y[row] - line.level - line.slope * u)
        squares += part * part
        sums[Int(clusters[row])] += part
        isPresent[Int(clusters[row])] = true
        count += 1
      }
    }
    for (sum, isPresent) in zip(sums, isPresent) where isPresent {
      clustered += sum * sum
      groups += 1
    }
    return Jump(
      before: before.level, after: after.level,
      robustError: count > 4 ? (squares * count / (count - 4)).squareRoot() : nil,
      clusteredError: count > 4 && groups > 1
        ? (clustered * groups / (groups - 1) * (count - 1) / (count - 4)).squareRoot() : nil,
      countBefore: window.left.count, countAfter: window.right.count, clusters: Int(groups))
  }

  /// The jump alone, without its errors.
  public func jumpSize(at cut: Double, bandwidth: Double) -> Double? {
    let window = window(cut, bandwidth)
    guard let before = moments(window.left, cut, bandwidth).line, let after = moments(window.right, cut, bandwidth).line
    else { return nil }
    return after.level - before.level
  }

  /// The observations less than `bandwidth` from `cut`.
  private func window(_ cut: Double, _ bandwidth: Double) -> (left: Range<Int>, right: Range<Int>) {
    let start = first { x[$0] > cut - bandwidth }
    let middle = max(first { x[$0] >= cut }, start)
    let end = max(first { x[$0] >= cut + bandwidth }, middle)
    return (start..<middle, middle..<end)
  }

  /// The first observation for which `isBehind` holds, as it does for all after it.
  private func first(where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, x.count)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func moments(_ rows: Range<Int>, _ cut: Double, _ bandwidth: Double) -> Moments {
    var moments = Moments()
    for row in rows { moments.add((x[row] - cut) / bandwidth, y[row], weights[row]) }
    return moments
  }

  /// Weighted sums of one side, from which its line follows; u is the distance from the cut in bandwidths.
  private struct Moments {
    private var s0 = 0.0, s1 = 0.0, s2 = 0.0, y0 = 0.0, y1 = 0.0

    mutating func add(_ u: Double, _ y: Double, _ weight: Double) {
      let weight = max(1 - abs(u), 0) * weight
      s0 += weight
      s1 += weight * u
      s2 += weight * u * u
      y0 += weight * y
      y1 += weight * u * y
    }

    private var determinant: Double { s0 * s2 - s1 * s1 }

    /// The line's level at the cut and its slope; nil where all observations stand in one place.
    var line: (level: Double, slope: Double)? {
      guard s0 > 0, determinant > 1e-12 * s0 * s2 else { return nil }
      return ((s2 * y0 - s1 * y1) / determinant, (s0 * y1 - s1 * y0) / determinant)
    }

    /// What a unit of weight at `u` does to the level.
    func influence(at u: Double) -> Double { (s2 - s1 * u) / determinant }
  }
}
