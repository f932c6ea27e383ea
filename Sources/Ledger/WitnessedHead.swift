import Hashing
import Schema
public import Signatures

/// What stood in a ledger when others cosigned a head of one of its feeds.
public struct WitnessedHead: Sendable, Equatable {
  /// The feed and its head.
  public let checkpoint: Checkpoint
  /// The cosignatures of witnesses of the policy, with the names that it gives them: the first of each.
  public let cosignatures: [Named]
  /// Entries under the head that are withheld here.
  public let withheld: Int
  /// How many entries of other feeds the feed had gathered under the head, by author.
  public let gathered: [String: Int]
  /// Authors of gathered heads whose feeds are not here, or are others.
  public let absent: [String]

  /// A cosignature and the name of its witness.
  public struct Named: Sendable, Equatable {
    /// The name in the policy.
    public let name: String
    /// What the witness signed.
    public let cosignature: Cosignature
  }
}

extension Ledger {
  /// What the head in `note`, which stands in `file`, vouches for of the ledger here, where `policy` is content with its witnesses.
  ///
  /// The feed's own key is the one that its opening here names, which must be one of the policy's logs where it names any.
  public func witnessed(_ note: SignedNote, file: String, by policy: WitnessPolicy) throws -> WitnessedHead {
    guard let checkpoint = Checkpoint(note.text) else { throw WitnessMessage.noHead(file: file) }
    let layouts = try layouts()
    guard
      let layout = layouts.first(where: { Self.opening($0)?.key.name == checkpoint.origin }),
      let key = Self.opening(layout)?.key, policy.logs.isEmpty || policy.logs.contains(key)
    else { throw WitnessMessage.otherFeed(origin: checkpoint.origin) }
    guard key.hasSigned(note) else { throw WitnessMessage.notSigned(file: file) }
    let found = policy.witnesses.compactMap { name, key in
      key.cosignatures(of: note).first.map { WitnessedHead.Named(name: name, cosignature: $0) }
    }
    guard policy.isReached(by: Set(found.map(\.cosignature.witness))) else {
      throw WitnessMessage.noQuorumReached(file: file, witnesses: found.count)
    }
    let lines = layout.feed.prefix(checkpoint.head.size)
    guard FeedHead(of: lines.map(\.id)) == checkpoint.head else {
      throw WitnessMessage.otherFeed(origin: checkpoint.origin)
    }
    var (gathered, absent): ([String: Int], Set<String>) = ([:], [])
    for (author, head) in lines.compactMap(\.entry).compactMap(Gathering.read).joined() {
      let feed = layouts.first { Self.opening($0)?.author == author }?.feed.prefix(head.size).map(\.id) ?? []
      if FeedHead(of: feed) == head {
        gathered[author.name] = max(gathered[author.name] ?? 0, head.size)
      } else {
        absent.insert(author.name)
      }
    }
    return WitnessedHead(
      checkpoint: checkpoint, cosignatures: found, withheld: lines.count { $0.entry == nil }, gathered: gathered,
      absent: absent.sorted())
  }

  private static func opening(_ layout: FeedLayout) -> (author: Author, key: NoteKey)? {
    guard let entry = layout.feed.first?.entry, let author = Author(entry.author) else { return nil }
    return Opening.read(entry, of: author).map { (author, $0.key) }
  }
}
