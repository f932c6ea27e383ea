import ModuleKit
import TestSupport
import Testing

/// The workspace that newcomers start from shows the main findings of each operation.
struct StarterWorkspaceTests {
  @Test func theCount() async throws {
    let contest = Contest(
      "council", rule: .plurality, options: [.init("green", name: Text("Green")), .init("blue", name: Text("Blue"))])
    let outcome = try await OperationRun.timeline(contest).outcome(file: "Workspaces/starter/data/bulletins.csv")
    #expect(outcome.codes.isSuperset(of: ["lead", "silence", "lead_reversal", "open_outcome", "batch_margin"]))
    #expect(try outcome.one("lead_reversal").subject == "second_to_third")
  }

  @Test func theClaims() async throws {
    let outcome = try await OperationRun.claims.outcome(file: "Workspaces/starter/data/claims.csv")
    #expect(
      outcome.findings.map { "\($0.code) \($0.subject)" } == [
        "tension queues_radio_and_queues_party", "contradiction turnout_radio_and_turnout_court",
        "promise_missed results_promised",
      ])
  }
}
