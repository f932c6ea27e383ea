import Files

/// The files of a ledger as others get them: feeds, heads and branches, so that the same counts with them, and in place of each entry
/// that is not theirs to read a line that its id alone stands in. Roots and heads hold all the same. So it is with what a revoked key wrote
/// behind the head that holds: whoever has no roster counts the same.
///
/// What is the machine's own, and what is under no head, is not among them.
public struct HandedOutLedger: Sendable {
  /// One file.
  public struct File: Sendable {
    /// Its path in the workspace's folder.
    public let path: String
    /// What it holds.
    public let content: [UInt8]
  }

  /// The files, by author.
  public private(set) var files: [File] = []
  /// The entries that are withheld.
  public private(set) var withheld: [Entry] = []
  /// Entries that would have to be, and cannot: they have no salt, so that whoever guesses one can tell that it was there, or their
  /// feed has no one head that would vouch for the lines in their place.
  public private(set) var exposed: [Entry] = []

  /// The ledger that `ledger` is to those who may read the entries that `isPublic` admits, and the gathered heads, which say
  /// nothing that feeds do not.
  public init(_ ledger: Ledger, isPublic: (Entry) -> Bool) throws {
    guard try ledger.opened() != nil else { throw FeedMessage.noLedger(folder: ledger.home.path) }
    for feed in try ledger.feeds().feeds where feed.layout.mission == ledger.mission && !feed.layout.isRevokedWhole {
      let author = feed.folder.author
      let revoked = Set(feed.layout.revoked.map(\.id))
      // Gathered heads tell no more than the feeds beside them, and without them no cosigned head vouches for those.
      func isHidden(_ entry: Entry) -> Bool {
        revoked.contains(entry.id) || entry.seq > 0 && Gathering.read(entry) == nil && !isPublic(entry)
      }
      let hidden = feed.layout.feed.compactMap(\.entry).filter(isHidden)
      let canWithhold = !feed.layout.isForked
      // That somebody guesses what a stolen key wrote is no harm; that it could stand in the way of handing out would be.
      func isWithheld(_ entry: Entry) -> Bool { canWithhold && (entry.isSalted || revoked.contains(entry.id)) }
      let (salted, exposed) = (hidden.filter(isWithheld), hidden.filter { !isWithheld($0) })
      withheld += salted
      // No one head vouches for the lines of a branch.
      let branches = feed.layout.forks.values.joined().compactMap(\.entry).filter(isHidden)
      self.exposed += exposed + branches
      let ids = Set(salted.map(\.id))
      let lines = feed.layout.feed.map { ids.contains($0.id) ? FeedLine.withheld($0.id) : $0 }
      // Made anew and not copied: files can hold lines that count for nothing, and a folder other files.
      let held = "\(author.name)/\(LedgerPaths.held)/"
      for (path, bytes) in feed.layout.files(of: author).sorted(by: { $0.key < $1.key })
      where path.hasPrefix("\(author.name)/") && !(path.hasPrefix(held) && path.hasSuffix(".jsonl")) {
        let isFeed = path == "\(author.name)/\(LedgerPaths.feed)"
        files.append(File(path: "\(Ledger.folderName)/\(path)", content: isFeed ? lines.text : bytes))
      }
    }
  }
}
