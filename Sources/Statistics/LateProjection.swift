/// What the late sheets would have shown, had each had the early margin of its neighbours: of its area on the finest
/// level that has early votes, else of the next coarser one, else of the whole.
///
/// The interval takes the late members of an area as drawn like its early ones: each member's margin lies around the
/// area's with a variance found by leaving early members out in turn (``NeighbourSpread``), level by level; the error
/// of the area's own early margin is added, errors of different areas are taken as independent. It covers no reason
/// for which late sheets would differ from all their neighbours: for that there is only the hard bound, that all late
/// votes went one way.
public struct LateProjection: Sendable, Hashable {
  /// The late sheets that took their margin from areas of one level.
  public struct Step: Sendable, Hashable {
    /// How many they are, and their valid votes.
    public let sheets: Int, valid: Double
    /// Their margin in votes: as projected, and as it was.
    public let projected, actual: Double
    /// The variance of the projection's error, in squared votes; nil where nothing tells it.
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
  public var standardError: Double? {
    var sum = 0.0
    for step in steps {
      guard let variance = step.variance else { return nil }
      sum += variance
    }
    return sum.squareRoot()
  }

  /// The projection over `ladder`; nil where there are no early valid votes.
  ///
  /// A level on which no area has two early members takes the variance of the next coarser one.
  /// - Parameter sheetSpread: of each early sheet within its area of the finest level.
  public init?(_ ladder: AreaLadder, sheetSpread: NeighbourSpread) {
    guard ladder.whole.early.valid > 0 else { return nil }
    // Donors of each level, the whole first, with their members on the next level; sheets are the last members.
    let donors = [[ladder.whole]] + ladder.levels
    var coarserVariance: Double?
    steps = donors.indices.map { level in
      let receipts: [Receipt]
      let spread: NeighbourSpread
      if level == donors.count - 1 {
        receipts = donors[level].map { Receipt(fromSheetsOf: $0) }
        spread = sheetSpread
      } else {
        let members = donors[level + 1]
        let parents = level == 0 ? Array(repeating: 0, count: members.count) : ladder.parents[level - 1]
        (receipts, spread) = Self.receipts(donors[level], members, parents)
      }
      coarserVariance = spread.variance ?? coarserVariance
      return Step(from: donors[level], receipts, memberVariance: coarserVariance)
    }
    lateValid = ladder.whole.late.valid
  }

  /// What one area gives its margin to: late members that have no early votes of their own.
  fileprivate struct Receipt {
    var sheets = 0
    /// The valid votes of those members and their margin, and the sum of the squares of the votes over members.
    var valid = 0.0, margin = 0.0, lateSquares = 0.0
    /// The sum of the squares of the early members' valid votes.
    var earlySquares = 0.0

    init() {}

    /// On the finest level members are sheets, and all late ones receive.
    init(fromSheetsOf area: TwoPeriods) {
      guard area.early.valid > 0 else { return }
      (sheets, valid, margin) = (area.late.sheets, area.late.valid, area.late.margin)
      (lateSquares, earlySquares) = (area.late.squares, area.early.squares)
    }
  }

  private static func receipts(
    _ donors: [TwoPeriods], _ members: [TwoPeriods], _ parents: [Int]
  ) -> ([Receipt], NeighbourSpread) {
    var receipts = Array(repeating: Receipt(), count: donors.count)
    for (member, parent) in zip(members, parents) {
      if member.early.valid > 0 {
        receipts[parent].earlySquares += member.early.valid * member.early.valid
      } else if donors[parent].early.valid > 0 {
        receipts[parent].sheets += member.late.sheets
        receipts[parent].valid += member.late.valid
        receipts[parent].margin += member.late.margin
        receipts[parent].lateSquares += member.late.valid * member.late.valid
      }
    }
    var spread = NeighbourSpread()
    for (member, parent) in zip(members, parents) {
      spread.add(
        valid: member.early.valid, margin: member.early.margin, group: donors[parent].early,
        squares: receipts[parent].earlySquares)
    }
    return (receipts, spread)
  }
}

extension LateProjection.Step {
  fileprivate init(from donors: [TwoPeriods], _ receipts: [LateProjection.Receipt], memberVariance: Double?) {
    var (sheets, valid, projected, actual, squaredErrors) = (0, 0.0, 0.0, 0.0, 0.0)
    for (donor, receipt) in zip(donors, receipts) where receipt.sheets > 0 {
      guard let rate = donor.early.rate else { continue }
      sheets += receipt.sheets
      valid += receipt.valid
      projected += rate * receipt.valid
      actual += receipt.margin
      let own = receipt.earlySquares / (donor.early.valid * donor.early.valid)
      squaredErrors += receipt.lateSquares + receipt.valid * receipt.valid * own
    }
    (self.sheets, self.valid, self.projected, self.actual) = (sheets, valid, projected, actual)
    variance = squaredErrors > 0 ? memberVariance.map { $0 * squaredErrors } : 0
  }
}
