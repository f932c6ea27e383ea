import ModuleKit

/// What a count shows of the outcome by the contest's rule, and what the votes that are out would have to be for it not to stay so:
/// Docs/methods/counts.md, “Remaining vote”.
///
/// It is told of the assertion that the fewest votes would turn, each over all by which a vote can differ.
struct TurningVotes {
  /// Votes that are out, between the fewest and the most.
  struct Outstanding {
    let votes: Quantity
    let middle, fewest, most: Double
  }

  /// What the outstanding votes would have to be.
  struct Needed {
    /// The share, or the lead, among them with which the assertion ends in a tie.
    let value: Quantity
    /// What that is a figure of, and the way from what was counted to it.
    let figure, way: Text
    let reach: Reach
  }

  /// The most votes that are taken apart: more than there are people, and few enough that nothing runs over.
  private static let most = 1_000_000_000_000_000

  /// The assertions of the outcome, and the one of them that is told.
  let assertions: [Assertion]
  let assertion: Assertion
  private let contest: Contest

  /// nil by plurality, where the lead says it all; where there is a tie; and where no number of votes can be taken apart.
  init?(_ contest: Contest, _ tally: Tally) {
    guard contest.rule != .plurality, tally.cast <= Self.most else { return nil }
    assertions = Assertion.all(of: contest, tally)
    guard let nearest = assertions.min(by: { Self.distance($0) < Self.distance($1) }), nearest.margin > 0 else {
      return nil
    }
    (assertion, self.contest) = (nearest, contest)
  }

  /// nil also where the bulletin does not state the votes of every option.
  init?(_ contest: Contest, _ bulletin: Bulletin) {
    guard let tally = Tally(bulletin, of: contest) else { return nil }
    self.init(contest, tally)
  }

  private static func distance(_ assertion: Assertion) -> Double {
    Double(assertion.margin) / Double(assertion.statement.span)
  }

  /// What `outstanding` votes would have to be.
  func needed(_ outstanding: Outstanding) -> Needed {
    let (middle, fewest, most) = (
      turning(outstanding.middle), turning(outstanding.fewest), turning(outstanding.most)
    )
    // A lead below 0 is told as one of the other option.
    let (unit, figure, isTurned) = figure(middle < 0)
    let values = [middle, fewest, most].map { isTurned ? -$0 : $0 }
    let isRange = outstanding.fewest != outstanding.most
    return Needed(
      value: isRange
        ? Quantity(
          values[0], unit, low: min(values[1], values[2]), high: max(values[1], values[2]),
          interval: outstanding.votes.interval)
        : Quantity(values[0], unit),
      figure: figure,
      way: assertion.statement.isMore != isTurned
        ? Text(en: "come down to", es: "bajado hasta") : Text(en: "come up to", es: "subido hasta"),
      reach: Reach(
        [outstanding.middle, outstanding.fewest, outstanding.most].map {
          Double(assertion.margin) <= $0 * Double(-assertion.statement.least)
        }))
  }

  /// The share or lead among `outstanding` votes, in percent or points, with which the assertion ends in a tie.
  private func turning(_ outstanding: Double) -> Double {
    let statement = assertion.statement
    let mean = Double(assertion.margin * statement.divisor) / outstanding
    return Double(threshold) + (statement.isMore ? -mean : mean)
  }

  private var threshold: Int {
    switch assertion.statement.quantity {
    case .lead(_, _, let threshold), .share(_, let threshold, _): threshold
    }
  }

  /// What is compared, in words; a lead `isBelow` 0 is one of the other option.
  private func figure(_ isBelow: Bool) -> (unit: Unit, words: Text, isTurned: Bool) {
    func name(_ option: Int) -> Text { contest.options[option].name }
    switch assertion.statement.quantity {
    case .share(let one, _, _):
      return (.percent, Text(en: "the share of \(name(one).en)", es: "el porcentaje de \(name(one).es)"), false)
    case .lead(let one, let other, _):
      let (ahead, behind) = isBelow ? (name(other), name(one)) : (name(one), name(other))
      return (
        .points,
        Text(en: "the lead of \(ahead.en) over \(behind.en)", es: "la ventaja de \(ahead.es) sobre \(behind.es)"),
        isBelow
      )
    }
  }
}

extension Contest {
  /// Whether its rule goes by all votes cast, and not by the valid ones.
  var countsAllVotes: Bool { rule == .majority(of: .allVotes) }
}

extension Tally {
  /// The votes of a bulletin that states those of every option, and all that were cast where the rule goes by them.
  init?(_ bulletin: Bulletin, of contest: Contest) {
    let votes = bulletin.votes.compactMap(\.self)
    guard votes.count == bulletin.votes.count, let valid = bulletin.validCounted, valid.isExact,
      let cast = contest.countsAllVotes ? bulletin.votesCast : valid.value
    else { return nil }
    self.init(votes, valid: valid.value, cast: cast)
  }

  /// nil where there are more votes for the options than valid ones, or no valid vote.
  init?(_ votes: [Int], valid: Int, cast: Int) {
    var left = valid
    for vote in votes {
      guard vote <= left else { return nil }
      left -= vote
    }
    guard valid > 0 else { return nil }
    self.init(votes: votes, valid: valid, cast: cast)
  }
}

extension Bulletin {
  /// The votes that decide by the rule of `contest`: valid ones, or all that were cast.
  func counted(in contest: Contest) -> ValidVotes? {
    contest.countsAllVotes ? votesCast.map(ValidVotes.init(exactly:)) : validCounted
  }

  /// Valid, blank and null votes; nil where one of them is not stated.
  fileprivate var votesCast: Int? {
    guard let valid = validCounted, valid.isExact, let blankVotes, let nullVotes else { return nil }
    let (some, isOver) = valid.value.addingReportingOverflow(blankVotes)
    let (all, isFarOver) = some.addingReportingOverflow(nullVotes)
    return isOver || isFarOver ? nil : all
  }
}
