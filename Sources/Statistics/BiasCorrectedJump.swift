internal import Glibc

/// The jump at a cut by local linear regression, less its estimated bias, with the interval that counts the correction's
/// own error: Calonico, Cattaneo and Titiunik 2014, Econometrica 82:2295.
///
/// With a triangular kernel K_h(x) = max(1 − |x|/h, 0)/h, observation weights ω and x counted from the cut, the left and
/// the right side give β̂ = Γ⁻¹ Σ r(x) ω K_h(x) y with r(x) = (1, x). A local quadratic with bandwidth b estimates the
/// curvature, and Q(x) = ω K_h(x) r(x) − ω K_b(x) Λ [Γ₂⁻¹ r₂(x)]₂ with Λ = Σ r(x) ω K_h(x) x² replaces ω K_h(x) r(x)
/// (theorem 1 and section 4 of the paper). The variance is that of the scores of Q with the residuals of the quadratic,
/// summed by cluster: a side's scores are scaled by G/(G−1) · (n−1)/(n−3). Clusters on both sides are summed over both.
///
/// The bandwidths are those of the least estimated mean squared error of the jump, with regularization: Imbens and
/// Kalyanaraman 2012, Review of Economic Studies 79:933; Calonico, Cattaneo, Farrell and Titiunik 2017, Stata Journal
/// 17:372 (`mserd`), where places in which several observations stand count once for the first bandwidth.
public struct BiasCorrectedJump: Sendable, Hashable {
  /// The bandwidths of the line and of the quadratic that corrects it.
  public struct Bandwidths: Sendable, Hashable {
    public let line, bias: Double

    /// `line` for the jump, `bias` for its correction; both above 0.
    public init(line: Double, bias: Double) { (self.line, self.bias) = (line, bias) }
  }

  /// The bandwidths used.
  public let bandwidths: Bandwidths
  /// The jump of the lines, and the jump less its estimated bias.
  public let conventional, size: Double
  /// The robust standard error of `size`.
  public let error: Double

  /// The interval with `confidence`, by normal quantiles.
  public func interval(confidence: Double) -> ClosedRange<Double> {
    let reach = StandardNormal.upperQuantile((1 - confidence) / 2) * error
    return size - reach...size + reach
  }

  /// nil where there are no bandwidths that can be estimated, or too few places, observations or clusters on a side.
  ///
  /// Observations are as ``LocalLinear`` takes them; those at the cut count to its right.
  public init?(_ observations: [LocalLinear.Observation], at cut: Double, bandwidths given: Bandwidths? = nil) {
    let sides = JumpSides(observations, at: cut)
    guard let bandwidths = given ?? Self.bandwidths(sides) else { return nil }
    let reach = max(bandwidths.line, bandwidths.bias)
    var (sizes, conventional): ([Double], [Double]) = ([], [])
    var sums: [Int32: Double] = [:]
    for (side, sign) in [(sides.left, -1.0), (sides.right, 1.0)] {
      let rows = side.filter { abs($0.x) < reach && $0.weight > 0 }
      guard let line = LocalPolynomial(rows, degree: 1, bandwidth: bandwidths.line),
        let curve = LocalPolynomial(rows, degree: 2, bandwidth: bandwidths.bias), rows.count > 3
      else { return nil }
      // How the level of the line follows a curve of x²: the first entry of Γ⁻¹ Λ.
      let lean = rows.reduce(0) { $0 + line.influence(of: $1, on: 0) * $1.x * $1.x }
      var (size, scores) = (0.0, [Int32: Double]())
      for it in rows {
        let part = line.influence(of: it, on: 0) - lean * curve.influence(of: it, on: 2)
        size += part * it.y
        scores[it.cluster, default: 0] += part * (it.y - curve.value(at: it.x))
      }
      guard scores.count > 1 else { return nil }
      let scale = sign * LocalPolynomial.clusterFactor(rows.count, 3, scores.count).squareRoot()
      for (cluster, score) in scores { sums[cluster, default: 0] += scale * score }
      sizes.append(size)
      conventional.append(line.coefficients[0])
    }
    self.bandwidths = bandwidths
    (size, self.conventional) = (sizes[1] - sizes[0], conventional[1] - conventional[0])
    // Sorted, so that the sum does not hang on the order of a dictionary.
    error = sums.values.map { $0 * $0 }.sorted().reduce(0, +).squareRoot()
  }

  // MARK: - Bandwidths

