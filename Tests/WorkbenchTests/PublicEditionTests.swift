import BuiltIn
import Bundles
import Compression
import Files
import Hashing
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// A public bundle is made without what is personal, and everything in it follows from what is left.
@Suite struct PublicEditionTests {
  private static let bulletins = """
    id,votes_blue,tel,votes_green,source,published_from,published_to
    noon,410,9988-7766,395,board,2031-05-05T12:00:00Z,2031-05-05T12:00:00Z
    night,900,"3344-5566, mornings",955,board,2031-05-05T23:00:00Z,2031-05-05T23:00:00Z

    """

  private func workspace(bulletins: String = "path: bulletins.csv, personal: tel") throws -> ScratchWorkspace {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      """
      veedor: 1
      mission:
        id: harbour
        title: Harbour council
        election_day: 2031-05-04
        time_zone: Atlantic/Azores
        languages: [en, es]
        notice: {en: An exercise, es: Un ejercicio}
      contests:
        council: {rule: plurality, options: {blue: {name: Blue List}, green: {name: Green List}}}
      datasets:
        bulletins: {kind: bulletins, contest: council, \(bulletins)}
        said: {kind: claims, path: said.csv, columns: {topic: nota}, personal: [nota, who]}
      analyses:
        count: {use: counts.timeline, on: {bulletins: bulletins}}
        claims: {use: counts.claims, on: {claims: said}}
      drafts:
        page: {template: page.md, uses: [count]}
        other: {template: page.md, uses: [claims]}
      bundles: {open: {include: [workspace, results, drafts], profile: public}}

      """, to: "veedor.yaml")
    try scratch.write("# A page\n\nIt says nothing.\n", to: "page.md")
    try scratch.write(Self.bulletins, to: "bulletins.csv")
    try scratch.write(
      "id,source,nota,value,who\nc1,eu,sheets,24,Ana Paz\nc2,oas,sheets,25,ana@example.org\n", to: "said.csv")
    return scratch
  }

  private func packed(_ scratch: ScratchWorkspace) async throws -> PackedBundle {
    let workbench = try scratch.workbench(builtInModules)
    _ = try await workbench.run(try workbench.plan())
    _ = try await workbench.run(try workbench.planDrafts())
    return try await workbench.make(
      try #require(workbench.workspace.bundles.first), at: "\(scratch.user.path)/handed-out.zip")
  }

  @Test func nothingOfWhatIsCutIsLeft() async throws {
    let scratch = try workspace()
    let packed = try await packed(scratch)
    #expect(
      packed.warnings.map { "\($0.code) \($0.message)" } == [
        "R039 the bundle lacks what is personal in 'bulletins': tel",
        "R039 the bundle lacks what is personal in 'said': nota, who",
        "R040 'claims' needs what the bundle lacks, so that the bundle lacks it as well",
        "R040 'other' needs what the bundle lacks, so that the bundle lacks it as well",
      ])
    let bag = "\(scratch.user.path)/bag"
    let facts = try Bundle(path: packed.written.path).extract(to: bag)
    let notice = try #require(facts.statement).description.notice
    #expect(
      notice["en"]
        == "An exercise. This public edition lacks column tel of bulletins; columns nota, who of said; what needs them (claims, other)."
    )
    #expect(
      notice["es"]
        == "Un ejercicio. En esta edición pública falta lo siguiente: la columna tel de bulletins; las columnas nota, who de said; lo que los necesita (claims, other)."
    )
    let folder = try Folder(path: "\(bag)/data")
    let files = try folder.files()
    #expect(files.contains("drafts/page/en.html") && files.contains("results/count/record.json"))
    #expect(!files.contains { $0.hasPrefix("results/claims") || $0.hasPrefix("drafts/other") })
    // Neither what was cut nor the digest of a file that had it, from which it could be guessed.
    let originals = ["9988", "5566", "Ana Paz", "ana@", Hash32(of: Array(Self.bulletins.utf8)).hex]
    for file in files {
      let text = String(decoding: try folder.file(file).content, as: UTF8.self)
      for original in originals { #expect(!text.contains(original), "\(file) has \(original)") }
    }
    #expect(
      String(decoding: try folder.file("workspace/bulletins.csv").content, as: UTF8.self)
        == Self.bulletins.replacing(",tel", with: "").replacing(",9988-7766", with: "")
        .replacing(",\"3344-5566, mornings\"", with: ""))
    #expect(
      String(decoding: try folder.file("drafts/page/en.html").content, as: UTF8.self).contains(
        "column tel of bulletins"))
    #expect(try scratch.text("bulletins.csv") == Self.bulletins)
  }

  @Test func itRunsAgainFromWhatIsLeft() async throws {
    let scratch = try workspace()
    let path = try await packed(scratch).written.path
    let rerun = try await BundleRerun(Bundle(path: path), modules: builtInModules, machineKey: scratch.machineKey)
    #expect(rerun.isSame && rerun.files > 8, "\(rerun.problems.map(\.message))")
    #expect(rerun.withheld == ["claims", "other"])
    // An edition of the edition lacks no more.
    let bag = "\(scratch.user.path)/bag"
    try Bundle(path: path).extract(to: bag)
    let reading = Workspace.read("\(bag)/data/workspace", modules: builtInModules)
    let again = try #require(reading.workspace, "\(reading.diagnostics.map(\.message))")
    #expect(try PersonalColumns(of: again).problems.isEmpty)
    #expect(
      again.withheld
        == Withheld(columns: ["bulletins": ["tel"], "said": ["nota", "who"]], results: ["claims", "other"]))
    let theirs = Workbench(again, modules: builtInModules, machineKey: scratch.machineKey)
    _ = try await theirs.run(try theirs.plan())
    _ = try await theirs.run(try theirs.planDrafts())
    let second = try await theirs.make(try #require(again.bundles.first), at: "\(scratch.user.path)/second.zip")
    #expect(try second.written.statement.identity == Bundle(path: path).verify().statement?.identity)
  }

  @Test func theSameBytesEachTime() async throws {
    let (one, other) = (try workspace(), try workspace())
    let identities = [try await packed(one), try await packed(other)].map(\.written.statement.identity)
    #expect(identities[0] == identities[1])
  }

  @Test func compressedFilesAreCut() async throws {
    let scratch = try workspace(bulletins: "path: bulletins.csv.gz, personal: tel")
    try scratch.write(compress(Array(Self.bulletins.utf8), .gzip), to: "bulletins.csv.gz")
    let packed = try await packed(scratch)
    let bag = "\(scratch.user.path)/bag"
    try Bundle(path: packed.written.path).extract(to: bag)
    let cut = try decompress(MappedFile(path: "\(bag)/data/workspace/bulletins.csv.gz").content, .gzip, limit: 1 << 20)
    #expect(cut.starts(with: Array("id,votes_blue,votes_green,source".utf8)))
  }

  /// A slip in a name would hand out the column.
  @Test func aColumnThatIsNotThereStopsIt() async throws {
    let scratch = try workspace(bulletins: "path: bulletins.csv, personal: [tel, telefono]")
    let error = await #expect(throws: DiagnosticsError.self) { try await packed(scratch) }
    #expect(
      error?.all.map { "\($0.location?.file ?? "") \($0.code) \($0.message)" } == [
        "bulletins.csv R038 the file has no column 'telefono', which 'personal' names"
      ])
  }

  /// Also of a file that no analysis reads: what a quote swallows stands in no column.
  @Test(arguments: ["id,source,tel\nc1,\"eu,Ana\nc2,eu,Paz\n", "id,source,tel\rc1,eu,Ana\r"])
  func whatCannotBeReadIsNotCut(_ text: String) async throws {
    let scratch = try workspace()
    try scratch.write(
      scratch.text("veedor.yaml").replacing(
        "analyses:\n", with: "  calls: {kind: claims, path: calls.csv, personal: tel}\nanalyses:\n"), to: "veedor.yaml")
    try scratch.write(text, to: "calls.csv")
    let error = await #expect(throws: DiagnosticsError.self) { try await packed(scratch) }
    #expect(error?.all.first?.location?.file == "calls.csv")
  }

  /// The notice says that a column is withheld; the file that has it again loses it again.
  @Test func whatCameBackIsCutAgain() async throws {
    let scratch = try workspace()
    try scratch.write(
      Withheld(columns: ["bulletins": ["tel"], "said": ["nota", "who"]]).document.prettyJSON, to: Withheld.fileName)
    let again = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    #expect(try PersonalColumns(of: again).columns == ["bulletins": ["tel"], "said": ["nota", "who"]])
  }

  /// What is left is looked through as well.
  @Test func whatIsLeftIsLookedThrough() async throws {
    let scratch = try workspace(bulletins: "path: bulletins.csv, personal: source_x")
    try scratch.write(
      Self.bulletins.replacing("source,", with: "source,source_x,").replacing("board,", with: "board,x,"),
      to: "bulletins.csv")
    let error = await #expect(throws: DiagnosticsError.self) { try await packed(scratch) }
    #expect(error?.all.map(\.code) == ["R034", "R034"])
  }

  private func told(_ bulletins: String) throws -> [String] {
    let scratch = try workspace(bulletins: bulletins)
    try scratch.write("", to: "bulletins.xlsx")
    return Workspace.read(scratch.path, modules: builtInModules).diagnostics.map { "\($0.code) \($0.message)" }
  }

  @Test func whatCannotBeCutIsToldByTheCheck() throws {
    #expect(
      try told("path: bulletins.xlsx, personal: tel") == [
        "W075 columns are cut out of CSV files alone, and 'bulletins.xlsx' is none"
      ])
    #expect(
      try told("path: bulletins.csv, personal: [id, tel], where: [{column: tel, is: x}]") == [
        "W076 without column 'id' the dataset cannot be read, so that a public edition would have none",
        "W076 without column 'tel' the dataset cannot be read, so that a public edition would have none",
      ])
  }

  @Test func whatWasWithheldIsReadStrictly() throws {
    for (text, said) in [
      ("{", "not valid JSON at byte 1: the text ends too early"),
      (#"{"columns": {}, "entries": -1, "results": []}"#, nil), (#"{"entries": 0, "results": []}"#, nil), ("[]", nil),
    ] {
      let scratch = try workspace()
      try scratch.write(text, to: Withheld.fileName)
      let reading = Workspace.read(scratch.path, modules: builtInModules)
      #expect(reading.workspace == nil && reading.diagnostics.map(\.code) == ["W077"])
      #expect(
        said == nil || reading.diagnostics[0].message == "withheld.json does not say what was withheld: \(said ?? "")")
    }
  }
}
