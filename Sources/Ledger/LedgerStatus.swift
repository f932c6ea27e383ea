public import Hashing

/// How the feeds of a ledger stand.
public struct LedgerStatus: Sendable {
  /// The feeds, by author.
  public let feeds: [FeedStatus]
  /// Everything that is wrong with any of them.
  public let problems: [FeedMessage]
}

/// How one feed stands.
public struct FeedStatus: Sendable {
  /// Whose it is.
  public let author: String
  /// Whether its key is on this machine.
  public let isMine: Bool
  /// How many of its entries count here.
  public let entries: Int
  /// How many of them are under a head that its key signed.
  public let signed: Int
  /// The root over all that count.
  public let root: Hash32
  /// How many of them are withheld.
  public let withheld: Int
  /// How many are held back behind a gap.
  public let held: Int
  /// How many are under no head, and count for nothing.
  public let unsigned: Int
  /// Whether its key signed two feeds that contradict each other.
  public let isForked: Bool
  let problems: [FeedMessage]

  init(_ folder: FeedFolder, _ layout: FeedLayout, isMine: Bool) {
    author = folder.author.name
    self.isMine = isMine
    (entries, signed) = (layout.feed.count, layout.signedSize)
    root = FeedHead(of: layout.feed.map(\.id)).root
    withheld = layout.feed.count { $0.entry == nil }
    (held, unsigned, isForked) = (layout.held.count, layout.unsigned.count, layout.isForked)
    var problems: [FeedMessage] = []
    if folder.feed.tornBytes > 0 { problems.append(.torn(file: folder.feed.file, bytes: folder.feed.tornBytes)) }
    if isForked {
      problems.append(.forked(author: author, seq: layout.forks.isEmpty ? nil : layout.feed.count))
    }
    if let missing = layout.missing {
      problems.append(.missing(author: author, first: missing.lowerBound, last: missing.upperBound, held: held))
    }
    if unsigned > 0 { problems.append(.unsigned(author: author, entries: unsigned)) }
    self.problems = problems
  }
}

/// What a merge took in.
public struct MergeReport: Sendable {
  /// One feed: how many entries counted before and after.
  public struct Feed: Sendable {
    /// Whose it is.
    public let author: String
    /// Entries before.
    public let before: Int
    /// Entries after.
    public let after: Int
  }

  /// The feeds that were taken in, by author.
  public internal(set) var feeds: [Feed] = []
  /// Private values that were taken in.
  public internal(set) var values = 0
  /// Attached files that were taken in.
  public internal(set) var attachments = 0
  /// Everything that is wrong with what was given, or with what came of it.
  public internal(set) var problems: [FeedMessage]
  /// What is wrong with what stands apart in what was given.
  public internal(set) var problemsApart: [PrivateMessage] = []

  init(problems: [FeedMessage]) { self.problems = problems }
}
