import BuiltIn
import Files
import Glibc
import Hashing
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// What was checked is what is digested and read, whatever becomes of the paths meanwhile.
@Suite struct WorkspaceFolderTests {
  private static let claims = "id,source\nc1,eu\n"

  private func workspace(_ scratch: ScratchWorkspace) throws -> Workspace {
    try scratch.write(
      ScratchWorkspace.mission + "datasets:\n  said: {kind: claims, path: data/claims.csv}\n", to: "veedor.yaml")
    try scratch.write(Self.claims, to: "data/claims.csv")
    return try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
  }

  private func expectTheCheckedFile(in workspace: Workspace) async throws {
    let loaded = try await DatasetLoader(workspace).load("said")
    #expect(loaded.source.table.rowCount == 1)
    #expect(try workspace.folder.digest("data/claims.csv") == Hash32(of: Self.claims.utf8))
    #expect(try workspace.folder.file("data/claims.csv").content == Array(Self.claims.utf8))
  }

  @Test func aFileThatIsReplacedAfterTheCheck() async throws {
    let scratch = try ScratchWorkspace()
    let workspace = try workspace(scratch)
    try scratch.write(Self.claims + "c2,oas\n", to: "data/claims.csv")
    try await expectTheCheckedFile(in: workspace)
  }

  @Test func aLinkThatTakesTheFilesPlaceAfterTheCheck() async throws {
    let (scratch, elsewhere) = (try ScratchWorkspace(), try ScratchWorkspace())
    let workspace = try workspace(scratch)
    try elsewhere.write(Self.claims + "c2,oas\n", to: "private.csv")
    try Folder(path: scratch.path).remove("data/claims.csv")
    try scratch.link("\(elsewhere.path)/private.csv", from: "data/claims.csv")
    try await expectTheCheckedFile(in: workspace)
  }

  @Test func anotherFolderThatTakesTheWorkspacesPlace() async throws {
    let scratch = try ScratchWorkspace()
    try scratch.write("", to: "mission/veedor.yaml")
    try scratch.write(
      ScratchWorkspace.mission + "datasets:\n  said: {kind: claims, path: data/claims.csv}\n", to: "mission/veedor.yaml"
    )
    try scratch.write(Self.claims, to: "mission/data/claims.csv")
    let path = "\(scratch.path)/mission"
    let workspace = try #require(Workspace.read(path, modules: builtInModules).workspace)
    #expect(rename(path, "\(scratch.path)/moved") == 0)
    try scratch.write("nothing", to: "mission/data/claims.csv")
    try await expectTheCheckedFile(in: workspace)
    // What is kept is kept in the folder that was opened.
    workspace.folder.saveDigests()
    #expect(try Folder(path: scratch.path).folder("moved/.veedor").list().map(\.name) == ["digests.json"])
  }

  @Test func aWorkspaceFileBehindALink() throws {
    let (scratch, elsewhere) = (try ScratchWorkspace(), try ScratchWorkspace())
    _ = try workspace(elsewhere)
    try scratch.link("\(elsewhere.path)/veedor.yaml", from: "veedor.yaml")
    #expect(
      Workspace.read(scratch.path, modules: builtInModules).diagnostics.map(\.message) == [
        "cannot open '\(scratch.path)/veedor.yaml': it is a symbolic link"
      ])
  }

  /// A cache behind a link is none, and nothing is written through it.
  @Test func aPrivateFolderBehindALink() throws {
    let (scratch, elsewhere) = (try ScratchWorkspace(), try ScratchWorkspace())
    let workspace = try workspace(scratch)
    try scratch.link(elsewhere.path, from: PrivateFolder.name)
    _ = try workspace.folder.digest("data/claims.csv")
    workspace.folder.saveDigests()
    #expect(try Folder(path: elsewhere.path).list().isEmpty)
  }
}
