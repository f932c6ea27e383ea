import Hashing
import Schema

/// An entry with what its body says of its record.
struct ReadEntry {
  let entry: Entry
  /// The record that it is about; nil for one that opens a record.
  let record: Hash32?
  /// The entries that its author had seen.
  let after: [Hash32]
  /// The fields that it sets; nil where this program cannot read it.
  let fields: [String: Value]?
}

/// Reads bodies by the kinds that modules declare.
struct EntryReader {
  private let kinds: [String: EntryKind]

  init(_ kinds: [EntryKind]) { self.kinds = Dictionary(kinds.map { ($0.id, $0) }) { first, _ in first } }

  func read(_ entry: Entry) -> ReadEntry {
    let body = entry.body
    let record = body["record"]?.string.flatMap { Hash32(hex: $0) }
    let after = (body["after"]?.texts ?? []).compactMap { Hash32(hex: $0) }
    return ReadEntry(entry: entry, record: record, after: after, fields: fields(body, isChange: body["record"] != nil))
  }

  private func fields(_ body: [String: Value], isChange: Bool) -> [String: Value]? {
    guard let kind = kinds[body["kind"]?.string ?? ""], let schema = isChange ? kind.changeSchema : kind.schema,
      schema.problems(of: .object(body)).isEmpty
    else { return nil }
    return body.filter { !EntryKind.commonNames.contains($0.key) }
  }
}
