internal import BigInt

/// The votes of margin that one box can hide, where all boxes are taken to be of the same size.
///
/// Equal boxes are optimistic: real ones differ, and fewer large ones suffice. Where the sizes are known, take each
/// box's own bound and `boxesToOverturn(lead:bounds:)`.
public struct EqualBoxes: Sendable, Hashable {
  /// The valid votes of all boxes.
  public let votes: Int
  /// The number of boxes.
  public let boxes: Int

  /// `boxes` boxes that hold `votes` valid votes together.
  public init(votes: Int, boxes: Int) throws(StatisticsError) {
    guard votes >= 0 else { throw .votes(votes) }
    guard boxes >= 1 else { throw .boxes(boxes) }
    (self.votes, self.boxes) = (votes, boxes)
  }

  /// Votes in one box.
  private var size: Rational { Rational(exactly: votes, over: boxes) }

  /// The most that any error in one box can add to the margin: 2 T/N.
  ///
  /// The box was reported wholly for one side and holds votes of the other only, so that the margin moves from -T/N to
  /// T/N. The boxes that hide most need not have been reported with the average lead of a box, lead / N: such a box could
  /// hide no more than (T + lead) / N, and a draw against that error would be too small.
  public var largestError: Rational { error(shifting: 1) }

  /// What moving the proportion `shift` of a box's votes from one side to the other adds to the margin: 2 s T/N.
  ///
  /// Each vote counts twice: one side has it too many, and the other too few.
  public func error(shifting shift: Rational) -> Rational { 2 * shift * size }
}

/// How many boxes that each hide `hidden` votes of margin it takes to overturn `lead`: ceil(lead / hidden).
///
/// Nothing is rounded before the end. A lead of zero needs none.
public func boxesToOverturn(lead: Int, hidden: Rational) throws(StatisticsError) -> Int {
  guard lead >= 0 else { throw .votes(lead) }
  guard hidden > 0, let quotient = Rational(lead).divided(by: hidden), let boxes = Int(exactly: quotient.roundedUp)
  else { throw .hidden(hidden) }
  return boxes
}

/// The smallest number of boxes whose own bounds, in votes of margin, add up to at least `lead`.
///
/// The largest bounds come first, so no other choice of fewer boxes could do it. A lead of zero needs none. A box of `v`
/// votes hides no more than `2 v`, and where it was reported with the margin `m`, no more than `v + m`.
public func boxesToOverturn(lead: Int, bounds: [Rational]) throws(StatisticsError) -> Int {
  guard lead >= 0 else { throw .votes(lead) }
  if let negative = bounds.first(where: { $0 < 0 }) { throw .hidden(negative) }
  let lead = Rational(lead)
  var sum: Rational = 0
  for (index, bound) in bounds.sorted(by: >).enumerated() {
    if sum >= lead { return index }
    sum = sum + bound
  }
  guard sum >= lead else { throw .outOfReach(lead: lead, all: sum) }
  return bounds.count
}

extension Rational {
  /// For a denominator that is known not to be zero.
  fileprivate init(exactly numerator: Int, over denominator: Int) {
    self = Rational(BigInt(numerator), over: BigInt(denominator)) ?? 0
  }
}
