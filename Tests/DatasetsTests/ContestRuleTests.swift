import Datasets
import Schema
import Testing

/// The rules of contests as files write them.
struct ContestRuleTests {
  @Test(arguments: [
    Contest.Rule.plurality, .majority(of: .validVotes), .majority(of: .allVotes), .twoRound, .seats(1), .seats(1000),
    .threshold(share: 40, lead: 10, outright: 50), .threshold(share: 99, lead: 0, outright: 1),
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
      ["threshold": 40], ["threshold": ["share": 40]], ["threshold": ["share": 0, "lead": 10]],
      ["threshold": ["share": 40, "lead": 100]], ["threshold": ["share": 40, "lead": 10, "outright": 100]],
      ["threshold": ["share": 40, "lead": 10, "votes": 50]], ["threshold": ["share": "40", "lead": 10]],
    ] as [Value]) func whatIsNoRule(document: Value)
  {
    #expect(Contest.Rule(document: document) == nil)
    #expect(!Contest.Rule.schema.problems(of: document).isEmpty)
  }

  @Test func itIsSaidHowTheyDecide() {
    #expect(Contest.Rule(document: ["majority": "valid_votes"]) == .majority(of: .validVotes))
    func threshold(_ keys: [String: Value]) -> Contest.Rule? { Contest.Rule(document: ["threshold": .object(keys)]) }
    #expect(threshold(["share": 40, "lead": 10]) == .threshold(share: 40, lead: 10, outright: 50))
    #expect(threshold(["share": 55, "lead": 0]) == .threshold(share: 55, lead: 0, outright: 55))
    #expect(threshold(["share": 40, "lead": 10, "outright": 45]) == .threshold(share: 40, lead: 10, outright: 45))
    #expect(Contest.Rule.words.map(\.word) == ["plurality", "majority", "two_round"])
  }
}
