import Files

/// The files of a ledger as others get them: feeds, heads and branches, so that the same counts with them, and in place of each entry
/// that is not theirs to read a line that its id alone stands in. Roots and heads hold all the same.
///
/// What is the machine's own, and what is under no head, is not among them.
public struct HandedOutLedger: Sendable {
  /// One file.
  public struct File: Sendable {
    /// Its path in the workspace's folder.
    public let path: String
    /// What it holds; nil where it is as it stands in the folder.
    public let content: [UInt8]?
  }

  /// The files, by author.
  public private(set) var files: [File] = []
  /// The entries that are withheld.
  public private(set) var withheld: [Entry] = []
  /// Entries that would have to be, and cannot: they have no salt, so that whoever guesses one can tell that it was there, or their
  /// feed has no one head that would vouch for the lines in their place.
  public private(set) var exposed: [Entry] = []

  /// The ledger that `ledger` is to those who may read the entries that `isPublic` admits.
  public init(_ ledger: Ledger, isPublic: (Entry) -> Bool) throws {
    guard let folder = try ledger.opened() else { throw FeedMessage.noLedger(folder: ledger.home.path) }
    for feed in try ledger.feeds().feeds where feed.layout.mission == ledger.mission {
      let author = feed.folder.author.name
      let hidden = feed.layout.feed.compactMap(\.entry).filter { $0.seq > 0 && !isPublic($0) }
      let canWithhold = !feed.layout.isForked
      let (salted, exposed) = (
        hidden.filter { canWithhold && $0.isSalted }, hidden.filter { !canWithhold || !$0.isSalted }
      )
      withheld += salted
      self.exposed += exposed
      let ids = Set(salted.map(\.id))
      let lines = feed.layout.feed.map { ids.contains($0.id) ? FeedLine.withheld($0.id) : $0 }
      guard try folder.entries(of: author) != nil else { continue }
      for name in try folder.folder(author).files()
      where name != LedgerPaths.localHead && !AtomicFile.isTemporary(String(name.split(separator: "/").last ?? "")) {
        let isChanged = name == LedgerPaths.feed && !ids.isEmpty
        files.append(File(path: "\(Ledger.folderName)/\(author)/\(name)", content: isChanged ? lines.text : nil))
      }
    }
  }
}
