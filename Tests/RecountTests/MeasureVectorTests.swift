import ModuleKit
import Recount
import TestSupport
import Testing

private struct Rounds: Decodable {
  struct Risk: Decodable { let tally: [Int], rounds: [[Int]], risk: Double }
  let risk: [Risk]
}

private struct Comparisons: Decodable {
  struct Case: Decodable {
    let contest: [String: Int]
    let diluted_margin, p_no_discrep, p_one_vote_over, p_two_vote_over: Double
    let n_default_rates_rl10: Int
  }
  let cases: [Case]
}

/// Published p-values, by rows of datasets.
@Suite(.enabled(if: SharedFolder.isPresent, "the reference results are not beside the repository"))
struct MeasureVectorTests {
  /// In a first round Providence and Minerva are one.
  @Test func firstRounds() async throws {
    let vectors = try SharedFolder.decode(Rounds.self, from: "vectors/recount/minerva_providence.json").risk
      .filter { $0.rounds.count == 1 }
    #expect(vectors.count == 2)
    for it in vectors {
      func votes(_ counts: [Int]) -> String { counts.map { "\($0)" }.joined(separator: ",") }
      let outcome = try await OperationRun(
        recount, "measure",
        contest: Contest(
          "council", rule: .plurality,
          options: ["oak", "elm", "ash"].map { Contest.Option($0, name: Text($0)) })
      )
      .giving(
        "id,stage,votes_oak,votes_elm,votes_ash,source\nd,declared,\(votes(it.tally)),court", as: "bulletins"
      )
      .giving("round,ballots,votes_oak,votes_elm,votes_ash\n1,100,\(votes(it.rounds[0]))", as: "tallies")
      .outcome(["risk": "0.1"])
      let p = try #require(try outcome.tables["p_values"]?.numbers("p_value")[0])
      #expect(abs(p / it.risk - 1) < 1e-9)
    }
  }

  /// Ballots of which none differs, or the first by one vote or by two.
  @Test func comparedBallots() async throws {
    let cases = try SharedFolder.decode(Comparisons.self, from: "vectors/recount/arlo_supersimple.json").cases
    #expect(cases.count == 4)
    for it in cases {
      let ballots = try #require(it.contest["ballots"])
      let margin = Int((it.diluted_margin * Double(ballots)).rounded())
      let loser = (ballots - margin) / 2
      for (paper, p) in [("oak", it.p_no_discrep), ("no_vote", it.p_one_vote_over), ("elm", it.p_two_vote_over)] {
        let rows = (1...it.n_default_rates_rl10).map { "\($0),North,a,\($0),1,\($0 == 1 ? paper : "oak"),oak" }
        let outcome = try await OperationRun(recount, "measure")
          .giving(
            "id,stage,votes_oak,votes_elm,source\nd,declared,\(loser + margin),\(loser),court", as: "bulletins"
          )
          .giving(
            (["draw,container,batch,ballot,round,paper,record"] + rows).joined(separator: "\n"), as: "checks"
          )
          .outcome(["method": "comparison", "risk": "0.1", "ballots": .integer(ballots)])
        let found = try #require(try outcome.tables["p_values"]?.numbers("p_value")[0])
        #expect(abs(found - p) < 1e-3, "\(it.contest) \(paper)")
      }
    }
  }
}
