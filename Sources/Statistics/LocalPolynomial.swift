internal import Glibc

/// A polynomial fitted to one side of a cut at 0 by weighted least squares, with a kernel that ends `bandwidth` away: Fan and Gijbels 1996, Local Polynomial Modelling and Its Applications, section 3.1.
struct LocalPolynomial {
  /// How weight falls with the distance from the cut: to nothing at the bandwidth, or not at all up to it.
  enum Kernel { case triangular, uniform }

  /// The coefficients, from the level at 0 on.
  let coefficients: [Double]
  private let bandwidth: Double
  private let kernel: Kernel
  /// The inverse of Σ weight r(u) r(u)ᵀ with u = x / bandwidth, in which it is well scaled.
  private let inverse: [[Double]]

  /// nil where fewer than `degree` + 1 places have weight.
  init?(_ side: some Sequence<LocalLinear.Observation>, degree: Int, bandwidth: Double, kernel: Kernel = .triangular) {
    guard bandwidth > 0 else { return nil }
    var moments = Array(repeating: 0.0, count: 2 * degree + 1)
    var right = Array(repeating: 0.0, count: degree + 1)
    for it in side {
      let u = it.x / bandwidth
      var power = Self.weight(kernel, u) * it.weight
      guard power > 0 else { continue }
      for place in moments.indices {
        moments[place] += power
        if place <= degree { right[place] += power * it.y }
        power *= u
      }
    }
    let matrix = (0...degree).map { row in (0...degree).map { moments[row + $0] } }
    guard let inverse = Self.inverse(of: matrix) else { return nil }
    (self.bandwidth, self.kernel, self.inverse) = (bandwidth, kernel, inverse)
    coefficients = inverse.enumerated().map { place, row in
      zip(row, right).reduce(0) { $0 + $1.0 * $1.1 } / pow(bandwidth, Double(place))
    }
  }

  /// What a unit of y at an observation does to a coefficient.
  func influence(of it: LocalLinear.Observation, on coefficient: Int) -> Double {
    let u = it.x / bandwidth
    let weight = Self.weight(kernel, u) * it.weight
    guard weight > 0 else { return 0 }
    var (sum, power) = (0.0, 1.0)
    for entry in inverse[coefficient] {
      sum += entry * power
      power *= u
    }
    return weight * sum / pow(bandwidth, Double(coefficient))
  }

  /// The fitted value at `x`.
  func value(at x: Double) -> Double { coefficients.reversed().reduce(0) { $0 * x + $1 } }

  /// The variance of a coefficient with dependence within clusters; nil where there are too few observations or clusters.
  func variance(_ side: some Sequence<LocalLinear.Observation>, of coefficient: Int) -> Double? {
    var (sums, count) = ([Int32: Double](), 0)
    for it in side {
      let influence = influence(of: it, on: coefficient)
      guard abs(it.x) < bandwidth, it.weight > 0 else { continue }
      sums[it.cluster, default: 0] += influence * (it.y - value(at: it.x))
      count += 1
    }
    guard count > coefficients.count, sums.count > 1 else { return nil }
    let squares = sums.values.map { $0 * $0 }.sorted().reduce(0, +)
    return squares * Self.clusterFactor(count, coefficients.count, sums.count)
  }

  /// The small-sample factor G/(G−1) · (n−1)/(n−k) of `count` observations in `clusters` with `terms` coefficients.
  static func clusterFactor(_ count: Int, _ terms: Int, _ clusters: Int) -> Double {
    let (n, g) = (Double(count), Double(clusters))
    return g / (g - 1) * (n - 1) / (n - Double(terms))
  }

  private static func weight(_ kernel: Kernel, _ u: Double) -> Double {
    switch kernel {
    case .triangular: max(1 - abs(u), 0)
    case .uniform: abs(u) <= 1 ? 1 : 0
    }
  }

  /// By Cholesky's factor of the scaled matrix; nil where it is not positive definite.
  private static func inverse(of matrix: [[Double]]) -> [[Double]]? {
    let n = matrix.count
    guard matrix[0][0] > 0 else { return nil }
    var lower = Array(repeating: Array(repeating: 0.0, count: n), count: n)
    for row in 0..<n {
      for column in 0...row {
        var value = matrix[row][column]
        for k in 0..<column { value -= lower[row][k] * lower[column][k] }
        if row == column {
          guard value > 1e-13 * matrix[row][row] else { return nil }
          lower[row][row] = value.squareRoot()
        } else {
          lower[row][column] = value / lower[column][column]
        }
      }
    }
    return (0..<n).map { unit in
      var solution = (0..<n).map { $0 == unit ? 1.0 : 0 }
      for row in 0..<n {
        for k in 0..<row { solution[row] -= lower[row][k] * solution[k] }
        solution[row] /= lower[row][row]
      }
      for row in (0..<n).reversed() {
        for k in (row + 1)..<max(n, row + 1) { solution[row] -= lower[k][row] * solution[k] }
        solution[row] /= lower[row][row]
      }
      return solution
    }
  }
}
