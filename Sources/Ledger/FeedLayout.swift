import Hashing
import Signatures

/// How holdings of one author's feed are stored: a function of the set alone, so that whoever holds the same has the same files.
///
/// - The feed is what the longest head covers whose entries are all here, or, where heads contradict each other, what they
///   have in common; the branches stand apart.
/// - What lies behind a gap is held back until the gap is closed.
/// - What is under no head of the author's key stands apart, and counts for nothing: anybody can write it.
///
/// On the author's own device its own lines follow, signed or not.
///
/// Where the key is revoked, the feed is the one of the last head that was the author's: what contradicts that head is not the author's.
/// So only views are laid out; how holdings are stored no roster changes.
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
  /// The lines of the feed that count: all of them, or those under the head at which the key is revoked.
  private(set) var counting: [FeedLine] = []
  /// The lines that the key signed, and that do not count since it is revoked.
  private(set) var revoked: [FeedLine] = []
  /// The mission that the feed's opening names.
  private(set) var mission: String?

  private let links: [Hash32: FeedHoldings.Link]

  /// The files of `holdings`, the feed of `author` in the ledger of `mission`. `own` are the lines of the feed as the author has
  /// it on this device; `last` is the head at which its key is revoked.
  init(
    _ holdings: FeedHoldings, of author: Author, mission: String, own: [Hash32] = [], revokedAt last: FeedHead? = nil
  ) {
    links = holdings.links
    let openings = links.values.compactMap { $0.line.entry }.compactMap { Opening.read($0, of: author) }
    let keys = Set(openings.filter { $0.mission == mission }.map(\.key))
    self.mission = keys.isEmpty ? openings.map(\.mission).min() : mission
    var signed: [FeedHead: SignedNote] = [:]
    for note in holdings.notes.values {
      guard let key = keys.first else {
        heldHeads.append(note)
        continue
      }
      // Anybody can put a signature beside the author's: what its key did not make says nothing, and takes nothing away.
      guard let note = key.signed(note), let checkpoint = Checkpoint(note.text), checkpoint.origin == key.name else {
        continue
      }
      signed[checkpoint.head] = note
    }
    let walk = Walk(links, heads: Set(signed.keys).union([last].compactMap(\.self)))
    let tips = walk.tips.filter { signed[$0.key] != nil }
    let lastTip = last.flatMap { walk.tips[$0] }
    place(lastTip.map { walk.longest(of: tips, with: $0, links) } ?? tips, signed)
    let absent = signed.filter { walk.tips[$0.key] == nil }
    heldHeads = (heldHeads + absent.values).sorted { $0.text < $1.text }
    if lastTip == nil { isForked = isForked || contradicts(absent.keys) }
    if !isForked { extend(by: last.map { Array(own.prefix($0.size)) } ?? own) }
    counting = last.map { lastTip == nil ? [] : Array(feed.prefix($0.size)) } ?? feed
    if last != nil { revoked = ordered(covered(by: tips.values).subtracting(counting.map(\.id))) }
    placeRest(whole: walk.whole)
  }

  /// Whether nothing of it counts, since its key is revoked.
  var isRevokedWhole: Bool { counting.isEmpty && !(feed.isEmpty && revoked.isEmpty) }

  /// The lines that `tips` follow, and these.
  private func covered(by tips: some Sequence<Hash32>) -> Set<Hash32> {
    var covered: Set<Hash32> = []
    for tip in tips {
      var next: Hash32? = tip
      while let id = next, covered.insert(id).inserted { next = links[id]?.prev }
    }
    return covered
  }

  /// The entries that follow one another from the beginning of a feed, whoever wrote them. Each is looked at once, so that nobody
  /// can make a feed slow by writing under its author's name.
  private struct Walk {
    /// The entries before which none is missing.
    private(set) var whole: Set<Hash32> = []
    /// The last entry that each head covers, where all of them are here.
    private(set) var tips: [FeedHead: Hash32] = [:]
    private var followers: [Hash32: [Hash32]] = [:]

    init(_ links: [Hash32: FeedHoldings.Link], heads: Set<FeedHead>) {
      for (id, link) in links {
        guard let prev = link.prev, links[prev]?.seq == link.seq - 1 else { continue }
        followers[prev, default: []].append(id)
      }
      let sizes = Set(heads.map(\.size))
      var open = links.filter { $0.value.seq == 0 }.map { (id: $0.key, before: MerkleTree.Growing()) }
      while let (id, before) = open.popLast() {
        whole.insert(id)
        var tree = before
        tree.append(id)
        if sizes.contains(tree.count) {
          let head = FeedHead(size: tree.count, root: tree.root)
          if heads.contains(head) { tips[head] = id }
        }
        for follower in followers[id] ?? [] { open.append((follower, tree)) }
      }
    }

    /// Of the heads with these `tips` the longest whose entries stand in one line with `id`.
    func longest(
      of tips: [FeedHead: Hash32], with id: Hash32, _ links: [Hash32: FeedHoldings.Link]
    ) -> [FeedHead: Hash32] {
      var line: Set<Hash32> = []
      var next: Hash32? = id
      while let id = next, line.insert(id).inserted { next = links[id]?.prev }
      var open = followers[id] ?? []
      while let id = open.popLast() {
        line.insert(id)
        open += followers[id] ?? []
      }
      let longest = tips.filter { line.contains($0.value) }
        .max { ($0.key.size, $0.value.hex) < ($1.key.size, $1.value.hex) }
      return longest.map { [$0.key: $0.value] } ?? [:]
    }
  }

  /// Places what the heads with these last entries cover: the feed, and its branches where they part.
  private mutating func place(_ tips: [FeedHead: Hash32], _ notes: [FeedHead: SignedNote]) {
    var covered: Set<Hash32> = []
    var longest: [SignedNote] = []
    for (head, tip) in tips.sorted(by: { ($0.key.size, $0.value.hex) > ($1.key.size, $1.value.hex) })
    where !covered.contains(tip) {
      longest += [notes[head]].compactMap(\.self)
      var next: Hash32? = tip
      while let id = next, covered.insert(id).inserted { next = links[id]?.prev }
    }
    let places = Dictionary(covered.map { (links[$0]?.seq ?? 0, 1) }, uniquingKeysWith: +)
    signedSize = places.filter { $0.value > 1 }.keys.min() ?? covered.count
    feed = ordered(covered.filter { links[$0].map { $0.seq < signedSize } ?? false })
    guard longest.count > 1 else {
      head = longest.first
      return
    }
    (isForked, forkHeads) = (true, longest)
    // Branches that part again later share a file.
    var firsts: [Hash32: Hash32] = [:]
    for line in ordered(covered.subtracting(feed.map(\.id))) {
      let first = links[line.id]?.prev.flatMap { firsts[$0] } ?? line.id
      firsts[line.id] = first
      forks[first, default: []].append(line)
    }
  }

  /// Whether one of `heads`, signed by the author, has another root at its size than the feed, or than another of them.
  private func contradicts(_ heads: some Collection<FeedHead>) -> Bool {
    guard Set(heads.map(\.size)).count == heads.count else { return true }
    var tree = MerkleTree.Growing()
    var roots = [0: tree.root]
    let sizes = Set(heads.map(\.size))
    for line in feed {
      tree.append(line.id)
      if sizes.contains(tree.count) { roots[tree.count] = tree.root }
    }
    return heads.contains { head in roots[head.size].map { $0 != head.root } ?? false }
  }

  private mutating func extend(by own: [Hash32]) {
    guard own.starts(with: feed.map(\.id)), own.count > feed.count else { return }
    feed = own.compactMap { links[$0]?.line }
  }

  private mutating func placeRest(whole: Set<Hash32>) {
    let placed = [feed, revoked, Array(forks.values.joined())].joined().map(\.id)
    let rest = ordered(Set(links.keys).subtracting(placed))
    held = rest.filter { !whole.contains($0.id) }
    unsigned = rest.filter { whole.contains($0.id) }
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
