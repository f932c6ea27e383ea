import BuiltIn
import Glibc
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

  /// Titles and notices are the mission's own words; names in them are not.
  @Test func wordsThatDecideInTitlesAndNotices() throws {
    let scratch = try ScratchWorkspace()
    func problems(_ title: String, _ names: String = "") throws -> [String] {
      let mission = ScratchWorkspace.mission.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.hasPrefix("  title:") ? "  title: \(title)\(names)" : String($0)
      }
      try scratch.write(mission.joined(separator: "\n"), to: "veedor.yaml")
      return Workspace.read(scratch.path, modules: builtInModules).diagnostics.map {
        "\($0.code) \($0.message) (\($0.hint ?? ""))"
      }
    }
    let hint =
      "', which decides what a mission cannot know (say what was observed; if it belongs to a name, list the name under mission.names)"
    #expect(try problems("Municipality of La Victoria") == [])
    #expect(try problems("The stolen election") == ["W024 mission.title says 'stolen\(hint)"])
    #expect(
      try problems("{en: Count, es: La elección robada}") == ["W024 mission.title.es says 'robada\(hint)"])
    #expect(try problems("Ganadores Unidos, internal election").count == 1)
    #expect(try problems("Ganadores Unidos, internal election", "\n  names: [Ganadores Unidos]") == [])
  }

  /// What readers call a level of areas: in every language of the mission, as far as operations and keys.
  @Test func theGlossaryIsTheMissions() throws {
    func read(_ glossary: String) throws -> (Mission?, [String]) {
      let scratch = try ScratchWorkspace()
      try scratch.write(
        ScratchWorkspace.mission.replacing("  time_zone:", with: "  glossary: \(glossary)\n  time_zone:"),
        to: "veedor.yaml")
      let check = Workspace.read(scratch.path, modules: builtInModules)
      return (check.workspace?.mission, check.diagnostics.map { "\($0.code) \($0.message)" })
    }
    let (mission, problems) = try read("{jrv: {en: polling station, es: junta receptora}}")
    #expect(problems.isEmpty && mission?.glossary.name("jrv") == Text(en: "polling station", es: "junta receptora"))
    #expect(try #require(mission).document == Mission(document: try #require(mission).document)?.document)
    // They are the mission's own words.
    let slips = try read("{jrv: {en: stolen election, es: caja}}").1
    #expect(slips == ["W024 mission.glossary.jrv.en says 'stolen', which decides what a mission cannot know"])
    let oneLanguage = try read("{jrv: {en: polling station}}").1
    #expect(oneLanguage == ["W021 mission.glossary.jrv lacks 'es', one of the mission's languages"])
  }

  /// Numbers are written as in the country of the zone, but for what the mission says otherwise.
  @Test func howNumbersAreWritten() throws {
    let scratch = try ScratchWorkspace()
    func read(_ numbers: String, zone: String = "America/Tegucigalpa") throws -> (NumberStyles?, [String]) {
      let mission = ScratchWorkspace.mission.replacing("America/Tegucigalpa", with: zone)
        .replacing("  time_zone:", with: "  numbers: \(numbers)\n  time_zone:")
      try scratch.write(mission, to: "veedor.yaml")
      let check = Workspace.read(scratch.path, modules: builtInModules)
      return (check.workspace?.mission.numbers, check.diagnostics.map { "\($0.code) \($0.message) (\($0.hint ?? ""))" })
    }
    #expect(try read("{}").0 == NumberStyles())
    #expect(
      try read("{es: {group: \" \", decimal: \",\"}}").0
        == NumberStyles(es: NumberStyle(group: "\u{202F}", decimal: ",")))
    #expect(
      try read("{en: {group: \"\"}}", zone: "Europe/Madrid").0
        == NumberStyles(
          en: NumberStyle(group: "", decimal: "."), es: NumberStyle(group: ".", decimal: ",", beforePercent: "\u{A0}")))
    #expect(
      try read("{es: {decimal: \",\"}}").1 == [
        "W025 mission.numbers.es has ',' between groups of digits and before decimals (give both, such as {group: \",\", decimal: \".\"}; the country of time_zone says what is not given)"
      ])
    #expect(try read("{es: {decimal: \";\"}}").1.map { $0.prefix(4) } == ["W013"])
  }

  /// A template in another encoding is told where its first letter stands that would be lost.
  @Test func aTemplateThatIsNoUTF8() throws {
    let scratch = try ScratchWorkspace()
    let draft = "drafts: {statement: {template: statement.md, uses: [toll], languages: [en]}}\n"
    try scratch.write(
      ScratchWorkspace.mission.replacing("[en, es]", with: "[en]") + claims
        + "analyses: {toll: {use: incidents.casualties, on: {claims: said}}}\n" + draft, to: "veedor.yaml")
    try scratch.write("id,source\nc1,eu\n", to: "said.csv")
    try scratch.write("Words.\n\nÁrea Elecci", to: "statement.md")
    let file = try #require(fopen(scratch.path + "/statement.md", "a"))
    fputc(0xF3, file)
    fclose(file)
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    #expect(
      workspace.fileProblems(builtInModules).map { $0.rendered() } == [
        "statement.md:3:12 error[W084] the byte 0xF3 is not valid UTF-8 here\n  save the file as UTF-8"
      ])
  }

  @Test func oneMarkForThousandsAndDecimals() throws {
    let sheets = """
      datasets:
        s: {kind: sheets, path: s.csv, contest: president, track: party, format: {thousands: point}}

      """
    let told = try problems(sheets, files: ["s.csv": "x\n"])
    #expect(
      told == [
        "W083 a point cannot stand between thousands and before decimals too (say which it is with 'decimal_mark')"
      ])
  }

  @Test func numbersThatAreWithheldBackwards() throws {
    let told = try problems(
      """
      datasets:
        s:
          {kind: sheets, path: s.csv, contest: president, track: party, withheld: [{is: "<10", from: 9, to: 0}]}

      """, files: ["s.csv": "x\n"])
    #expect(told == ["W117 the range of the numbers for which '<10' stands ends below where it begins"])
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

  @Test func fiftyProblemsAreToldAndTheRestCounted() throws {
    let datasets = (0..<60).map { "  d\($0): {kind: sheet, path: said.csv}\n" }.joined()
    let told = try problems("datasets:\n" + datasets, files: ["said.csv": "id,source\nc1,eu\n"])
    #expect(told.count == 51 && told[0].hasPrefix("W030 unknown kind 'sheet'"))
    #expect(told.last == "W003 and 10 more problems")
  }

  @Test func aColumnOfMoreColumnsThanAFileHas() throws {
    let names = Array(repeating: "id", count: 101).joined(separator: ", ")
    let rest = "datasets: {said: {kind: claims, path: said.csv, columns: {id: [\(names)]}}}\n"
    #expect(
      try problems(rest, files: ["said.csv": "id,source\nc1,eu\n"]) == [
        "W038 'id' is made of 101 columns, and of at most 100 one can be made"
      ])
  }

  /// A hundred pages, each of the page before, and one more.
  @Test func usesBehindOneAnother() throws {
    func said(_ count: Int) throws -> [String] {
      let chain = (1..<count).map { "  p\($0): {use: drafting.draft, uses: [p\($0 - 1)], files: {template: t.md}}\n" }
      return try problems(
        claims + "analyses:\n  p0: {use: incidents.casualties, on: {claims: said}}\n" + chain.joined(),
        files: ["said.csv": "id,source\nc1,eu\n", "t.md": "Nothing.\n"])
    }
    #expect(try said(100) == [])
    #expect(try said(101) == ["W057 'p100' uses analyses that use others, more than 100 one behind another"])
    #expect(try said(3000).count == 1)
  }

  /// Files that claim a terabyte are told by their size, not read.
  @Test func filesThatAreTooLarge() throws {
    let scratch = try ScratchWorkspace()
    func said() -> [String] {
      Workspace.read(scratch.path, modules: builtInModules).diagnostics.map { "\($0.code) \($0.message)" }
    }
    try scratch.write(
      ScratchWorkspace.mission + claims + """
        analyses: {toll: {use: incidents.casualties, on: {claims: said}}}
        drafts: {statement: {template: statement.md, uses: [toll]}}
        modules: {own: {path: own}}

        """, to: "veedor.yaml")
    for name in ["said.csv", "statement.md", "own/module.yaml"] {
      try scratch.write("", to: name)
      try #require(truncate("\(scratch.path)/\(name)", 1 << 40) == 0)
    }
    let path = scratch.path
    #expect(
      said() == [
        "F020 '\(path)/said.csv' has 1099511627776 bytes, and at most 17179869184 are read",
        "F020 '\(path)/statement.md' has 1099511627776 bytes, and at most 4194304 are read",
        "W060 the external module in 'own' cannot be used: "
          + "'\(path)/own/module.yaml' has 1099511627776 bytes, and at most 4194304 are read",
      ])
    try #require(truncate("\(path)/veedor.yaml", 1 << 40) == 0)
    #expect(said() == ["F020 '\(path)/veedor.yaml' has 1099511627776 bytes, and at most 4194304 are read"])
  }
}
