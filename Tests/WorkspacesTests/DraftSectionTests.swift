import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// What stands under `drafts:` is short for an analysis of the operation that makes pages.
@Suite struct DraftSectionTests {
  private func read(_ sections: String, _ modules: [any Module] = builtInModules) throws -> WorkspaceReading {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          published: {kind: bulletins, path: data/bulletins.csv, contest: president}

        """ + sections, to: "veedor.yaml")
    try scratch.write("id\n", to: "data/bulletins.csv")
    try scratch.write("# Text\n", to: "drafts/text.md")
    return Workspace.read(scratch.path, modules: modules)
  }

  private static let line = "count_line: {use: counts.timeline, on: {bulletins: published}}\n"

  @Test func aDraftIsAnAnalysisInShort() throws {
    let short = try read(
      """
      analyses:
        \(Self.line)drafts:
        report: {template: drafts/text.md, uses: [count_line], languages: [es], as_of: 2017-12-20T00:00:00-06:00}

      """)
    let long = try read(
      """
      analyses:
        \(Self.line)  report:
          use: drafting.draft
          uses: [count_line]
          files: {template: {es: drafts/text.md, en: drafts/text.md}}
          with: {languages: [es]}

      """)
    #expect(short.diagnostics.isEmpty && long.diagnostics.isEmpty, "\(long.diagnostics.map(\.message))")
    for workspace in [try #require(short.workspace), try #require(long.workspace)] {
      #expect(workspace.analyses.map(\.id) == ["count_line"])
      #expect(workspace.drafts.map(\.use) == ["drafting.draft"])
      #expect(workspace.drafts.map(\.needs) == [[]])
      #expect(workspace.drafts.map(\.parameters) == [["languages": ["es"]]])
      #expect(workspace.analysis("report")?.uses == ["count_line"])
    }
    #expect(short.workspace?.drafts.first?.asOf == Instant(rfc3339: "2017-12-20T06:00:00Z"))
    #expect(short.workspace?.drafts.first?.files == ["template": [.spanish: "drafts/text.md"]])
  }

  @Test func noModuleWritesDrafts() throws {
    let found = try read(
      """
      analyses:
        \(Self.line)drafts:
        report: {template: drafts/text.md, uses: [count_line]}

      """, builtInModules.filter { $0.manifest.id != "drafting" })
    #expect(
      found.diagnostics.map { "\($0.code) \($0.message)" } == [
        "W056 the program has no module that writes drafts such as 'report'"
      ])
  }
}
