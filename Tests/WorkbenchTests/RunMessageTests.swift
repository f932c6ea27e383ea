import BuiltIn
import Files
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// What keeps analyses from running and results from being handed out.
@Suite struct RunMessageTests {
  private struct Strange: Error {}

  private func told(_ problems: [Diagnostic]) -> [String] {
    problems.map { "\($0.code) \($0.message)" + ($0.hint.map { " (\($0))" } ?? "") }
  }

  /// A workspace with a draft over an analysis that has nothing to work on, and a bundle of `parts`.
  private func workspace(_ parts: String) throws -> ScratchWorkspace {
    let scratch = try ScratchWorkspace()
    try scratch.write("Nothing to say.\n", to: "statement.md")
    try scratch.write(
      ScratchWorkspace.mission + """
        analyses:
          boxes: {use: recount.detect}
          chapter: {use: drafting.draft, uses: [boxes], files: {template: statement.md}}
        drafts: {statement: {template: statement.md, uses: [boxes]}}
        bundles: {partners: {include: \(parts), profile: public}}

        """, to: "veedor.yaml")
    return scratch
  }

  @Test func whatNoRoomForesaw() { #expect(told(Diagnostic.all(of: Strange())) == ["K019 Strange()"]) }

  /// What still holds of a bundle in whose ledger somebody wrote whose key is revoked since.
  @Test func whatHoldsOfARevokedAuthor() {
    let start = "R053 the key of 'a', who wrote in the ledger of this bundle, is revoked (the device was stolen). "
    let hint = " (ask the mission for a bundle that was made since)"
    func said(_ hold: Int?, _ beyond: Int) -> [String] {
      told([
        Diagnostic(RunMessage.revokedAuthor("a", why: "the device was stolen", hold: hold, beyond: beyond))
      ])
    }
    #expect(
      said(2, 0) == [
        start + "What still holds: all of it that is here, 2 entries, which were written before"
      ])
    #expect(
      said(2, 1) == [
        start
          + "What still holds: the first 2 entries; 1 behind may be anybody's, and what rests here on the ledger was made with all of them"
          + hint
      ])
    #expect(
      said(nil, 3) == [
        start + "Which of its 3 entries here were written before cannot be told, so that none is known to hold" + hint
      ])
  }

  /// What of a ledger a bundle cannot hold, or holds by its id alone.
  @Test func whatOfTheLedgerIsNotHandedOut() {
    #expect(
      told([RunMessage.exposedEntries(2), .unsignedEntries(1), .entriesWithheld(1)].map { Diagnostic($0) }) == [
        "R032 2 entries of the ledger are not for everybody, and cannot be withheld: without a salt, or of a key that signed two feeds (take 'ledger' and 'workspace' out of the bundle's 'include')",
        "R031 1 entry of the ledger is not signed: nobody else will count what is not (run 'veedor ledger sign')",
        "R033 1 entry of the ledger is withheld: the bundle holds its id alone, as it is not for everybody (of reports, those with sensitivity=public are for everybody; of assessments, attached files and erasures, none)",
      ])
    #expect(Diagnostic(RunMessage.entriesWithheld(1)).severity == .warning)
  }

  /// What a bundle that is run again, and what lies beside the files of one, can have.
  @Test func whatIsRunAgainAndLeftOut() {
    func said(_ message: RunMessage) -> String { "\(message.code) \(message.message)" }
    #expect(
      said(.differsAgain("results/a/result.json", byte: 3, line: 2))
        == "R020 'results/a/result.json' is not what its analysis makes again: the first difference is byte 3, in line 2"
    )
    #expect(
      said(.failedAgain("a")) == "R023 'a' could not be run again, so that nothing vouches for its results")
    #expect(
      said(.attachmentLeftOut("evidence/.DS_Store"))
        == "R026 'evidence/.DS_Store' is left out of the bundle: a system puts such files into folders")
  }

  @Test func aStoredResultThatIsDamaged() throws {
    func read(_ text: String) throws -> [String] {
      let scratch = try ScratchFolder()
      try AtomicFile.write(Array(text.utf8), to: "\(scratch.path)/result.json")
      let folder = try Folder(path: scratch.path)
      let error = #expect(throws: DiagnosticsError.self) {
        try ResultFiles.read(OperationManifest("try", summary: Text("tries"))) { name throws(FileError) in
          try folder.file(name)
        }
      }
      return told(error?.all ?? []).map { $0.replacing("\(scratch.path)/", with: "") }
    }
    let start = "R004 the stored result 'result.json' cannot be read: "
    #expect(
      try read(#"{"findings": [{}]}"#) == [start + "a finding is not of the known form (run 'veedor run')"])
    #expect(try read(#"{"tables": ["rows"]}"#) == [start + "it has an unknown table 'rows' (run 'veedor run')"])
  }

  @Test func aDraftOnAStaleResultGoesIntoNoBundle() async throws {
    let scratch = try workspace("[drafts]")
    defer { withExtendedLifetime(scratch) {} }
    let workbench = try scratch.workbench(builtInModules)
    let drafts = try await workbench.run(try workbench.planDrafts())
    #expect(drafts.map(\.status) == [.ran, .ran])
    let error = await #expect(throws: DiagnosticsError.self) {
      try await workbench.make(try #require(workbench.workspace.bundles.first))
    }
    #expect(
      told(error?.all ?? []) == [
        "R011 draft 'chapter' states the result 'boxes', which is not up to date (run 'veedor run', then 'veedor draft')",
        "R011 draft 'statement' states the result 'boxes', which is not up to date (run 'veedor run', then 'veedor draft')",
      ])
  }

  @Test func whatAKindMarksAsPersonalIsCutOrStopsIt() async throws {
    struct Roll: RowFields {
      let id = Field<String>("id", role: .key, "the observer's key")
      let phone = Field<String>("phone", role: .personal, "the observer's number")
      let publication = PublicationFields()
      init(_ declaration: DatasetDeclaration) {}
    }
    let kind = DatasetKind<Int>("roll", "who observes", fields: Roll.init) { source, _ in source.table.rowCount }
    let module = SwiftModule("rolls", version: "1", kinds: [kind], operations: [])
    func makeBundle(_ roll: String, as file: String, of part: String = "workspace") async throws -> [String] {
      let scratch = try ScratchWorkspace()
      try scratch.write(roll, to: file)
      try scratch.write(
        ScratchWorkspace.mission + """
          datasets: {people: {kind: roll, path: \(file)}}
          attachments: ['roll.*']
          bundles: {partners: {include: [\(part)], profile: public}}

          """, to: "veedor.yaml")
      defer { withExtendedLifetime(scratch) {} }
      let workbench = try scratch.workbench([module])
      do {
        return told(try await workbench.make(try #require(workbench.workspace.bundles.first)).warnings)
      } catch let error as DiagnosticsError {
        return told(error.all)
      }
    }
    for part in ["workspace", "attachments"] {
      #expect(
        try await makeBundle("id,phone\no1,\no2,555\n", as: "roll.csv", of: part) == [
          "R039 the bundle lacks what is personal in 'people': phone"
        ])
      #expect(
        try await makeBundle("[]", as: "roll.json", of: part) == [
          "R012 column 'phone' of dataset 'people' is personal, and columns are cut out of CSV files alone "
            + "(save the file as CSV)"
        ])
    }
    #expect(try await makeBundle("id\no1\n", as: "roll.csv") == [])
  }
}
