import Datasets
import Schema
import Testing

/// The rules of contests as files write them.
struct ContestRuleTests {
  @Test(arguments: [
    Contest.Rule.plurality, .majority(of: .validVotes), .majority(of: .allVotes), .twoRound, .seats(1), .seats(1000),
  ]) func writtenAndRead(rule: Contest.Rule) {
    #expect(Contest.Rule(document: rule.document) == rule)
    #expect(Contest.Rule.schema.problems(of: rule.document).isEmpty)
    let contest = Contest("council", rule: rule, options: [])
    #expect(Contest(document: contest.document) == contest)
  }

  @Test(
    arguments: [
      "most", "", 3, .null, [:], .list([]), ["seats": 0], ["seats": -1], ["seats": "3"], ["majority": "votes"],
      ["seats": 2, "majority": "all_votes"], ["two_round": true],
    ] as [Value]) func whatIsNoRule(document: Value)
  {
    #expect(Contest.Rule(document: document) == nil)
    #expect(!Contest.Rule.schema.problems(of: document).isEmpty)
  }

  @Test func itIsSaidHowTheyDecide() {
    #expect(Contest.Rule(document: ["majority": "valid_votes"]) == .majority(of: .validVotes))
    #expect(Contest.Rule.words.map(\.word) == ["plurality", "majority", "two_round"])
  }
}
