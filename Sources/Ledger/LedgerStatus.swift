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
  /// That its key is revoked, where it is.
  public let revocation: AuthorRevocation?
  /// How many entries that its key signed are behind those that hold, and count for nothing.
  public let beyond: Int
  /// Whether its key signed two feeds that contradict each other.
  public let isForked: Bool
  private(set) var problems: [FeedMessage] = []

  /// - Parameter roster: the one that is trusted here; `layout` is made by what it revokes.
  init(_ folder: FeedFolder, _ layout: FeedLayout, isMine: Bool, roster: Roster?) {
    author = folder.author.name
    self.isMine = isMine
    revocation = roster?.revoked[author]
    (entries, signed) = (layout.counting.count, min(layout.signedSize, layout.counting.count))
    root = FeedHead(of: layout.counting.map(\.id)).root
    withheld = layout.counting.count { $0.entry == nil }
    beyond = layout.revoked.count { $0.entry != nil }
    (held, unsigned, isForked) = (layout.held.count, layout.unsigned.count, layout.isForked)
    if folder.feed.tornBytes > 0 { problems.append(.torn(file: folder.feed.file, bytes: folder.feed.tornBytes)) }
    if isForked {
      problems.append(.forked(author: author, seq: layout.forks.isEmpty ? nil : layout.feed.count))
    }
    if let missing = layout.missing {
      problems.append(.missing(author: author, first: missing.lowerBound, last: missing.upperBound, held: held))
    }
    if unsigned > 0 { problems.append(.unsigned(author: author, entries: unsigned)) }
    problems += [toldByRoster(roster)].compactMap(\.self)
  }

  /// What there is to tell of it by what `roster` says.
  private func toldByRoster(_ roster: Roster?) -> FeedMessage? {
    guard let revocation else {
      return entries > 0 && roster?.lacks(author) == true ? .notInRoster(author: author) : nil
    }
    let (hold, why) = (revocation.head.size, revocation.why)
    if entries == 0, hold > 0 { return .revokedUnseen(author: author, hold: hold, why: why) }
    return beyond > 0 ? .revoked(author: author, hold: entries, beyond: beyond, why: why) : nil
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
