import Counts
import ModuleKit
import Testing

/// `counts.screen` on the training mission: at the sheets of its third region the leading option was given a whole
/// percentage nine times in ten.
struct ScreenTrainingTests {
  @Test func theRoundedRegionIsTheOneThatStandsOut() async throws {
    let contest = Contest(
      "president", rule: .plurality,
      options: ["oak", "cedar", "willow", "maple"].map { .init($0, name: Text($0)) })
    var run = SheetsRun("screen")
    try run.read(
      path: CountsRun.package + "/Workspaces/training/data/official.csv", as: "sheets",
      DatasetDeclaration(contest: contest, track: .official, areas: ["region", "municipality", "place"]))
    let outcome = try await run.outcome(["per": "region"])
    let rows = try outcome.rows("tests", "sheets").filter { $0[2] == "whole_percentages" && $0[3] == "share" }
    func p(_ row: [Cell]) -> Double? { if case .number(let p) = row[7] { p } else { nil } }
    let smallest = try #require(rows.filter { $0[1] != .missing }.min { p($0) ?? 1 < p($1) ?? 1 })
    #expect(smallest[1] == "Chert")
    print("TRAINING", smallest, outcome.findings.filter { $0.severity == .notice }.map { ($0.code, $0.subject) })
  }
}
