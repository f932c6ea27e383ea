import Hashing
import Schema
import Signatures
import TestSupport
import Testing

@testable import Ledger

@Suite struct FeedLayoutTests {
  @Test func whatAHeadCoversIsTheFeed() throws {
    let feed = try SampleFeed(5)
    let layout = feed.layout(feed.holdings(feed.entries, [try feed.note(4)]))
    #expect(layout.feed == Array(feed.lines.prefix(4)) && layout.signedSize == 4)
    #expect(layout.unsigned == Array(feed.lines.suffix(2)) && layout.held == [] && !layout.isForked)
    // On the author's own device the rest follows.
    let own = feed.layout(feed.holdings(feed.entries, [try feed.note(4)]), own: feed.ids)
    #expect(own.feed == feed.lines && own.signedSize == 4 && own.unsigned == [])
  }

  @Test func withoutAHeadNothingCounts() throws {
    let feed = try SampleFeed(3)
    let layout = feed.layout(feed.holdings(feed.entries))
    #expect(layout.feed == [] && layout.unsigned == feed.lines)
  }

  /// Somebody else writes an entry under the author's name, behind what is signed.
  @Test func anImpostorsEntryCountsForNothing() throws {
    let feed = try SampleFeed(3)
    let forged = try feed.branched(at: 4, "forged")
    let layout = feed.layout(feed.holdings(forged.entries, [try feed.note()]), own: feed.ids)
    #expect(layout.feed == feed.lines && layout.unsigned == forged.lines.suffix(1))
    // Nor does it where another key signs it under the author's name.
    let other = try SampleFeed(0)
    let text = Checkpoint(origin: feed.key.origin, head: FeedHead(of: forged.ids)).text
    let note = SignedNote(
      text: text,
      signatures: try other.note().signatures.map { .init(name: feed.key.origin, keyID: $0.keyID, bytes: $0.bytes) })
    let signed = feed.layout(feed.holdings(forged.entries, [try feed.note(), note]))
    #expect(signed.feed == feed.lines && signed.heldHeads == [] && !signed.isForked)
  }

  /// Whoever hands a head on can put a false signature under it, in the author's name or in others': the true one counts all the
  /// same, and is handed on alone.
  @Test func aFalseSignatureTakesNothingAway() throws {
    let (feed, other) = (try SampleFeed(3), try SampleFeed(0))
    let note = try feed.note()
    let mine = try #require(note.signatures.first)
    let false1 = SignedNote.Signature(name: mine.name, keyID: mine.keyID, bytes: [UInt8](repeating: 1, count: 64))
    let others = (0..<100).map { SignedNote.Signature(name: "x\($0)", keyID: mine.keyID, bytes: mine.bytes) }
    let forged = SignedNote(text: note.text, signatures: [false1] + others + (try other.note().signatures))
    for notes in [[note, forged], [forged, note]] {
      let layout = feed.layout(feed.holdings(feed.entries, notes))
      #expect(layout.feed == feed.lines && layout.head == note)
    }
    #expect(feed.layout(feed.holdings(feed.entries, [forged])).head == nil)
  }

  /// What heads that contradict each other have in common is the feed; of each branch the longest heads are kept.
  @Test func branchesOfOneKeyThatPartAgainShareAFile() throws {
    let feed = try SampleFeed(5)
    let one = try feed.branched(at: 3, "one")
    var (two, three) = (one, one)
    for _ in 0..<2 { try two.add(["kind": "t.note", "v": 1, "text": "two"]) }
    try three.add(["kind": "t.note", "v": 1, "text": "three"])
    let notes = try [feed.note(), feed.note(4), one.note(), two.note(), three.note()]
    let layout = feed.layout(feed.holdings(feed.entries + two.entries + three.entries, notes))
    #expect(layout.isForked && layout.feed == Array(feed.lines.prefix(3)) && layout.unsigned == [] && layout.held == [])
    #expect(Set(layout.forks.keys) == [feed.ids[3], one.ids[3]])
    #expect(layout.forks[feed.ids[3]] == Array(feed.lines.suffix(3)))
    #expect(Set(layout.forks[one.ids[3]] ?? []) == Set(two.lines.suffix(3) + three.lines.suffix(1)))
    #expect(try Set(layout.forkHeads) == [feed.note(), two.note(), three.note()])
  }

