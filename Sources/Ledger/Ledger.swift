public import Diagnostics
public import Files
import Hashing
public import Schema
import Signatures
public import Times

/// The ledger of a workspace: the feeds of all authors, in the folder `ledger/`.
///
///     let ledger = Ledger(in: workspace.folder.home, mission: "honduras_2017", keys: KeyFolder())
///     let key = try ledger.keys.key(mission: ledger.mission)
///     let entry = try ledger.append([kind.opening(["text": "A box without a seal"])], as: key, at: now)
public struct Ledger: Sendable {
  /// The folder's name in a workspace's.
  public static let folderName = "ledger"
  /// The folder for locks, which are the machine's own.
  static let lockFolder = ".veedor/ledger"

  /// The mission: feeds of others are refused.
  public let mission: String
  /// The keys of the user.
  public let keys: KeyFolder
  let home: Folder
  private let rosters: RosterFolder

  /// The ledger in the workspace's folder `home`; its folder need not be there yet. What the roster among `rosters` revokes counts for
  /// nothing.
  public init(in home: Folder, mission: String, keys: KeyFolder, rosters: RosterFolder = RosterFolder(path: nil)) {
    (self.home, self.mission, self.keys, self.rosters) = (home, mission, keys, rosters)
  }

  /// The roster that is trusted here; nil where none is.
  public func roster() throws -> Roster? { try rosters.roster(of: mission) }

  // MARK: Reading

  /// The authors whose files are there, and what else stands among them.
  private static func authors(in ledger: Folder) throws -> (authors: [Author], problems: [FeedMessage]) {
    let own: Set = [LedgerPaths.unsigned, PrivateFile.folder, Attachment.folder]
    var (authors, problems): (Set<Author>, [FeedMessage]) = ([], [])
    for entry in try ledger.list() where !own.contains(entry.name) && !AtomicFile.isTemporary(entry.name) {
      if entry.kind == .folder, let author = Author(entry.name) {
        authors.insert(author)
      } else {
        problems.append(.notAnAuthor(file: "\(ledger.path)/\(entry.name)"))
      }
    }
    for entry in try ledger.entries(of: LedgerPaths.unsigned) ?? [] where entry.name.hasSuffix(".jsonl") {
      if let author = Author(String(entry.name.dropLast(6))) { authors.insert(author) }
    }
    return (authors.sorted(), problems)
  }

  func opened() throws -> Folder? {
    try home.entries(of: Self.folderName) == nil ? nil : home.folder(Self.folderName)
  }

  /// A feed as its files hold it, and as it counts.
  struct ReadFeed {
    let folder: FeedFolder
    let layout: FeedLayout
    let isMine: Bool
  }

  /// The feeds of this mission as they stand here, by author, and what is wrong with any files.
  func feeds() throws -> (feeds: [ReadFeed], problems: [FeedMessage]) {
    guard let ledger = try opened() else { return ([], []) }
    var (authors, problems) = try Self.authors(in: ledger)
    let (mine, roster) = (try ownAuthors(), try roster())
    let feeds = try authors.compactMap { author -> ReadFeed? in
      let folder = try FeedFolder(author, in: ledger)
      problems += folder.feedProblems
      if let other = folder.opening?.mission, other != mission {
        problems.append(.otherMission(author: author.name, mission: other, here: mission))
        return nil
      }
      let isMine = mine.contains(author)
      let last = roster?.revoked[author.name]?.head
      return ReadFeed(folder: folder, layout: layout(folder, isMine: isMine, revokedAt: last), isMine: isMine)
    }
    return (feeds, problems)
  }

  /// How `feeds` stand, and everything that is wrong with them beside `problems` of files.
  func status(_ feeds: [ReadFeed], _ problems: [FeedMessage]) throws -> LedgerStatus {
    let roster = try roster()
    let statuses = feeds.map { FeedStatus($0.folder, $0.layout, isMine: $0.isMine, roster: roster) }
    return LedgerStatus(feeds: statuses, problems: problems + statuses.flatMap(\.problems))
  }

