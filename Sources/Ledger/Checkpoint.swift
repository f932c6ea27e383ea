public import Hashing
import Signatures

/// Size and root of a feed as a note says it: C2SP tlog-checkpoint. Three lines, and no others.
public struct Checkpoint: Sendable, Hashable {
  /// Which feed it is of: `veedor/<mission>/<author>`.
  public let origin: String
  /// Size and root.
  public let head: FeedHead

  /// The checkpoint of the feed `origin` at `head`.
  public init(origin: String, head: FeedHead) { (self.origin, self.head) = (origin, head) }

  /// The checkpoint that the text of a note writes; nil where it is none, or has further lines.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty, !lines[0].isEmpty, let size = Int(lines[1]), size >= 0,
      String(size) == lines[1], let root = base64Bytes(lines[2]), root.count == 32
    else { return nil }
    self.init(
      origin: String(lines[0]), head: FeedHead(size: size, root: root.withUnsafeBytes { Hash32($0, at: 0) }))
  }

  /// The text of the note.
  public var text: String { "\(origin)\n\(head.size)\n\(base64Text(head.root.bytes))\n" }

  /// The origin of an author's feed.
  static func origin(_ mission: String, _ author: Author) -> String { "veedor/\(mission)/\(author.name)" }
}

/// Size and root of a feed: the root vouches for every entry before it, and for their order.
public struct FeedHead: Sendable, Hashable {
  /// How many entries.
  public let size: Int
  /// The root of the tree over their ids.
  public let root: Hash32

  /// A head of `size` entries with `root`.
  public init(size: Int, root: Hash32) { (self.size, self.root) = (size, root) }

  /// The head of a feed of these `ids`.
  public init(of ids: some Collection<Hash32>) { self.init(size: ids.count, root: MerkleTree.root(ids)) }
}
