import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// The parameters of an analysis as the workspace holds them, however its file writes them.
@Suite struct AnalysisParameterTests {
  private func parameters(_ with: String) throws -> [String: Value] {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          published: {kind: bulletins, path: data/bulletins.csv, contest: president}
        analyses:
          count_line: {use: counts.timeline, on: {bulletins: published}\(with)}

        """, to: "veedor.yaml")
    try scratch.write("id\n", to: "data/bulletins.csv")
    let reading = Workspace.read(scratch.path, modules: builtInModules)
    return try #require(reading.workspace, "\(reading.diagnostics.map(\.message))").analyses[0].parameters
  }

  @Test func whatSaysTheSameIsTheSame() throws {
    let untouched = try parameters("")
    #expect(untouched["silence"] == "6h")
    for same in ["6h", "360min", "21600s", "0.25d"] {
      #expect(try parameters(", with: {silence: \(same), x_why: custom}") == untouched, "\(same)")
    }
    #expect(try parameters(", with: {size_low: 1.0}") == parameters(", with: {size_low: 1}"))
  }

  @Test func whatSaysSomethingElseIsNot() throws {
    let untouched = try parameters("")
    let changed = try parameters(", with: {silence: 8h}")
    #expect(changed["silence"] == "8h")
    #expect(changed.filter { $0.key != "silence" } == untouched.filter { $0.key != "silence" })
  }
}
