/// The valid votes of some sheets and one option's margin over another in them.
///
/// Sums are floating-point numbers: exact up to 2⁵³ votes, and no input can overflow them.
public struct VoteTally: Sendable, Hashable {
  /// The number of sheets.
  public private(set) var sheets = 0
  /// Valid votes, and votes for the one option less those for the other.
  public private(set) var valid = 0.0, margin = 0.0
  /// The sum of the squares of the sheets' valid votes.
  public private(set) var squares = 0.0

  /// No sheets.
  public init() {}

  /// One sheet more.
  public mutating func add(valid: Double, margin: Double) {
    sheets += 1
    self.valid += valid
    self.margin += margin
    squares += valid * valid
  }

  /// The sheets of `b` too.
  public static func += (a: inout VoteTally, b: VoteTally) {
    a.sheets += b.sheets
    a.valid += b.valid
    a.margin += b.margin
    a.squares += b.squares
  }

  /// The margin as a share of the valid votes; nil where there are none.
  public var rate: Double? { valid > 0 ? margin / valid : nil }
}

/// What one unit, such as a municipality, holds of the votes counted early and of those counted late.
public struct TwoPeriods: Sendable, Hashable {
  /// The early and the late sheets.
  public var early = VoteTally(), late = VoteTally()

  /// No sheets.
  public init() {}

  /// The sheets of `b` too.
  public static func += (a: inout TwoPeriods, b: TwoPeriods) {
    a.early += b.early
    a.late += b.late
  }
}
