import ModuleKit
import TestSupport
import Testing

@testable import Recount

/// A round is measured once all of its ballots count, and not before.
@Suite struct EnteredRoundTests {
  private static let contest = Contest(
    "council", rule: .plurality,
    options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))])

  /// `draw,round,paper,entry,last_draw` in each row.
  private func outcome(_ rows: [String], columns: String = "draw,round,paper,entry,last_draw") async throws -> Outcome {
    try await OperationRun(recount, "measure", contest: Self.contest)
      .giving(
        "id,stage,votes_oak,votes_elm,source,source_en,source_es\nd,declared,6000,4000,court,the court,el tribunal",
        as: "bulletins"
      ).giving(
        (["container,batch,ballot,\(columns)"] + rows.enumerated().map { "North,a,\($0 + 1),\($1)" })
          .joined(separator: "\n"), as: "checks"
      ).outcome(["method": "bravo"])
  }

  @Test func sentences() async throws {
    let outcome = try await outcome([
      "1,1,oak,agreed,6", "2,1,oak,amended,6", "3,1,not_found,once,6", "4,1,not_found,disagreed,6",
      "5,1,not_found,contested,6",
    ])
    #expect(outcome.findings.map(\.code) == ["unmeasured_round"])
    #expect(
      try outcome.one("unmeasured_round", about: "round 1").statement
        == Text(
          en:
            "The mission states no p-value for round 1 or any later one: of the 6 ballots drawn in it, two authors entered 2 alike. Entered by one author alone: 1; differently by two: 1; changed by another author than the one who entered it, or in two ways: 1; by nobody: 1.",
          es:
            "La misión no indica un valor p para la ronda 1 ni para ninguna posterior: de las 6 papeletas sorteadas en ella, dos autores ingresaron por igual 2. Ingresadas por un solo autor: 1; de distinta manera por dos: 1; cambiadas por otro autor que el que las ingresó, o de dos maneras: 1; por nadie: 1."
        ))
    #expect(outcome.tables["p_values"] == nil)
    #expect(
      try outcome.rows("unsettled").map(\.last) == [.text("once"), .text("disagreed"), .text("contested")])
  }

  /// The rounds before it are measured as if nothing followed; those behind it wait.
  @Test func whatIsBefore() async throws {
    let first = ["1,1,oak,agreed,2", "2,1,elm,agreed,2"]
    let alone = try await outcome(first)
    let both = try await outcome(first + ["3,2,oak,agreed,5", "5,2,oak,agreed,5", "6,3,oak,agreed,6"])
    #expect(both.findings.map(\.code).filter { $0 == "unmeasured_round" }.count == 1)
    #expect(try both.one("unmeasured_round").number("missing") == 1)
    #expect(try #require(both.tables["p_values"]) == #require(alone.tables["p_values"]))
    let whole = try await outcome(first + ["3,2,oak,agreed,5", "5,2,oak,agreed,5", "4,2,oak,amended,5"])
    #expect(try whole.rows("p_values").count == 2)
    #expect(!whole.findings.map(\.code).contains("unmeasured_round"))
  }

  /// A file that says nothing of how it was entered is measured as it is.
  @Test func filesAsBefore() async throws {
    let rows = ["1,1,oak", "2,1,elm", "3,2,oak"]
    let plain = try await outcome(rows, columns: "draw,round,paper")
    #expect(plain.tables["entry"] == nil)
    let told = try await outcome(
      ["1,1,oak,agreed,2", "2,1,elm,agreed,2", "3,2,oak,agreed,3"])
    #expect(try #require(plain.tables["p_values"]) == #require(told.tables["p_values"]))
  }
}
