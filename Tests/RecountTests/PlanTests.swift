import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Recount

/// Plans of recounts, and the assertions that they rest on.
struct PlanTests {
  private static func contest(_ rule: Contest.Rule) -> Contest {
    Contest(
      "council", rule: rule,
      options: [
        .init("oak", name: Text("Oak")), .init("elm", name: Text("Elm")), .init("ash", name: Text("Ash")),
      ])
  }

  private func outcome(
    _ votes: String, rule: Contest.Rule = .plurality, extra: (String, String) = ("", ""),
    _ parameters: [String: Value] = [:]
  ) async throws -> Outcome {
    let contest = Self.contest(rule)
    return try await OperationRun(recount, "plan", contest: contest).giving(
      "id,stage,votes_oak,votes_elm,votes_ash,source,source_en,source_es\(extra.0)\nd,declared,\(votes),court,the court,el tribunal\(extra.1)\n",
      as: "bulletins", DatasetDeclaration(contest: contest)
    ).outcome(parameters)
  }

  @Test func whatItTakes() async throws {
    let found = try await outcome(
      "6000,4000,0", extra: (",blank_votes", ",2000"), ["risk": "0.1", "ballots_per_hour": 30])
    let plan = try found.one("polling_workload", about: "oak_over_elm")
    // 186 and 244 of the votes for either, who are five in six of all; 2 γ ln 10 over a margin of 2,000 in 12,000.
    #expect(
      plan.statement
        == Text(
          en:
            "According to the court, Oak has more votes than Elm, by 2,000\u{A0}votes on 12,000 ballots. To check that with a risk limit of 10%, the mission computes that it takes, with a probability of 90% or more if it is right: 224 ballots in a first round (Minerva), 293 one by one (BRAVO), or 29 that are each compared with a record of their own and do not differ.",
          es:
            "Según el tribunal, Oak tiene más votos que Elm, por 2,000\u{A0}votos en 12,000 papeletas. Para comprobarlo con un límite de riesgo del 10%, la misión calcula que hacen falta, con una probabilidad del 90% o más si es correcto: 224 papeletas en una primera ronda (Minerva), 293 una por una (BRAVO) o 29 que se comparen cada una con su propio registro y no difieran."
        ))
    #expect(try plan.number("first") == 208)
    #expect(found.findings.map(\.subject) == ["oak_over_elm", "oak_over_ash"])
    let table = try #require(found.tables["workloads"])
    #expect(table.rowCount == 6)
    #expect(try table.numbers("hours")[1] == 224.0 / 30)
  }

  @Test func outcomesOfTheirOwn() async throws {
    #expect(try await outcome("0,0,0").findings.map(\.code) == ["no_rival"])
    let tie = try await outcome("40,40,3")
    #expect(tie.findings.map(\.code) == ["tied_assertion", "polling_workload"])
    #expect(
      tie.findings[0].statement
        == Text(
          en:
            "According to the court, there is a tie on whether Oak has more votes than Elm: no sample can check that, since one ballot would decide.",
          es:
            "Según el tribunal, hay un empate en cuanto a si Oak tiene más votos que Elm: ninguna muestra puede comprobarlo, pues una sola papeleta decidiría."
        ))
    #expect(try await outcome("5001,4999,0").one("all_ballots").number("margin") == 2)
    // All votes for one: a landslide is a plan like any other.
    #expect(try await outcome("1000,0,0").one("polling_workload", about: "oak_over_elm").number("single") == 5)
    let runoff = try await outcome("450,300,250", rule: .twoRound)
    #expect(
      runoff.findings.map(\.subject) == ["oak_below_half", "elm_below_half", "oak_over_ash", "elm_over_ash"])
    #expect(
      try await outcome("600,300,100", rule: .majority(of: .validVotes)).findings.map(\.subject) == ["oak_above_half"])
  }

  @Test func otherRules() async throws {
    let council = try await outcome("450,300,250", rule: .seats(2), extra: (",blank_votes", ",100"))
    #expect(council.findings.map(\.subject) == ["oak_over_ash", "elm_over_ash"])
    let all = try await outcome(
      "5100,3000,1000", rule: .majority(of: .allVotes), extra: (",blank_votes,null_votes", ",900,100"))
    #expect(all.findings.map(\.subject) == ["oak_above_half"])
    #expect(
      all.findings[0].statement.en.hasPrefix(
        "According to the court, Oak has more than half of all votes cast, more than all the rest together, by 100\u{A0}votes on 10,100 ballots."
      ))
    let none = try await outcome("400,300,250", rule: .majority(of: .validVotes))
    #expect(none.findings.map(\.subject) == ["oak_below_half", "elm_below_half", "ash_below_half"])
    #expect(
      none.findings[0].statement.es.contains("Oak tiene menos de la mitad de los votos válidos"))
    #expect(try await outcome("4,3,2", rule: .seats(3)).findings.map(\.code) == ["no_rival"])
    #expect(
      try await problems { try await outcome("6,4,1", rule: .majority(of: .allVotes)) }.map {
        "\($0.code) \($0.message)"
      }
        == ["C045 the declared result 'd' does not give blank and null votes: of all votes no share is known"])
  }

  /// Votes that have weights: 49 % where 40 % are asked for, and 23 points ahead where it is 10.
  @Test func thresholds() async throws {
    let rule = Contest.Rule.threshold(share: 40, lead: 10, outright: 50)
    let found = try await outcome("4900,2500,2600", rule: rule, ["risk": "0.1"])
    #expect(
      found.findings.map(\.subject) == [
        "oak_above_40_percent", "oak_over_ash_above_10_points", "oak_over_elm_above_10_points",
      ])
    #expect(found.findings.map(\.code) == ["weighted_workload", "weighted_workload", "weighted_workload"])
    #expect(try found.findings[0].number("single") == 294)
    let lead = found.findings[1]
    // A mean of 1.3 over the squares' mean of 71.4 of 10,000 votes; 2 γ ln 10 over a margin of 13,000 on the scale of 20. That 425 are
    // enough follows from all counts of votes, followed in exact order by another program.
    #expect(
      lead.statement
        == Text(
          en:
            "According to the court, the lead of Oak over Ash is more than 10 points of the valid votes, by 1,300\u{A0}votes on 10,000 ballots. To check that with a risk limit of 10%, the mission computes that it takes, if it is right: 425 ballots with a probability of 90% or more, 205 on average, one by one (BRAVO with weights), or 37 that are each compared with a record of their own and do not differ.",
          es:
            "Según el tribunal, la ventaja de Oak sobre Ash es de más de 10 puntos de los votos válidos, por 1,300\u{A0}votos en 10,000 papeletas. Para comprobarlo con un límite de riesgo del 10%, la misión calcula que hacen falta, si es correcto: 425 papeletas con una probabilidad del 90% o más, 205 en promedio, una por una (BRAVO con pesos), o 37 que se comparen cada una con su propio registro y no difieran."
        ))
    #expect(try lead.number("margin") == 1300)
    #expect(found.tables["workloads"]?.rowCount == 6)
    // Two thirds are asked for, and the second is far below.
    let thirds = try await outcome(
      "6000,1500,1000", rule: .threshold(share: 66, lead: 0, outright: 66), extra: (",valid_votes", ",10000"))
    #expect(
      thirds.findings.map(\.subject) == [
        "oak_below_66_percent", "elm_below_66_percent", "oak_over_ash", "elm_over_ash",
      ])
    // Three quarters are asked for, and most of the rest is there too.
    let quarters = try await outcome("8900,600,500", rule: .threshold(share: 75, lead: 0, outright: 75))
    #expect(try quarters.one("weighted_workload", about: "oak_above_75_percent").number("average") > 0)
    // More than half of the votes weighs none.
    #expect(try await outcome("5300,4600,100", rule: rule).findings.map(\.code) == ["polling_workload"])
  }

  @Test func everyMessage() async throws {
    func said(_ votes: String, _ parameters: [String: Value] = [:]) async throws -> [String] {
      try await problems { try await outcome(votes, parameters) }.map { "\($0.code) \($0.message)" }
    }
    #expect(
      try await said("6,4,") == ["C035 the declared result 'd' does not give the votes of every option"])
    #expect(
      try await said("6,4,1", ["ballots": 10]) == ["C036 the declared result 'd' has more votes than there are ballots"]
    )
  }
}