  /// How each feed stands here, by author, and everything that is wrong with any of them.
  public func status() throws -> LedgerStatus {
    let (feeds, problems) = try feeds()
    return try status(feeds, problems)
  }

  /// What counts here, read once.
  /// - Throws: ``FeedMessage/noLedger(folder:)`` where there is no ledger: that is another thing than an empty one.
  public func snapshot() throws -> LedgerSnapshot {
    guard try opened() != nil else { throw FeedMessage.noLedger(folder: home.path) }
    let (feeds, problems) = try feeds()
    let counting = feeds.map(\.layout).filter { $0.mission == mission }
    return LedgerSnapshot(counting, problems: try status(feeds, problems).problems)
  }

  /// The entries that count, feed by feed: those under a head of their author's key, and all of an author whose key is here.
  public func entries() throws -> [Entry] { try entriesApart().counting }

  /// The entries that count, and those that keys signed which are revoked, behind what holds of them: kept, and in no view.
  public func entriesApart() throws -> (counting: [Entry], revoked: [Entry]) {
    let layouts = try layouts()
    return (
      layouts.flatMap { $0.counting.compactMap(\.entry) }, layouts.flatMap { $0.revoked.compactMap(\.entry) }
    )
  }

  /// The head of the feed of `author` here: of its first `entries`, or of all that are signed.
  /// - Throws: ``RosterMessage/fewerEntries(author:here:asked:)``.
  public func head(of author: Author, entries: Int?) throws -> FeedHead {
    let layout = try feeds().feeds.first { $0.folder.author == author && $0.layout.mission == mission }?.layout
    let (ids, size) = (layout?.feed.map(\.id) ?? [], entries ?? max(layout?.signedSize ?? 0, 1))
    guard ids.count >= size else {
      throw RosterMessage.fewerEntries(author: author.name, here: ids.count, asked: size)
    }
    return FeedHead(of: ids.prefix(size))
  }

  /// The feeds of this mission as they stand here, by author.
  func layouts() throws -> [FeedLayout] {
    try feeds().feeds.map(\.layout).filter { $0.mission == mission }
  }

  /// The authors whose keys are on this machine. Nothing in a workspace can say so: it may come from anybody.
  private func ownAuthors() throws -> Set<Author> { Set(try keys.keys(mission: mission).map(\.author)) }

  private func layout(_ folder: FeedFolder, isMine: Bool, revokedAt last: FeedHead? = nil) -> FeedLayout {
    FeedLayout(
      folder.holdings, of: folder.author, mission: mission, own: isMine ? folder.feed.ids : [], revokedAt: last)
  }

  // MARK: Writing

  /// Appends entries with these `bodies` to the feed of `key`, which is begun where it is not there yet.
  ///
  /// When it returns they are on the disk, and what of them is private stands apart; where it throws, none of them counts.
  /// - Parameter told: gets what was cut off and is no loss.
  public func append(
    _ bodies: [[String: Value]], as key: AuthorKey, at time: Instant, told: (Diagnostic) -> Void = { _ in }
  ) throws -> [Entry] {
    let sealed = bodies.map { SealedBody($0) }
    guard sealed.contains(where: { !$0.apart.values.isEmpty }) else {
      return try append(sealed: sealed, as: key, at: time, told: told)
    }
    return try holdingApart { try append(sealed: sealed, as: key, at: time, told: told) }
  }

