import Files
import Hashing
import Signatures

/// The files of one author in a ledger's folder, read with nothing of them believed.
struct FeedFolder {
  /// The most bytes of all files of a feed.
  static let largest = FileLimit(bytes: 256 << 20)
  /// The most files of branches and of what is held back.
  static let mostFiles = 1024

  /// Whose feed it is.
  let author: Author
  /// The lines of the feed itself.
  let feed: FeedReading
  /// The head of the feed when it was last written here; nil for a feed of another device.
  let written: FeedHead?
  /// All that the files hold.
  private(set) var holdings = FeedHoldings()
  /// What is wrong with the files, apart from the feed's chain.
  private(set) var problems: [FeedMessage] = []
  /// The head that the author signed, of the feed itself.
  private(set) var signed: FeedHead?
  /// The key and mission that the feed's opening names.
  private(set) var opening: (mission: String, key: NoteKey)?
  private var bytesLeft = largest.bytes

  /// The files of `author` in `ledger`.
  init(_ author: Author, in ledger: Folder) throws {
    self.author = author
    let (name, feedPath) = (author.name, "\(author.name)/\(LedgerPaths.feed)")
    feed =
      try ledger.read(feedPath, atMost: Self.largest).map { file in
        file.withUnsafeBytes { FeedReading($0, file: file.path, author: author.name) }
      } ?? FeedReading(file: feedPath)
    written = try ledger.entries(of: name).flatMap { _ in
      try FeedHead.read(LedgerPaths.localHead, in: ledger.folder(name))
    }
    bytesLeft -= feed.wholeBytes
    take(feed)
    opening = feed.lines.first.flatMap { $0?.entry }.flatMap { Opening.read($0, of: author) }
    try takeHead("\(name)/\(LedgerPaths.head)", in: ledger)
    for folder in [LedgerPaths.forks, LedgerPaths.held] { try takeFolder("\(name)/\(folder)", in: ledger) }
    try takeLines("\(LedgerPaths.unsigned)/\(name).jsonl", in: ledger)
  }

  /// What is wrong with the feed as a whole: its lines, its chain, its heads.
  var feedProblems: [FeedMessage] {
    var all = feed.problemsOfFeed(written: written, signed: signed) + problems
    if feed.lines.first.map({ _ in opening == nil }) ?? false { all.append(.notOpened(file: feed.file)) }
    return all
  }

  /// Whether these files of a feed will be read again: what two copies hold together can be more than either.
  static func admits(_ files: [String: [UInt8]]) -> Bool {
    files.count <= mostFiles && files.values.map(\.count).reduce(0, +) <= largest.bytes
      && files.allSatisfy { path, bytes in !path.hasSuffix(LedgerPaths.head) || SignedNote(bytes) != nil }
  }

  private mutating func take(_ reading: FeedReading) {
    for case .entry(let entry)? in reading.lines { holdings.add(entry) }
  }

  private mutating func takeHead(_ path: String, in ledger: Folder) throws {
    guard let file = try ledger.read(path, atMost: .small) else { return }
    guard let note = SignedNote(try file.content), let checkpoint = Checkpoint(note.text), isMine(note, checkpoint)
    else {
      problems.append(.badNote(file: file.path))
      return
    }
    holdings.add(note)
    guard let key = opening?.key else { return }
    guard key.hasSigned(note) else {
      problems.append(.badNote(file: file.path))
      return
    }
    signed = checkpoint.head
    holdings.add(feed.lines.prefix { $0 != nil }.compactMap(\.self), under: checkpoint.head)
  }

  /// Whether a note says that it is of this feed, and is signed under its name.
  private func isMine(_ note: SignedNote, _ checkpoint: Checkpoint) -> Bool {
    checkpoint.origin.hasSuffix("/\(author.name)") && note.signatures.contains { $0.name == checkpoint.origin }
  }

  private mutating func takeFolder(_ path: String, in ledger: Folder) throws {
    guard let entries = try ledger.entries(of: path) else { return }
    if entries.count > Self.mostFiles { problems.append(.tooMuch(author: author.name)) }
    for entry in entries.prefix(Self.mostFiles) where entry.kind == .file && !AtomicFile.isTemporary(entry.name) {
      if entry.name.hasSuffix(".head") {
        guard let file = try ledger.read("\(path)/\(entry.name)", atMost: .small) else { continue }
        guard let note = SignedNote(try file.content), let checkpoint = Checkpoint(note.text), isMine(note, checkpoint)
        else {
          problems.append(.badNote(file: file.path))
          continue
        }
        holdings.add(note)
      } else {
        try takeLines("\(path)/\(entry.name)", in: ledger)
      }
    }
  }

  private mutating func takeLines(_ path: String, in ledger: Folder) throws {
    guard let file = try ledger.read(path, atMost: FileLimit(bytes: bytesLeft)) else { return }
    let reading = file.withUnsafeBytes { FeedReading($0, file: file.path, author: author.name) }
    bytesLeft -= file.count
    problems += reading.problems
    take(reading)
  }
}

extension Folder {
  /// The file at `inner`; nil where there is none.
  func read(_ inner: String, atMost limit: FileLimit) throws(FileError) -> MappedFile? {
    do throws(FileError) {
      let file = try file(inner)
      try file.check(limit)
      return file
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
  }

  /// What stands in the folder at `inner`; nil where there is none.
  func entries(of inner: String) throws(FileError) -> [FolderEntry]? {
    do throws(FileError) {
      return try folder(inner).list()
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
  }
}
