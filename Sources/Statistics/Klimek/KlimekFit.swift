/// The three fractions of the model of Klimek et al. 2012 that reproduce an election's histogram of shares best.
///
/// For every point of a stated grid an election of as many stations is simulated and its histogram of shares, by points
/// of percent, compared with the observed one; the least sum of squares is the fit. Since shares in the model do not
/// depend on the size of a station, such a histogram is a multinomial draw from the model's distribution, and is drawn
/// as one. Every repeat draws all elections anew, but for points so far off that no draw could make them the nearest:
/// some eight standard deviations.
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
    /// The distance between the two histograms, as shares of all stations.
    public let distance: Double
  }

  /// How far two histograms are apart. Which of the two the paper's supplement has is not certain.
  public enum Distance: Sendable, Hashable, CaseIterable {
    /// The sum over all bins of (model − observed)².
    case plain
    /// The sum over the bins with stations of ((model − observed) / observed)².
    case relative
  }

  /// What was fitted.
  public let data: KlimekData
  /// The values that were tried.
  public let grid: Grid
  /// The best point without any simulation: against the model's distribution itself.
  public let best: Estimate
  /// The distance where nothing is added, without any simulation: what the three fractions improve upon.
  public let untouchedDistance: Double
  /// The stations that the best model, and the one where nothing is added, expect in each point of percent.
  public let bestHistogram, untouchedHistogram: [Double]
  /// The best point of every repeat.
  public let repeats: [Estimate]

  /// Fits the model `repeats` times; the grid must not be empty.
  ///
  /// The result depends on the data, the grid, the distance, `repeats` and `seed` alone: every repeat has a stream of its own.
  public init(
    _ data: KlimekData, grid: Grid = .usual, distance: Distance = .plain, repeats: Int, seed: UInt64
  ) async throws {
    precondition(
      !grid.incremental.isEmpty && !grid.extreme.isEmpty && !grid.alpha.isEmpty && repeats >= 0, "nothing to try")
    let search = try KlimekSearch(data, grid, distance)
    var seeds = SplitMix64(seed: seed)
    let streams = (0..<repeats).map { ($0, seeds.next()) }
    let found = try await withThrowingTaskGroup(of: (Int, Estimate).self) { group in
      for (index, seed) in streams { group.addTask { (index, try search.repeated(seed: seed)) } }
      return try await group.reduce(into: [Int: Estimate]()) { $0[$1.0] = $1.1 }
    }
    (self.data, self.grid) = (data, grid)
    self.repeats = (0..<repeats).compactMap { found[$0] }
    (best, bestHistogram) = (search.withoutDraws, search.bestHistogram)
    (untouchedHistogram, untouchedDistance) = (search.untouchedHistogram, search.untouchedDistance)
  }

  /// Whether `estimate` lies at a last value of the grid, so that the fit might lie beyond it.
  ///
  /// No added ballots at all are no edge: there is nothing beyond.
  public func isAtEdge(_ estimate: Estimate) -> Bool {
    guard estimate.incremental > 0 || estimate.extreme > 0 else { return false }
    return estimate.incremental == grid.incremental.last || estimate.extreme == grid.extreme.last
      || estimate.alpha == grid.alpha.last || estimate.alpha == grid.alpha.first
  }

  /// The best distance as a share of the distance where nothing is added: 1 where added ballots explain nothing.
  public var remainingDistance: Double { untouchedDistance > 0 ? best.distance / untouchedDistance : 1 }

  /// Whether added ballots explain little: more than half of the distance remains, or the best point or that of some
  /// repeat adds fewer votes than one in a hundred voters.
  ///
  /// Chosen on simulated elections of one electorate; nothing in it keeps two blocs of voters apart from added ballots.
  public var explainsLittle: Bool {
    remainingDistance > 0.5 || (repeats + [best]).contains { $0.added < 0.01 }
  }
}
