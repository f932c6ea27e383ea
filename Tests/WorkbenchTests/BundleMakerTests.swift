import Archive
import Bundles
import Drawings
import Files
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// A bundle holds only what belongs to the workspace as it is now.
@Suite struct BundleMakerTests {
  private func make(_ workspace: NotesWorkspace) async throws -> [String] {
    let planner = try workspace.planner()
    let maker = BundleMaker(
      workspace: planner.workspace, modules: [:], loader: DatasetLoader(planner.workspace), planner: planner)
    let written = try await maker.make(try #require(planner.workspace.bundles.first)).written
    let names = try Bundle(path: written.path).inspect().entries.map(\.path)
    return names.filter { $0.hasPrefix("data/") }.map { String($0.dropFirst("data/".count)) }.sorted()
  }

  private func problems(_ workspace: NotesWorkspace) async throws -> [String] {
    do {
      return try await make(workspace)
    } catch let error as DiagnosticsError {
      return error.all.map { "\($0.code) \($0.message) (\($0.hint ?? ""))" }
    }
  }

  @Test func pagesStandUnderDrafts() async throws {
    let workspace = try NotesWorkspace()
    var outcome = Outcome()
    outcome.add(Artefact(.page(.english), "<!DOCTYPE html>"))
    try workspace.planner().keep("first", "second", "third")
    try workspace.planner().keep("page", outcome: outcome)
    #expect(
      try await make(workspace) == [
        "drafts/page/en.html", "drafts/page/record.json", "drafts/page/result.json", "results/first/record.json",
        "results/first/result.json", "results/second/record.json", "results/second/result.json",
        "results/third/record.json", "results/third/result.json", "ro-crate-metadata.json", "workspace/data/claims.csv",
        "workspace/drafts/page.md", "workspace/veedor.yaml",
      ])
  }

  /// Copies that a register names travel with the workspace; what else lies in the folder does not.
  @Test func capturedCopiesAreHandedOut() async throws {
    let sections = NotesWorkspace.sections
      .replacing("path: data/claims.csv}", with: "path: data/claims.csv, sources: sources}")
      .replacing("analyses:", with: "  sources: {kind: sources, path: data/sources.csv}\nanalyses:")
      .replacing("include: [workspace, results, drafts]", with: "include: [workspace]")
    let workspace = try NotesWorkspace(sections)
    try workspace.scratch.write(
      "key,label_en,type,file\neu,the EU mission,mission,copies/eu.txt\n", to: "data/sources.csv")
    try workspace.scratch.write("as it stood", to: "copies/eu.txt")
    try workspace.scratch.write("of nobody's", to: "copies/other.txt")
    #expect(
      try await make(workspace) == [
        "ro-crate-metadata.json", "workspace/copies/eu.txt", "workspace/data/claims.csv", "workspace/data/sources.csv",
        "workspace/drafts/page.md", "workspace/veedor.yaml",
      ])
  }

  @Test func whatIsNotCurrentIsNotHandedOut() async throws {
    let workspace = try NotesWorkspace()
    try workspace.planner().keep("first", "second", "third", "page")
    try workspace.scratch.write("id,source\nc1,oas\n", to: "data/claims.csv")
    #expect(
      try await problems(workspace) == [
        "R010 'first' is not up to date, and a bundle holds only what is (run 'veedor run')",
        "R010 'second' is not up to date, and a bundle holds only what is (run 'veedor run')",
        "R010 'page' is not up to date, and a bundle holds only what is (run 'veedor draft')",
        "R011 draft 'page' states the result 'second', which is not up to date (run 'veedor run', then 'veedor draft')",
      ])
    #expect(try !Folder(path: workspace.scratch.path).list().contains { $0.name == "bundles" })
  }

  @Test func aResultThatIsNotAsItIsWrittenHereIsNotHandedOut() async throws {
    let workspace = try NotesWorkspace()
    var outcome = Outcome()
    outcome.add(figure: "map", Text(en: "<svg><script>x</script></svg>", es: try SafeDrawing("<svg/>").document))
    try workspace.planner().keep("first", "second", "page")
    try workspace.planner().keep("third", outcome: outcome)
    #expect(
      try await problems(workspace) == [
        "R016 'results/third/figures/map.en.svg' is not as Veedor writes it, and a bundle hands out nothing else "
          + "(delete the result's folder, then run 'veedor run')"
      ])
  }
}
