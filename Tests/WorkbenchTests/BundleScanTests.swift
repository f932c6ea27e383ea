import BuiltIn
import Bundles
import Compression
import Files
import Ledger
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// A public bundle is looked through for what tells of persons before it is made.
@Suite struct BundleScanTests {
  private func workspace(_ sections: String = "") throws -> ScratchWorkspace {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          said: {kind: claims, path: said.csv, columns: {topic: nota}, format: {delimiter: semicolon}}
        attachments: [letters]
        \(sections)
        bundles: {partners: {include: [workspace, attachments], profile: public}}

        """, to: "veedor.yaml")
    try scratch.write("id;source;nota;tel\nc1;eu;in order;\nc2;eu;call 9988-7766;22345678\n", to: "said.csv")
    try scratch.write("Dear board,\nwe write to you as Ana Paz Ruiz.\n", to: "letters/one.txt")
    return scratch
  }

  /// What stops the bundle, or what is said of it.
  private func told(_ scratch: ScratchWorkspace, rosters: RosterFolder = RosterFolder(path: nil)) async throws
    -> [String]
  {
    let reading = Workspace.read(scratch.path, modules: builtInModules)
    var workspace = try #require(reading.workspace, "\(reading.diagnostics.map(\.message))")
    workspace.rosters = rosters
    let modules = Dictionary(builtInModules.map { ($0.manifest.id, $0 as any Module) }) { first, _ in first }
    let maker = BundleMaker(
      workspace: workspace, modules: modules, loader: DatasetLoader(workspace),
      planner: Planner(workspace, modules: modules, machineKey: scratch.machineKey))
    do {
      return try await maker.make(try #require(workspace.bundles.first)).warnings.map(line)
    } catch let error as DiagnosticsError {
      return error.all.map(line)
    }
  }

  private func line(_ problem: Diagnostic) -> String {
    let start = problem.location?.range?.start
    return
      "\(problem.location?.file ?? ""):\(start?.line ?? 0):\(start?.column ?? 0) \(problem.code) \(problem.message)"
  }

  private static let phone = "R034 this looks like a phone number: 99… (9); the public profile hands out none"
  private static let other = "R034 this looks like a phone number: 22… (8); the public profile hands out none"

  @Test func whatTellsOfAPersonStopsIt() async throws {
    let scratch = try workspace()
    #expect(try await told(scratch) == ["said.csv:3:12 \(Self.phone)", "said.csv:3:22 \(Self.other)"])
    #expect(try !Folder(path: scratch.path).list().contains { $0.name == "bundles" })
    // Compressed as well, and to the last one counted.
    let rows = (1...30).map { "c\($0);eu;call 9988-7766;\n" }.joined()
    try scratch.write(compress(Array("id;source;nota;tel\n\(rows)".utf8), .gzip), to: "said.csv.gz")
    try scratch.write(
      scratch.text("veedor.yaml").replacing("path: said.csv", with: "path: said.csv.gz"), to: "veedor.yaml")
    let many = try await told(scratch)
    #expect(many.count == 21 && many[0] == "said.csv.gz:2:12 \(Self.phone)")
    #expect(many[20] == "said.csv.gz:0:0 R035 10 more places in this file look as if they told of persons")
  }

  @Test func whatIsMeantIsHandedOut() async throws {
    let meant = """
      disclose:
        - {value: 9988 7766, reason: the mission's own number}
        - {file: said.csv, field: tel, reason: numbers of offices}
      """
    #expect(try await told(workspace(meant)) == [])
    #expect(try await told(workspace("disclose: [{file: said.csv, reason: numbers of offices}]")) == [])
    // It opens nothing else, and what meets nothing is told.
    let others = """
      disclose:
        - {value: 9988-7767, reason: another}
        - {file: other.csv, reason: another}
        - {file: said.csv, field: nota, reason: another}
      """
    #expect(try await told(workspace(others)) == ["said.csv:3:22 \(Self.other)"])
    let unmet =
      "disclose: [{file: said.csv, reason: all}, {file: said.csv, field: source, reason: x}, {value: x y, reason: x}]"
    let words = try await told(workspace(unmet))
    #expect(
      words == [
        "veedor.yaml:17:43 R036 nothing in the bundle is what 'disclose' names by the field 'source' of 'said.csv'",
        "veedor.yaml:17:87 R036 nothing in the bundle is what 'disclose' names by the value 'x y'",
      ])
  }

  @Test func namesOfTheRosterStopIt() async throws {
    let scratch = try workspace("disclose: [{file: said.csv, reason: numbers of offices}]")
    let rosters = RosterFolder(path: "\(scratch.user.path)/rosters")
    let mission = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace).mission.id
    let text =
      #"{"mission": "\#(mission)", "version": 1, "expires": "2031-12-31", "persons": {"ana_paz_ruiz": ["anonym.0123456789abcdef"]}}"#
    _ = try ScratchFile.with(text) { try rosters.trust($0, for: mission) }
    #expect(
      try await told(scratch, rosters: rosters) == [
        "letters/one.txt:2:20 R034 this looks like a name of the roster: An… (12); the public profile hands out none"
      ])
  }

  @Test func namesOfFilesAreLookedAt() async throws {
    let scratch = try workspace("disclose: [{file: said.csv, reason: offices}, {file: letters/*.gif, reason: ours}]")
    for name in ["from ana@example.org.png", "call 9988-7766.gif", "WhatsApp Image 2017-11-27 at 14.30.55.png"] {
      try scratch.write([0x89, 0, 1], to: "letters/\(name)")
    }
    #expect(
      try await told(scratch) == [
        "letters/from ana@example.org.png:0:0 R041 the file's name has what looks like an e-mail address; "
          + "the public profile hands out none"
      ])
    // What is meant is met by a name as well.
    try Folder(path: scratch.path).folder("letters").remove("from ana@example.org.png")
    #expect(try await told(scratch).map { $0.prefix(8) } == [":0:0 R03"])
  }

  /// Spreadsheets and other archives are opened, and texts in UTF-16 are read; what cannot be opened stops the bundle.
  @Test func archivesAndUTF16Texts() async throws {
    let sections = "disclose: [{file: said.csv, reason: offices}]"
    let scratch = try workspace(sections)
    func wide(_ text: String, big: Bool, mark: Bool) -> [UInt8] {
      (mark ? [0xFEFF] : [] + Array(text.utf16)).flatMap { (unit: UInt16) -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
        return big ? [high, low] : [low, high]
      } + (mark ? wide(text, big: big, mark: false) : [])
    }
    try scratch.write(
      WorkbookSample([["Mesa", "Nota"], ["M1", "llame al 9988-7766"], ["M2", 48213]]).bytes, to: "letters/a.xlsx")
    try scratch.write(wide("in order\ncall 9988-7766\n", big: false, mark: true), to: "letters/b.txt")
    try scratch.write(wide("in order\ncall 9988-7766\n", big: true, mark: false), to: "letters/c.txt")
    try scratch.write(Array("PK\u{3}\u{4} and no more".utf8), to: "letters/d.zip")
    let told = try await told(scratch)
    #expect(
      told.map { String($0.prefix { $0 != " " }.split(separator: ":")[0]) } == [
        "letters/a.xlsx", "letters/b.txt", "letters/c.txt", "letters/d.zip",
      ])
    #expect(told[0].hasPrefix("letters/a.xlsx: xl/sharedStrings.xml:1:"))
    #expect(told[0].contains(" R034 this looks like a phone number: 99… (9); "))
    for line in told[1...2] { #expect(line.contains(".txt:2:6 R034 this looks like a phone number: 99… (9); ")) }
    #expect(
      told[3]
        == "letters/d.zip:0:0 R042 nobody could look into the archive: this is no ZIP archive, or it is cut short: no end record stands at its end; the public profile hands out none like it"
    )
    // What is meant to be public is not asked about, whatever it holds.
    let meant = try workspace(
      "disclose: [{file: said.csv, reason: offices}, {file: letters/*.xlsx, reason: an office's}]")
    try meant.write(WorkbookSample([["Nota"], ["llame al 9988-7766"]]).bytes, to: "letters/a.xlsx")
    // The letters with which archives begin can begin a text.
    try meant.write("PK;note\n1;in order\n", to: "letters/keys.csv")
    #expect(try await self.told(meant) == [])
  }

  @Test func whatIsNoTextIsTold() async throws {
    let scratch = try workspace("disclose: [{file: said.csv, reason: numbers of offices}]")
    for name in ["a.png", "b.png", "c.png", "d.pdf"] { try scratch.write([0x89, 0, 1], to: "letters/\(name)") }
    #expect(
      try await told(scratch) == [
        ":0:0 R037 4 files are no texts, and nobody looked through them for what tells of persons: 'letters/a.png', "
          + "'letters/b.png', 'letters/c.png', and 1 more"
      ])
  }

  @Test func entriesOfDiscloseNameOneThing() throws {
    for entry in [
      "{reason: x}", "{value: a, file: b, reason: x}", "{field: a, reason: x}", "{value: a, field: b, reason: x}",
    ] {
      let scratch = try workspace("disclose: [\(entry)]")
      let problems = Workspace.read(scratch.path, modules: builtInModules).diagnostics
      #expect(
        problems.map { "\($0.code) \($0.message)" } == [
          "W074 what is meant to be public is a value, or a file with or without a field"
        ])
    }
  }
}
