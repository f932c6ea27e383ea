import Hashing
import Signatures

/// All that is known of one author's feed: entries by their ids, and heads that its key signed. A set: the union of two is
/// the same in any order, and however often.
struct FeedHoldings: Sendable, Equatable {
  /// A line with its place in the chain, which an entry says itself and a withheld one gets from a signed head.
  struct Link: Sendable, Equatable {
    let line: FeedLine
    let seq: Int
    let prev: Hash32?
  }

  /// The lines by id.
  private(set) var links: [Hash32: Link] = [:]
  /// The heads, by their texts; none is believed before it is verified.
  private(set) var notes: [String: SignedNote] = [:]

  /// Nothing.
  init() {}

  /// Adds an entry.
  mutating func add(_ entry: Entry) {
    links[entry.id] = Link(line: .entry(entry), seq: entry.seq, prev: entry.prev)
  }

  /// Adds the lines of a feed from its beginning that `head`, verified, vouches for; among them may be withheld ones.
  mutating func add(_ lines: [FeedLine], under head: FeedHead) {
    guard FeedHead(of: lines.prefix(head.size).map(\.id)) == head else { return }
    for (seq, line) in lines.prefix(head.size).enumerated() where links[line.id] == nil {
      guard case .withheld(let id) = line else { continue }
      links[id] = Link(line: line, seq: seq, prev: seq == 0 ? nil : lines[seq - 1].id)
    }
  }

  /// Adds a head.
  mutating func add(_ note: SignedNote) { notes[note.text] = notes[note.text]?.joined(with: note) ?? note }

  /// Adds everything that `other` holds.
  mutating func formUnion(_ other: FeedHoldings) {
    links.merge(other.links) { mine, its in mine.line.entry == nil ? its : mine }
    for note in other.notes.values { add(note) }
  }
}
