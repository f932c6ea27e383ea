import Testing

@testable import Statistics

private func isNear(_ value: Double?, _ reference: Double) -> Bool {
  value.map { abs($0 - reference) <= 1e-8 * max(1, abs(reference)) } ?? false
}

/// The numbers of R's clubSandwich 0.5.8: `coef_test(lm(y ~ x * after, weights = w * (1 - |x| / .4)), vcov = "CR2",
/// cluster, test = "Satterthwaite")` of the rows with |x| < .4 in three designs, each with clusters of 4, 40 and 90 rows in
/// the order in which they are drawn, on both sides of the cut: clusters, jump, error, degrees of freedom.
@Test(arguments: [
  (JumpDesign.smooth, 4, 87, 0.533175760103, 0.103982254352, 23.2468610007),
  (.smooth, 40, 10, 0.533175760103, 0.123659677813, 6.80838502369),
  (.smooth, 90, 5, 0.533175760103, 0.0847733471982, 3.64611903369),
  (.clustered, 4, 132, 0.417602202172, 0.0895775315221, 29.7303458151),
  (.clustered, 40, 15, 0.417602202172, 0.0728454154555, 11.0022552957),
  (.clustered, 90, 7, 0.417602202172, 0.067638065377, 4.85346630114),
  (.batches, 4, 197, 0.477118529407, 0.0636808787561, 54.9667604864),
  (.batches, 40, 23, 0.477118529407, 0.0657580621586, 17.6415724833),
  (.batches, 90, 10, 0.477118529407, 0.0868385282698, 8.21692686491),
])
func theErrorOfTheJumpIsThatOfClubSandwich(
  _ design: JumpDesign, rows: Int, clusters: Int, jump: Double, error: Double, degrees: Double
) throws {
  let drawn = design.rows().enumerated().map { (cluster: Int32($0 / rows), it: $1) }.sorted { $0.it.x < $1.it.x }
  let data = LocalLinear(drawn.map(\.it))
  let it = try #require(
    data.clusteredError(
      at: 0, bandwidth: 0.4, by: LocalLinear.Clusters(drawn.map(\.cluster), count: drawn.count)))
  #expect(isNear(data.jumpSize(at: 0, bandwidth: 0.4), jump) && it.clusters == clusters)
  #expect(isNear(it.error.size, error) && isNear(it.error.degrees, degrees), "\(it)")
  #expect((it.error.reach == nil) == (degrees < 4))
}

/// The numbers of R's clubSandwich 0.5.8 for the areas of 13 regions of unequal size, drawn as the designs of the jump are
/// from 7 on: what late sheets differ by, `lm(late_margin / late - early_rate ~ 1, weights = late)`, by region and by
/// area, times all late votes.
@Test func theErrorOfTheProjectionIsThatOfClubSandwich() throws {
  var numbers = CongruentialNumbers(seed: 7)
  func draw(_ least: Double, _ spread: Double) -> (valid: Double, margin: Double) {
    let valid = least + (spread * numbers.next()).rounded(.down)
    return (valid, ((numbers.next() - 0.5) * valid).rounded(.down))
  }
  var (areas, regions): ([TwoPeriods], [Int]) = ([], [])
  for place in 0..<60 {
    let (early, late, chance) = (draw(100, 400), draw(50, 300), numbers.next())
    var area = TwoPeriods()
    if chance >= 0.25 { area.early.add(valid: early.valid, margin: early.margin) }
    if chance <= 0.8 { area.late.add(valid: late.valid, margin: late.margin) }
    areas.append(area)
    regions.append(Int((2.5 * Double(place)).squareRoot()))
  }
  let it = try #require(
    LateProjection(AreaLadder(areas, counts: [13, 60], parents: [regions]), sheetSpread: NeighbourSpread()))
  #expect(isNear(it.steps.reduce(0) { $0 + $1.actual } - it.margin, -566.023439264))
  let (region, area) = (try #require(it.clustered[0]), try #require(it.clustered[1]))
  #expect(region.clusters == 12 && area.clusters == 48)
  #expect(isNear(region.error.size, 681.896388781) && isNear(region.error.degrees, 7.57102125725))
  #expect(isNear(area.error.size, 625.940661221) && isNear(area.error.degrees, 32.2632800747))
  // Without early neighbours inside an area the components tell of areas alone; the widest interval stands.
  let reaches = [it.components?.reach, region.error.reach, area.error.reach].compactMap { $0 }
  #expect(reaches.count == 3 && it.reach == reaches.max() && region.error.reach == reaches.max())
}