  /// The same; whoever appends what has something apart holds the lock of that.
  func append(
    sealed: [SealedBody], as key: AuthorKey, at time: Instant, told: (Diagnostic) -> Void
  ) throws -> [Entry] {
    let lock = try lock(key.author)
    return try withExtendedLifetime(lock) {
      let ledger = try home.makeFolder(Self.folderName)
      let folder = try FeedFolder(key.author, in: ledger)
      try checkContinues(folder, key)
      var ids = folder.feed.ids
      let entries = try ((ids.isEmpty ? [Opening.body(key)] : []) + sealed.map(\.body)).map { body in
        do throws(EntryFault) {
          let entry = try Entry(
            author: key.author.name, seq: ids.count, prev: ids.last, time: time, salt: Salt().bytes, body: body)
          ids.append(entry.id)
          return entry
        } catch {
          throw LedgerMessage.notAnEntry(error)
        }
      }
      let file = try ledger.appended("\(key.author.name)/\(LedgerPaths.feed)")
      if file.size > folder.feed.wholeBytes {
        told(Diagnostic(FeedMessage.torn(file: file.path, bytes: file.size - folder.feed.wholeBytes)))
        try file.cut(to: folder.feed.wholeBytes)
      }
      if file.size == 0 { for folder in [home, ledger] { try folder.sync() } }
      let size = file.size
      let lines = entries.flatMap { FeedLine.entry($0).text }
      // More is not read again.
      guard size + lines.count <= FeedFolder.largest.bytes else { throw FeedMessage.tooMuch(author: key.author.name) }
      let written = entries.suffix(sealed.count)
      // First: no entry stands without what it has the hash of.
      try keepApart(zip(written, sealed).map { ($0.id, $1.apart) }, in: ledger) {
        try file.append(lines)
        do {
          try writeLocalHead(FeedHead(of: ids), key.author, in: ledger)
        } catch {
          // What is not confirmed must not stand there: whoever tries again would write it twice.
          try file.cut(to: size)
          throw error
        }
      }
      return Array(written)
    }
  }

  /// Writes what stands apart of entries, and then these, which `body` does; where it throws, nothing stays.
  private func keepApart(
    _ files: [(id: Hash32, apart: PrivateFile)], in ledger: Folder, _ body: () throws -> Void
  ) throws {
    let files = files.filter { !$0.apart.values.isEmpty }
    for file in files where file.apart.bytes.count > PrivateFile.largest.bytes {
      throw PrivateMessage.tooLarge(bytes: file.apart.bytes.count)
    }
    if !files.isEmpty {
      try ledger.makeFolder(PrivateFile.folder)
      try ledger.sync()
    }
    do {
      for file in files { try ledger.write(file.apart, of: file.id) }
      try body()
    } catch {
      for file in files { try? ledger.write(PrivateFile(), of: file.id) }
      throw error
    }
  }

  /// Signs the feed of `key` as it stands, so that its entries count elsewhere; the size signed.
  public func sign(_ key: AuthorKey) throws -> Int {
    let lock = try lock(key.author)
    return try withExtendedLifetime(lock) {
      guard let ledger = try opened() else { throw FeedMessage.noLedger(folder: home.path) }
      return try keys.holding(key) {
        let folder = try FeedFolder(key.author, in: ledger)
        try checkContinues(folder, key)
        let head = FeedHead(of: folder.feed.ids)
        guard head.size > 0 else { return 0 }
        let note = try keys.sign(head, with: key)
        try ledger.write(note.bytes, to: "\(key.author.name)/\(LedgerPaths.head)")
        return head.size
      }
    }
  }

  /// Takes in everything that the ledger in `folder` holds: a workspace's folder, or its `ledger` folder itself.
  public func merge(_ path: String) throws -> MergeReport {
    let given = try Folder(path: path)
    let source = try given.entries(of: Self.folderName) == nil ? given : given.folder(Self.folderName)
    let (authors, problems) = try Self.authors(in: source)
    guard !authors.isEmpty else { throw FeedMessage.noLedger(folder: path) }
    var report = MergeReport(problems: problems)
    let mine = try ownAuthors()
    for author in authors {
      try merge(FeedFolder(author, in: source), isMine: mine.contains(author), into: &report)
    }
    try mergeApart(source, into: &report)
    return report
  }

