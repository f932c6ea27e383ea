import Hashing
import Schema
import TestSupport
import Testing

@testable import Ledger

@Suite struct FeedReadingTests {
  static let feed = Result { try SampleFeed(9) }

  private func problems(_ change: (inout [String]) -> Void, written: Bool = true) throws -> [FeedMessage] {
    let feed = try Self.feed.get()
    var lines = feed.entries.map { String(decoding: $0.bytes, as: UTF8.self) }
    change(&lines)
    let reading = FeedReading(text: lines.map { $0 + "\n" }.joined(), author: feed.author.name)
    return reading.problemsOfFeed(written: written ? FeedHead(of: feed.ids) : nil, signed: nil)
  }

  @Test func aWholeFeedIsIntact() throws { #expect(try problems { _ in } == []) }

  /// Whichever line is changed so that it still is an entry, that line is named.
  @Test func theChangedEntryIsNamed() throws {
    for line in 0..<10 {
      let found = try problems { $0[line] = $0[line].replacing("\"v\":1", with: "\"v\":2") }
      #expect(found == [.changed(file: "f", line: line + 1)])
    }
    for line in 1..<10 {
      let other = String(repeating: "ab", count: 32)
      let found = try problems { lines in
        lines[line] = lines[line].replacing(/"prev":"[0-9a-f]+"/, with: "\"prev\":\"\(other)\"")
      }
      #expect(found == [.changed(file: "f", line: line + 1)])
    }
  }

  @Test func whatIsNoEntryIsNamed() throws {
    let found = try problems { $0[3] = $0[3].replacing("\"v\":1", with: "\"v\": 1") }
    #expect(found.count == 1)
    guard case .badLine(file: "f", line: 4, .notCanonical) = found.first else {
      Issue.record("\(found)")
      return
    }
  }

  @Test func whatWasRemovedIsNamed() throws {
    for line in 1..<9 {
      #expect(
        try problems { $0.remove(at: line) } == [
          .removed(file: "f", line: line + 1, first: line, last: line), .truncated(file: "f", entries: 9, written: 10),
        ])
    }
    #expect(
      try problems({ $0.removeSubrange(2...4) }, written: false) == [.removed(file: "f", line: 3, first: 2, last: 4)])
    #expect(try problems { $0.removeFirst() }.first == .removed(file: "f", line: 1, first: 0, last: 0))
  }

  @Test func whatIsOutOfOrderIsNamed() throws {
    #expect(
      try problems { $0.swapAt(2, 3) } == [
        .misplaced(file: "f", line: 3, seq: 3), .misplaced(file: "f", line: 4, seq: 2),
      ])
    #expect(try problems({ $0.insert($0[4], at: 5) }, written: false) == [.misplaced(file: "f", line: 6, seq: 4)])
  }

  /// A file can be made of wrong lines alone: the first thousand are told.
  @Test func ofManyWrongLinesTheFirstAreTold() throws {
    let feed = try Self.feed.get()
    let empty = FeedReading(text: String(repeating: "\n", count: 5000) + feed.text, author: feed.author.name)
    #expect(empty.problems.count == 1001 && empty.problems.last == .tooManyFaults(file: "f"))
    #expect(empty.lines.count == 1000 && empty.tornBytes == 0)
    let twice = FeedReading(text: String(repeating: feed.text, count: 200), author: feed.author.name)
    let problems = twice.problemsOfFeed(written: nil, signed: nil)
    #expect(problems.count == 1001 && problems.last == .tooManyFaults(file: "f"))
  }

  /// A line can claim any place, and what would be before it is told without being counted one by one.
  @Test(.timeLimit(.minutes(1))) func aPlaceThatNoFeedHasIsTold() throws {
    let most = (1 << 53) - 1
    let found = try problems({ $0[4] = $0[4].replacing("\"seq\":4", with: "\"seq\":\(most)") }, written: false)
    #expect(found.first == .misplaced(file: "f", line: 5, seq: most))
    let last = try problems({ $0[9] = $0[9].replacing("\"seq\":9", with: "\"seq\":\(most)") }, written: false)
    #expect(last == [.removed(file: "f", line: 10, first: 9, last: most - 1)])
  }

  @Test func aFeedThatEndsTooSoonIsTold() throws {
    for count in 1...3 {
      #expect(try problems { $0.removeLast(count) } == [.truncated(file: "f", entries: 10 - count, written: 10)])
    }
  }

  /// A chain that was written anew from some entry on differs from what was vouched for, and where is not known.
  @Test func aChainWrittenAnewIsNotVouchedFor() throws {
    let feed = try Self.feed.get()
    var other = try feed.branched(at: 6, "other")
    for _ in 0..<4 { try other.add(["kind": "t.note", "v": 1]) }
    let reading = FeedReading(text: other.text, author: feed.author.name)
    #expect(reading.problemsOfFeed(written: FeedHead(of: feed.ids), signed: nil) == [.otherHead(file: "f", size: 10)])
  }

  @Test func entriesOfOthersAreNamed() throws {
    let feed = try Self.feed.get()
    let reading = FeedReading(text: feed.text, author: "somebody")
    #expect(reading.problems.count == 10)
    #expect(reading.problems.first == .wrongAuthor(file: "f", line: 1, author: feed.author.name))
  }

  /// A cut at any byte leaves the whole lines and tells the rest.
  @Test func aCutLineIsNoEntry() throws {
    let feed = try SampleFeed(1)
    let (text, first) = (Array(feed.text.utf8), feed.entries[0].bytes.count + 1)
    for cut in first..<text.count {
      let reading = text[..<cut].withUnsafeBytes { FeedReading($0, file: "f", author: feed.author.name) }
      #expect(reading.ids == [feed.ids[0]] && reading.wholeBytes == first && reading.tornBytes == cut - first)
      #expect(reading.problemsOfFeed(written: FeedHead(of: [feed.ids[0]]), signed: nil) == [])
    }
  }

  /// What anybody puts among the lines ends in problems and never elsewhere.
  @Test func anyBytesAreRead() throws {
    let feed = try SampleFeed(3)
    var generator = Seeded(seed: 3)
    for _ in 0..<2000 {
      var bytes = Array(feed.text.utf8)
      for _ in 0...generator.number(below: 3) {
        let place = generator.number(below: bytes.count)
        switch generator.number(below: 3) {
        case 0: bytes[place] = UInt8(generator.number(below: 256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[generator.number(below: bytes.count)], at: place)
        }
      }
      let reading = bytes.withUnsafeBytes { FeedReading($0, file: "f", author: feed.author.name) }
      let problems = reading.problemsOfFeed(written: FeedHead(of: feed.ids), signed: nil)
      #expect(!problems.isEmpty || Array(feed.text.utf8) == bytes)
    }
  }
}
