/// The standard error of the sum of the levels at 0 of fitted lines, or means, each of its own side and with its own
/// sign, robust to dependence within clusters however few: CR2 with the degrees of freedom of Satterthwaite.
///
/// Bell and McCaffrey 2002, Survey Methodology 28(2):169; Pustejovsky and Tipton 2018, Journal of Business and Economic
/// Statistics 36:672, equations 6, 10 and 11, with observations of equal variance as the working model. With the weighted
/// terms x of the observations of a cluster g, M = (Σ w x xᵀ)⁻¹ and S = Σ w² x xᵀ, the residuals of g have the covariance
/// B = I + U C Uᵀ with U = (x, w x) and
///
///     C = (M S M, −M; −M, 0)
///
/// so that B^(−1/2), by which they are raised to what errors are, differs from the identity only where U lies: from the
/// sums of a cluster all follows, without matrices of the size of the cluster. An eigenvalue of 0 is left at 0.
public struct ClusteredError: Sendable, Hashable {
  /// One observation.
  public struct Row {
    /// The side, from 0, and the distance from where the level is taken.
    public var side: Int, x: Double
    /// What it weighs, its residual, and its cluster, from 0; rows of no weight are left out.
    public var weight, residual: Double, cluster: Int32

    /// An observation of `side`.
    public init(side: Int, x: Double, weight: Double, residual: Double, cluster: Int32) {
      (self.side, self.x, self.weight, self.residual, self.cluster) = (side, x, weight, residual, cluster)
    }
  }

  /// What is fitted to a side.
  public enum Fit: Int, Sendable { case mean = 1, line }

  /// The standard error with its degrees of freedom, and how many clusters there are.
  public let error: StandardError, clusters: Int

  /// nil where there are fewer than two clusters, or a side to which nothing can be fitted.
  ///
  /// - Parameters:
  ///   - signs: what the level of each side counts.
  ///   - clusterCount: above every cluster's number.
  public init?(_ rows: some Sequence<Row>, _ fit: Fit, signs: [Double], clusterCount: Int) {
    var sides = Array(repeating: Moments(), count: signs.count)
    var places = Array(repeating: -1, count: clusterCount)
    // The parts of each cluster, side by side.
    var parts: [Moments] = []
    for row in rows where row.weight > 0 {
      sides[row.side].add(row)
      var place = places[Int(row.cluster)]
      if place < 0 {
        place = parts.count
        places[Int(row.cluster)] = place
        for _ in signs { parts.append(Moments()) }
      }
      parts[place + row.side].add(row)
    }
    clusters = parts.count / signs.count
    guard clusters > 1 else { return nil }
    var models: [Side] = []
    for (moments, sign) in zip(sides, signs) {
      guard let side = Side(moments, fit, sign: sign) else { return nil }
      models.append(side)
    }
    // Of the sum of z zᵀ over clusters the block of each side with each.
    var products = models.map { side in models.map { _ in SquareMatrix(size: side.center.size) } }
    var z = models.map { _ in SmallVector() }
    var (variance, expected, squares) = (0.0, 0.0, 0.0)
    for cluster in stride(from: 0, to: parts.count, by: signs.count) {
      var (score, own, shared) = (0.0, 0.0, 0.0)
      for (side, model) in models.enumerated() {
        let part = model.part(of: parts[cluster + side])
        score += part.score
        own += part.own
        shared += model.center.form(part.z, part.z)
        z[side] = part.z
      }
      variance += score * score
      expected += own + shared
      squares += own * (own + 2 * shared)
      for side in z.indices {
        for other in z.indices { products[side][other].addProduct(z[side], z[other]) }
      }
    }
    for (side, model) in models.enumerated() {
      for (other, otherModel) in models.enumerated() {
        squares += model.center.times(products[side][other]).traceOfProduct(
          otherModel.center.times(products[other][side]))
      }
    }
    error = StandardError(
      size: variance.squareRoot(), degrees: squares > 0 ? expected * expected / squares : 0)
  }

  /// Sums over the observations of a side or of a cluster's part of it: the powers of x up to the square without
  /// weights, with weights and with their squares, and the residuals with 1 and x, without and with weights.
  private struct Moments {
    var count = 0
    var plain = (0.0, 0.0, 0.0), weighted = (0.0, 0.0, 0.0), twice = (0.0, 0.0, 0.0)
    var residuals = (0.0, 0.0), scores = (0.0, 0.0)

    mutating func add(_ row: Row) {
      let (x, w, e) = (row.x, row.weight, row.residual)
      count += 1
      plain = (plain.0 + 1, plain.1 + x, plain.2 + x * x)
      weighted = (weighted.0 + w, weighted.1 + w * x, weighted.2 + w * x * x)
      twice = (twice.0 + w * w, twice.1 + w * w * x, twice.2 + w * w * x * x)
      residuals = (residuals.0 + e, residuals.1 + x * e)
      scores = (scores.0 + w * e, scores.1 + w * x * e)
    }
  }

  /// The fit of a side.
  private struct Side {
    let fit: Fit, center: SquareMatrix
    /// What the level takes from U: nothing of x, and of w x the first column of M.
    private let level: SmallVector
    /// Weights count as multiples of this, so that x and w x are of one size.
    private let weight: Double

