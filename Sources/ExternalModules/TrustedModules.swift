import Digests
import Files
import Glibc
import ModuleKit
import Workspaces

/// The external modules of a workspace that were trusted on this machine, in `.veedor/trusted_modules.json`.
///
/// An entry holds the digest of the module's files, tied to this machine and to this very folder: one that arrives with
/// a copy of the workspace trusts nothing.
struct TrustedModules {
  private let folder: String

  /// The modules trusted in the workspace in `folder`.
  init(workspace folder: String) { self.folder = folder }

  /// Whether the module `id`, whose files have `digest`, was trusted here.
  func contains(_ id: String, digest: String) -> Bool {
    guard let seal = try? seal(digest) else { return false }
    return entries[id] == .string(seal)
  }

  /// Trusts the module `id` as long as its files have `digest`.
  func add(_ id: String, digest: String) throws {
    _ = try Folder(path: folder).makeFolder(Workspace.privateFolder)
    var entries = entries
    entries[id] = .string(try seal(digest))
    try AtomicFile.write(Value.object(entries).prettyJSON, to: path, mode: 0o600)
  }

  private var path: String { "\(folder)/\(Workspace.privateFolder)/trusted_modules.json" }

  private var entries: [String: Value] {
    guard let bytes = try? MappedFile(path: path).content else { return [:] }
    return (try? Value(json: bytes).object) ?? [:]
  }

  /// The digest together with what no copy of the folder elsewhere shares.
  private func seal(_ digest: String) throws -> String {
    let machine = (try? MappedFile(path: "/etc/machine-id").content).map { String(decoding: $0, as: UTF8.self) } ?? ""
    var place = stat()
    let path = "\(folder)/\(Workspace.privateFolder)"
    guard stat(path, &place) == 0 else {
      throw FileError.system(.inspect, path: path, reason: SystemReason(number: errno))
    }
    let seal: Value = [
      .string(digest), .string(machine), .string("\(place.st_dev) \(place.st_ino)"), .integer(Int(getuid())),
    ]
    return Digest.of(seal.canonicalJSON)
  }
}
