import Hashing

/// How holdings of one author's feed are stored: a function of the set alone, so that whoever holds the same has the same files.
///
/// - The feed is what the longest head covers whose entries are all here, or, where heads contradict each other, what they
///   have in common; the branches stand apart.
/// - What lies behind a gap is held back until the gap is closed.
/// - What is under no head of the author's key stands apart, and counts for nothing: anybody can write it.
///
/// On the author's own device its own lines follow, signed or not.
struct FeedLayout: Equatable {
  private(set) var feed: [FeedLine] = []
  /// The head of the feed.
  private(set) var head: SignedNote?
  /// The branches beyond a fork, by the id of their first entry.
  private(set) var forks: [Hash32: [FeedLine]] = [:]
  /// The heads that contradict each other.
  private(set) var forkHeads: [SignedNote] = []
  private(set) var held: [FeedLine] = []
  /// Heads whose entries are not all here, or that cannot be verified yet.
  private(set) var heldHeads: [SignedNote] = []
  private(set) var unsigned: [FeedLine] = []
  /// Whether two heads contradict each other, whether or not the entries of both are here.
  private(set) var isForked = false
  /// How many entries of the feed a head covers.
  private(set) var signedSize = 0
  /// The mission that the feed's opening names.
  private(set) var mission: String?

  private let links: [Hash32: FeedHoldings.Link]

  /// The files of `holdings`, the feed of `author` in the ledger of `mission`. `own` are the lines of the feed as the author has
  /// it on this device.
  init(_ holdings: FeedHoldings, of author: Author, mission: String, own: [Hash32] = []) {
    links = holdings.links
    let openings = links.values.compactMap { $0.line.entry }.compactMap { Opening.read($0, of: author) }
    let keys = openings.filter { $0.mission == mission }.map(\.key)
    self.mission = keys.isEmpty ? openings.map(\.mission).min() : mission
    var branches: [Branch] = []
    for note in holdings.notes.values.sorted(by: { $0.text < $1.text }) {
      guard keys.contains(where: { $0.hasSigned(note) }), let checkpoint = Checkpoint(note.text),
        checkpoint.origin == Checkpoint.origin(mission, author), let ids = chain(to: checkpoint.head)
      else {
        heldHeads.append(note)
        continue
      }
      branches.append(Branch(ids: ids, head: checkpoint.head, note: note))
    }
    place(
      branches.filter { one in !branches.contains { $0.ids.count > one.ids.count && $0.ids.starts(with: one.ids) } })
    isForked = isForked || contradicts(heldHeads, keys, Checkpoint.origin(mission, author))
    if !isForked { extend(by: own) }
    placeRest()
  }

  private struct Branch {
    let ids: [Hash32]
    let head: FeedHead
    let note: SignedNote
  }

  /// The ids of the entries that `head` covers; nil where they are not all here.
  private func chain(to head: FeedHead) -> [Hash32]? {
    guard head.size > 0, head.size <= links.count else { return nil }
    for (tip, link) in links where link.seq == head.size - 1 {
      guard let ids = path(to: tip), FeedHead(of: ids) == head else { continue }
      return ids
    }
    return nil
  }

  /// The ids from the beginning of the feed to `tip`; nil where one is missing.
  private func path(to tip: Hash32) -> [Hash32]? {
    var ids: [Hash32] = []
    var next: Hash32? = tip
    var seq = links[tip]?.seq ?? 0
    while let id = next {
      guard let link = links[id], link.seq == seq else { return nil }
      ids.append(id)
      (next, seq) = (link.prev, seq - 1)
    }
    return seq == -1 ? ids.reversed() : nil
  }

  private func lines(_ ids: some Sequence<Hash32>) -> [FeedLine] { ids.compactMap { links[$0]?.line } }

