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
  private let folder: PrivateFolder
  private let file: StateFile

  /// The modules trusted in the workspace whose private folder is `folder`.
  init(in folder: PrivateFolder) {
    self.folder = folder
    file = StateFile("trusted_modules.json", in: folder, mode: 0o600)
  }

  /// Whether the module `id`, whose files have `digest`, was trusted here.
  func contains(_ id: String, digest: Hash32) -> Bool {
    guard let folder = try? folder.opened(), let seal = try? seal(digest, folder) else { return false }
    return file[id] == .string(seal.hex)
  }

  /// Trusts the module `id` as long as its files have `digest`.
  func add(_ id: String, digest: Hash32) throws {
    file[id] = .string(try seal(digest, folder.made()).hex)
    try file.save()
  }

  /// The digest together with what no copy of the folder elsewhere shares.
  private func seal(_ digest: Hash32, _ folder: Folder) throws(FileError) -> Hash32 {
    let machine =
      (try? MappedFile(path: "/etc/machine-id").content(atMost: .small)).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
    let place = try folder.identity()
    let seal: Value = [
      .string(digest.hex), .string(machine), .string("\(place.device) \(place.inode)"), .integer(Int(getuid())),
    ]
    return Hash32(of: seal.canonicalJSON)
  }
}
