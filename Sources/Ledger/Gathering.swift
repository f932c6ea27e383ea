import Hashing
import Schema
import Signatures
public import Times

/// The entry with which the mission's desk writes the heads of all feeds into its own: `ledger.heads`. Whoever cosigns the desk's head
/// vouches for theirs as well, and does not learn who works when.
enum Gathering {
  static let kind = EntryKind(
    "ledger.heads", version: 1, en: "the heads of feeds, as they stood here",
    es: "las cabeceras de las entradas de cada autor, como estaban aquí",
    [
      .init(
        "heads",
        .list(
          Schema(
            .object([
              .init("author", Schema(.string(.filled)), required: true),
              .init("size", Schema(.integer(1...(1 << 53))), required: true),
              .init("root", Schema(.string(.filled)), required: true),
            ])), atLeast: 1), required: true, en: "the heads", es: "las cabeceras")
    ])

  /// The body that holds `heads`.
  static func body(_ heads: [(author: Author, head: FeedHead)]) -> [String: Value] {
    [
      "kind": .string(kind.id), "v": .integer(kind.version),
      "heads": .list(
        heads.map { author, head in
          ["author": .string(author.name), "size": .integer(head.size), "root": .string(head.root.hex)]
        }),
    ]
  }

  /// The heads that an entry holds; nil where it is another kind's.
  static func read(_ entry: Entry) -> [(author: Author, head: FeedHead)]? {
    guard isOne(entry), kind.schema.problems(of: .object(entry.body)).isEmpty, let list = entry.body["heads"]?.list
    else { return nil }
    let heads = list.compactMap { item -> (author: Author, head: FeedHead)? in
      guard let author = item["author"]?.string.flatMap({ Author($0) }), let size = item["size"]?.integer,
        let root = item["root"]?.string.flatMap({ Hash32(hex: $0) })
      else { return nil }
      return (author, FeedHead(size: size, root: root))
    }
    // With anything else in it, it is no gathering.
    return heads.count == list.count ? heads : nil
  }

  /// Whether `entry` opens no record, but gathers heads.
  static func isOne(_ entry: Entry) -> Bool { entry.kind == kind.id && entry.body["record"] == nil }
}

extension Ledger {
  /// Writes the signed heads of all other feeds here into the feed of `key`, and signs it; how many there were.
  public func gather(as key: AuthorKey, at time: Instant) throws -> Int {
    let heads = try layouts().compactMap { layout -> (author: Author, head: FeedHead)? in
      guard let note = layout.head, let checkpoint = Checkpoint(note.text), let first = layout.feed.first?.entry,
        let author = Author(first.author), author != key.author
      else { return nil }
      return (author, checkpoint.head)
    }
    if !heads.isEmpty { _ = try append([Gathering.body(heads)], as: key, at: time) }
    _ = try sign(key)
    return heads.count
  }
}
