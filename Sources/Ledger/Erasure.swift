public import Hashing
import Schema
public import Times

/// That a private value is to be erased: who says so, when and why. It is an entry, `ledger.erase`, and acts on a device once the
/// operator there confirms it.
public struct Erasure: Sendable, Equatable {
  static let kind = EntryKind(
    "ledger.erase", version: 1, en: "that a private value is to be erased", es: "que se debe borrar un valor privado",
    [
      .init(
        "entry", .string(.filled), required: true, en: "the entry whose value it is", es: "la entrada cuyo valor es"),
      .init("field", .string(.filled), required: true, en: "the private field", es: "el campo privado"),
    ])

  /// The entry whose value it is.
  public let entry: Hash32
  /// The private field.
  public let field: String
  /// The reason.
  public let why: String
  /// Who says so.
  public let author: String
  /// When it was said, by the author's clock.
  public let time: Instant
  let id: Hash32

  /// What `order` says; nil where it is another kind's.
  init?(_ order: Entry) {
    guard order.mentions(Self.kind.id), order.kind == Self.kind.id, order.isOfLedger else { return nil }
    let body = order.body
    guard Self.kind.schema.problems(of: .object(body)).isEmpty, let field = body["field"]?.string,
      let entry = body["entry"]?.string.flatMap({ Hash32(hex: $0) }), let why = body["why"]?.string
    else { return nil }
    (self.entry, self.field, self.why) = (entry, field, why)
    (author, time, id) = (order.author, order.time, order.id)
  }

  /// The body that says that `field` of `entry` is to be erased.
  static func body(_ field: String, of entry: Hash32, why: String) throws(LedgerMessage) -> [String: Value] {
    try kind.opening(["entry": .string(entry.hex), "field": .string(field), "why": .string(why)])
  }
}

/// The erasures that a set of entries says, the earliest of each value.
struct Erasures {
  private struct Place: Hashable {
    let entry: Hash32
    let field: String
  }

  private let first: [Place: Erasure]

  init(_ entries: some Sequence<Entry>) {
    first = Dictionary(entries.compactMap(Erasure.init).map { (Place(entry: $0.entry, field: $0.field), $0) }) {
      ($0.time, $0.id.hex) < ($1.time, $1.id.hex) ? $0 : $1
    }
  }

  /// The erasure of `field` of `entry`; nil where nobody said so.
  subscript(_ entry: Hash32, _ field: String) -> Erasure? { first[Place(entry: entry, field: field)] }

  /// All, by entry and field.
  var all: [Erasure] { first.values.sorted { ($0.entry.hex, $0.field) < ($1.entry.hex, $1.field) } }
}

extension Entry {
  /// Whether it is about the ledger and opens no record: gathered heads, an erasure.
  var isOfLedger: Bool {
    let kind = kind
    return (kind == Gathering.kind.id || kind == Erasure.kind.id) && body["record"] == nil
  }
}
