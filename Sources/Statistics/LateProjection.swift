/// What the late sheets would have shown, had each had the early margin of its neighbours: of its area on the finest
/// level that has early votes, else of the next coarser one, else of the whole.
///
/// There are several standard errors, and the interval is the widest of theirs. One takes late sheets and areas as drawn
/// like the early ones around what they lie in, with variances found by leaving early ones out in turn: of sheets by
/// their size, of areas level by level. The others look at the late sheets: what those of each finest area differ by from
/// what was projected is regressed on a constant, with late votes as weights, and clustered by the areas of each level.
/// None covers a reason for which late sheets would differ from all their neighbours: for that there is only the hard
/// bound, that all late votes went one way.
public struct LateProjection: Sendable, Hashable {
  /// The late sheets that took their margin from areas of one level.
  public struct Step: Sendable, Hashable {
    /// How many they are, and their valid votes.
    public let sheets: Int, valid: Double
    /// Their margin in votes: as projected, and as it was.
    public let projected, actual: Double
    /// The variance of the projection's error for them alone, in squared votes; nil where nothing tells it. Errors of
    /// different steps go together, since they rest on the same early sheets.
    public let variance: Double?
  }

  /// The late sheets that took the margin of the whole, then those that took it from areas of each level, the
  /// coarsest first.
  public let steps: [Step]
  /// The valid votes of the late sheets: their margin lies between all of them one way and all of them the other.
  public let lateValid: Double

  /// The projected margin of the late sheets, in votes.
  public var margin: Double { steps.reduce(0) { $0 + $1.projected } }

  /// The standard error of ``margin`` from variance components, in votes, with the degrees of freedom of Satterthwaite
  /// 1946; nil where nothing tells it.
  public let components: StandardError?
  /// The error of ``margin`` in votes where all that lies in an area goes together, for the areas of each level, the
  /// coarsest first; nil where late sheets lie in fewer than two.
  public let clustered: [ClusteredError?]
  /// What late sheets would differ from early neighbours by, in votes for all together, were lateness wholly correlated
  /// with the margin; nil where nothing tells it.
  ///
  /// A sheet comes late where a normal variable with correlation ρ to its margin passes the z that the late share q of
  /// the votes leaves above it. Then late sheets differ from early ones by ρ s φ(z) / (q (1 − q)), the difference of two
  /// means of truncated normal variables (Heckman 1979, Econometrica 47:153), with s the standard deviation of a late
  /// sheet's margin around what its neighbours predict.
  public let selection: Double?

  /// The standard error of which the 95 % interval is the widest of all; nil where none gives one.
  public var widest: StandardError? {
    ([components] + clustered.map { $0?.error }).compactMap(\.self).filter { $0.reach != nil }
      .max { ($0.reach ?? 0) < ($1.reach ?? 0) }
  }

  /// Half the width of the 95 % interval, in votes: the widest of all; nil where none can be had.
  public var reach: Double? { widest?.reach }

  /// The correlation of lateness with the margin at which late votes with a margin of `actual` would pass from inside
  /// the interval to outside or back, from -1 to 1; nil where none does, or there is no interval.
  public func turningCorrelation(actual: Double) -> Double? {
    guard let reach, let selection, selection > 0 else { return nil }
    let gap = actual - margin
    let correlation = (gap - (gap < 0 ? -reach : reach)) / selection
    return abs(correlation) <= 1 ? correlation : nil
  }

