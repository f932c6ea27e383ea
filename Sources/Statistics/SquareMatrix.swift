/// A small square matrix, row by row.
struct SquareMatrix: Sendable, Hashable {
  let size: Int
  private var entries: [Double]

  /// Zeros.
  init(size: Int) { (self.size, entries) = (size, Array(repeating: 0, count: size * size)) }

  /// `rows`, as many as each has entries.
  init(_ rows: [[Double]]) { (size, entries) = (rows.count, rows.flatMap { $0 }) }

  /// `blocks` along the diagonal.
  init(blocks: [SquareMatrix]) {
    self.init(size: blocks.reduce(0) { $0 + $1.size })
    var start = 0
    for block in blocks {
      for row in 0..<block.size {
        for column in 0..<block.size { self[start + row, start + column] = block[row, column] }
      }
      start += block.size
    }
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set { entries[row * size + column] = newValue }
  }

  func times(_ other: SquareMatrix) -> SquareMatrix {
    var product = SquareMatrix(size: size)
    for row in 0..<size {
      for k in 0..<size {
        for column in 0..<size { product[row, column] += self[row, k] * other[k, column] }
      }
    }
    return product
  }

  /// aᵀ A b.
  func form(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<size { sum += a[row] * self[row, column] * b[column] }
    }
    return sum
  }

  /// Adds a aᵀ.
  mutating func addProduct(of a: [Double]) {
    for row in 0..<size {
      for column in 0..<size { self[row, column] += a[row] * a[column] }
    }
  }

  /// The trace of A A.
  var traceOfSquare: Double {
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<size { sum += self[row, column] * self[column, row] }
    }
    return sum
  }

  /// The eigenvalues of a symmetric matrix, and its eigenvectors as columns: Jacobi's rotations (Golub and Van Loan 2013,
  /// Matrix Computations, section 8.5).
  func eigen() -> (values: [Double], vectors: SquareMatrix) {
    var (a, vectors) = (self, SquareMatrix(size: size))
    for place in 0..<size { vectors[place, place] = 1 }
    for _ in 0..<30 {
      var isDiagonal = true
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) {
          let off = a[p, q]
          guard abs(off) > 1e-17 * (abs(a[p, p]) + abs(a[q, q])) else { continue }
          isDiagonal = false
          let ratio = (a[q, q] - a[p, p]) / (2 * off)
          let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
          let cosine = 1 / (1 + tangent * tangent).squareRoot()
          a.rotate(p, q, cosine, tangent * cosine)
          vectors.rotateColumns(p, q, cosine, tangent * cosine)
        }
      }
      if isDiagonal { break }
    }
    return ((0..<size).map { a[$0, $0] }, vectors)
  }

  private mutating func rotate(_ p: Int, _ q: Int, _ cosine: Double, _ sine: Double) {
    rotateColumns(p, q, cosine, sine)
    for k in 0..<size {
      let (x, y) = (self[p, k], self[q, k])
      self[p, k] = cosine * x - sine * y
      self[q, k] = sine * x + cosine * y
    }
  }

  private mutating func rotateColumns(_ p: Int, _ q: Int, _ cosine: Double, _ sine: Double) {
    for k in 0..<size {
      let (x, y) = (self[k, p], self[k, q])
      self[k, p] = cosine * x - sine * y
      self[k, q] = sine * x + cosine * y
    }
  }
}
