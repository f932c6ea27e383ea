import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// What is wrong with a workspace file beyond its schema, where no transcript shows it.
@Suite struct WorkspaceMessageTests {
  private func problems(_ rest: String, files: [String: String] = [:], languages: String = "[en, es]") throws
    -> [String]
  {
    let scratch = try ScratchWorkspace()
    let mission = ScratchWorkspace.mission.replacing("[en, es]", with: languages)
    try scratch.write(mission + rest, to: "veedor.yaml")
    for (name, text) in files { try scratch.write(text, to: name) }
    return Workspace.read(scratch.path, modules: builtInModules).diagnostics.map {
      "\($0.code) \($0.message)" + ($0.hint.map { " (\($0))" } ?? "")
    }
  }

  private let claims = "datasets: {said: {kind: claims, path: said.csv}}\n"

  @Test func aDraftInALanguageThatTheMissionDoesNotWriteIn() throws {
    let rest = """
      analyses: {toll: {use: incidents.casualties, on: {claims: said}}}
      drafts: {statement: {template: statement.md, uses: [toll], languages: [en, es]}}

      """
    let files = ["said.csv": "id,source\nc1,eu\n", "statement.md": "Nothing.\n"]
    #expect(
      try problems(claims + rest, files: files, languages: "[en]") == [
        "W022 'es' is not one of the mission's languages"
      ])
    #expect(try problems(claims + rest, files: files) == [])
  }

  @Test func anInputThatTheOperationNeeds() throws {
    #expect(
      try problems("analyses: {toll: {use: incidents.casualties}}\n") == [
        "W043 incidents.casualties needs the input 'claims', a dataset of kind claims"
      ])
  }

  @Test func aFileThatTheOperationDoesNotRead() throws {
    let files = ["said.csv": "id,source\nc1,eu\n", "statement.md": "Nothing.\n"]
    #expect(
      try problems(
        claims + "analyses: {toll: {use: incidents.casualties, on: {claims: said}, files: {template: statement.md}}}\n",
        files: files) == ["W049 incidents.casualties reads no file 'template'"])
    #expect(
      try problems(
        claims + """
          analyses:
            toll: {use: incidents.casualties, on: {claims: said}}
            page: {use: drafting.draft, uses: [toll], files: {template: statement.md, tempalte: statement.md}}

          """, files: files) == ["W049 drafting.draft reads no file 'tempalte' (did you mean 'template'?)"])
  }
}
