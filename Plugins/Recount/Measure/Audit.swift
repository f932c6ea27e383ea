import ModuleKit
import Statistics

/// What was entered of an audit: rounds that are added up, or ballots one by one.
enum Audit {
  case tallies(RoundTallies)
  case ballots(BallotChecks)

  /// What one round says of an assertion.
  struct Round: Equatable {
    /// The round's name, and the ballots drawn in it.
    var name: String
    var ballots = 0
    /// Votes for the assertion and against it. A ballot that cannot be found counts against it.
    var votesFor = 0, votesAgainst = 0
    /// Ballots whose record overstates or understates the assertion.
    var errors = SuperSimple.Errors()
  }

  var contest: Contest {
    switch self {
    case .tallies(let it): it.contest
    case .ballots(let it): it.contest
    }
  }

  var evidence: Evidence {
    switch self {
    case .tallies(let it): it.evidence
    case .ballots(let it): it.evidence
    }
  }

  /// The ballots drawn.
  var drawn: Int {
    switch self {
    case .tallies(let it): it.rounds.reduce(0) { $0 + $1.ballots }
    case .ballots(let it): it.ballots.count
    }
  }

  /// The rounds as they speak of `statement`, in the order of the draw.
  func rounds(of statement: Assertion.Statement) -> [Round] {
    switch self {
    case .tallies(let it):
      return it.rounds.map { round in
        let sides = statement.sides(
          of: Tally(votes: round.votes, valid: round.valid, cast: round.ballots - round.notFound))
        return Round(
          name: round.name, ballots: round.ballots, votesFor: sides.winner,
          votesAgainst: sides.loser + round.notFound)
      }
    case .ballots(let it):
      var out: [Round] = []
      for ballot in it.ballots {
        if out.last?.name != ballot.round { out.append(Round(name: ballot.round)) }
        out[out.count - 1].ballots += 1
        out[out.count - 1].add(paper: ballot.paper, record: ballot.record, to: statement)
      }
      return out
    }
  }
}

extension Audit.Round {
  /// Adds a ballot as it speaks of `statement`; one without a record is not compared.
  mutating func add(paper: BallotMark, record: BallotMark?, to statement: Assertion.Statement) {
    switch statement.worth(paper) {
    case 1: votesFor += 1
    case -1: votesAgainst += 1
    case _: break
    }
    guard let record else { return }
    switch statement.overstatement(record: record, paper: paper) {
    case 1: errors.oneOver += 1
    case 2: errors.twoOver += 1
    case -1: errors.oneUnder += 1
    case -2: errors.twoUnder += 1
    case _: break
    }
  }
}

extension Assertion.Statement {
  /// The votes by which a record overstates it, below 0 where it understates it.
  ///
  /// A record that is not held counts as one without a vote, and paper that cannot be found as a vote against: two votes
  /// where there is a record, whatever it says. (Bañuelos & Stark 2012, arXiv:1207.3413: phantoms to zombies.)
  func overstatement(record: BallotMark, paper: BallotMark) -> Int {
    switch (record, paper) {
    case (.absent, .absent): 1
    case (_, .absent): 2
    case (.absent, _): -worth(paper)
    case (.option, _), (.otherVote, _), (.noVote, _): worth(record) - worth(paper)
    }
  }
}
