import Files
import Hashing
import Incidents
import Ledger
import ModuleKit
import TestSupport
import Testing

/// An observer's ledger, on a disk and with a key of its own.
final class Desk {
  /// When an entry is recorded that says nothing else: 27 November 2017, 12:00 in UTC.
  static let noon = Instant(seconds: 1_511_784_000)

  let folder: ScratchFolder
  let ledger: Ledger
  let key: AuthorKey

  init() throws {
    folder = try ScratchFolder()
    ledger = Ledger(in: try Folder(path: folder.path), mission: "test", keys: KeyFolder(path: folder.path + "/keys"))
    key = try ledger.keys.makeKey(mission: "test")
  }

  func view() throws -> LedgerView { LedgerView(try ledger.entries(), kinds: incidents.entryKinds) }

  /// The only incident.
  func incident() throws -> RecordView {
    try #require(view().records.first { $0.kind == EntryKind.incident.id })
  }

  @discardableResult
  func write(_ body: [String: Value], at time: Instant = noon) throws -> Entry {
    try ledger.append([body], as: key, at: time)[0]
  }

  func set(_ fields: [String: Value]) throws { try write(EntryKind.incident.change(fields, of: incident())) }

  func take(_ other: Desk) throws {
    _ = try other.ledger.sign(other.key)
    _ = try ledger.merge(other.folder.path)
  }
}