  /// The bandwidths of least mean squared error: that of a cubic, for that of a quadratic, for that of a line.
  private static func bandwidths(_ sides: JumpSides) -> Bandwidths? {
    guard let first = sides.left.first, let last = sides.right.last, last.x > 0, sides.spread > 0 else { return nil }
    let (farLeft, farRight) = (-first.x, last.x)
    let limit = max(farLeft, farRight)
    // 2.576 is the constant of the triangular kernel in the rule of thumb.
    let pilot = min(2.576 * sides.spread * pow(Double(sides.places), -0.2), limit)
    // The whole of a side, with the kernel not quite 0 at its end.
    let whole = (left: farLeft * (1 + 1e-8), right: farRight * (1 + 1e-8))
    guard
      let cubic = sides.bandwidth(degree: 3, derivative: 3, pilot, whole, isRegularized: false).map({ min($0, limit) }),
      let bias = sides.bandwidth(degree: 2, derivative: 2, pilot, (cubic, cubic), isRegularized: true)
        .map({ min($0, limit) }),
      let line = sides.bandwidth(degree: 1, derivative: 0, pilot, (bias, bias), isRegularized: true)
        .map({ min($0, limit) })
    else { return nil }
    return Bandwidths(line: line, bias: bias)
  }
}

/// Observations on either side of a cut, with x counted from it.
private struct JumpSides {
  let left, right: ArraySlice<LocalLinear.Observation>
  /// The least of standard deviation and interquartile range / 1.349 of x, and at how many places observations stand.
  let spread: Double, places: Int

  init(_ observations: [LocalLinear.Observation], at cut: Double) {
    let all = observations.map {
      LocalLinear.Observation(x: $0.x - cut, y: $0.y, weight: $0.weight, cluster: $0.cluster)
    }
    let middle = all.firstIndex { $0.x >= 0 } ?? all.count
    (left, right) = (all[..<middle], all[middle...])
    places = all.indices.count { $0 == 0 || all[$0].x != all[$0 - 1].x }
    guard all.count > 1 else {
      spread = 0
      return
    }
    let mean = all.reduce(0) { $0 + $1.x } / Double(all.count)
    let variance = all.reduce(0) { $0 + ($1.x - mean) * ($1.x - mean) } / Double(all.count - 1)
    // Quantiles as averages at steps of the empirical distribution: Hyndman and Fan 1996, definition 2.
    func quantile(_ quarters: Int) -> Double {
      let (place, rest) = (quarters * all.count).quotientAndRemainder(dividingBy: 4)
      return rest > 0 ? all[place].x : (all[place - 1].x + all[place].x) / 2
    }
    spread = min(variance.squareRoot(), (quantile(3) - quantile(1)) / 1.349)
  }

  /// The bandwidth of least mean squared error for the jump of a derivative: its variance from a window of `pilot`, its
  /// bias from polynomials one degree higher within `windows`; nil where one of them cannot be fitted.
  func bandwidth(
    degree: Int, derivative: Int, _ pilot: Double, _ windows: (left: Double, right: Double), isRegularized: Bool
  ) -> Double? {
    guard let left = Self.error(left, degree, derivative, pilot, windows.left),
      let right = Self.error(right, degree, derivative, pilot, windows.right)
    else { return nil }
    let bias = right.bias - left.bias
    let ratio =
      (left.variance + right.variance)
      / (bias * bias + (isRegularized ? left.regularization + right.regularization : 0))
    let bandwidth = pow(ratio, 1 / Double(2 * degree + 3))
    return bandwidth.isFinite && bandwidth > 0 ? bandwidth : nil
  }

  /// The constants of variance and bias on one side, and three times the variance of the bias.
  private static func error(
    _ side: ArraySlice<LocalLinear.Observation>, _ degree: Int, _ derivative: Int, _ pilot: Double, _ window: Double
  ) -> (variance: Double, bias: Double, regularization: Double)? {
    guard let fit = LocalPolynomial(side, degree: degree, bandwidth: pilot),
      let variance = fit.variance(side, of: derivative),
      let higher = LocalPolynomial(side, degree: degree + 1, bandwidth: window),
      let variances = higher.variance(side, of: degree + 1)
    else { return nil }
    let lean = side.reduce(0) { $0 + fit.influence(of: $1, on: derivative) * pow($1.x / pilot, Double(degree + 1)) }
    let constant = lean * pow(pilot, Double(derivative))
    let power = Double(2 * derivative + 1)
    let factor = Double(2 * (degree + 1 - derivative))
    return (
      power * pow(pilot, power) * variance, factor.squareRoot() * constant * higher.coefficients[degree + 1],
      3 * factor * constant * constant * variances
    )
  }
}
