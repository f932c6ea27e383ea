/// A square matrix of at most four rows, which takes no memory of its own.
struct SquareMatrix: Sendable {
  /// The most rows.
  static let most = 4

  let size: Int
  private var entries = InlineArray<16, Double>(repeating: 0)

  /// Zeros.
  init(size: Int) {
    precondition(size <= Self.most, "a matrix has at most \(Self.most) rows")
    self.size = size
  }

  /// `rows`, as many as each has entries.
  init(_ rows: [[Double]]) {
    self.init(size: rows.count)
    for (row, entries) in rows.enumerated() {
      for (column, entry) in entries.enumerated() { self[row, column] = entry }
    }
  }

  subscript(row: Int, column: Int) -> Double {
    @inline(__always) get { entries[row * Self.most + column] }
    @inline(__always) set { entries[row * Self.most + column] = newValue }
  }

  /// Puts `entries` in `row`.
  mutating func setRow(_ row: Int, _ entries: SmallVector) {
    for column in 0..<size { self[row, column] = entries[column] }
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

  /// A b.
  func times(_ b: SmallVector) -> SmallVector {
    var product = SmallVector()
    for row in 0..<size {
      for column in 0..<size { product[row] += self[row, column] * b[column] }
    }
    return product
  }

  /// The matrix with rows and columns exchanged.
  var transposed: SquareMatrix {
    var out = SquareMatrix(size: size)
    for row in 0..<size {
      for column in 0..<size { out[column, row] = self[row, column] }
    }
    return out
  }

  /// aᵀ A b.
  func form(_ a: SmallVector, _ b: SmallVector) -> Double { a.dot(times(b), size) }

  /// Adds a bᵀ.
  mutating func addProduct(_ a: SmallVector, _ b: SmallVector) {
    for row in 0..<size {
      for column in 0..<size { self[row, column] += a[row] * b[column] }
    }
  }

  /// The trace of A B.
  func traceOfProduct(_ other: SquareMatrix) -> Double {
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<size { sum += self[row, column] * other[column, row] }
    }
    return sum
  }

  /// The eigenvalues of a symmetric matrix, and its eigenvectors as columns: Jacobi's rotations (Golub and Van Loan 2013,
  /// Matrix Computations, section 8.5).
  func eigen() -> (values: SmallVector, vectors: SquareMatrix) {
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
    var values = SmallVector()
    for place in 0..<size { values[place] = a[place, place] }
    return (values, vectors)
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

/// At most four numbers, which take no memory of their own; those that are not given are 0.
struct SmallVector: Sendable {
  private var entries = InlineArray<4, Double>(repeating: 0)

  init() {}

  init(_ first: Double, _ second: Double, _ third: Double = 0, _ fourth: Double = 0) {
    (self[0], self[1], self[2], self[3]) = (first, second, third, fourth)
  }

  subscript(place: Int) -> Double {
    @inline(__always) get { entries[place] }
    @inline(__always) set { entries[place] = newValue }
  }

  /// The sum of the products of the first `size` numbers.
  func dot(_ other: SmallVector, _ size: Int) -> Double {
    var sum = 0.0
    for place in 0..<size { sum += self[place] * other[place] }
    return sum
  }

  /// Each number times `factor`.
  func scaled(by factor: Double) -> SmallVector {
    var out = self
    for place in 0..<SquareMatrix.most { out[place] *= factor }
    return out
  }
}
