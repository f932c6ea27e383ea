import Files
import Glibc
import Hashing
import ModuleKit
import Workspaces

/// The external modules of a workspace that were trusted on this machine, in `.veedor/trusted_modules.json`.
///
/// An entry holds the digest of the module's files, tied to this machine and to this very folder: one that arrives with
/// a copy of the workspace trusts nothing.
struct TrustedModules {
  private let folder: String
  private let file: StateFile

  /// The modules trusted in the workspace in `folder`.
  init(workspace folder: String) {
    self.folder = folder
    file = StateFile(path: "\(folder)/\(Workspace.privateFolder)/trusted_modules.json", mode: 0o600)
  }

  /// Whether the module `id`, whose files have `digest`, was trusted here.
  func contains(_ id: String, digest: Hash32) -> Bool {
    guard let seal = try? seal(digest) else { return false }
    return file[id] == .string(seal.hex)
  }

  /// Trusts the module `id` as long as its files have `digest`.
  func add(_ id: String, digest: Hash32) throws {
    _ = try Folder(path: folder).makeFolder(Workspace.privateFolder)
    file[id] = .string(try seal(digest).hex)
    try file.save()
  }

  /// The digest together with what no copy of the folder elsewhere shares.
  private func seal(_ digest: Hash32) throws -> Hash32 {
    let machine = (try? MappedFile(path: "/etc/machine-id").content).map { String(decoding: $0, as: UTF8.self) } ?? ""
    var place = stat()
    let path = "\(folder)/\(Workspace.privateFolder)"
    guard stat(path, &place) == 0 else {
      throw FileError.system(.inspect, path: path, reason: SystemReason(number: errno))
    }
    let seal: Value = [
      .string(digest.hex), .string(machine), .string("\(place.st_dev) \(place.st_ino)"), .integer(Int(getuid())),
    ]
    return Hash32(of: seal.canonicalJSON)
  }
}
