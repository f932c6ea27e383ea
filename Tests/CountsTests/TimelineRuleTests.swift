import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// What was still needed where the rule of the contest is not plurality.
struct TimelineRuleTests {
  /// Codes that these tests make.
  static let codes: Set<String> = [
    "outcome_by_rule", "outcome_by_rule_out_of_reach", "outcome_by_rule_hindsight",
    "outcome_by_rule_out_of_reach_hindsight", "sheets_outcome_by_rule", "sheets_outcome_by_rule_out_of_reach",
    "outcome_decided",
  ]

  private static func contest(_ rule: Contest.Rule) -> Contest {
    Contest("council", rule: rule, options: Samples.threeWay.options)
  }

  private func outcome(_ rule: Contest.Rule, _ row: String, _ more: String...) async throws -> Outcome {
    try await OperationRun.timeline(Self.contest(rule)).outcome(
      Samples.bulletins(
        "id,stage,counted_sheets,total_sheets,votes_oak,votes_elm,votes_ash,published,blank_votes,null_votes",
        [row] + more))
  }

  @Test func aMajority() async throws {
    let outcome = try await outcome(
      .twoRound, "a,,30,40,500,300,100,2020-01-01,,", "z,declared,,,650,400,150,2020-01-02,,")
    #expect(
      outcome.codes.isDisjoint(with: ["needed_margin", "needed_margin_hindsight", "open_outcome", "out_of_reach"]))
    // 500 of 900 votes, and 300 are out: with 100 of them, a third, Oak would have half of 1,200.
    let then = try outcome.one("outcome_by_rule")
    #expect(
      then.statement.en
        == "As known then, by the figures of the court, the mission computes for the outcome by the contest's rule: Oak has more than half of the valid votes, more than all the rest together, by 100\u{A0}votes. For that not to hold in the end, the share of Oak among the votes still to be counted would have had to come down to between 29.17 and 34.85%, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones."
    )
    #expect(
      then.statement.es
        == "Con la información disponible entonces y las cifras del tribunal, la misión calcula para el resultado según la regla de la contienda: Oak tiene más de la mitad de los votos válidos, más que todos los demás juntos, por 100\u{A0}votos. Para que al final no fuera así, el porcentaje de Oak entre los votos por contar tendría que haber bajado hasta entre 29.17 y 34.85%, si las actas pendientes contenían entre 0.8 y 1.1 veces los votos de las contadas."
    )
    #expect(try abs((then.value("needed").value ?? 0) - 100.0 / 3) < 1e-9)
    let later = try outcome.one("outcome_by_rule_hindsight")
    #expect(try later.value("needed").value == then.value("needed").value)
    #expect(later.placement == .annex)
    let rows = try #require(outcome.tables["needed_by_rule"])
    #expect(rows.rowCount == 2)
  }

  /// More than 40 % and 10 points ahead: 45.5 % and 10.5 points, then 45 % and 9.5.
  @Test func aLeadInPoints() async throws {
    let rule = Contest.Rule.threshold(share: 40, lead: 10, outright: 50)
    let above = try await outcome(rule, "a,,75,100,4550,3500,1950,2020-01-01,,").one("outcome_by_rule")
    #expect(
      above.statement.en.contains(
        "the lead of Oak over Elm is more than 10 points of the valid votes, by 50\u{A0}votes. For that not to hold in the end, the lead of Oak over Elm among the votes still to be counted would have had to come down to between 8.12 and 8.64\u{A0}points"
      ))
    let below = try await outcome(rule, "a,,75,100,4500,3550,1950,2020-01-01,,").one("outcome_by_rule")
    #expect(
      below.statement.en.contains(
        "the lead of Oak over Elm is less than 10 points of the valid votes, by 50\u{A0}votes. For that not to hold in the end, the lead of Oak over Elm among the votes still to be counted would have had to come up to between 11.36 and 11.88\u{A0}points"
      ))
  }

  /// What those who do not go on need is a lead of their own; one that goes by all votes needs blank and null ones.
  @Test func otherRules() async throws {
    let seats = try await outcome(.seats(2), "a,,30,40,500,320,80,2020-01-01,,").one("outcome_by_rule")
    #expect(
      seats.statement.en.contains(
        "Elm has more votes than Ash, by 240\u{A0}votes. For that not to hold in the end, the lead of Ash over Elm among the votes still to be counted would have had to come up to between 72.73 and 100.00\u{A0}points"
      ))
    let all = try await outcome(.majority(of: .allVotes), "a,,30,40,500,300,100,2020-01-01,60,0")
    #expect(try all.one("outcome_by_rule").value("outstanding").value == 320)
    #expect(try all.one("outcome_by_rule").value("margin").value == 40)
    #expect(
      try await outcome(.majority(of: .allVotes), "a,,30,40,500,300,100,2020-01-01,,").codes.contains("needed_margin"))
    let out = try await outcome(.twoRound, "a,,30,40,880,10,10,2020-01-01,,")
    #expect(
      try out.one("outcome_by_rule_out_of_reach").statement.en.hasSuffix(
        "Not even all the votes still to be counted, between 240 and 330\u{A0}votes, would have sufficed for it not to hold in the end, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones."
      ))
    let dependent = try await outcome(.twoRound, "a,,30,40,600,200,100,2020-01-01,,").one("outcome_by_rule")
    #expect(
      dependent.statement.en.hasSuffix(
        " Under a part of what is assumed not even all the votes to come would suffice."))
  }

  /// Numbers that no election has run over nowhere.
  @Test func largestNumbers() async throws {
    let outcome = try await outcome(.twoRound, "a,,30,40,10000000000,3,1,2020-01-01,,")
    #expect(try outcome.one("outcome_by_rule_out_of_reach").value("margin").value == 9_999_999_996)
  }

  /// With the share or lead that is told the assertion ends in a tie; it is out of reach where no votes can bring one.
  @Test(arguments: [
    Contest.Rule.twoRound, .majority(of: .validVotes), .seats(1), .seats(2),
    .threshold(share: 40, lead: 10, outright: 50), .threshold(share: 45, lead: 0, outright: 45),
  ]) func whatIsNeededIsATie(rule: Contest.Rule) throws {
    let contest = Self.contest(rule)
    for votes in [[70, 20, 10], [48, 37, 15], [44, 35, 21], [40, 38, 22], [36, 33, 31]] {
      let turning = try #require(TurningVotes(contest, Tally(votes: votes, valid: 100, cast: 100)))
      for left in [1, 7, 40, 200] {
        let needed = turning.needed(
          TurningVotes.Outstanding(
            votes: Quantity(left, .votes), middle: Double(left), fewest: Double(left), most: Double(left)))
        // Every way in which the votes that are out can fall.
        var reaches = false
        for a in 0...left {
          for b in stride(from: 0, through: left - a, by: left > 50 ? 10 : 1) {
            let end = Tally(
              votes: [votes[0] + a, votes[1] + b, votes[2] + left - a - b], valid: 100 + left, cast: 100 + left)
            reaches = reaches || turning.assertion.statement.margin(of: end) <= 0
          }
        }
        #expect((needed.reach == .within) == reaches)
      }
    }
  }

  /// What no count of the sheets not in could change, by every way in which their voters can vote.
  @Test(arguments: [Contest.Rule.twoRound, .threshold(share: 40, lead: 10, outright: 50), .seats(2)])
  func decided(rule: Contest.Rule) async throws {
    let sheets = OperationRun.timeline(Self.contest(rule))
    for votes in [[160, 30, 10], [112, 70, 18], [118, 61, 21], [90, 80, 30], [100, 60, 40]] {
      let outcome = try await sheets.giving(
        """
        sheet,published_from,published_to,registered,votes_oak,votes_elm,votes_ash
        1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,200,\(votes[0]),\(votes[1]),\(votes[2])

        """, as: "sheets"
      ).giving("station,registered\n1,200\n2,20\n", as: "stations").outcome()
      let reported = Tally(votes: votes, valid: 200, cast: 200)
      let assertions = Assertion.all(of: Self.contest(rule), reported)
      let isDecided = (0...20).allSatisfy { a in
        (0...20 - a).allSatisfy { b in
          let end = Tally(votes: [votes[0] + a, votes[1] + b, votes[2] + 20 - a - b], valid: 220, cast: 220)
          return assertions.allSatisfy { $0.statement.margin(of: end) > 0 }
        }
      }
      #expect(outcome.codes.contains("outcome_decided") == isDecided, "\(votes)")
    }
  }

  @Test func sheetsInTime() async throws {
    let outcome = try await OperationRun.timeline(Self.contest(.twoRound)).giving(
      """
      sheet,published_from,published_to,registered,votes_oak,votes_elm,votes_ash
      1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,200,60,30,10

      """, as: "sheets"
    ).giving("station,registered\n1,200\n2,100\n", as: "stations").outcome()
    #expect(
      try outcome.one("sheets_outcome_by_rule").statement.en.contains(
        "the mission computes for the outcome by the contest's rule: Oak has more than half of the valid votes, more than all the rest together, by 20\u{A0}votes. For that not to hold in the end, the share of Oak among the votes still to be counted would have had to come down to 30%, if voters of the other sheets turned out as in nine of ten counted ones."
      ))
    let settled = try await OperationRun.timeline(Self.contest(.twoRound)).giving(
      """
      sheet,published_from,published_to,registered,votes_oak,votes_elm,votes_ash
      1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,200,160,30,10

      """, as: "sheets"
    ).giving("station,registered\n1,200\n2,100\n", as: "stations").outcome()
    #expect(
      try settled.one("outcome_decided").statement.en.contains(
        "no count of those not yet in, for which 100 voters are registered, could change the outcome by the contest's rule. What they could have changed most easily: Oak has more than half of the valid votes, more than all the rest together, by 120\u{A0}votes."
      ))
  }
}
