import Files
import Glibc
import Hashing
import ModuleKit
import TestSupport
import Testing

@testable import Workbench

/// The key that vouches for results: made once, for the user alone; without it nothing breaks.
@Suite struct MachineKeyTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    stat(path, &status)
    return status.st_mode & 0o777
  }

  @Test func isMadeOnceAndForTheUserAlone() throws {
    try withScratch { folder in
      let path = "\(folder)/state/veedor"
      let looked = MachineKey(folder: path)
      #expect(looked.key == nil && looked.refusal == nil)
      #expect(try Folder(path: folder).list().isEmpty)
      let made = try #require(looked.made())
      #expect(looked.key?.bytes == made.bytes)
      #expect(mode(path) == 0o700 && mode("\(path)/result.key") == 0o600)
      #expect(MachineKey(folder: path).key?.bytes == made.bytes)
      #expect(MachineKey(folder: path).made()?.bytes == made.bytes)
    }
  }

  @Test func twoFirstRunsShareOne() async throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/veedor"
    let keys = await withTaskGroup(of: [UInt8]?.self) { group in
      // Each has found none before any is made.
      for key in (0..<8).map({ _ in MachineKey(folder: path) }) { group.addTask { key.made()?.bytes } }
      return await group.reduce(into: Set<[UInt8]?>()) { $0.insert($1) }
    }
    #expect(keys.count == 1 && keys.first != .some(nil))
    withExtendedLifetime(folder) {}
  }

  private func refusal(_ key: MachineKey) -> String? {
    key.refusal.map { "\($0.severity): \(Diagnostic($0).rendered())" }
  }

  private func told(_ reason: String) -> String {
    "warning: warning[R015] no key vouches for results: \(reason); what runs here counts as received\n"
      + "  let XDG_STATE_HOME name a folder that can be written to"
  }

  @Test func whereNoneCanBeKeptThatIsSaid() throws {
    try withScratch { folder in
      try AtomicFile.write([1], to: "\(folder)/file")
      let key = MachineKey(folder: "\(folder)/file/veedor")
      #expect(refusal(key) == nil && key.made() == nil)
      #expect(refusal(key) == told("cannot open '\(folder)/file/veedor': a part of the path is not a folder"))
      let none = MachineKey(folder: nil)
      #expect(none.made() == nil)
      #expect(refusal(none) == told("neither XDG_STATE_HOME nor HOME names a folder"))
    }
  }

  @Test func whatStandsInItsPlaceIsNoKey() throws {
    func refused(_ make: (_ path: String) throws -> Void) throws -> String? {
      try withScratch { folder in
        try make("\(folder)/result.key")
        let key = MachineKey(folder: folder)
        #expect(key.made() == nil)
        return refusal(key)?.replacing(folder, with: "state")
      }
    }
    #expect(
      try refused { try AtomicFile.write([1, 2], to: $0) } == told("'state/result.key' holds no key: remove it"))
    #expect(try refused { mkfifo($0, 0o600) } == told("'state/result.key' is not a regular file"))
    #expect(try refused { mkdir($0, 0o700) } == told("'state/result.key' is not a regular file"))
    #expect(
      try refused { symlink("/etc/machine-id", $0) } == told("cannot open 'state/result.key': it is a symbolic link"))
  }

  @Test func withoutItRunsGoOnAndCountAsReceived() async throws {
    let workspace = try NotesWorkspace()
    try workspace.scratch.write("", to: "file")
    let key = MachineKey(folder: "\(workspace.scratch.path)/file/veedor")
    let workbench = try workspace.scratch.workbench([NotesModule()], key)
    #expect(workbench.warnings.isEmpty)
    #expect(try await workbench.run(workbench.plan()).map(\.status) == [.ran, .ran, .ran])
    #expect(workbench.warnings.map(\.code) == ["R015"])
    let planner = try workspace.planner(NotesModule(), key)
    #expect(try planner.standing(planner.analysis("first"), asOf: nil).status == .received)
  }
}
