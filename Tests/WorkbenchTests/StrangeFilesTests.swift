import Bundles
import Files
import Glibc
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// What stands where a file or a folder belongs: a workspace that arrives may hold any of these, and none may lead out of
/// it, or keep the program waiting.
enum Intruder: String, CaseIterable, Sendable {
  case linkToFile, linkToFolder, pipe, folder, socket, device

  /// Puts one at `path`, in the place of what is there; false where the system does not let us.
  func take(_ path: String, in scratch: ScratchWorkspace) throws -> Bool {
    let inner = String(path.dropFirst(scratch.path.count + 1))
    let home = try Folder(path: scratch.path)
    if let folder = try? home.folder(inner) { try folder.removeContent() }
    try? home.remove(inner)
    try AtomicFile.write(Array("elsewhere\n".utf8), to: "\(scratch.user.path)/elsewhere")
    switch self {
    case .linkToFile: return symlink("\(scratch.user.path)/elsewhere", path) == 0
    case .linkToFolder: return symlink(scratch.user.path, path) == 0
    case .pipe: return mkfifo(path, 0o600) == 0
    case .folder: return mkdir(path, 0o700) == 0
    case .socket: return mknod(path, S_IFSOCK | 0o600, 0) == 0
    case .device: return mknod(path, S_IFCHR | 0o600, 0x0103) == 0
    }
  }

  /// What is said of one in the place of the file at `path`.
  func asFile(_ path: String) -> String {
    switch self {
    case .linkToFile, .linkToFolder: "cannot open '\(path)': it is a symbolic link"
    case .socket: "cannot open '\(path)': it is a device, a pipe or a socket"
    case .pipe, .folder, .device: "'\(path)' is not a regular file"
    }
  }

  /// What is said of one in the place of the folder at `path`.
  func asFolder(_ path: String) -> String { "cannot open '\(path)': a part of the path is not a folder" }
}

@Suite struct StrangeFilesTests {
  private static let sections =
    NotesWorkspace.sections + """
      modules:
        own: {path: modules/own}

      """

  private func workspace() throws -> NotesWorkspace {
    let workspace = try NotesWorkspace(Self.sections)
    try workspace.scratch.write(
      "veedor_module: 1\nid: own\nversion: \"1\"\ncommand: [./run]\noperations:\n  - {id: op, summary: {en: e, es: e}}\n",
      to: "modules/own/module.yaml")
    try workspace.scratch.write("#!/bin/sh\n", to: "modules/own/run", mode: 0o755)
    return workspace
  }

  /// All that a check, a run, a draft and a packing of `workspace` say, without its path.
  private func told(_ workspace: NotesWorkspace) async throws -> Set<String> {
    let reading = Workspace.read(workspace.scratch.path, modules: [NotesModule()])
    var told = reading.diagnostics
    if let found = reading.workspace {
      let workbench = Workbench(found, modules: [NotesModule()], machineKey: workspace.scratch.machineKey)
      for plan in [{ try workbench.plan() }, { try workbench.planDrafts() }] as [() throws -> Plan] {
        do { told += try await workbench.run(plan()).flatMap(\.problems) } catch { told += Diagnostic.all(of: error) }
      }
      do { _ = try await workbench.make(found.bundles[0]) } catch { told += Diagnostic.all(of: error) }
    }
    return Set(told.map { $0.message.replacing("\(workspace.scratch.path)/", with: "") })
  }

