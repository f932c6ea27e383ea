import Statistics
import Testing

private struct Points {
  var x: [Double] = [], y: [Double] = [], weights: [Double] = [], clusters: [Int32] = []

  mutating func add(_ x: Double, _ y: Double, weight: Double = 1, cluster: Int? = nil) {
    self.x.append(x)
    self.y.append(y)
    weights.append(weight)
    clusters.append(Int32(cluster ?? clusters.count))
  }

  var data: LocalLinear {
    LocalLinear(
      x.indices.map { .init(x: x[$0], y: y[$0], weight: weights[$0], cluster: clusters[$0]) })
  }

  /// The error of the jump by the clusters.
  func clusteredError(_ cut: Double, _ h: Double) -> ClusteredError? {
    data.clusteredError(
      at: cut, bandwidth: h, by: LocalLinear.Clusters(clusters, count: Int((clusters.max() ?? -1) + 1)))
  }

  /// The weighted regression of y on (1, u, after, after · u) by its normal equations, and its sandwich.
  func reference(_ cut: Double, _ h: Double) -> (jump: Double, robust: Double)? {
    let rows = x.indices.filter { abs(x[$0] - cut) < h && weights[$0] > 0 }
    func terms(_ row: Int) -> [Double] {
      let after = x[row] >= cut ? 1.0 : 0
      return [1, x[row] - cut, after, after * (x[row] - cut)]
    }
    func weight(_ row: Int) -> Double { weights[row] * (1 - abs(x[row] - cut) / h) }
    var cross = Array(repeating: Array(repeating: 0.0, count: 4), count: 4)
    var right = Array(repeating: 0.0, count: 4)
    for row in rows {
      let t = terms(row)
      for i in 0..<4 {
        for j in 0..<4 { cross[i][j] += weight(row) * t[i] * t[j] }
        right[i] += weight(row) * t[i] * y[row]
      }
    }
    guard let inverse = inverseMatrix(of: cross) else { return nil }
    let b = (0..<4).map { i in (0..<4).reduce(0) { $0 + inverse[i][$1] * right[$1] } }
    func score(_ row: Int) -> Double {
      let t = terms(row)
      let residual = y[row] - (0..<4).reduce(0) { $0 + b[$1] * t[$1] }
      return (0..<4).reduce(0) { $0 + inverse[2][$1] * t[$1] } * weight(row) * residual
    }
    let n = Double(rows.count)
    return (b[2], (rows.reduce(0) { $0 + score($1) * score($1) } * n / (n - 4)).squareRoot())
  }
}

/// Gauss and Jordan with the largest pivot.
func inverseMatrix(of matrix: [[Double]]) -> [[Double]]? {
  let n = matrix.count
  var rows = matrix.indices.map { i in matrix[i] + (0..<n).map { $0 == i ? 1 : 0 } }
  for column in 0..<n {
    guard let pivot = (column..<n).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
      abs(rows[pivot][column]) > 1e-14
    else { return nil }
    rows.swapAt(column, pivot)
    let divisor = rows[column][column]
    rows[column] = rows[column].map { $0 / divisor }
    for row in 0..<n where row != column {
      let factor = rows[row][column]
      rows[row] = zip(rows[row], rows[column]).map { $0 - factor * $1 }
    }
  }
  return rows.map { Array($0[n...]) }
}

@Test func theJumpIsThatOfTheRegressionWithItsSandwich() throws {
  var generator = SplitMix64(seed: 21)
  for _ in 0..<60 {
    var points = Points()
    for step in 0..<80 {
      points.add(
        Double(step / 2), generator.normal(), weight: Double(generator.number(below: 5)),
        cluster: generator.number(below: 15))
    }
    let (cut, h) = (10 + 20 * generator.unit(), 6 + 10 * generator.unit())
    let it = try #require(points.data.jump(at: cut, bandwidth: h))
    let reference = try #require(points.reference(cut, h))
    #expect(abs(it.size - reference.jump) < 1e-9)
    #expect(abs((it.robustError ?? 0) - reference.robust) < 1e-9)
    #expect(points.data.jumpSize(at: cut, bandwidth: h) == it.size)
  }
}

@Test func linesHaveNoJumpAndAStepIsFound() throws {
  var generator = SplitMix64(seed: 22)
  for _ in 0..<50 {
    let (slope, level, step) = (generator.normal(), generator.normal(), 5 * generator.normal())
    var (line, broken) = (Points(), Points())
    for number in 0..<60 {
      let x = Double(number) + generator.unit()
      let weight = 0.1 + generator.unit()
      line.add(x, level + slope * x, weight: weight)
      broken.add(x, level + slope * x + (x >= 40 ? step : 0), weight: weight)
    }
    for bandwidth in [3.0, 8, 25] {
      let flat = try #require(line.data.jump(at: 40, bandwidth: bandwidth))
      #expect(abs(flat.size) < 1e-9 && (flat.robustError ?? 0) < 1e-9)
      let jump = try #require(broken.data.jump(at: 40, bandwidth: bandwidth))
      #expect(abs(jump.size - step) < 1e-9 && abs(jump.before - level - 40 * slope) < 1e-9)
    }
  }
}

