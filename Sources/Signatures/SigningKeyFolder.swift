import Files
import Schema

/// The folders of the user that hold signing keys, outside all workspaces: `veedor/keys/<purpose>` in ``UserFolder/state``. Each key is a
/// file of its own that only the user may read.
public struct SigningKeyFolder: Sendable {
  private let path: String?

  /// The folders in the one at `path`; with none, where nothing says which folder is the user's, there are no keys.
  public init(path: String?) { self.path = path }

  /// The folders of this user.
  public init() { self.init(path: UserFolder.state.map { "\($0)/veedor/keys" }) }

  /// The keys for `purpose`, those of `mission` or all, in the order of their public keys.
  public func keys(_ purpose: SigningKey.Purpose, mission: String? = nil) throws -> [SigningKey] {
    guard let folder = try opened(purpose) else { return [] }
    let all = try folder.list().filter { $0.kind == .file && $0.name.hasSuffix(Self.nameEnd) }.map { entry in
      let file = try folder.file(entry.name)
      guard let document = try? Value(json: file.content(atMost: .small)), let key = SigningKey(document: document),
        key.purpose == purpose, Self.name(key) == entry.name
      else { throw KeyMessage.badKey(file: file.path) }
      return key
    }
    return all.filter { mission == nil || $0.mission == mission }.sorted { $0.verifier < $1.verifier }
  }

  /// The key with which things of `mission` are signed here: the one whose public key begins with `beginning`, in its digits or as it
  /// is told, or the only one.
  public func key(_ purpose: SigningKey.Purpose, mission: String, beginning: String? = nil) throws -> SigningKey {
    let keys = try keys(purpose, mission: mission).filter { key in
      beginning.map { key.verifier.hex.hasPrefix($0) || key.publicText.hasPrefix($0) } ?? true
    }
    guard let key = keys.first else {
      throw beginning.map { KeyMessage.unknownKey($0, mission: mission) } ?? KeyMessage.noKey(purpose, mission: mission)
    }
    guard keys.count == 1 else { throw KeyMessage.severalKeys(keys.map(\.publicText)) }
    return key
  }

  /// A new key for things of `mission`, kept for this user alone.
  public func makeKey(_ purpose: SigningKey.Purpose, mission: String) throws -> SigningKey {
    guard let path else { throw KeyMessage.noKeyFolder }
    let key = SigningKey(purpose, mission: mission)
    _ = try Folder.made(path: path, mode: 0o700)
    try Folder.made(path: "\(path)/\(purpose.rawValue)", mode: 0o700)
      .write(key.document.prettyJSON, to: Self.name(key), mode: 0o600)
    return key
  }

  /// Where the key's file stands.
  public func place(of key: SigningKey) -> String { "\(path ?? "")/\(key.purpose.rawValue)/\(Self.name(key))" }

  private static let nameEnd = ".key"

  private static func name(_ key: SigningKey) -> String { key.verifier.hex.prefix(16) + nameEnd }

  private func opened(_ purpose: SigningKey.Purpose) throws(FileError) -> Folder? {
    guard let path else { return nil }
    do {
      return try Folder(path: "\(path)/\(purpose.rawValue)")
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
  }
}
