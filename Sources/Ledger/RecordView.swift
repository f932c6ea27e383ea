public import Hashing
public import Schema

/// A record as its entries make it: what each field says, who said it, and what is still open. A pure function of the set of
/// entries: no order of arrival and no clock changes it.
public struct RecordView: Sendable, Equatable {
  /// A value of a field, and the entries that say so.
  public struct FieldValue: Sendable, Equatable {
    /// The value.
    public let value: Value
    /// The entries that give it, by author.
    public let entries: [Entry]
  }

  /// The entry that opened it.
  public let opening: Entry
  /// The values of each field that no later entry supersedes: one, or several that contradict each other.
  public let fields: [String: [FieldValue]]
  /// The entries that are folded, each behind those that it follows.
  public let entries: [Entry]
  /// Entries that follow one that is not here; they are shown and not folded.
  public let pending: [Entry]
  /// Entries that this program cannot read: of an unknown kind, of a newer version, or with fields that their kind has not.
  public let unreadable: [Entry]
  /// The newest entries, those that no other follows: what a change made here comes after.
  public let newest: [Hash32]

  /// Its id.
  public var id: Hash32 { opening.id }
  /// Its kind.
  public var kind: String { opening.kind }
  /// The names of the fields whose values contradict each other.
  public var conflicts: [String] { fields.filter { $0.value.count > 1 }.keys.sorted() }

  /// The value of the field `name`, where there is one and no other contradicts it.
  public func value(_ name: String) -> Value? {
    guard let values = fields[name], values.count == 1 else { return nil }
    return values[0].value
  }
}

/// The records of a ledger.
public struct LedgerView: Sendable, Equatable {
  /// The records, in the order of their ids.
  public let records: [RecordView]
  /// Entries about records whose opening is not here.
  public let orphans: [Entry]

  /// What `entries` make, of which those of `kinds` can be read.
  public init(_ entries: some Sequence<Entry>, kinds: [EntryKind]) {
    let reader = EntryReader(kinds)
    var openings: [Hash32: Entry] = [:]
    var changes: [Hash32: [ReadEntry]] = [:]
    for entry in Set(entries) where entry.seq > 0 && !entry.isOfLedger {
      let read = reader.read(entry)
      if let record = read.record { changes[record, default: []].append(read) } else { openings[entry.id] = entry }
    }
    records = openings.values.sorted { $0.id.hex < $1.id.hex }.map { opening in
      RecordFold(reader.read(opening), changes[opening.id] ?? []).view
    }
    orphans = changes.filter { openings[$0.key] == nil }.values.joined().map(\.entry).inOrder
  }

  /// The only record whose id begins with the digits `name`, or that was imported from the row of that origin.
  public func record(_ name: String) throws(LedgerMessage) -> RecordView {
    let found = records.filter { $0.id.hex.hasPrefix(name) || $0.opening.body["origin"] == .string(name) }
    guard let first = found.first, !name.isEmpty else { throw .unknownRecord(name) }
    guard found.count == 1 else { throw .severalRecords(name, count: found.count) }
    return first
  }
}

extension [Entry] {
  /// By author, then by place in the feed.
  var inOrder: [Entry] { sorted { ($0.author, $0.seq, $0.id.hex) < ($1.author, $1.seq, $1.id.hex) } }
}

extension LedgerView {
  /// `fields` with the ids of records in full, where their beginnings or origins were given; ids in full need no record here.
  public func resolving(_ fields: [String: Value], of kind: EntryKind) throws(LedgerMessage) -> [String: Value] {
    var fields = fields
    for name in kind.allFields.filter({ $0.namedKind != nil }).map(\.name) {
      switch fields[name] {
      case .string(let text): fields[name] = .string(try fullID(text))
      case .list(let elements):
        var ids: [Value] = []
        for element in elements {
          ids.append(try element.string.map { (text) throws(LedgerMessage) in .string(try fullID(text)) } ?? element)
        }
        fields[name] = .list(ids)
      case .null, .bool, .integer, .number, .object, nil: break
      }
    }
    return fields
  }

  private func fullID(_ text: String) throws(LedgerMessage) -> String {
    if Hash32(hex: text) != nil { return text }
    return try record(text).id.hex
  }

  /// The records that name `id` in one of their fields, in the order of their ids.
  public func naming(_ id: Hash32) -> [RecordView] {
    records.filter { record in
      record.fields.values.joined().contains {
        $0.value == .string(id.hex) || ($0.value.list ?? []).contains(.string(id.hex))
      }
    }
  }
}