/// A curve that bends at its end: a local constant leans back and sees a jump, a local line hardly does.
@Test func aSlopeIsNoJump() throws {
  var points = Points()
  for number in 0..<200 { points.add(Double(number), 0.01 * Double(number)) }
  #expect(abs(try #require(points.data.jump(at: 190, bandwidth: 40)).size) < 1e-9)
}

@Test func mirroringTheAxisTurnsTheJump() throws {
  var generator = SplitMix64(seed: 23)
  var (points, mirrored) = (Points(), Points())
  for number in 0..<50 { points.add(Double(number) + 0.5, generator.normal(), cluster: number / 3) }
  for row in points.x.indices.reversed() {
    mirrored.add(50 - points.x[row], points.y[row], cluster: Int(points.clusters[row]))
  }
  let (a, b) = (
    try #require(points.data.jump(at: 20, bandwidth: 15)), try #require(mirrored.data.jump(at: 30, bandwidth: 15))
  )
  #expect(abs(a.size + b.size) < 1e-12 && a.countBefore == b.countAfter)
  let (left, right) = (
    try #require(points.clusteredError(20, 15)).error, try #require(mirrored.clusteredError(30, 15)).error
  )
  #expect(abs(left.size - right.size) < 1e-9 && abs(left.degrees - right.degrees) < 1e-6)
}

@Test func tooFewPlacesGiveNoJump() throws {
  var points = Points()
  for x in [1.0, 1, 2, 3] { points.add(x, x) }
  #expect(points.data.jump(at: 2, bandwidth: 5) == nil)
  #expect(points.data.jump(at: 9, bandwidth: 2) == nil)
  #expect(points.data.jump(at: 1.5, bandwidth: 0) == nil)
  let none = LocalLinear([])
  #expect(none.jump(at: 0, bandwidth: 1) == nil && none.range == nil)
  // Four observations have no spread left around two lines.
  points.add(4, 0)
  points.x[1] = 1.5
  let it = try #require(points.data.jump(at: 2.5, bandwidth: 5))
  #expect(it.countBefore == 3 && it.countAfter == 2 && points.clusteredError(2.5, 5) != nil)
  #expect(points.clusteredError(9, 2) == nil)
}

/// Sheets of a place share an error and its time; only the clustered error keeps its level.
@Test func theClusteredErrorKeepsItsLevel() throws {
  var generator = SplitMix64(seed: 24)
  var (clustered, robust) = (0, 0)
  let runs = 400
  for _ in 0..<runs {
    var points = Points()
    for place in 0..<160 {
      let local = 0.2 * generator.normal()
      for sheet in 0..<5 {
        points.add(
          Double(place) / 4 + Double(sheet) / 100, 0.01 * Double(place) + local + 0.1 * generator.normal(),
          cluster: place)
      }
    }
    let it = try #require(points.data.jump(at: 20, bandwidth: 15))
    if abs(it.size) > (try #require(points.clusteredError(20, 15)?.error.reach)) { clustered += 1 }
    if abs(it.size) > 1.96 * (try #require(it.robustError)) { robust += 1 }
  }
  // 20 are expected, with a standard deviation of 4.4.
  #expect((8...33).contains(clustered), "\(clustered)")
  #expect(robust > 100, "\(robust)")
}

@Test func fiftyPlacebosGiveNoPBelowAFiftyFirst() throws {
  var generator = SplitMix64(seed: 25)
  var points = Points()
  for number in 0..<400 { points.add(Double(number) / 4, generator.normal() + (number >= 320 ? 50 : 0)) }
  let placebos = PlaceboCuts(points.data, count: 50, bandwidth: 5, around: 80)
  #expect(placebos.cuts.count == 50)
  #expect(placebos.cuts.allSatisfy { ($0.place >= 5 && $0.place <= 75) || ($0.place >= 85 && $0.place <= 94.75) })
  #expect(zip(placebos.cuts, placebos.cuts.dropFirst()).allSatisfy { $0.place < $1.place })
  let jump = try #require(points.data.jump(at: 80, bandwidth: 5)).size
  #expect(placebos.p(jump) == 1.0 / 51 && placebos.p(0) == 1)
  let range = try #require(placebos.range)
  #expect(range.upperBound < 10 && placebos.cuts.contains { $0.jump == range.lowerBound })
}

@Test func aWindowThatFillsTheDataLeavesNoPlacebos() {
  var points = Points()
  for number in 0..<100 { points.add(Double(number), 1) }
  for (bandwidth, cut) in [(60.0, 50.0), (50, 20), (0, 50)] {
    let placebos = PlaceboCuts(points.data, count: 50, bandwidth: bandwidth, around: cut)
    #expect(placebos.cuts.isEmpty && placebos.p(1) == nil && placebos.range == nil)
  }
}

/// Without a jump, and with windows that do not overlap, small p are as rare as they should be.
@Test func placebosOfNoJumpRarelyCallOne() throws {
  var generator = SplitMix64(seed: 26)
  var small = 0
  for _ in 0..<300 {
    var points = Points()
    for number in 0..<1000 { points.add(Double(number) / 10, generator.normal()) }
    let placebos = PlaceboCuts(points.data, count: 50, bandwidth: 2, around: 50)
    let jump = try #require(points.data.jump(at: 50, bandwidth: 2)).size
    if try #require(placebos.p(jump)) <= 0.1 { small += 1 }
  }
  // 30 expected, with a standard deviation of 5.2.
  #expect((14...46).contains(small), "\(small)")
}