/// From the definition: dense matrices, with the root of the inverse by the iteration of Denman and Beavers 1976.
@Test func theErrorIsThatOfItsDefinition() throws {
  var generator = SplitMix64(seed: 31)
  for run in 0..<12 {
    let (fit, sides) = (run % 2 == 0 ? ClusteredError.Fit.line : .mean, run % 3 == 0 ? 1 : 2)
    let rows = (0..<36).map { row in
      ClusteredError.Row(
        side: row % sides, x: 2 * generator.unit() - 1, weight: 50 + 300 * generator.unit(),
        residual: generator.normal(), cluster: Int32(row / 2 * 7 % 6))
    }
    let signs = sides == 1 ? [2.0] : [-1, 1]
    let it = try #require(ClusteredError(rows, fit, signs: signs, clusterCount: 6))
    let reference = try #require(dense(rows, fit, signs))
    #expect(isNear(it.error.size, reference.error) && isNear(it.error.degrees, reference.degrees), "\(run)")
  }
}

private func dense(
  _ rows: [ClusteredError.Row], _ fit: ClusteredError.Fit, _ signs: [Double]
) -> (error: Double, degrees: Double)? {
  let terms = fit.rawValue * signs.count
  func term(_ row: ClusteredError.Row, _ place: Int) -> Double {
    guard place / fit.rawValue == row.side else { return 0 }
    return place % fit.rawValue == 0 ? 1 : row.x
  }
  let x = rows.map { row in (0..<terms).map { term(row, $0) } }
  let cross = (0..<terms).map { i in
    (0..<terms).map { j in rows.indices.map { rows[$0].weight * x[$0][i] * x[$0][j] }.reduce(0, +) }
  }
  guard let m = inverseMatrix(of: cross) else { return nil }
  let contrast = (0..<terms).map { $0 % fit.rawValue == 0 ? signs[$0 / fit.rawValue] : 0 }
  // I − H, with H = X M Xᵀ W.
  func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { $0 * $1 }.reduce(0, +) }
  let mx = x.map { row in m.map { product($0, row) } }
  let left = rows.indices.map { a in
    rows.indices.map { b -> Double in (a == b ? 1 : 0) - product(x[a], mx[b]) * rows[b].weight }
  }
  var (variance, p) = (0.0, [[Double]]())
  for cluster in 0..<6 {
    let own = rows.indices.filter { rows[$0].cluster == Int32(cluster) }
    let b = own.map { a in own.map { c in product(left[a], left[c]) } }
    var (y, z) = (b, own.indices.map { i in own.indices.map { $0 == i ? 1.0 : 0 } })
    for _ in 0..<60 {
      guard let yInverse = inverseMatrix(of: y), let zInverse = inverseMatrix(of: z) else { return nil }
      (y, z) = (
        zip(y, zInverse).map { zip($0, $1).map { ($0 + $1) / 2 } },
        zip(z, yInverse).map { zip($0, $1).map { ($0 + $1) / 2 } }
      )
    }
    // A W X M c.
    let influence = own.map { rows[$0].weight * product(mx[$0], contrast) }
    let raised = z.map { product($0, influence) }
    let score = product(raised, own.map { rows[$0].residual })
    variance += score * score
    p.append(rows.indices.map { a in product(raised, own.map { left[$0][a] }) })
  }
  let expected = p.reduce(0) { $0 + product($1, $1) }
  let squares = p.reduce(0) { sum, a in sum + p.reduce(0) { $0 + product(a, $1) * product(a, $1) } }
  return (variance.squareRoot(), expected * expected / squares)
}

