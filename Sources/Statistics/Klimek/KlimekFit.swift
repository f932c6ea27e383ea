/// The three fractions of the model of Klimek et al. 2012 that reproduce an election's histogram of shares best.
///
/// For every point of a stated grid an election of as many stations is simulated and its histogram of shares, by points
/// of percent, compared with the observed one; the least sum of squares is the fit. Since shares in the model do not
/// depend on the size of a station, such a histogram is a multinomial draw from the model's distribution, and is drawn
/// as one. Every repeat draws all elections anew.
///
/// The repeats show how much the simulation itself moves the answer. They do not show how wrong the model may be: two
/// blocs of voters give the same picture as added ballots.
public struct KlimekFit: Sendable, Hashable {
  /// The values that are tried.
  public struct Grid: Sendable, Hashable {
    /// For the fraction f_i of stations in which some ballots are added.
    public let incremental: [Double]
    /// For the fraction f_e of stations in which nearly all are.
    public let extreme: [Double]
    /// For the exponent α.
    public let alpha: [Double]

    /// A grid; pairs of fractions above 1 are passed over.
    public init(incremental: [Double], extreme: [Double], alpha: [Double]) {
      (self.incremental, self.extreme, self.alpha) = (incremental, extreme, alpha)
    }

    /// f_i from 0 to 1 by 0.02, f_e from 0 to 0.1 by 0.005, α from 0.5 to 4 by 0.5.
    public static let usual = Grid(
      incremental: (0...50).map { Double($0) / 50 }, extreme: (0...20).map { Double($0) / 200 },
      alpha: (1...8).map { Double($0) / 2 })
  }

  /// One point of the grid.
  public struct Estimate: Sendable, Hashable {
    /// The fraction f_i of stations in which some ballots are added.
    public let incremental: Double
    /// The fraction f_e of stations in which nearly all are.
    public let extreme: Double
    /// The exponent α.
    public let alpha: Double
    /// The votes that the model counts as added or moved, per registered voter of an average station.
    public let added: Double
    /// The sum of squared differences between the two histograms, as shares of all stations.
    public let distance: Double
  }

  /// What was fitted.
  public let data: KlimekData
  /// The values that were tried.
  public let grid: Grid
  /// The best point without any simulation: against the model's distribution itself.
  public let best: Estimate
  /// The distance where nothing is added, without any simulation: what the three fractions improve upon.
  public let untouchedDistance: Double
  /// The best point of every repeat.
  public let repeats: [Estimate]

  /// Fits the model `repeats` times; the grid must not be empty.
  ///
  /// The result depends on the data, the grid, `repeats` and `seed` alone: every repeat has a stream of its own.
  public init(_ data: KlimekData, grid: Grid = .usual, repeats: Int, seed: UInt64) async throws {
    precondition(
      !grid.incremental.isEmpty && !grid.extreme.isEmpty && !grid.alpha.isEmpty && repeats >= 0, "nothing to try")
    let search = KlimekSearch(data, grid)
    var seeds = SplitMix64(seed: seed)
    let streams = (0..<repeats).map { ($0, seeds.next()) }
    let found = try await withThrowingTaskGroup(of: (Int, Estimate).self) { group in
      for (index, seed) in streams {
        group.addTask {
          var generator = SplitMix64(seed: seed)
          return (index, try search.best { $0.drawMultinomial(data.stations, using: &generator) })
        }
      }
      return try await group.reduce(into: [Int: Estimate]()) { $0[$1.0] = $1.1 }
    }
    self.data = data
    self.grid = grid
    self.repeats = (0..<repeats).compactMap { found[$0] }
    best = try search.best { $0.map { $0 * Double(data.stations) } }
    untouchedDistance = search.distance(search.components[0].untouched.map { $0 * Double(data.stations) })
  }

  /// Whether some repeat ended at the last value of the grid: then the fit might lie beyond it.
  public var reachesEdge: Bool {
    repeats.contains {
      $0.incremental == grid.incremental.last || $0.extreme == grid.extreme.last || $0.alpha == grid.alpha.last
        || $0.alpha == grid.alpha.first
    }
  }
}

/// Compares the histograms of all points of a grid with the observed one.
private struct KlimekSearch: Sendable {
  let grid: KlimekFit.Grid
  let stations: Double
  let observed: [Double]
  /// For each α.
  let components: [KlimekModel.Components]

  init(_ data: KlimekData, _ grid: KlimekFit.Grid) {
    self.grid = grid
    stations = Double(data.stations)
    observed = data.histogram.map(Double.init)
    components = grid.alpha.map { data.model.components(alpha: $0, bins: data.histogram.count) }
  }

  /// The point whose histogram is nearest, the first of equals; `histogram` makes one of the model's distribution.
  func best(histogram: ([Double]) -> [Double]) throws -> KlimekFit.Estimate {
    var best = KlimekFit.Estimate(incremental: 0, extreme: 0, alpha: 0, added: 0, distance: .infinity)
    for (alpha, parts) in zip(grid.alpha, components) {
      try Task.checkCancellation()
      for incremental in grid.incremental {
        for extreme in grid.extreme where incremental + extreme <= 1 {
          let untouched = 1 - incremental - extreme
          let distribution = observed.indices.map {
            untouched * parts.untouched[$0] + incremental * parts.incremental[$0] + extreme * parts.extreme[$0]
          }
          let distance = distance(histogram(distribution))
          guard distance < best.distance else { continue }
          let added = incremental * parts.incrementalAdded + extreme * parts.extremeAdded
          best = .init(incremental: incremental, extreme: extreme, alpha: alpha, added: added, distance: distance)
        }
      }
    }
    return best
  }

  func distance(_ histogram: [Double]) -> Double {
    var squares = 0.0
    for (count, observed) in zip(histogram, observed) {
      squares += (count - observed) * (count - observed)
    }
    return squares / (stations * stations)
  }
}

extension [Double] {
  /// How often each cell of this distribution comes up in `draws` draws.
  fileprivate func drawMultinomial(_ draws: Int, using generator: inout SplitMix64) -> [Double] {
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
