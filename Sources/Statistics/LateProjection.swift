/// What the late sheets would have shown, had each had the early margin of its neighbours: of its area on the finest
/// level that has early votes, else of the next coarser one, else of the whole.
///
/// The interval takes the late members of an area as drawn like its early ones: each member's margin lies around the
/// area's with a variance found by leaving early members out in turn (``NeighbourSpread``), level by level; the error
/// of the area's own early margin is added, errors of different areas are taken as independent. It covers no reason
/// for which late sheets would differ from all their neighbours: for that there is only the hard bound, that all late
/// votes went one way.
public struct LateProjection: Sendable, Hashable {
  /// The projected margin of the late sheets, in votes.
  public let margin: Double
  /// The variance of the error, in squared votes; nil where there is nothing to estimate it from.
  public let variance: Double?
  /// How many late sheets took their margin from the whole, and from areas of each level, the coarsest first.
  public let sheets: [Int]
  /// The valid votes of the late sheets: their margin lies between all of them one way and all of them the other.
  public let lateValid: Double

  /// The standard error, in votes.
  public var standardError: Double? { variance?.squareRoot() }

  /// The projection over `ladder`; nil where there are no early valid votes.
  ///
  /// - Parameter sheetSpread: of each early sheet within its area of the finest level.
  public init?(_ ladder: AreaLadder, sheetSpread: NeighbourSpread) {
    guard ladder.whole.early.valid > 0 else { return nil }
    // Donors of each level, the whole first, with their members on the next level; sheets are the last members.
    let donors = [[ladder.whole]] + ladder.levels
    var sheets = Array(repeating: 0, count: donors.count)
    var margin = 0.0
    var variance: Double? = 0
    var coarserSpread: Double?
    for level in donors.indices {
      var receipts: [Receipt]
      let spread: NeighbourSpread
      if level == donors.count - 1 {
        receipts = donors[level].map { Receipt(fromSheetsOf: $0) }
        spread = sheetSpread
      } else {
        let members = donors[level + 1]
        let parents = level == 0 ? Array(repeating: 0, count: members.count) : ladder.parents[level - 1]
        (receipts, spread) = Self.receipts(donors[level], members, parents)
      }
      coarserSpread = spread.variance ?? coarserSpread
      var squaredErrors = 0.0
      for (donor, receipt) in zip(donors[level], receipts) where receipt.sheets > 0 {
        guard let rate = donor.early.rate else { continue }
        sheets[level] += receipt.sheets
        margin += rate * receipt.valid
        let own = receipt.earlySquares / (donor.early.valid * donor.early.valid)
        squaredErrors += receipt.lateSquares + receipt.valid * receipt.valid * own
      }
      if squaredErrors > 0 {
        variance = variance.flatMap { sum in coarserSpread.map { sum + $0 * squaredErrors } }
      }
    }
    (self.margin, self.variance, self.sheets) = (margin, variance, sheets)
    lateValid = ladder.whole.late.valid
  }

  /// What one area gives its margin to: late members that have no early votes of their own.
  private struct Receipt {
    var sheets = 0
    /// The valid votes of those members, and the sum of their squares over members.
    var valid = 0.0, lateSquares = 0.0
    /// The sum of the squares of the early members' valid votes.
    var earlySquares = 0.0

    init() {}

    /// On the finest level members are sheets, and all late ones receive.
    init(fromSheetsOf area: TwoPeriods) {
      guard area.early.valid > 0 else { return }
      (sheets, valid) = (area.late.sheets, area.late.valid)
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