/// Eight clusters of unequal size, each with an error of its own: the interval keeps its level, one by the normal
/// quantile and the sum of squared scores does not.
@Test func fewClustersKeepTheLevel() throws {
  var generator = SplitMix64(seed: 32)
  var (missed, missedByNormal) = (0, 0)
  for _ in 0..<2000 {
    var values: [(y: Double, weight: Double, cluster: Int32)] = []
    for cluster in 0..<8 {
      let local = generator.normal()
      for _ in 0..<(4 + cluster) {
        values.append((local + generator.normal(), 1 + generator.unit(), Int32(cluster)))
      }
    }
    let all = values.reduce(0) { $0 + $1.weight }
    let mean = values.reduce(0) { $0 + $1.weight * $1.y } / all
    let rows = values.map {
      ClusteredError.Row(side: 0, x: 0, weight: $0.weight, residual: $0.y - mean, cluster: $0.cluster)
    }
    let it = try #require(ClusteredError(rows, .mean, signs: [1], clusterCount: 8))
    var scores = Array(repeating: 0.0, count: 8)
    for row in rows { scores[Int(row.cluster)] += row.weight * row.residual / all }
    if abs(mean) > 1.96 * scores.reduce(0, { $0 + $1 * $1 }).squareRoot() { missedByNormal += 1 }
    if abs(mean) > (try #require(it.error.reach)) { missed += 1 }
  }
  // 100 are expected, with a standard deviation of 10; the other misses in one of eight.
  #expect((70...130).contains(missed), "\(missed)")
  #expect(missedByNormal > 200, "\(missedByNormal)")
}

@Test func tooFewClustersGiveNoInterval() throws {
  func rows(_ clusters: Int32) -> [ClusteredError.Row] {
    (0..<12).map { .init(side: 0, x: 0, weight: 1, residual: $0 % 2 == 0 ? 1 : -1, cluster: Int32($0) % clusters) }
  }
  #expect(ClusteredError(rows(1), .mean, signs: [1], clusterCount: 1) == nil)
  #expect(ClusteredError([], .mean, signs: [1], clusterCount: 0) == nil)
  // k clusters of one size have k − 1 degrees of freedom.
  for clusters in [2, 3, 4, 6] as [Int32] {
    let it = try #require(ClusteredError(rows(clusters), .mean, signs: [1], clusterCount: 6))
    #expect(abs(it.error.degrees - Double(clusters - 1)) < 1e-9 && (it.error.reach == nil) == (clusters < 5))
  }
  // A line needs two places, a side rows of weight.
  let onePlace = (0..<6).map { ClusteredError.Row(side: 0, x: 1, weight: 1, residual: 0, cluster: $0) }
  #expect(ClusteredError(onePlace, .line, signs: [1], clusterCount: 6) == nil)
  #expect(ClusteredError(rows(6), .mean, signs: [1, 1], clusterCount: 6) == nil)
}

@Test func intervalsThatMissTooOftenAreDoubtful() {
  func record(_ tried: Int, _ missed: Int) -> IntervalRecord {
    (0..<tried).reduce(into: IntervalRecord()) { $0.add(isMissed: $1 < missed) }
  }
  // P(X >= 6) of 50 at .05 is .0378, P(X >= 5) .1036; of 20, P(X >= 4) is .0159 and P(X >= 3) .0755.
  for (tried, missed, isDoubtful) in [
    (0, 0, false), (50, 5, false), (50, 6, true), (20, 3, false), (20, 4, true), (1, 1, false), (2, 1, false),
    (2, 2, true),
  ] {
    let it = record(tried, missed)
    #expect(it.tried == tried && it.missed == missed && it.isDoubtful == isDoubtful, "\(it)")
  }
}
