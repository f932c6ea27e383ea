import Hashing
import Schema
import Signatures
import TestSupport
import Times

@testable import Ledger

/// A feed as its author writes it, without a disk.
struct SampleFeed {
  let key: AuthorKey
  private(set) var entries: [Entry] = []
  private var generator: Seeded

  /// A feed of the mission `mission` with its opening and `count` further entries.
  init(_ count: Int = 0, mission: String = "test", seed: UInt64 = 1) throws {
    key = AuthorKey(mission: mission)
    generator = Seeded(seed: seed)
    try add(Opening.body(key))
    for number in 0..<count { try add(["kind": "t.note", "v": 1, "text": .string("note \(number)")]) }
  }

  var author: Author { key.author }
  var ids: [Hash32] { entries.map(\.id) }
  var lines: [FeedLine] { entries.map(FeedLine.entry) }
  var text: String { String(decoding: lines.text, as: UTF8.self) }

  /// Appends an entry with `body`.
  @discardableResult
  mutating func add(_ body: [String: Value], at minute: Int = 0) throws -> Entry {
    let salt = (0..<16).map { _ in UInt8(generator.number(below: 256)) }
    let entry = try Entry(
      author: author.name, seq: entries.count, prev: entries.last?.id,
      time: Instant(seconds: 1_511_700_000 + Int64(minute) * 60),
      salt: salt, body: body)
    entries.append(entry)
    return entry
  }

  /// The feed's first `count` entries with another entry behind them: what a restored copy writes.
  func branched(at count: Int, _ text: String) throws -> SampleFeed {
    var branch = self
    branch.entries = Array(entries.prefix(count))
    try branch.add(["kind": "t.note", "v": 1, "text": .string(text)])
    return branch
  }

  /// The signed head of the first `size` entries, or of all.
  func note(_ size: Int? = nil) throws -> SignedNote { try key.note(of: FeedHead(of: ids.prefix(size ?? ids.count))) }

  /// Entries and a head as somebody holds them.
  func holdings(_ entries: some Sequence<Entry>, _ notes: [SignedNote] = []) -> FeedHoldings {
    var holdings = FeedHoldings()
    for entry in entries { holdings.add(entry) }
    for note in notes { holdings.add(note) }
    return holdings
  }

  func layout(_ holdings: FeedHoldings, own: [Hash32] = []) -> FeedLayout {
    FeedLayout(holdings, of: author, mission: key.mission, own: own)
  }
}
