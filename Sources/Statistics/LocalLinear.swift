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
    /// Observations within the bandwidth to the left and to the right.
    public let countBefore, countAfter: Int

    /// The fitted value from the right less that from the left.
    public var size: Double { after - before }
  }

  /// One observation.
  public struct Observation: Sendable, Hashable {
    /// The ordered variable, what is observed, and what it counts beside the kernel, which is not negative.
    public var x, y, weight: Double
    /// Its cluster, from 0.
    public var cluster: Int32

    /// An observation of `y` at `x`.
    public init(x: Double, y: Double, weight: Double, cluster: Int32) {
      (self.x, self.y, self.weight, self.cluster) = (x, y, weight, cluster)
    }
  }

  /// Which observations go together.
  public struct Clusters: Sendable, Hashable {
    /// The cluster of each observation, from 0, and a number above all of them.
    public let numbers: [Int32], count: Int

    /// Clusters below `count`.
    public init(_ numbers: [Int32], count: Int) { (self.numbers, self.count) = (numbers, count) }
  }

  private let all: [Observation]

  /// Observations with ascending `x`.
  public init(_ observations: [Observation]) { all = observations }

  /// The first and the last value of the ordered variable; nil where there are no observations.
  public var range: ClosedRange<Double>? {
    guard let first = all.first, let last = all.last else { return nil }
    return first.x...last.x
  }

  /// The jump at `cut`, with a triangular kernel that ends `bandwidth` away from it on both sides.
  ///
  /// Observations at the cut count to its right. nil where a side has not at least two places with observations.
  public func jump(at cut: Double, bandwidth: Double) -> Jump? {
    let window = window(cut, bandwidth)
    let (left, right) = (moments(window.left, cut, bandwidth), moments(window.right, cut, bandwidth))
    guard let before = left.line, let after = right.line else { return nil }
    var (squares, count) = (0.0, 0.0)
    for (rows, side, line) in [(window.left, left, before), (window.right, right, after)] {
      for it in all[rows] {
        let u = (it.x - cut) / bandwidth
        let weight = (1 - abs(u)) * it.weight
        guard weight > 0 else { continue }
        // What this observation's residual does to the jump.
        let part = weight * side.influence(at: u) * (it.y - line.level - line.slope * u)
        squares += part * part
        count += 1
      }
    }
    return Jump(
      before: before.level, after: after.level,
      robustError: count > 4 ? (squares * count / (count - 4)).squareRoot() : nil,
      countBefore: window.left.count, countAfter: window.right.count)
  }

  /// The error of the jump at `cut` where observations of one cluster go together; nil where there is no jump, or fewer
  /// than two clusters.
  public func clusteredError(at cut: Double, bandwidth: Double, by clusters: Clusters) -> ClusteredError? {
    let window = window(cut, bandwidth)
    let sides = [window.left, window.right]
    let lines = sides.compactMap { moments($0, cut, bandwidth).line }
    guard lines.count == 2 else { return nil }
    let rows = zip(sides, lines).enumerated().lazy.flatMap { side, it in
      it.0.lazy.map { row in
        let u = (all[row].x - cut) / bandwidth
        return ClusteredError.Row(
          side: side, x: u, weight: (1 - abs(u)) * all[row].weight,
          residual: all[row].y - it.1.level - it.1.slope * u, cluster: clusters.numbers[row])
      }
    }
    return ClusteredError(rows, .line, signs: [-1, 1], clusterCount: clusters.count)
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
    let start = first { all[$0].x > cut - bandwidth }
    let middle = max(first { all[$0].x >= cut }, start)
    let end = max(first { all[$0].x >= cut + bandwidth }, middle)
    return (start..<middle, middle..<end)
  }

  /// The first observation for which `isBehind` holds, as it does for all after it.
  private func first(where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func moments(_ rows: Range<Int>, _ cut: Double, _ bandwidth: Double) -> Moments {
    var moments = Moments()
    for it in all[rows] { moments.add((it.x - cut) / bandwidth, it.y, it.weight) }
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
