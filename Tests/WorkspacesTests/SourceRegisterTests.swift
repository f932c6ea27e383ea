import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// Datasets that name a register of sources, and the copies that it names.
@Suite struct SourceRegisterTests {
  private let scratch: ScratchWorkspace

  init() throws { scratch = try ScratchWorkspace() }

  private func write(_ datasets: String) throws {
    try scratch.write(ScratchWorkspace.mission + "datasets:\n" + datasets, to: "veedor.yaml")
    try scratch.write("id,source\nc1,press\n", to: "said.csv")
    try scratch.write("key,label_en,type\npress,the press,media\n", to: "sources.csv")
    try scratch.write("station\n1\n", to: "stations.csv")
  }

  private func problems(_ datasets: String) throws -> [String] {
    try write(datasets)
    return Workspace.read(scratch.path, modules: builtInModules).diagnostics.map {
      "\($0.code) \($0.message)" + ($0.hint.map { " (\($0))" } ?? "")
    }
  }

  private static let register = "  sources: {kind: sources, path: sources.csv}\n"

  @Test func namesThatLeadToNoRegister() throws {
    let said = "  said: {kind: claims, path: said.csv, sources: sources}\n"
    #expect(try problems(said + Self.register) == [])
    #expect(
      try problems("  said: {kind: claims, path: said.csv, sources: source}\n" + Self.register)
        == ["W044 unknown dataset 'source' (did you mean 'sources'?)"])
    #expect(
      try problems("  said: {kind: claims, path: said.csv, sources: said}\n")
        == ["W071 'said' is of kind claims; a register of sources is of kind sources"])
    // So that no register leads back to itself.
    #expect(
      try problems("  sources: {kind: sources, path: sources.csv, sources: sources}\n")
        == ["W070 rows of kind sources name no source, so that they need no register of sources"])
    #expect(
      try problems("  places: {kind: stations, path: stations.csv, sources: sources}\n" + Self.register)
        == ["W070 rows of kind stations name no source, so that they need no register of sources"])
  }

  private func dataProblems(_ sources: String, said: String = "id,source\nc1,press\n") async throws -> [String] {
    try write("  said: {kind: claims, path: said.csv, sources: sources}\n" + Self.register)
    try scratch.write(sources, to: "sources.csv")
    try scratch.write(said, to: "said.csv")
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    return await workspace.dataProblems(DatasetLoader(workspace)).map { "\($0.code) \($0.message)" }
  }

  @Test func rowsGetTheirNamesFromTheRegister() async throws {
    try write("  said: {kind: claims, path: said.csv, sources: sources}\n" + Self.register)
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    let claims = try #require(try await DatasetLoader(workspace).load("said").content as? Claims)
    #expect(claims.all.map(\.provenance.sourceName) == [Text("the press")])
  }

  /// What of a source became known later is not in an edition.
  @Test func anEditionKnowsOfASourceWhatWasKnownThen() async throws {
    try write("  said: {kind: claims, path: said.csv, sources: sources}\n" + Self.register)
    try scratch.write("id,source,published_to\nc1,press,2017-11-28T00:00:00Z\n", to: "said.csv")
    try scratch.write(
      "key,label_en,type,withdrawn,withdrawn_on\npress,the press,media,deleted,2017-12-05\n", to: "sources.csv")
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    for (moment, isWithdrawn) in [("2017-12-04T00:00:00Z", false), ("2017-12-07T00:00:00Z", true)] {
      let loaded = try await DatasetLoader(workspace).load("said", asOf: Instant(rfc3339: moment))
      let claims = try #require(loaded.content as? Claims)
      #expect((claims.all[0].provenance.citation.source.withdrawn != nil) == isWithdrawn)
    }
  }

  /// What is wrong with the register is told once, beside what is wrong with the rows that need it.
  @Test func faultsOfBothAreToldOnce() async throws {
    let told = try await dataProblems(
      "key,label_en,type\npress,,media\n", said: "id,source,value,value_low\nc1,press,1,2\n")
    #expect(
      told == [
        "K109 row 1, column 'value': the row gives both a value and a range; give one or the other",
        "K142 row 1, column 'label_en': readers have no name for the source; fill 'label_en' or 'label_es'",
      ])
  }

  @Test(arguments: [
    ("copies/none.txt", "W051 row 1, column 'file': there is no file 'copies/none.txt'"),
    ("/etc/passwd", "F003 row 1, column 'file': '/etc/passwd' is not a path inside a folder"),
    ("../copy.txt", "F003 row 1, column 'file': '../copy.txt' is not a path inside a folder"),
    (".veedor/seals", "F003 row 1, column 'file': '.veedor/seals' is not a path inside a folder"),
    ("copies", "F002 row 1, column 'file': 'FOLDER/copies' is not a regular file"),
    ("copies/link.txt", "F001 row 1, column 'file': cannot open 'FOLDER/copies/link.txt': it is a symbolic link"),
    ("linked/copy.txt", "F001 row 1, column 'file': cannot open 'FOLDER/linked': a part of the path is not a folder"),
  ])
  func copiesThatCannotBeHandedOut(path: String, message: String) async throws {
    try scratch.write("as it stood", to: "copies/copy.txt")
    try scratch.link("\(scratch.path)/copies/copy.txt", from: "copies/link.txt")
    try scratch.link("\(scratch.path)/copies", from: "linked")
    let told = try await dataProblems("key,label_en,type,file\npress,the press,media,\(path)\n")
    #expect(told == [message.replacing("FOLDER", with: scratch.path)])
  }

  @Test func ofManyCopiesThatAreMissingTheFirstAreTold() async throws {
    let rows = (1...30).map { "s\($0),the press,media,copies/\($0)\n" }.joined()
    let told = try await dataProblems(
      "key,label_en,type,file\npress,the press,media,../out\n" + rows)
    #expect(told.count == 22)
    #expect(told.first == "F003 row 1, column 'file': '../out' is not a path inside a folder")
    #expect(told.last == "K114 and 10 more of this kind (W051), from row 22 on")
  }

  @Test func aCopyThatIsThere() async throws {
    try scratch.write("as it stood", to: "copies/copy.txt")
    #expect(try await dataProblems("key,label_en,type,file\npress,the press,media,copies/copy.txt\n") == [])
  }
}
