import Files
import Hashing
import Schema
import Signatures

/// The folder of the user that holds the keys of authors, outside all workspaces: `veedor/keys` in ``UserFolder/state``.
///
/// Each key is a file of its own that only the user may read. Beside it stands what was last signed with it: whatever becomes
/// of a workspace, undone, restored or merged, the key never signs two feeds that contradict each other.
public struct KeyFolder: Sendable {
  private let path: String?

  /// The folder at `path`; with none, where nothing says which folder is the user's, there are no keys.
  public init(path: String?) { self.path = path }

  /// The folder of this user.
  public init() { self.init(path: UserFolder.state.map { "\($0)/veedor/keys" }) }

  /// The keys for the ledger of `mission`, or all, in the order of their authors.
  public func keys(mission: String? = nil) throws -> [AuthorKey] {
    guard let folder = try opened() else { return [] }
    return try folder.list().filter { $0.kind == .file && $0.name.hasSuffix(".key") }.compactMap { entry in
      let file = try folder.file(entry.name)
      guard let document = try? Value(json: file.content(atMost: .small)), let key = AuthorKey(document: document),
        "\(key.author.name).key" == entry.name
      else { throw LedgerMessage.badKey(file: file.path) }
      return mission == nil || key.mission == mission ? key : nil
    }
  }

  /// The key that writes the ledger of `mission` here: the one of `author`, or the only one that is none of `revoked`.
  public func key(mission: String, author: String? = nil, revoked: Set<String> = []) throws -> AuthorKey {
    let keys = try keys(mission: mission)
    if let author {
      guard let key = keys.first(where: { $0.author.name == author || $0.author.name.hasPrefix(author + ".") }) else {
        throw LedgerMessage.unknownKey(author, known: keys.map(\.author.name))
      }
      return key
    }
    let valid = keys.filter { !revoked.contains($0.author.name) }
    // Where all are, writing says so.
    guard let key = valid.first ?? keys.first else { throw LedgerMessage.noKey(mission: mission) }
    guard valid.count <= 1 else { throw LedgerMessage.severalKeys(valid.map(\.author.name)) }
    return key
  }

  /// A new key for the ledger of `mission`, kept for this user alone.
  public func makeKey(mission: String) throws -> AuthorKey {
    guard let path else { throw LedgerMessage.noKeyFolder }
    let folder = try Folder.made(path: path, mode: 0o700)
    let key = AuthorKey(mission: mission)
    try folder.write(key.document.prettyJSON, to: "\(key.author.name).key", mode: 0o600)
    return key
  }

  /// Where the key's file stands.
  public func place(of key: AuthorKey) -> String { "\(path ?? "")/\(key.author.name).key" }

  /// What was last signed with `key`; nil where nothing was.
  func lastSigned(with key: AuthorKey) throws -> FeedHead? {
    guard let folder = try opened() else { return nil }
    return try FeedHead.read("\(key.author.name).signed", in: folder)
  }

  /// Signs `head` with `key`. That it did so is on the disk before the signature leaves.
  func sign(_ head: FeedHead, with key: AuthorKey) throws -> SignedNote {
    guard let path else { throw LedgerMessage.noKeyFolder }
    let note = try key.note(of: head)
    try Folder(path: path).write(head.document.prettyJSON, to: "\(key.author.name).signed", mode: 0o600)
    return note
  }

  /// Holds the key while `body` compares a feed with what was last signed, and signs.
  func holding<Success>(_ key: AuthorKey, _ body: () throws -> Success) throws -> Success {
    guard let folder = try opened() else { throw LedgerMessage.noKeyFolder }
    let lock = try folder.lock("\(key.author.name).lock", waits: true)
    return try withExtendedLifetime(lock, body)
  }

  private func opened() throws -> Folder? {
    guard let path else { return nil }
    do throws(FileError) {
      return try Folder(path: path)
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
  }
}

extension FeedHead {
  /// The head as files of the ledger hold it.
  var document: Value { ["root": .string(root.hex), "size": .integer(size)] }

  /// The head that the file `name` in `folder` holds; nil where there is none.
  static func read(_ name: String, in folder: Folder) throws -> FeedHead? {
    let file: MappedFile
    do throws(FileError) {
      file = try folder.file(name)
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
    guard let document = try? Value(json: file.content(atMost: .small)), document.object?.count == 2,
      let size = document["size"]?.integer, size >= 0, let root = document["root"]?.string.flatMap({ Hash32(hex: $0) })
    else { throw FeedMessage.badHead(file: file.path) }
    return FeedHead(size: size, root: root)
  }
}