  /// The projection over `ladder`; nil where there are no early valid votes.
  ///
  /// A level on which no area has two early members takes the variance of the next coarser one.
  /// - Parameter sheetSpread: of each early sheet within its area of the finest level.
  public init?(_ ladder: AreaLadder, sheetSpread: NeighbourSpread) {
    guard ladder.whole.early.valid > 0 else { return nil }
    let levels = 0...ladder.levels.count
    let receipts = levels.map { Self.receipts(ladder, $0) }
    let taken = levels.map { level in
      zip(receipts[level], ladder.givers(level)).map { $1.early.valid > 0 ? $0.valid / $1.early.valid : 0 }
    }
    let variance = LateVariance(
      ladder, sheetSpread: sheetSpread, gives: taken.map { $0.contains { $0 > 0 } })
    steps = levels.map { level in
      Step(
        from: ladder.givers(level), receipts[level], variance: variance?.ofStep(level, taken: taken[level]))
    }
    let error = variance?.ofAll(taken: taken)
    components = error.map { StandardError(size: $0.variance.squareRoot(), degrees: $0.degrees) }
    clustered = Self.clustered(ladder)
    let lateValid = ladder.whole.late.valid
    self.lateValid = lateValid
    selection = variance.map { variance in
      let share = lateValid / (lateValid + ladder.whole.early.valid)
      guard share > 0 else { return 0 }
      let squares = zip(levels, receipts).reduce(0) { sum, it in
        sum + it.1.reduce(0) { $0 + variance.aroundGiver(it.0, $1) }
      }
      let density = StandardNormal.density(StandardNormal.upperQuantile(share))
      return (squares * lateValid).squareRoot() * density / (share * (1 - share))
    }
  }

  /// What the late sheets of each finest area differ by from what was projected, per vote, as a regression on a constant
  /// with late votes as weights; its error in votes of all late sheets, clustered by the areas of each level.
  private static func clustered(_ ladder: AreaLadder) -> [ClusteredError?] {
    var rates = [ladder.whole.early.rate ?? 0]
    for (level, areas) in ladder.levels.enumerated() {
      rates = zip(areas, ladder.parents(level)).map { $0.early.rate ?? rates[$1] }
    }
    let gap = zip(ladder.finest, rates).reduce(0) { $0 + $1.0.late.margin - $1.1 * $1.0.late.valid }
    let all = ladder.whole.late.valid
    // The area of each level in which each area of the finest lies, from the finest level up.
    var ancestors = Array(ladder.finest.indices)
    return Array(
      ladder.levels.indices.reversed().map { level -> ClusteredError? in
        let rows = zip(zip(ladder.finest, rates), ancestors).map { it, area in
          ClusteredError.Row(
            side: 0, x: 0, weight: it.0.late.valid, residual: (it.0.late.rate ?? 0) - it.1 - gap / all,
            cluster: Int32(area))
        }
        let parents = ladder.parents(level)
        ancestors = ancestors.map { parents[$0] }
        return ClusteredError(rows, .mean, signs: [all], clusterCount: ladder.levels[level].count)
      }.reversed())
  }

  /// The late votes that take their margin from the whole, 0, or the areas of a level, from 1. On the finest level members are sheets.
  private static func receipts(_ ladder: AreaLadder, _ level: Int) -> [VoteTally] {
    let givers = ladder.givers(level)
    var receipts = Array(repeating: VoteTally(), count: givers.count)
    if level == ladder.levels.count {
      for (index, area) in givers.enumerated() where area.early.valid > 0 { receipts[index] += area.late }
      return receipts
    }
    let members = ladder.levels[level]
    for (member, parent) in ladder.parents(level).enumerated()
    where members[member].early.valid <= 0 && givers[parent].early.valid > 0 {
      receipts[parent] += members[member].late
    }
    return receipts
  }
}

extension LateProjection.Step {
  fileprivate init(from givers: [TwoPeriods], _ receipts: [VoteTally], variance: Double?) {
    var (sheets, valid, projected, actual) = (0, 0.0, 0.0, 0.0)
    for (giver, receipt) in zip(givers, receipts) where receipt.sheets > 0 {
      guard let rate = giver.early.rate else { continue }
      sheets += receipt.sheets
      valid += receipt.valid
      projected += rate * receipt.valid
      actual += receipt.margin
    }
    (self.sheets, self.valid, self.projected, self.actual, self.variance) = (sheets, valid, projected, actual, variance)
  }
}
