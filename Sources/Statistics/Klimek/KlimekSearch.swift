/// Compares the histograms of all points of a grid with the observed one.
struct KlimekSearch: Sendable {
  /// A point of the grid: its place in α, its fractions, and the distance of the distribution itself.
  private struct Point: Sendable {
    let alpha: Int
    let incremental, extreme, distance: Double
  }

  private let grid: KlimekFit.Grid
  private let stations: Double
  private let observed: [Double]
  /// What the squared difference in each bin counts for.
  private let weights: [Double]
  /// For each α.
  private let components: [KlimekModel.Components]
  /// The points, without those that no draw can make the nearest.
  private let points: [Point]
  /// The point whose own distribution is nearest, the first of equals.
  private let nearest: Point

  init(_ data: KlimekData, _ grid: KlimekFit.Grid, _ distance: KlimekFit.Distance) throws {
    let (stations, observed) = (Double(data.stations), data.histogram.map { Double($0) / Double(data.stations) })
    let weights = observed.map { Self.weight($0, distance) }
    let components = grid.alpha.map { data.model.components(alpha: $0, bins: data.histogram.count) }
    var nearest = Point(alpha: 0, incremental: 0, extreme: 0, distance: .infinity)
    var points: [(point: Point, low: Double)] = []
    var least = Double.infinity
    for alpha in grid.alpha.indices {
      try Task.checkCancellation()
      for incremental in grid.incremental {
        for extreme in grid.extreme where incremental + extreme <= 1 {
          let expected = components[alpha].mixed(incremental: incremental, extreme: extreme)
          let distance = Self.distance(expected, observed, weights)
          let point = Point(alpha: alpha, incremental: incremental, extreme: extreme, distance: distance)
          if distance < nearest.distance { nearest = point }
          let range = Self.drawnDistances(expected, observed, weights, distance, stations)
          least = min(least, range.high)
          points.append((point, range.low))
        }
      }
    }
    self.points = points.filter { $0.low <= least }.map(\.point)
    (self.grid, self.stations, self.observed) = (grid, stations, observed)
    (self.components, self.nearest, self.weights) = (components, nearest, weights)
  }

  /// What the distance of a histogram drawn from `expected` comes to, within eight standard deviations.
  ///
  /// With p̂ = p + e, the distance from o is `Σw(p − o)² + 2 Σw(p − o) e + Σwe²`. Its mean exceeds the first part by
  /// `Σwp(1 − p) / n`; the variances of the other parts are at most `4 Σ w² p (p − o)² / n` and some
  /// `Σw² (2 p² / n² + p / n³)`.
  private static func drawnDistances(
    _ expected: [Double], _ observed: [Double], _ weights: [Double], _ distance: Double, _ stations: Double
  ) -> (low: Double, high: Double) {
    var (added, squares, mixed) = (0.0, 0.0, 0.0)
    for bin in expected.indices {
      let (p, o, w) = (expected[bin], observed[bin], weights[bin])
      added += w * p * (1 - p)
      squares += w * w * p * (2 * p + 1 / stations)
      mixed += w * w * p * (p - o) * (p - o)
    }
    let mean = distance + added / stations
    let reach = 8 * ((4 * mixed / stations).squareRoot() + squares.squareRoot() / stations)
    return (mean - reach, mean + reach)
  }

  /// The nearest point without any simulation.
  var withoutDraws: KlimekFit.Estimate { estimate(nearest, nearest.distance) }

  /// The point whose drawn histogram is nearest, the first of equals.
  func repeated(seed: UInt64) throws -> KlimekFit.Estimate {
    var generator = SplitMix64(seed: seed)
    var (best, least) = (nearest, Double.infinity)
    for (place, point) in points.enumerated() {
      if place % 256 == 0 { try Task.checkCancellation() }
      let drawn = expected(point).drawn(Int(stations), using: &generator)
      let distance = Self.distance(drawn.map { $0 / stations }, observed, weights)
      if distance < least { (best, least) = (point, distance) }
    }
    return estimate(best, least)
  }

  /// The stations in each bin of the nearest model.
  var bestHistogram: [Double] { expected(nearest).map { $0 * stations } }
  /// The same where nothing is added.
  var untouchedHistogram: [Double] { components[0].untouched.map { $0 * stations } }
  var untouchedDistance: Double { Self.distance(components[0].untouched, observed, weights) }

  private func expected(_ point: Point) -> [Double] {
    components[point.alpha].mixed(incremental: point.incremental, extreme: point.extreme)
  }

  private func estimate(_ point: Point, _ distance: Double) -> KlimekFit.Estimate {
    let parts = components[point.alpha]
    return KlimekFit.Estimate(
      incremental: point.incremental, extreme: point.extreme, alpha: grid.alpha[point.alpha],
      added: point.incremental * parts.incrementalAdded + point.extreme * parts.extremeAdded, distance: distance)
  }

  private static func distance(_ a: [Double], _ b: [Double], _ weights: [Double]) -> Double {
    var squares = 0.0
    for bin in a.indices { squares += weights[bin] * (a[bin] - b[bin]) * (a[bin] - b[bin]) }
    return squares
  }

  private static func weight(_ observed: Double, _ distance: KlimekFit.Distance) -> Double {
    switch distance {
    case .plain: 1
    case .relative: observed > 0 ? 1 / (observed * observed) : 0
    }
  }
}

extension [Double] {
  /// How often each cell of this distribution comes up in `draws` draws.
  fileprivate func drawn(_ draws: Int, using generator: inout SplitMix64) -> [Double] {
    var (left, mass) = (draws, 1.0)
    return map { probability in
      guard left > 0, probability > 0, mass > 0 else { return 0 }
      let drawn = BinomialDistribution(trials: left, probability: Swift.min(probability / mass, 1))
        .draw(using: &generator)
      left -= drawn
      mass -= probability
      return Double(drawn)
    }
  }
}
