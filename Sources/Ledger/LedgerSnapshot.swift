public import Hashing
import Schema
public import Times

/// What counts in a ledger at one moment, read once: what datasets are made of, and what their digest stands for.
public struct LedgerSnapshot: Sendable {
  /// The entries that count, feed by feed.
  public let entries: [Entry]
  /// The digest of what counts: of the heads of all feeds. Who wrote how much does not follow from it, and an entry that is
  /// withheld changes nothing in it, nor does one behind the head at which a key is revoked.
  public let digest: Hash32
  /// How many of the entries count here alone, since no head covers them: their author's key is on this machine.
  public let unsigned: Int
  /// Everything that is wrong with the feeds.
  public let problems: [FeedMessage]

  init(_ layouts: [FeedLayout], problems: [FeedMessage]) {
    self.problems = problems
    entries = layouts.flatMap { $0.counting.compactMap(\.entry) }
    unsigned = layouts.map { max(0, $0.counting.count - $0.signedSize) }.reduce(0, +)
    let heads = layouts.filter { !$0.isRevokedWhole }.map { FeedHead(of: $0.feed.map(\.id)) }.sorted {
      ($0.root.hex, $0.size) < ($1.root.hex, $1.size)
    }
    digest = Hash32(of: Value.list(heads.map(\.document)).ledgerText)
  }

  /// The entries that were known at `instant`, by what their authors say of when they knew.
  public func entries(knownAt instant: Instant) -> [Entry] { entries.filter { $0.known <= instant } }
}

extension Entry {
  /// When what it says was known, as its author claims: `known_at`, else the end of the minute in which it was recorded.
  public var known: Instant {
    body["known_at"]?.string.flatMap { Instant(rfc3339: $0) } ?? Instant(seconds: time.seconds + 59)
  }
}