  @Test func whatIsBehindAGapIsHeld() throws {
    let feed = try SampleFeed(6)
    let entries = feed.entries.enumerated().filter { $0.offset != 3 }.map(\.element)
    let layout = feed.layout(feed.holdings(entries, [try feed.note(), try feed.note(2)]))
    #expect(layout.feed == Array(feed.lines.prefix(2)) && layout.held == Array(feed.lines.suffix(3)))
    #expect(try layout.unsigned == [feed.lines[2]] && layout.heldHeads == [feed.note()])
    #expect(layout.missing == 3...3)
    var whole = feed.holdings(entries, [try feed.note(), try feed.note(2)])
    whole.add(feed.entries[3])
    #expect(feed.layout(whole).feed == feed.lines)
    #expect(feed.layout(whole).heldHeads == [])
  }

  /// Only heads that contradict each other make a fork; both branches stay, and the feed ends before them.
  @Test func aForkKeepsBothBranches() throws {
    let feed = try SampleFeed(5)
    let other = try feed.branched(at: 4, "restored")
    let holdings = feed.holdings(feed.entries + other.entries, [try feed.note(), try other.note()])
    let layout = feed.layout(holdings, own: feed.ids)
    #expect(layout.isForked && layout.feed == Array(feed.lines.prefix(4)) && layout.head == nil)
    #expect(layout.forks == [feed.ids[4]: Array(feed.lines.suffix(2)), other.ids[4]: Array(other.lines.suffix(1))])
    #expect(Set(layout.forkHeads) == [try feed.note(), try other.note()])
    // Of a branch whose entries are not here the head alone shows it.
    let alone = feed.layout(feed.holdings(feed.entries, [try feed.note(), try other.note()]))
    #expect(alone.isForked && alone.forks.isEmpty && alone.feed == feed.lines)
  }

  @Test func otherMissionsHeadsCountForNothing() throws {
    let feed = try SampleFeed(3, mission: "training")
    let layout = FeedLayout(feed.holdings(feed.entries, [try feed.note()]), of: feed.author, mission: "test")
    #expect(layout.feed == [] && layout.mission == "training")
  }

  /// Withheld lines have their places from a head that covers them.
  @Test func withheldLinesKeepTheirPlaces() throws {
    let feed = try SampleFeed(4)
    let head = FeedHead(of: feed.ids)
    var lines = feed.lines
    for place in [2, 3] { lines[place] = .withheld(feed.ids[place]) }
    var holdings = feed.holdings([0, 1, 4].map { feed.entries[$0] }, [try feed.note()])
    holdings.add(lines, under: head)
    #expect(feed.layout(holdings).feed == lines)
    // Whoever has one of them puts it back.
    holdings.add(feed.entries[2])
    #expect(feed.layout(holdings).feed[2] == feed.lines[2])
    // A line that no head covers has no place.
    var astray = FeedHoldings()
    astray.add(lines, under: FeedHead(size: 5, root: feed.ids[0]))
    #expect(astray == FeedHoldings())
  }

  /// Eight feeds, one of them forked, some heads and entries lost, cut into parts that overlap: in whichever order and however
  /// often they come together, the same files.
  @Test func anyOrderGivesTheSameBytes() throws {
    var generator = Seeded(seed: 11)
    for round in 0..<8 {
      let feed = try SampleFeed(12, seed: UInt64(round))
      let other = try feed.branched(at: 7, "restored")
      let lost = Set(round % 3 == 0 ? [generator.number(below: 13)] : [])
      let entries = (feed.entries + (round % 2 == 0 ? other.entries : [])).filter {
        !($0.seq != 0 && lost.contains($0.seq))
      }
      let notes = try [5, 9, 13].map { try feed.note($0) } + (round % 2 == 0 ? [other.note()] : [])
      let reference = feed.layout(feed.holdings(entries, notes)).files(of: feed.author)
      #expect(!reference.isEmpty)
      for _ in 0..<125 {
        var parts = (0...generator.number(below: 6)).map { _ in FeedHoldings() }
        for entry in entries {
          for _ in 0...generator.number(below: 2) { parts[generator.number(below: parts.count)].add(entry) }
        }
        for note in notes { parts[generator.number(below: parts.count)].add(note) }
        parts.shuffle(using: &generator)
        var holdings = FeedHoldings()
        for part in parts {
          holdings.formUnion(part)
          // What is stored is all that is known next time.
          holdings = try Self.stored(feed.layout(holdings), feed)
        }
        #expect(feed.layout(holdings).files(of: feed.author) == reference)
      }
    }
  }

  /// What the files of a layout hold, read again.
  private static func stored(_ layout: FeedLayout, _ feed: SampleFeed) throws -> FeedHoldings {
    var holdings = FeedHoldings()
    for (path, bytes) in layout.files(of: feed.author) {
      if path.hasSuffix(".jsonl") {
        for line in bytes.split(separator: UInt8(ascii: "\n")) { holdings.add(try Entry(line)) }
      } else {
        holdings.add(try #require(SignedNote(bytes)))
      }
    }
    return holdings
  }
}
