import BuiltIn
import Diagnostics
import TestSupport
import Testing
import Workspaces

/// What is wrong with rows is told with the lines on which they stand, whoever finds it.
@Suite struct LinesOfRowsTests {
  private let scratch: ScratchWorkspace

  init() throws {
    scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          count:
            kind: sheets
            path: data/*.csv
            contest: president
            track: official
            format: {header: 2}
            columns: {votes_amapola: A, votes_bromelia: B, published_to: {from: t, time: YYYY-MM-DD hh:mm}}

        """, to: "veedor.yaml")
  }

  private func told() async throws -> [String] {
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    let loader = DatasetLoader(workspace)
    let problems = await workspace.dataProblems(loader)
    return try await (problems.isEmpty ? workspace.doubts(loader, builtInModules).open : problems).map { $0.rendered() }
  }

  @Test func ofSeveralFiles() async throws {
    try scratch.write(
      "Count\nsheet,A,B,t\n1,1,2,2017-11-26 20:00\n\"2\n\",3,4,\n3,5,6,2017-11-31 20:00\n", to: "data/a.csv")
    try scratch.write("Count\r\nsheet,A,B,t\r\n4,1,2,25:61\r\n1,1,2,\r\n", to: "data/b.csv")
    let cure =
      "where that says that it is not known, add 'missing: [\"2017-11-31 20:00\"]' to the column in veedor.yaml"
    #expect(
      try await told() == [
        "data/a.csv:6:1 error[K118] row 3, column 'published_to': '2017-11-31 20:00' is no time written as "
          + "YYYY-MM-DD hh:mm\n  \(cure)",
        "data/b.csv:3:1 error[K118] row 1, column 'published_to': '25:61' is no time written as YYYY-MM-DD hh:mm\n  "
          + cure.replacing("2017-11-31 20:00", with: "25:61"),
        "data/b.csv:4:1 error[K120] row 2, column 'sheet': row 1 of data/a.csv has the same key",
      ])
  }

  @Test func ofWarnings() async throws {
    try scratch.write(
      "Count\nsheet,A,B,t\n1,100,23,\n2,57,410,\n3,78,91,\n4,233,160,\n5,87,315,\nTOTAL,555,1000,\n", to: "data/a.csv")
    #expect(
      try await told() == [
        "data/a.csv:8:1 warning[K221] row 6 ('TOTAL'), column 'sheet': the row adds up other rows, but for 1: is it a total "
          + "that is wrong?\n  leave it out with 'where:', or name its key under 'not_totals:' if it is none"
      ])
  }
}