  @Test(
    arguments: ["veedor.yaml", "data/claims.csv", "drafts/page.md", "modules/own/module.yaml", ".veedor/lock"],
    Intruder.allCases)
  func inThePlaceOfAFileAreRefused(path: String, intruder: Intruder) async throws {
    let workspace = try workspace()
    #expect(try await told(workspace) == [])
    guard try intruder.take("\(workspace.scratch.path)/\(path)", in: workspace.scratch) else { return }
    // Something is due, so that the lock is asked for.
    if path == ".veedor/lock" { try workspace.scratch.write("id,source\nc1,oas\n", to: "data/claims.csv") }
    let told = try await told(workspace)
    let expected =
      switch (path, intruder) {
      case (".veedor/lock", .linkToFile), (".veedor/lock", .linkToFolder):
        "cannot create '\(path)': it is a symbolic link"
      case (".veedor/lock", .folder): "cannot create '\(path)': it is a folder"
      case (".veedor/lock", .socket): "cannot create '\(path)': it is a device, a pipe or a socket"
      case ("data/claims.csv", .folder), ("drafts/page.md", .folder): "'\(path)' is a folder, and a file is wanted"
      default: intruder.asFile(path)
      }
    #expect(told.contains { $0.contains(expected) }, "\(told)")
  }

  @Test(
    arguments: [".veedor", "results", "results/third", "bundles", "modules", "modules/own", "data", "drafts"],
    Intruder.allCases)
  func inThePlaceOfAFolderAreRefused(path: String, intruder: Intruder) async throws {
    guard intruder != .folder else { return }
    let workspace = try workspace()
    guard try intruder.take("\(workspace.scratch.path)/\(path)", in: workspace.scratch) else { return }
    let told = try await told(workspace)
    #expect(told.contains { $0.contains(intruder.asFolder(path)) }, "\(told)")
    try expectNothingElsewhere(workspace)
  }

  @Test(arguments: Intruder.allCases) func amongAModulesFilesAreRefused(intruder: Intruder) async throws {
    guard intruder != .folder else { return }
    let workspace = try workspace()
    guard try intruder.take("\(workspace.scratch.path)/modules/own/run", in: workspace.scratch) else { return }
    #expect(
      try await told(workspace) == ["'modules/own/run' is a link or device, which a module's folder cannot hold"])
  }

  /// What the machine keeps to save time, or to have been asked, is then not kept.
  @Test(arguments: [".veedor/digests.json", ".veedor/trusted_modules.json"], Intruder.allCases)
  func inThePlaceOfWhatTheMachineKeepsTheyKeepNothing(path: String, intruder: Intruder) async throws {
    let workspace = try workspace()
    #expect(try await told(workspace) == [])
    guard try intruder.take("\(workspace.scratch.path)/\(path)", in: workspace.scratch) else { return }
    #expect(try await told(workspace) == [])
    try expectNothingElsewhere(workspace)
  }

  /// A result that cannot be read is not one that is not there.
  @Test(arguments: ["results/third/record.json", "results/third/result.json", ".veedor/seals.json"], Intruder.allCases)
  func inThePlaceOfAResultAreRefused(path: String, intruder: Intruder) async throws {
    let workspace = try workspace()
    #expect(try await told(workspace) == [])
    guard try intruder.take("\(workspace.scratch.path)/\(path)", in: workspace.scratch) else { return }
    #expect(try await told(workspace) == [intruder.asFile(path)])
    try expectNothingElsewhere(workspace)
  }

  private func expectNothingElsewhere(_ workspace: NotesWorkspace) throws {
    #expect(try MappedFile(path: "\(workspace.scratch.user.path)/elsewhere").content == Array("elsewhere\n".utf8))
    let names = try Folder(path: workspace.scratch.user.path).list().map(\.name)
    #expect(Set(names).isSubset(of: ["elsewhere", "veedor"]), "\(names)")
  }

  /// Or a folder into which one was unpacked.
  @Test(arguments: Intruder.allCases) func aBundleIsAFile(intruder: Intruder) throws {
    guard ![.linkToFile, .linkToFolder, .folder].contains(intruder) else { return }
    let scratch = try ScratchWorkspace()
    let path = "\(scratch.path)/a.evb.zip"
    guard try intruder.take(path, in: scratch) else { return }
    let error = #expect(throws: FileError.self) { try Bundle(path: path) }
    #expect(error?.message == intruder.asFile(path))
  }
}
