import Diagnostics
import Files
import Hashing

/// How what stands apart of a ledger's entries stands here: private values and attachments.
public struct ApartStatus: Sendable, Equatable {
  /// Erasures of what is still here.
  public internal(set) var waiting: [Erasure] = []
  /// Files of no entry, relative to the ledger's folder; none are told while anything of the feeds is damaged.
  public internal(set) var leftovers: [String] = []
  /// Everything that is wrong, and all that waits.
  public internal(set) var problems: [PrivateMessage] = []
}

extension Ledger {
  /// How private values stand here; with `readingAttachments`, attachments are read and held against what was attached as well.
  public func apart(readingAttachments: Bool = false) throws -> ApartStatus {
    try apart(readingAttachments: readingAttachments, feeds)
  }

  /// How feeds and what stands apart of their entries stand here, read once.
  public func standing(readingAttachments: Bool = false) throws -> (feeds: LedgerStatus, apart: ApartStatus) {
    let (feeds, problems) = try feeds()
    return (
      try status(feeds, problems), try apart(readingAttachments: readingAttachments) { (feeds, problems) }
    )
  }

  private func apart(
    readingAttachments: Bool, _ feeds: () throws -> (feeds: [ReadFeed], problems: [FeedMessage])
  ) throws -> ApartStatus {
    guard let ledger = try opened() else { return ApartStatus() }
    let files = try [PrivateFile.folder, Attachment.folder].map { try ledger.entries(of: $0) ?? [] }
    // Most ledgers have nothing apart, and reading one takes its time.
    guard files.contains(where: { !$0.isEmpty }) else { return ApartStatus() }
    let (feeds, problems) = try feeds()
    var check = ApartCheck(feeds, problems, ledger)
    try check.checkValues(files[0])
    try check.checkAttachments(files[1], reading: readingAttachments)
    return check.status
  }
}

/// Holds the files apart of a ledger's entries against these.
private struct ApartCheck {
  private(set) var status = ApartStatus()
  private let ledger: Folder
  /// The entries that count, of those that something stands apart of.
  private let entries: [Hash32: Entry]
  private let erasures: Erasures
  /// Ids of all lines here, whether or not they count, and names of all files that entries attach.
  private let known: Set<Hash32>
  private let attached: Set<String>
  private let isDamaged: Bool

  init(_ feeds: [Ledger.ReadFeed], _ problems: [FeedMessage], _ ledger: Folder) {
    self.ledger = ledger
    let counting = feeds.flatMap { $0.layout.counting.compactMap(\.entry) }
    entries = Dictionary(uniqueKeysWithValues: counting.filter { !$0.privateHashes.isEmpty }.map { ($0.id, $0) })
    erasures = Erasures(counting)
    let lines = feeds.flatMap { $0.folder.holdings.links.values.map(\.line) }
    known = Set(lines.map(\.id))
    attached = Set(lines.compactMap { $0.entry?.attachedName })
    isDamaged = (problems + feeds.flatMap(\.folder.feedProblems)).contains { $0.severity == .error }
  }

  mutating func checkValues(_ files: [FolderEntry]) throws {
    for file in files {
      let path = "\(PrivateFile.folder)/\(file.name)"
      guard !AtomicFile.isTemporary(file.name) else {
        leave(path)
        continue
      }
      guard let id = PrivateFile.entry(file.name), file.kind == .file else {
        status.problems.append(.noPrivateFile(file: "\(ledger.path)/\(path)"))
        continue
      }
      guard known.contains(id) else {
        leave(path)
        continue
      }
      guard let entry = entries[id] else { continue }
      try check(entry, path)
    }
  }

  private mutating func check(_ entry: Entry, _ path: String) throws {
    do {
      guard let file = try ledger.privateFile(of: entry.id) else { return }
      if let field = file.wrongField(of: entry) {
        status.problems.append(.wrongValue(file: "\(ledger.path)/\(path)", field: field, entry: entry.id.hex))
      }
      for field in file.values.keys.sorted() { wait(erasures[entry.id, field]) }
    } catch let error as PrivateMessage {
      status.problems.append(error)
    } catch let error as FileError {
      status.problems.append(.unread(error))
    }
  }

  mutating func checkAttachments(_ files: [FolderEntry], reading: Bool) throws {
    let here = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0) })
    for name in here.keys.sorted() where !attached.contains(name) { leave(Attachment.path(name)) }
    for entry in entries.values.sorted(by: { $0.id.hex < $1.id.hex }) {
      guard let name = entry.attachedName else { continue }
      let erasure = erasures[entry.id, Attachment.field]
      if here[name] != nil { wait(erasure) }
      guard erasure == nil, let stated = ledger.attachment(of: entry) else { continue }
      let path = "\(ledger.path)/\(Attachment.path(name))"
      guard here[name] != nil else {
        status.problems.append(.absent(file: path))
        continue
      }
      if reading, let problem = problem(name, stated) { status.problems.append(problem) }
    }
  }

  private func problem(_ name: String, _ stated: Attachment) -> PrivateMessage? {
    do throws(PrivateMessage) {
      _ = try ledger.attachedFile(name, stated)
      return nil
    } catch {
      return error
    }
  }

  private mutating func wait(_ erasure: Erasure?) {
    guard let erasure, !status.waiting.contains(erasure) else { return }
    status.waiting.append(erasure)
    status.problems.append(
      .waiting(
        field: erasure.field, entry: erasure.entry.hex, author: erasure.author, day: erasure.day, why: erasure.why))
  }

  /// What of a damaged feed cannot be read could be what a file belongs to.
  private mutating func leave(_ path: String) {
    guard !isDamaged else { return }
    status.leftovers.append(path)
    status.problems.append(.leftover(file: "\(ledger.path)/\(path)"))
  }
}