  private mutating func place(_ branches: [Branch]) {
    guard let first = branches.first else { return }
    guard branches.count > 1 else {
      (feed, head, signedSize) = (lines(first.ids), first.note, first.ids.count)
      return
    }
    isForked = true
    forkHeads = branches.map(\.note)
    let common = branches.dropFirst().reduce(first.ids.count) { count, branch in
      zip(first.ids.prefix(count), branch.ids).prefix { $0 == $1 }.count
    }
    (feed, signedSize) = (lines(first.ids.prefix(common)), common)
    // Branches that part again later share a file.
    for (id, group) in Dictionary(grouping: branches, by: { $0.ids[common] }) {
      forks[id] = ordered(Set(group.flatMap { $0.ids.dropFirst(common) }))
    }
  }

  /// Whether one of `heads`, signed by one of `keys`, has another root at its size than the feed, or than another of them.
  private func contradicts(_ heads: [SignedNote], _ keys: [NoteKey], _ origin: String) -> Bool {
    let heads = heads.filter { note in keys.contains { $0.hasSigned(note) } }.compactMap { Checkpoint($0.text) }
      .filter { $0.origin == origin }.map(\.head)
    guard Dictionary(grouping: heads, by: \.size).values.allSatisfy({ $0.count == 1 }) else { return true }
    return heads.contains { $0.size <= feed.count && $0 != FeedHead(of: feed.prefix($0.size).map(\.id)) }
  }

  private mutating func extend(by own: [Hash32]) {
    guard own.starts(with: feed.map(\.id)), own.count > feed.count else { return }
    feed = lines(own)
  }

  private mutating func placeRest() {
    let stored = Set(feed.map(\.id)).union(forks.values.joined().map(\.id))
    var isWhole: [Hash32: Bool] = [:]
    for (id, link) in links.sorted(by: { $0.value.seq < $1.value.seq }) {
      isWhole[id] = link.prev.map { links[$0]?.seq == link.seq - 1 && isWhole[$0] == true } ?? (link.seq == 0)
    }
    let rest = ordered(Set(links.keys.filter { !stored.contains($0) }))
    held = rest.filter { isWhole[$0.id] != true }
    unsigned = rest.filter { isWhole[$0.id] == true }
  }

  /// The lines of `ids` by their places in the feed, then by id.
  private func ordered(_ ids: Set<Hash32>) -> [FeedLine] {
    ids.compactMap { id in links[id].map { (id: id.hex, seq: $0.seq, line: $0.line) } }
      .sorted { ($0.seq, $0.id) < ($1.seq, $1.id) }.map(\.line)
  }

  /// The places in the feed of the entries that are missing before those held back.
  var missing: ClosedRange<Int>? {
    guard let first = held.compactMap({ links[$0.id]?.seq }).min(), first > 0 else { return nil }
    let here = Set(links.values.map(\.seq))
    return min((0..<first).first { !here.contains($0) } ?? first, first - 1)...(first - 1)
  }

  /// The files by their paths in the ledger's folder, with their content.
  func files(of author: Author) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func name(_ note: SignedNote) -> String { "\(Hash32(of: Array(note.text.utf8)).hex).head" }
    if !feed.isEmpty { files["\(author.name)/\(LedgerPaths.feed)"] = feed.text }
    if let head { files["\(author.name)/\(LedgerPaths.head)"] = head.bytes }
    for (id, lines) in forks { files["\(author.name)/\(LedgerPaths.forks)/\(id.hex).jsonl"] = lines.text }
    for note in forkHeads { files["\(author.name)/\(LedgerPaths.forks)/\(name(note))"] = note.bytes }
    if let first = held.first { files["\(author.name)/\(LedgerPaths.held)/\(first.id.hex).jsonl"] = held.text }
    for note in heldHeads { files["\(author.name)/\(LedgerPaths.held)/\(name(note))"] = note.bytes }
    if !unsigned.isEmpty { files["\(LedgerPaths.unsigned)/\(author.name).jsonl"] = unsigned.text }
    return files
  }
}

/// The names in a ledger's folder.
enum LedgerPaths {
  static let feed = "feed.jsonl"
  static let head = "head"
  /// Size and root after each append here; not part of what is exchanged.
  static let localHead = "head.local"
  static let forks = "forks"
  static let held = "held"
  static let unsigned = "unsigned"
}
