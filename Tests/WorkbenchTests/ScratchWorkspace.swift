import Files
import Glibc
import ModuleKit
import TestSupport
import Testing

@testable import Workbench

/// A workspace in a folder of its own, removed with it.
final class ScratchWorkspace {
  private let folder: ScratchFolder
  var path: String { folder.path }

  init() throws { folder = try ScratchFolder() }

  /// Writes `text` to the file at `inner`, making its folders.
  func write(_ text: String, to inner: String, mode: UInt32 = 0o644) throws {
    try write(Array(text.utf8), to: inner, mode: mode)
  }

  func write(_ bytes: [UInt8], to inner: String, mode: UInt32 = 0o644) throws {
    let parts = inner.split(separator: "/").map(String.init)
    if parts.count > 1 { try Folder(path: path).makeFolder(parts.dropLast().joined(separator: "/")) }
    try AtomicFile.write(bytes, to: "\(path)/\(inner)", mode: mode)
  }

  /// The content of the file at `inner` as text.
  func text(_ inner: String) throws -> String {
    String(decoding: try MappedFile(path: "\(path)/\(inner)").content, as: UTF8.self)
  }

  /// What reading the workspace gives, with the built-in modules `modules`.
  func read(_ modules: [any Module]) -> WorkspaceReading { Workspace.read(path, registry: Registry(modules)) }

  /// The workbench over it, which has to be sound.
  func workbench(_ modules: [any Module]) throws -> Workbench {
    let reading = read(modules)
    let workspace = try #require(reading.workspace, "\(reading.diagnostics.map(\.message))")
    return Workbench(workspace, registry: reading.registry)
  }

  /// The beginning of every workspace file: a mission and one contest.
  static let mission = """
    veedor: 1
    mission:
      id: rehearsal
      title: {en: "Rehearsal", es: "Ensayo"}
      election_day: 2017-11-26
      time_zone: America/Tegucigalpa
      languages: [en, es]
    contests:
      president:
        rule: plurality
        options:
          amapola: {name: "Amapola"}
          bromelia: {name: "Bromelia"}

    """
}

extension ScratchWorkspace {
  /// Puts a link to `target` at `inner`.
  func link(_ target: String, from inner: String) throws { try #require(symlink(target, "\(path)/\(inner)") == 0) }
}
