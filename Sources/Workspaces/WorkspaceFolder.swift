public import Files
public import Hashing
import Synchronization

/// The folder of a workspace, held open: what is checked, digested, read and packed is reached through one handle, never
/// through a link, and what the workspace file names is opened once, so that all of these see the same bytes.
public final class WorkspaceFolder: Sendable {
  /// The folder itself.
  public let home: Folder
  /// The folder in it for what is the machine's own.
  public let privateFolder: PrivateFolder
  private let digests: DigestCache
  private let inputs = Mutex<[String: MappedFile]>([:])
  private let heldLedger = Mutex<WorkspaceLedger?>(nil)

  /// The folder at `path`, as messages name it; links in `path` itself are followed.
  public init(path: String) throws(FileError) {
    home = try Folder(path: path)
    privateFolder = PrivateFolder(in: home)
    digests = DigestCache(in: privateFolder)
  }

  /// The path of something inside, as users see it.
  public func path(_ inner: String) -> String { home.path == "." ? inner : "\(home.path)/\(inner)" }

  /// A file that the workspace file names, held from the first time it is asked for.
  public func input(_ inner: String, atMost limit: FileLimit = .data) throws(FileError) -> MappedFile {
    let file: MappedFile
    if let held = inputs.withLock({ $0[inner] }) {
      file = held
    } else {
      let opened = try home.file(inner)
      file = inputs.withLock { inputs in
        let held = inputs[inner] ?? opened
        inputs[inner] = held
        return held
      }
    }
    try file.check(limit)
    return file
  }

  /// The ledger, as `read` gives it the first time it is asked for.
  func ledger(_ read: () throws -> WorkspaceLedger) throws -> WorkspaceLedger {
    try heldLedger.withLock { held in
      let ledger = try held ?? read()
      held = ledger
      return ledger
    }
  }

  /// Any file: the one that is held, or as it stands now.
  public func file(_ inner: String) throws(FileError) -> MappedFile {
    let file = if let held = inputs.withLock({ $0[inner] }) { held } else { try home.file(inner) }
    try file.check(.data)
    return file
  }

  /// The digest of the file at `inner`; one that was taken before is remembered as long as the file looks untouched.
  public func digest(_ inner: String) throws(FileError) -> Hash32 {
    try digests.digest(of: file(inner), at: inner)
  }

  /// Forgets the digests that were taken before: what is packed is held against what is read now.
  public func forgetDigests() { digests.forget() }

  /// Keeps the digests for the next time. Where they cannot be kept, that only costs time.
  public func saveDigests() { digests.save() }
}
