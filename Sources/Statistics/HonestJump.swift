internal import Glibc

/// The jump at a cut by local linear regression, with an interval that holds for every curve whose second derivative is
/// at most M either side of the cut, and so where the running variable is discrete too: Kolesár and Rothe 2018, American
/// Economic Review 108:2277, section III.B.
///
/// With the weights w of the two lines, x counted from the cut, the bias of the jump is at most
/// B = −(M/2) (Σ_right w x² + Σ_left w x²). The interval is jump ± cv(B/se) · se, where cv(t) is the 95 % quantile of
/// |N(t, 1)|. The standard error is that of Eicker, Huber and White, summed by cluster. M, where it is not given, is the
/// largest second derivative of a quartic on either side: Armstrong and Kolesár 2020, Quantitative Economics 11:1. It is
/// a rule of thumb: data alone cannot bound a curvature.
public struct HonestJump: Sendable, Hashable {
  /// The bound of the second derivative, and the bandwidth.
  public let curvature, bandwidth: Double
  /// The jump, its standard error, and the most that its bias can be.
  public let size, error, bias: Double

  /// The interval of fixed length with `confidence`.
  public func interval(confidence: Double) -> ClosedRange<Double> {
    let reach = error > 0 ? Self.foldedQuantile(confidence, shift: bias / error) * error : bias
    return size - reach...size + reach
  }

  /// nil where a side has fewer than five clusters, or too few places for a line or, where M is to be estimated or the
  /// bandwidth to be chosen, for a quartic.
  ///
  /// Observations are as ``LocalLinear`` takes them. Without a bandwidth it is the one of 40 (each a tenth above the one
  /// before, up to the whole of the data) with the least B² + variance, the variance taken from the quartics' residuals,
  /// which do not change with it.
  public init?(
    _ observations: [LocalLinear.Observation], at cut: Double, curvature given: Double? = nil,
    bandwidth chosen: Double? = nil
  ) {
    let rows = observations.map {
      LocalLinear.Observation(x: $0.x - cut, y: $0.y, weight: $0.weight, cluster: $0.cluster)
    }
    let middle = rows.firstIndex { $0.x >= 0 } ?? rows.count
    guard middle > 0, middle < rows.count else { return nil }
    let sides = (left: rows[..<middle], right: rows[middle...])
    var curvature = given
    var bandwidth = chosen
    if curvature == nil || bandwidth == nil {
      guard let left = Quartic(sides.left), let right = Quartic(sides.right) else { return nil }
      let bound = curvature ?? max(left.curvature, right.curvature)
      curvature = bound
      bandwidth = bandwidth ?? Self.bandwidth(sides, bound, left, right)
    }
    guard let curvature, let bandwidth, let lines = Self.lines(sides, bandwidth),
      let moments = Self.moments(sides, bandwidth, lines, lines.left.value, lines.right.value)
    else { return nil }
    (self.curvature, self.bandwidth) = (curvature, bandwidth)
    size = lines.right.coefficients[0] - lines.left.coefficients[0]
    (bias, error) = (curvature / 2 * moments.lean, moments.variance.squareRoot())
  }

  /// The quantile `confidence` of |N(`shift`, 1)|, the root of Φ(c − t) − Φ(−c − t) = confidence.
  static func foldedQuantile(_ confidence: Double, shift: Double) -> Double {
    let t = abs(shift)
    var (low, high) = (0.0, t + StandardNormal.upperQuantile((1 - confidence) / 2) + 1)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if StandardNormal.upperTail(middle - t) + StandardNormal.upperTail(middle + t) > 1 - confidence {
        low = middle
      } else {
        high = middle
      }
    }
  }

  private typealias Side = ArraySlice<LocalLinear.Observation>

  private static func bandwidth(
    _ sides: (left: Side, right: Side), _ curvature: Double, _ left: Quartic, _ right: Quartic
  ) -> Double? {
    guard let first = sides.left.first, let last = sides.right.last else { return nil }
    var (best, least): (Double?, Double) = (nil, .infinity)
    var bandwidth = max(-first.x, last.x)
    for _ in 0..<40 {
      if let lines = lines(sides, bandwidth),
        let moments = moments(sides, bandwidth, lines, left.value, right.value)
      {
        let bias = curvature / 2 * moments.lean
        let error = bias * bias + moments.variance
        if error < least { (best, least) = (bandwidth, error) }
      }
      bandwidth /= 1.1
    }
    return best
  }

  private static func lines(
    _ sides: (left: Side, right: Side), _ bandwidth: Double
  ) -> (left: LocalPolynomial, right: LocalPolynomial)? {
    guard let left = LocalPolynomial(sides.left, degree: 1, bandwidth: bandwidth),
      let right = LocalPolynomial(sides.right, degree: 1, bandwidth: bandwidth)
    else { return nil }
    return (left, right)
  }

  /// The bias for a second derivative of 2, and the variance of the jump for the residuals from two curves; nil with
  /// fewer than five clusters on a side.
  private static func moments(
    _ sides: (left: Side, right: Side), _ bandwidth: Double, _ lines: (left: LocalPolynomial, right: LocalPolynomial),
    _ before: @escaping (Double) -> Double,
    _ after: @escaping (Double) -> Double
  ) -> (lean: Double, variance: Double)? {
    let clusters = max(sides.left.reduce(0) { max($0, $1.cluster) }, sides.right.reduce(0) { max($0, $1.cluster) })
    var sums = Array(repeating: 0.0, count: Int(clusters) + 1)
    var lean = 0.0
    for (side, line, curve, sign) in [(sides.left, lines.left, before, -1.0), (sides.right, lines.right, after, 1.0)] {
      var present: Set<Int32> = []
      for it in side where abs(it.x) < bandwidth && it.weight > 0 {
        let influence = line.influence(of: it, on: 0)
        lean -= influence * it.x * it.x
        sums[Int(it.cluster)] += sign * influence * (it.y - curve(it.x))
        if present.count < 5 { present.insert(it.cluster) }
      }
      guard present.count == 5 else { return nil }
    }
    return (abs(lean), sums.reduce(0) { $0 + $1 * $1 })
  }
}

/// A polynomial of the fourth degree fitted to the whole of a side by its observations' weights.
private struct Quartic {
  /// The largest second derivative over where the side has observations.
  let curvature: Double
  private let fit: LocalPolynomial

  init?(_ side: ArraySlice<LocalLinear.Observation>) {
    guard let first = side.first, let last = side.last, let end = [abs(first.x), abs(last.x)].max(),
      let fit = LocalPolynomial(side, degree: 4, bandwidth: end, kernel: .uniform)
    else { return nil }
    let b = fit.coefficients
    func second(_ x: Double) -> Double { abs(2 * b[2] + 6 * b[3] * x + 12 * b[4] * x * x) }
    let turn = -b[3] / (4 * b[4])
    let places = [first.x, last.x] + (turn > first.x && turn < last.x ? [turn] : [])
    guard let curvature = places.map(second).max(), curvature.isFinite else { return nil }
    (self.curvature, self.fit) = (curvature, fit)
  }

  func value(at x: Double) -> Double { fit.value(at: x) }
}
