import ModuleKit
import Statistics

/// How many boxes would have to be wrong to account for a lead, and how many to draw so as to meet one of them.
///
/// All boxes are taken to hold the same number of votes, which is optimistic.
struct Detection {
  /// The error that a wrong box is taken to hold.
  enum BoxError {
    /// The largest there can be: all the box's votes on the wrong side.
    case any
    /// This share of the box's votes on the wrong side.
    case shift(Rational)
  }

  /// What follows.
  enum Answer: Equatable {
    /// So many boxes would have to be wrong, and such a random draw meets one of them.
    case sample(needed: Int, drawn: Int)
    /// So many boxes would have to be wrong, more than there are.
    case outOfReach(needed: Int)
    /// There is no lead: an error in one box could decide.
    case noLead
  }

  let lead, valid: Int
  /// All boxes of the contest, which hold the valid votes.
  let boxes: Int
  /// The risk of meeting none.
  let risk: Rational

  /// - Throws: `ModuleError` where the declared result does not say how many valid votes there were.
  init(_ declared: DeclaredResult, boxes: Int, risk: Rational) throws(ModuleError) {
    guard let valid = declared.valid else { throw ModuleError(RecountMessage.noValidVotes(row: declared.key)) }
    (lead, self.valid, self.boxes, self.risk) = (declared.lead, valid, boxes, risk)
  }

  /// The answer for draws from `population` boxes, any of which may be wrong.
  func answer(_ error: BoxError, of population: Int) throws(StatisticsError) -> Answer {
    guard lead > 0 else { return .noLead }
    let equal = try EqualBoxes(votes: valid, boxes: boxes)
    let hidden =
      switch error {
      case .any: equal.largestError
      case .shift(let share): equal.error(shifting: share)
      }
    let needed = try boxesToOverturn(lead: lead, hidden: hidden)
    guard needed <= population else { return .outOfReach(needed: needed) }
    return .sample(needed: needed, drawn: try sampleSize(toDetect: needed, of: population, risk: risk))
  }
}