  private func merge(_ given: FeedFolder, isMine: Bool, into report: inout MergeReport) throws {
    report.problems += given.feedProblems
    if let other = given.opening?.mission, other != mission {
      report.problems.append(.otherMission(author: given.author.name, mission: other, here: mission))
      return
    }
    let lock = try lock(given.author)
    try withExtendedLifetime(lock) {
      let ledger = try home.makeFolder(Self.folderName)
      let here = try FeedFolder(given.author, in: ledger)
      // A feed that is damaged here is not written over: what can be mended is in the copy.
      let damage = here.feedProblems.filter { $0.severity == .error }
      var holdings = here.holdings
      holdings.formUnion(given.holdings)
      // What was written here stays in its feed, whichever user of the machine merges.
      let own = isMine || here.written != nil ? here.feed.ids : []
      let layout = FeedLayout(holdings, of: given.author, mission: mission, own: own)
      guard damage.allSatisfy({ if case .truncated = $0 { true } else { false } }) else {
        report.problems += damage
        return
      }
      let files = layout.files(of: given.author)
      guard FeedFolder.admits(files) else {
        report.problems.append(.tooMuch(author: given.author.name))
        return
      }
      try write(files, of: given.author, in: ledger)
      if let written = here.written, layout.feed.count > written.size {
        try writeLocalHead(FeedHead(of: layout.feed.map(\.id)), given.author, in: ledger)
      }
      let before = FeedLayout(here.holdings, of: given.author, mission: mission, own: own)
      report.feeds.append(
        .init(author: given.author.name, before: before.feed.count, after: layout.feed.count))
      let roster = try roster()
      let counting = roster?.revoked[given.author.name].map {
        FeedLayout(holdings, of: given.author, mission: mission, own: own, revokedAt: $0.head)
      }
      report.problems += FeedStatus(here, counting ?? layout, isMine: isMine, roster: roster).problems
    }
  }

  /// Writes the files of a feed where they differ from those that are there, and takes away all others.
  /// A kill in between leaves lines at two places, and none at no place.
  private func write(_ files: [String: [UInt8]], of author: Author, in ledger: Folder) throws {
    let feed = "\(author.name)/\(LedgerPaths.feed)"
    let others = files.keys.filter { $0 != feed }.sorted()
    for path in others + (files[feed] == nil ? [] : [feed]) {
      guard let bytes = files[path] else { continue }
      if let old = try ledger.read(path, atMost: FeedFolder.largest), old.withUnsafeBytes({ $0.elementsEqual(bytes) }) {
        continue
      }
      try ledger.write(bytes, to: path)
    }
    var known = [LedgerPaths.forks, LedgerPaths.held].flatMap { folder in
      ((try? ledger.entries(of: "\(author.name)/\(folder)")) ?? []).map { "\(author.name)/\(folder)/\($0.name)" }
    }
    known += [feed, "\(author.name)/\(LedgerPaths.head)", "\(LedgerPaths.unsigned)/\(author.name).jsonl"]
    for path in known where files[path] == nil {
      if try ledger.read(path, atMost: FeedFolder.largest) != nil { try ledger.remove(path) }
    }
    for folder in [LedgerPaths.forks, LedgerPaths.held].map({ "\(author.name)/\($0)" }) + [LedgerPaths.unsigned]
    where try ledger.entries(of: folder)?.isEmpty == true {
      try ledger.remove(folder)
    }
  }

  private func writeLocalHead(_ head: FeedHead, _ author: Author, in ledger: Folder) throws {
    try ledger.write(head.document.canonicalJSON + [UInt8(ascii: "\n")], to: "\(author.name)/\(LedgerPaths.localHead)")
  }

  /// Throws where the key is revoked, where the feed is damaged, or does not continue what was last signed with its key: whoever appended to an older
  /// copy, or signed it, would make a fork.
  private func checkContinues(_ folder: FeedFolder, _ key: AuthorKey) throws {
    if let revocation = try roster()?.revoked[key.author.name] {
      throw LedgerMessage.revoked(author: key.author.name, why: revocation.why)
    }
    let problems = folder.feedProblems
    guard problems.isEmpty else { throw DiagnosticsError(problems.map { Diagnostic($0) }) }
    guard !layout(folder, isMine: true).isForked else { throw FeedMessage.forked(author: key.author.name, seq: nil) }
    guard let last = try keys.lastSigned(with: key) else { return }
    let ids = folder.feed.ids
    guard ids.count >= last.size, FeedHead(of: ids.prefix(last.size)) == last else {
      throw LedgerMessage.notContinued(author: key.author.name)
    }
  }

  private func lock(_ author: Author) throws(FileError) -> FileLock {
    try home.lock("\(Self.lockFolder)/\(author.name).lock", waits: true)
  }
}