    init?(_ all: Moments, _ fit: Fit, sign: Double) {
      guard all.count >= fit.rawValue else { return nil }
      weight = all.weighted.0 / Double(all.count)
      let w = (all.weighted.0 / weight, all.weighted.1 / weight, all.weighted.2 / weight)
      let s = (all.twice.0 / (weight * weight), all.twice.1 / (weight * weight), all.twice.2 / (weight * weight))
      self.fit = fit
      switch fit {
      case .mean:
        let m = 1 / w.0
        center = SquareMatrix([[m * s.0 * m, -m], [-m, 0]])
        level = SmallVector(0, sign * m)
      case .line:
        let determinant = w.0 * w.2 - w.1 * w.1
        guard determinant > 1e-12 * w.0 * w.2 else { return nil }
        let m = SquareMatrix([
          [w.2 / determinant, -w.1 / determinant], [-w.1 / determinant, w.0 / determinant],
        ])
        let sandwich = m.times(SquareMatrix([[s.0, s.1], [s.1, s.2]])).times(m)
        center = SquareMatrix([
          [sandwich[0, 0], sandwich[0, 1], -m[0, 0], -m[0, 1]], [sandwich[1, 0], sandwich[1, 1], -m[1, 0], -m[1, 1]],
          [-m[0, 0], -m[0, 1], 0, 0], [-m[1, 0], -m[1, 1], 0, 0],
        ])
        level = SmallVector(0, 0, sign * m[0, 0], sign * m[1, 0])
      }
    }

    /// With u = B^(−1/2) U · level: the score uᵀe, the square uᵀu, and Uᵀu.
    func part(of it: Moments) -> (score: Double, own: Double, z: SmallVector) {
      let size = 2 * fit.rawValue
      guard it.count > 0 else { return (0, 0, SmallVector()) }
      let w = (it.weighted.0 / weight, it.weighted.1 / weight, it.weighted.2 / weight)
      if it.count == 1 {
        return alone(fit == .mean ? SmallVector(1, w.0) : SmallVector(1, it.plain.1, w.0, w.1), it.residuals.0)
      }
      let s = (it.twice.0 / (weight * weight), it.twice.1 / (weight * weight), it.twice.2 / (weight * weight))
      let scores = (it.scores.0 / weight, it.scores.1 / weight)
      var gram = SquareMatrix(size: size)
      let right: SmallVector
      switch fit {
      case .mean:
        gram.setRow(0, SmallVector(it.plain.0, w.0))
        gram.setRow(1, SmallVector(w.0, s.0))
        right = SmallVector(it.residuals.0, scores.0)
      case .line:
        gram.setRow(0, SmallVector(it.plain.0, it.plain.1, w.0, w.1))
        gram.setRow(1, SmallVector(it.plain.1, it.plain.2, w.1, w.2))
        gram.setRow(2, SmallVector(w.0, w.1, s.0, s.1))
        gram.setRow(3, SmallVector(w.1, w.2, s.1, s.2))
        right = SmallVector(it.residuals.0, it.residuals.1, scores.0, scores.1)
      }
      return part(gram, right)
    }

    /// That of a cluster with UᵀU = `gram` and Uᵀe = `right`.
    private func part(_ gram: SquareMatrix, _ right: SmallVector) -> (score: Double, own: Double, z: SmallVector) {
      let size = gram.size
      // U = Q R with orthonormal Q; R is Λ^(1/2) Vᵀ where UᵀU = V Λ Vᵀ. Directions that U does not have are rows of 0.
      let (values, vectors) = gram.eigen()
      let most = (0..<size).reduce(0) { max($0, values[$1]) }
      var r = SquareMatrix(size: size)
      for row in 0..<size where values[row] > 1e-14 * most {
        let root = values[row].squareRoot()
        for column in 0..<size { r[row, column] = root * vectors[column, row] }
      }
      var inner = r.times(center).times(r.transposed)
      for place in 0..<size { inner[place, place] += 1 }
      let aim = r.times(level)
      let (covariances, directions) = inner.eigen()
      var t = SmallVector()
      for k in 0..<size where covariances[k] > 1e-10 {
        let along = (0..<size).reduce(0) { $0 + directions[$1, k] * aim[$1] } / covariances[k].squareRoot()
        for row in 0..<size { t[row] += along * directions[row, k] }
      }
      // A row of R over its eigenvalue: Qᵀe from Uᵀe.
      let sums = r.times(right)
      let score = (0..<size).reduce(0) { $0 + (values[$1] > 1e-14 * most ? t[$1] * sums[$1] / values[$1] : 0) }
      return (score, t.dot(t, size), r.transposed.times(t))
    }

    /// That of a single observation, of which B is a number.
    private func alone(_ u: SmallVector, _ residual: Double) -> (score: Double, own: Double, z: SmallVector) {
      let covariance = 1 + center.form(u, u)
      let influence = covariance > 1e-10 ? u.dot(level, center.size) / covariance.squareRoot() : 0
      return (influence * residual, influence * influence, u.scaled(by: influence))
    }
  }
}
