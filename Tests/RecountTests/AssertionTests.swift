import ModuleKit
import Testing

@testable import Recount

/// Assertions are the outcome: by all ways in which a few people can vote.
struct AssertionTests {
  /// Who is elected, or goes on; nil where there is a tie.
  private enum Result: Equatable {
    case elected(Set<Int>), goOn(Set<Int>), nobody
  }

  /// The outcome by counting, as the rule is written.
  private func result(_ rule: Contest.Rule, _ tally: Tally) -> Result? {
    /// The options ahead of all others; nil where two at the border have as many votes.
    func ahead(_ count: Int) -> Set<Int>? {
      let sorted = tally.votes.sorted(by: >)
      if count < sorted.count, sorted[count - 1] == sorted[count] { return nil }
      return Set(tally.votes.indices.filter { tally.votes[$0] >= sorted[min(count, sorted.count) - 1] })
    }
    func majority(_ whole: Int) -> Int? { tally.votes.indices.first { 2 * tally.votes[$0] > whole } }
    switch rule {
    case .plurality: return ahead(1).map(Result.elected)
    case .seats(let count): return ahead(count).map(Result.elected)
    case .majority(let whole): return majority(tally[whole]).map { .elected([$0]) } ?? .nobody
    case .twoRound: return majority(tally.valid).map { .elected([$0]) } ?? ahead(2).map(Result.goOn)
    }
  }

  /// All tallies of `people` over three options, another valid vote, and none.
  private func tallies(_ people: Int) -> [Tally] {
    var out: [Tally] = []
    for a in 0...people {
      for b in 0...people - a {
        for c in 0...people - a - b {
          for other in 0...people - a - b - c {
            out.append(Tally(votes: [a, b, c], valid: a + b + c + other, cast: people))
          }
        }
      }
    }
    return out
  }

  @Test(arguments: [
    Contest.Rule.plurality, .majority(of: .validVotes), .majority(of: .allVotes), .twoRound, .seats(1), .seats(2),
  ]) func assertionsAreTheOutcome(rule: Contest.Rule) {
    let contest = Contest("council", rule: rule, options: ["a", "b", "c"].map { .init($0, name: Text($0)) })
    let tallies = tallies(7)
    var decided = 0
    for reported in tallies {
      let assertions = Assertion.all(of: contest, reported)
      #expect(assertions.allSatisfy { $0.margin >= 0 })
      guard assertions.allSatisfy({ $0.margin > 0 }), let outcome = result(rule, reported) else { continue }
      decided += 1
      for actual in tallies {
        let sides = assertions.map { $0.statement.sides(of: actual) }
        // Wherever all assertions are true, the outcome is the reported one; where it is, none is false.
        if sides.allSatisfy({ $0.winner > $0.loser }) {
          #expect(result(rule, actual) == outcome, "\(reported) \(actual)")
        } else if result(rule, actual) == outcome {
          #expect(sides.allSatisfy { $0.winner >= $0.loser }, "\(reported) \(actual)")
        }
      }
    }
    #expect(decided > 20)
  }

  /// What one ballot is worth to an assertion is what it adds to its margin.
  @Test(arguments: [
    Contest.Rule.plurality, .majority(of: .validVotes), .majority(of: .allVotes), .twoRound, .seats(2),
  ]) func ballotsAddUp(rule: Contest.Rule) {
    let contest = Contest("council", rule: rule, options: ["a", "b", "c"].map { .init($0, name: Text($0)) })
    let marks: [(BallotMark, votes: [Int], isValid: Bool)] = [
      (.option(0), [1, 0, 0], true), (.option(1), [0, 1, 0], true), (.option(2), [0, 0, 1], true),
      (.otherVote, [0, 0, 0], true), (.noVote, [0, 0, 0], false),
    ]
    for votes in [[5, 3, 1], [4, 3, 2]] {
      let tally = Tally(votes: votes, valid: 9, cast: 11)
      for assertion in Assertion.all(of: contest, tally) {
        let before = assertion.statement.sides(of: tally)
        for (mark, more, isValid) in marks {
          let after = assertion.statement.sides(
            of: Tally(votes: zip(votes, more).map(+), valid: 9 + (isValid ? 1 : 0), cast: 12))
          #expect(
            assertion.statement.worth(mark) == (after.winner - after.loser) - (before.winner - before.loser),
            "\(assertion.id) \(mark)")
        }
      }
    }
  }
}
