public import Hashing

/// What entries are about: a report, an incident; named by the id of the entry that opened it.
public struct Record: Sendable {
  /// The entry that opened it.
  public let opening: Entry

  /// Its id.
  public var id: Hash32 { opening.id }
  /// Its kind.
  public var kind: String { opening.kind }

  /// The records that `entries` open, in the order of their ids.
  public static func all(in entries: some Sequence<Entry>) -> [Record] {
    entries.filter { $0.seq > 0 && $0.body["record"] == nil }.map(Record.init)
      .sorted { $0.id.hex < $1.id.hex }
  }

  /// The only one of `records` whose id begins with the digits `prefix`.
  public static func named(_ prefix: String, in records: [Record]) throws(LedgerMessage) -> Record {
    let found = records.filter { $0.id.hex.hasPrefix(prefix) }
    guard let first = found.first, !prefix.isEmpty else { throw .unknownRecord(prefix) }
    guard found.count == 1 else { throw .severalRecords(prefix, count: found.count) }
    return first
  }
}
