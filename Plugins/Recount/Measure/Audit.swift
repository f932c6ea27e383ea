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
    /// How many ballots are worth how much to the assertion, those that are worth nothing aside. One that cannot be found is worth the
    /// least.
    var worths: [Int: Int] = [:]
    /// Ballots whose record overstates or understates the assertion.
    var errors = SuperSimple.Errors()

    /// Votes for the assertion and against it, each as much as it is worth.
    var votesFor: Int { worths.reduce(0) { $0 + max(0, $1.key * $1.value) } }
    var votesAgainst: Int { worths.reduce(0) { $0 - min(0, $1.key * $1.value) } }
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
        let found = Tally(votes: round.votes, valid: round.valid, cast: round.ballots - round.notFound)
        return Round(
          name: round.name, ballots: round.ballots,
          worths: statement.worths(of: found).merging([statement.least: round.notFound], uniquingKeysWith: +))
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
    let worth = statement.worth(paper)
    if worth != 0 { worths[worth, default: 0] += 1 }
    if let record { errors[statement.overstatement(record: record, paper: paper)] += 1 }
  }
}

extension Assertion.Statement {
  /// By how much a record overstates it, below 0 where it understates it.
  ///
  /// A record that is not held counts as one without a vote, and paper that cannot be found as worth the least: where there is a
  /// record, as overstated by as much as can be, whatever it says. (Bañuelos & Stark 2012, arXiv:1207.3413: phantoms to zombies.)
  func overstatement(record: BallotMark, paper: BallotMark) -> Int {
    switch (record, paper) {
    case (.absent, .absent): -least
    case (_, .absent): span
    case (.absent, _): -worth(paper)
    case (.option, _), (.otherVote, _), (.noVote, _): worth(record) - worth(paper)
    }
  }
}
