import Hashing
import Schema

/// That what an author's key wrote holds up to a head of its feed and no further: what a roster says where a device was lost or stolen.
public struct AuthorRevocation: Sendable, Equatable {
  /// The last head that was the author's. Its root vouches for the entries before it, whoever has the key since.
  public let head: FeedHead
  /// The mission's reason, such as that a device was stolen.
  public let why: String

  static let schema = Schema(
    .object([
      .init("author", Schema(.string(.filled)), required: true),
      .init("size", Schema(.integer(0...(1 << 53))), required: true),
      .init("root", Schema(.string(.filled)), required: true),
      .init("why", Schema(.string(.filled)), required: true),
    ]))

  /// A revocation at `head`.
  public init(at head: FeedHead, why: String) { (self.head, self.why) = (head, why) }

  /// What `document` says, which keeps to the schema; nil where its root is none.
  init?(document: Value) {
    guard let root = document["root"]?.string.flatMap({ Hash32(hex: $0) }) else { return nil }
    self.init(
      at: FeedHead(size: document["size"]?.integer ?? 0, root: root), why: document["why"]?.string ?? "")
  }

  func document(of author: String) -> Value {
    [
      "author": .string(author), "size": .integer(head.size), "root": .string(head.root.hex), "why": .string(why),
    ]
  }
}
