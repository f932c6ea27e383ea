/// What the late sheets would have shown, had each had the early margin of its neighbours: of its area on the finest
/// level that has early votes, else of the next coarser one, else of the whole.
///
/// The interval takes late sheets and areas as drawn like the early ones around what they lie in, with variances found
/// by leaving early ones out in turn: of sheets by their size, of areas level by level. It covers no reason for which
/// late sheets would differ from all their neighbours: for that there is only the hard bound, that all late votes went
/// one way.
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

  /// The standard error of ``margin``, in votes; nil where nothing tells it.
  public let standardError: Double?

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
    standardError = variance?.ofAll(taken: taken).squareRoot()
    lateValid = ladder.whole.late.valid
  }

  /// What takes its margin from one area: late members that have no early votes of their own.
  fileprivate struct Receipt {
    var sheets = 0
    /// Their valid votes and their margin.
    var valid = 0.0, margin = 0.0

    mutating func add(_ late: VoteTally) {
      sheets += late.sheets
      valid += late.valid
      margin += late.margin
    }
  }

  /// What takes its margin from the whole, 0, or the areas of a level, from 1. On the finest level members are sheets.
  private static func receipts(_ ladder: AreaLadder, _ level: Int) -> [Receipt] {
    let givers = ladder.givers(level)
    var receipts = Array(repeating: Receipt(), count: givers.count)
    if level == ladder.levels.count {
      for (index, area) in givers.enumerated() where area.early.valid > 0 { receipts[index].add(area.late) }
      return receipts
    }
    let members = ladder.levels[level]
    for (member, parent) in ladder.parents(level).enumerated()
    where members[member].early.valid <= 0 && givers[parent].early.valid > 0 {
      receipts[parent].add(members[member].late)
    }
    return receipts
  }
}

extension LateProjection.Step {
  fileprivate init(from givers: [TwoPeriods], _ receipts: [LateProjection.Receipt], variance: Double?) {
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
