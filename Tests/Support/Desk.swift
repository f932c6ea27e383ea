public import Files
import Hashing
public import Ledger
public import Schema
public import Times

/// An observer's ledger, on a disk and with a key of its own.
public final class Desk {
  /// When an entry is recorded that says nothing else: 27 November 2017, 12:00 in UTC.
  public static let noon = Instant(seconds: 1_511_784_000)

  /// Where it stands.
  public let folder: ScratchFolder
  /// The ledger.
  public let ledger: Ledger
  /// The author's key.
  public let key: AuthorKey

  /// An empty one.
  public init() throws {
    folder = try ScratchFolder()
    ledger = Ledger(in: try Folder(path: folder.path), mission: "test", keys: KeyFolder(path: folder.path + "/keys"))
    key = try ledger.keys.makeKey(mission: "test")
  }

  /// What the entries make of records of `kinds`.
  public func view(of kinds: [EntryKind]) throws -> LedgerView { LedgerView(try ledger.entries(), kinds: kinds) }

  /// Appends an entry.
  @discardableResult
  public func write(_ body: [String: Value], at time: Instant = noon) throws -> Entry {
    try ledger.append([body], as: key, at: time)[0]
  }

  /// Signs what another holds and merges it.
  public func take(_ other: Desk) throws {
    _ = try other.ledger.sign(other.key)
    _ = try ledger.merge(other.folder.path)
  }
}
