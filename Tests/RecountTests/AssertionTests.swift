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
    case .majority(let whole):
      return majority(whole == .validVotes ? tally.valid : tally.cast).map { .elected([$0]) } ?? .nobody
    case .twoRound: return majority(tally.valid).map { .elected([$0]) } ?? ahead(2).map(Result.goOn)
    case .threshold(let share, let lead, let outright):
      guard let first = tally.votes.indices.max(by: { tally.votes[$0] < tally.votes[$1] }) else { return nil }
      let next = tally.votes.indices.filter { $0 != first }.map { tally.votes[$0] }.max() ?? 0
      let votes = 100 * tally.votes[first]
      let beyond = [
        votes - outright * tally.valid, votes - share * tally.valid, votes - 100 * next - lead * tally.valid,
      ]
      // Of two with as many votes none is elected; at a limit exactly the law decides.
      if tally.votes[first] > next, beyond[0] > 0 || beyond[1] > 0 && beyond[2] > 0 { return .elected([first]) }
      let isTied = tally.votes[first] == next && beyond[0] > 0
      let isAtLimit = isTied || beyond[0] == 0 || beyond[1] >= 0 && beyond[2] >= 0
      return isAtLimit ? nil : ahead(2).map(Result.goOn)
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

  private static let thresholds = [(40, 10, 50), (40, 30, 50), (40, 10, 45), (30, 20, 40), (55, 0, 55), (35, 0, 50)].map
  {
    Contest.Rule.threshold(share: $0.0, lead: $0.1, outright: $0.2)
  }

  @Test(
    arguments: [
      Contest.Rule.plurality, .majority(of: .validVotes), .majority(of: .allVotes), .twoRound, .seats(1), .seats(2),
    ] + thresholds) func assertionsAreTheOutcome(rule: Contest.Rule)
  {
    let contest = Contest("council", rule: rule, options: ["a", "b", "c"].map { .init($0, name: Text($0)) })
    let tallies = tallies(7)
    var decided = 0
    for reported in tallies {
      let assertions = Assertion.all(of: contest, reported)
      #expect(assertions.allSatisfy { $0.margin >= 0 })
      guard assertions.allSatisfy({ $0.margin > 0 }), let outcome = result(rule, reported) else { continue }
      decided += 1
      for actual in tallies {
        let margins = assertions.map { $0.statement.margin(of: actual) }
        // Wherever all assertions are true, the outcome is the reported one; where it is, none is false, unless the law has
        // another way to it.
        if margins.allSatisfy({ $0 > 0 }) {
          #expect(result(rule, actual) == outcome, "\(reported) \(actual)")
        } else if case .threshold = rule {
          continue
        } else if result(rule, actual) == outcome {
          #expect(margins.allSatisfy { $0 >= 0 }, "\(reported) \(actual)")
        }
      }
    }
    #expect(decided > 20)
  }

  /// Each way to the outcome is asserted where it is the one that was taken: every outcome that is no tie has assertions that are true.
  @Test(arguments: thresholds) func everyOutcomeIsAsserted(rule: Contest.Rule) {
    let contest = Contest("council", rule: rule, options: ["a", "b", "c"].map { .init($0, name: Text($0)) })
    var ways: [Set<Bool>: Int] = [:]
    for tally in tallies(9) where tally.valid > 0 {
      let assertions = Assertion.all(of: contest, tally)
      guard let outcome = result(rule, tally) else { continue }
      if tally.votes.sorted()[1] > tally.votes.min()! {
        #expect(assertions.allSatisfy { $0.margin > 0 }, "\(tally) \(outcome) \(assertions.map(\.id))")
      }
      ways[Set(assertions.map(\.statement.isWeighted)), default: 0] += 1
    }
    #expect(ways.count > 1, "\(ways)")
  }

  @Test func theWayThatIsTakenByMore() {
    let options = ["a", "b", "c"].map { Contest.Option($0, name: Text($0)) }
    func ids(_ votes: [Int], _ rule: Contest.Rule = .threshold(share: 40, lead: 10, outright: 50)) -> [String] {
      let tally = Tally(votes: votes, valid: votes.reduce(0, +), cast: votes.reduce(0, +))
      return Assertion.all(of: Contest("council", rule: rule, options: options), tally).map(\.id)
    }
    #expect(ids([60, 20, 20]) == ["a_above_40_percent", "a_over_b_above_10_points", "a_over_c_above_10_points"])
    #expect(ids([53, 46, 1]) == ["a_above_half"])
    #expect(ids([45, 30, 25]) == ["a_above_40_percent", "a_over_b_above_10_points", "a_over_c_above_10_points"])
    #expect(ids([35, 33, 32]) == ["a_below_40_percent", "b_below_40_percent", "a_over_c", "b_over_c"])
    #expect(
      ids([44, 43, 13]) == [
        "a_below_half", "a_over_b_below_10_points", "b_below_half", "b_over_a_below_10_points", "a_over_c", "b_over_c",
      ])
    #expect(
      ids([47, 46, 7], .threshold(share: 40, lead: 10, outright: 45)) == ["a_above_45_percent", "a_over_b", "a_over_c"])
  }

  /// What the sentences say, and by how many votes.
  @Test func thresholdsInWords() {
    let rule = Contest.Rule.threshold(share: 40, lead: 10, outright: 50)
    let contest = Contest("council", rule: rule, options: ["Oak", "Elm", "Ash"].map { .init($0, name: Text($0)) })
    let elected = Assertion.all(of: contest, Tally(votes: [4507, 3000, 2493], valid: 10_000, cast: 10_500))
    #expect(
      elected.map(\.words) == [
        Text(en: "Oak has more than 40% of the valid votes", es: "Oak tiene más del 40% de los votos válidos"),
        Text(
          en: "the lead of Oak over Elm is more than 10 points of the valid votes",
          es: "la ventaja de Oak sobre Elm es de más de 10 puntos de los votos válidos"),
        Text(
          en: "the lead of Oak over Ash is more than 10 points of the valid votes",
          es: "la ventaja de Oak sobre Ash es de más de 10 puntos de los votos válidos"),
      ])
    // 4,507 less four tenths of 10,000; a lead of 1,507 less a tenth.
    #expect(elected.map(\.votes) == [507, 507, 1014])
    #expect(elected.map(\.margin) == [5 * 507, 10 * 507, 10 * 1014])
    #expect(elected[0].worths == [3: 4507, -2: 5493] && elected[1].worths == [9: 4507, -11: 3000, -1: 2493])
  }

  /// What one ballot is worth to an assertion is what it adds to its margin.
  @Test(arguments: [
    Contest.Rule.plurality, .majority(of: .validVotes), .majority(of: .allVotes), .twoRound, .seats(2),
    .threshold(share: 40, lead: 10, outright: 50), .threshold(share: 30, lead: 35, outright: 60),
  ]) func ballotsAddUp(rule: Contest.Rule) {
    let contest = Contest("council", rule: rule, options: ["a", "b", "c"].map { .init($0, name: Text($0)) })
    let marks: [(BallotMark, votes: [Int], isValid: Bool)] = [
      (.option(0), [1, 0, 0], true), (.option(1), [0, 1, 0], true), (.option(2), [0, 0, 1], true),
      (.otherVote, [0, 0, 0], true), (.noVote, [0, 0, 0], false),
    ]
    for votes in [[5, 3, 1], [4, 3, 2]] {
      let tally = Tally(votes: votes, valid: 9, cast: 11)
      for assertion in Assertion.all(of: contest, tally) {
        let before = assertion.statement.margin(of: tally)
        for (mark, more, isValid) in marks {
          let after = assertion.statement.margin(
            of: Tally(votes: zip(votes, more).map(+), valid: 9 + (isValid ? 1 : 0), cast: 12))
          #expect(assertion.statement.worth(mark) == after - before, "\(assertion.id) \(mark)")
          #expect((assertion.statement.least...assertion.statement.most).contains(after - before))
        }
      }
    }
  }
}
