import Glibc
import TestSupport
import Testing
import Workspaces

/// The workspace above a folder.
@Suite struct WorkspaceAboveTests {
  @Test func theNearestIsTaken() throws {
    let scratch = try ScratchWorkspace()
    try scratch.write(ScratchWorkspace.mission, to: "veedor.yaml")
    try scratch.write("", to: "data/more/file.csv")
    let folder = scratch.path
    #expect(WorkspaceFolder.above(folder) == nil)
    #expect(WorkspaceFolder.above("\(folder)/data") == "\(folder)/data/..")
    #expect(WorkspaceFolder.above("\(folder)/data/more") == "\(folder)/data/more/../..")
    try scratch.write(ScratchWorkspace.mission, to: "data/veedor.yaml")
    #expect(WorkspaceFolder.above("\(folder)/data/more") == "\(folder)/data/more/..")
    #expect(WorkspaceFolder.above("\(folder)/data") == nil && WorkspaceFolder.above("\(folder)/none") == nil)
  }

  /// Where the tests run as somebody who can give files away.
  @Test(.enabled(if: geteuid() == 0)) func thatOfSomebodyElseIsNot() throws {
    let scratch = try ScratchWorkspace()
    try scratch.write(ScratchWorkspace.mission, to: "veedor.yaml")
    try scratch.write("", to: "data/file.csv")
    try #require(chown("\(scratch.path)/veedor.yaml", 65534, 65534) == 0)
    #expect(WorkspaceFolder.above("\(scratch.path)/data") == nil)
  }
}
