import Files
import Schema
import Signatures
import TestSupport
import Testing

@testable import Ledger

/// Whatever order copies of feeds come in, in parts and again, the ledger has the same files and the same records.
@Suite struct MergeOrderTests {
  private static let kind = EntryKind(
    "t.case", version: 1, en: "a case", es: "un caso",
    [
      .init("title", .string(.filled), required: true, en: "title", es: "title"),
      .init("grade", .integer(0...3), en: "grade", es: "grade"),
      .init("place", .string(.filled), en: "place", es: "place"),
    ])

  /// Eight authors who know only part of what the others wrote open cases and change them, apart from one another.
  private static func world(_ generator: inout Seeded) throws -> [SampleFeed] {
    var feeds = try (0..<8).map { try SampleFeed(seed: UInt64($0) + generator.next() % 1000) }
    for _ in 0..<60 {
      let who = generator.number(below: feeds.count)
      // What this author has seen: of each other, an earlier part.
      let seen = feeds.indices.flatMap { place in
        let all = feeds[place].entries
        return place == who ? all : Array(all.prefix(all.count - generator.number(below: all.count)))
      }
      let records = LedgerView(seen, kinds: [kind]).records.filter { $0.pending.isEmpty }
      guard !records.isEmpty, generator.number(below: 4) > 0 else {
        try feeds[who].add(try kind.opening(["title": .string("case \(generator.number(below: 100))")]))
        continue
      }
      let record = records[generator.number(below: records.count)]
      let change: [String: Value] =
        generator.number(below: 2) == 0
        ? ["grade": .integer(generator.number(below: 4))] : ["place": .string("place \(generator.number(below: 3))")]
      try feeds[who].add(try kind.change(change, of: record))
    }
    return feeds
  }

  /// A part of what all authors have written: of some of them, up to some entry, with the head that covers it.
  private static func part(_ feeds: [SampleFeed], _ generator: inout Seeded) -> [(feed: SampleFeed, size: Int)] {
    feeds.filter { _ in generator.number(below: 2) == 0 }.map { feed in
      (feed, 1 + generator.number(below: feed.entries.count))
    }
  }

  private static func store(_ parts: [(feed: SampleFeed, size: Int)], in path: String) throws {
    let home = try Folder.made(path: path, mode: 0o755)
    _ = try home.makeFolder("ledger")
    for (feed, size) in parts {
      let folder = "ledger/\(feed.author.name)"
      _ = try home.makeFolder(folder)
      try home.write(Array(feed.lines.prefix(size)).text, to: "\(folder)/feed.jsonl")
      try home.write(try feed.note(size).bytes, to: "\(folder)/head")
    }
  }

  @Test func everyOrderComesToTheSame() throws {
    var generator = Seeded(seed: 20_260_101)
    try withScratch { root in
      let feeds = try Self.world(&generator)
      let whole = feeds.map { (feed: $0, size: $0.entries.count) }
      try Self.store(whole, in: "\(root)/all")
      let reference = try Device("reference", in: root)
      _ = try reference.ledger.merge("\(root)/all")
      let (files, entries) = (try reference.files(), try reference.ledger.entries())
      let view = LedgerView(entries, kinds: [Self.kind])
      #expect(Set(entries) == Set(feeds.flatMap(\.entries)) && view.orphans.isEmpty)
      #expect(view.records.contains { !$0.conflicts.isEmpty } && view.records.allSatisfy { $0.pending.isEmpty })
      for round in 0..<12 {
        let device = try Device("d\(round)", in: root)
        let copies = (0..<5).map { "\(root)/p\(round)_\($0)" }
        for copy in copies { try Self.store(Self.part(feeds, &generator), in: copy) }
        // Parts that hold nobody are no ledger; each comes once or twice, the whole somewhere among them.
        var order = copies + copies.filter { _ in generator.number(below: 2) == 0 } + ["\(root)/all"]
        order.shuffle(using: &generator)
        for copy in order where try !Folder(path: "\(copy)/ledger").list().isEmpty { _ = try device.ledger.merge(copy) }
        #expect(try device.files() == files)
        var shuffled = try device.ledger.entries()
        shuffled.shuffle(using: &generator)
        #expect(LedgerView(shuffled + shuffled.prefix(7), kinds: [Self.kind]) == view)
        #expect(try device.ledger.snapshot().digest == reference.ledger.snapshot().digest)
      }
    }
  }
}
