import Hashing
import Schema
import TestSupport
import Testing

@testable import Ledger

/// People who write about one record, each knowing what reached them.
private struct Writers {
  static let kind = EntryKind(
    "t.case", version: 1, en: "a case", es: "un caso",
    ["a", "b", "c"].map { .init($0, .integer(0...9), en: $0, es: $0) },
    later: [.init("status", .choice(["open", "shut"]), en: "status", es: "status")])

  var feeds: [SampleFeed]
  /// What each knows: for each author how many of its entries.
  var known: [[Int]]
  var record: Entry

  init(_ count: Int, seed: UInt64) throws {
    feeds = try (0..<count).map { try SampleFeed(seed: seed &* 31 &+ UInt64($0)) }
    known = (0..<count).map { writer in (0..<count).map { $0 == writer ? 1 : 0 } }
    record = try feeds[0].add(["kind": "t.case", "v": 1, "a": 0])
    for writer in 0..<count { known[writer][0] = 2 }
  }

  func entries(of writer: Int) -> [Entry] { zip(feeds, known[writer]).flatMap { $0.entries.prefix($1) } }
  func view(of writer: Int) -> LedgerView { LedgerView(entries(of: writer), kinds: [Self.kind]) }
  var all: [Entry] { feeds.flatMap(\.entries) }

  mutating func write(_ writer: Int, _ fields: [String: Value]) throws {
    let record = try #require(view(of: writer).records.first)
    try feeds[writer].add(Self.kind.change(fields, of: record))
    known[writer][writer] += 1
  }

  /// One gets what another knows of one author, or of all.
  mutating func exchange(_ from: Int, _ to: Int, _ author: Int?) {
    for index in feeds.indices where author == nil || author == index {
      known[to][index] = max(known[to][index], known[from][index])
    }
  }
}

/// The definition read literally: every path from entry to entry, every field.
private struct Oracle {
  private let entries: [Entry]
  private let byID: [Hash32: Entry]

  init(_ entries: [Entry], about record: Hash32) {
    self.entries = entries.filter { $0.id == record || $0.body["record"] == .string(record.hex) }
    byID = Dictionary(uniqueKeysWithValues: self.entries.map { ($0.id, $0) })
  }

  private func before(_ entry: Entry) -> [Hash32] {
    let earlier = entries.filter { $0.author == entry.author && $0.seq < entry.seq }.map(\.id)
    return (entry.body["after"]?.texts ?? []).compactMap { Hash32(hex: $0) } + earlier
  }

  /// All that precedes `entry`; nil where some of it is not here.
  private func past(_ entry: Entry) -> Set<Hash32>? {
    var (found, wanted) = (Set<Hash32>(), before(entry))
    while let next = wanted.popLast() {
      guard let it = byID[next] else { return nil }
      if found.insert(next).inserted { wanted += before(it) }
    }
    return found
  }

  var pending: Set<Hash32> { Set(entries.filter { past($0) == nil }.map(\.id)) }

  func values(_ field: String) -> Set<[UInt8]> {
    let setting = entries.filter { $0.body[field] != nil && past($0) != nil }
    let open = setting.filter { one in !setting.contains { past($0)?.contains(one.id) == true } }
    return Set(open.compactMap { $0.body[field]?.ledgerText })
  }
}

@Suite struct RecordViewTests {
  @Test func aFieldHasTheValueThatNothingSupersedes() throws {
    var writers = try Writers(2, seed: 1)
    try writers.write(0, ["a": 1, "b": 5])
    writers.exchange(0, 1, nil)
    try writers.write(1, ["a": 2])
    writers.exchange(1, 0, nil)
    let record = try #require(writers.view(of: 0).records.first)
    #expect(record.value("a") == 2 && record.value("b") == 5 && record.conflicts == [])
    #expect(record.entries.count == 3 && record.newest == [writers.feeds[1].ids[1]])
  }

  /// Two set one field apart: both values stand until it is set behind both. Different fields never conflict.
  @Test func conflictsAreShownAndResolved() throws {
    var writers = try Writers(3, seed: 2)
    try writers.write(1, ["a": 1, "b": 1])
    try writers.write(2, ["a": 2, "c": 3])
    for writer in 1...2 { writers.exchange(writer, 0, nil) }
    let record = try #require(writers.view(of: 0).records.first)
    #expect(record.conflicts == ["a"] && record.value("a") == nil && record.value("b") == 1 && record.value("c") == 3)
    #expect(record.fields["a"]?.map(\.value) == [1, 2])
    #expect(
      record.fields["a"]?.map { $0.entries.map(\.author) } == [
        [writers.feeds[1].author.name], [writers.feeds[2].author.name],
      ])
    // Who has seen one of them alone resolves nothing; who has seen both does.
    try writers.write(1, ["a": 1])
    writers.exchange(1, 0, nil)
    #expect(writers.view(of: 0).records.first?.conflicts == ["a"])
    try writers.write(0, ["a": 4])
    #expect(writers.view(of: 0).records.first?.value("a") == 4)
  }

  @Test func equalValuesAgree() throws {
    var writers = try Writers(3, seed: 3)
    for writer in 1...2 {
      try writers.write(writer, ["a": 7])
      writers.exchange(writer, 0, nil)
    }
    let record = try #require(writers.view(of: 0).records.first)
    #expect(record.value("a") == 7 && record.fields["a"]?.first?.entries.count == 2)
  }

  @Test func whatFollowsAnAbsentEntryIsPending() throws {
    var writers = try Writers(3, seed: 4)
    try writers.write(1, ["a": 1])
    writers.exchange(1, 2, nil)
    try writers.write(2, ["a": 2])
    writers.exchange(2, 0, 2)
    let record = try #require(writers.view(of: 0).records.first)
    #expect(record.value("a") == 0 && record.pending.map(\.id) == [writers.feeds[2].ids[1]])
    writers.exchange(1, 0, 1)
    #expect(writers.view(of: 0).records.first?.value("a") == 2)
    #expect(writers.view(of: 0).records.first?.pending == [])
    // Without its opening a record is not there, and what is about it is told.
    let orphans = LedgerView(writers.feeds[2].entries, kinds: [Writers.kind])
    #expect(orphans.records == [] && orphans.orphans.map(\.id) == [writers.feeds[2].ids[1]])
  }

  /// What this program cannot read marks the record, and is never dropped.
  @Test func whatCannotBeReadIsKept() throws {
    var writers = try Writers(1, seed: 5)
    let record = try #require(writers.view(of: 0).records.first)
    let good = try Writers.kind.change(["a": 1], of: record)
    for change: [String: Value] in [["v": 2], ["kind": "t.other"], ["a": 10], ["d": 1]] {
      var writers = writers
      let entry = try writers.feeds[0].add(good.merging(change) { $1 })
      let view = try #require(LedgerView(writers.all, kinds: [Writers.kind]).records.first)
      #expect(view.unreadable.map(\.id) == [entry.id] && view.value("a") == 0 && view.newest == [entry.id])
    }
    let unknown = try writers.feeds[0].add(["kind": "t.new", "v": 1, "x": 1])
    let view = LedgerView(writers.all, kinds: [Writers.kind])
    #expect(view.records.count == 2 && view.records.first { $0.id == unknown.id }?.unreadable == [unknown])
  }

  /// A change that names nothing that it follows, or an entry of another record, is pending for good.
  @Test func changesOutOfNowhereChangeNothing() throws {
    var writers = try Writers(2, seed: 6)
    let record = writers.record.id.hex
    let opening = try writers.feeds[1].add(["kind": "t.case", "v": 1, "a": 3])
    let entry = try writers.feeds[1].add([
      "kind": "t.case", "v": 1, "record": .string(record), "after": [.string(opening.id.hex)], "a": 9,
    ])
    let view = LedgerView(writers.all, kinds: [Writers.kind])
    let seen = try #require(view.records.first { $0.id == writers.record.id })
    #expect(seen.value("a") == 0 && seen.pending == [entry])
  }

  /// 1,000 orders, with repetitions: one view.
  @Test func noOrderChangesAView() throws {
    var generator = Seeded(seed: 21)
    var writers = try Writers(4, seed: 7)
    for _ in 0..<24 {
      let writer = generator.number(below: 4)
      try writers.write(writer, [["a", "b", "c"][generator.number(below: 3)]: .integer(generator.number(below: 3))])
      writers.exchange(writer, generator.number(below: 4), nil)
    }
    let reference = LedgerView(writers.all, kinds: [Writers.kind])
    for _ in 0..<1000 {
      var entries = writers.all
      for _ in 0..<generator.number(below: 8) { entries.append(entries[generator.number(below: entries.count)]) }
      entries.shuffle(using: &generator)
      #expect(LedgerView(entries, kinds: [Writers.kind]) == reference)
    }
  }

  /// 10,000 exchanges between four that edit apart: every view, whatever it is made of, shows the conflicts of the definition and no
  /// other; at the end all converge.
  @Test func conflictsAreThoseOfTheDefinition() throws {
    var generator = Seeded(seed: 22)
    var conflicts = 0
    for round in 0..<250 {
      var writers = try Writers(4, seed: UInt64(100 + round))
      for step in 0..<40 {
        if step % 5 == 0 {
          try writers.write(
            generator.number(below: 4),
            [["a", "b", "c"][generator.number(below: 3)]: .integer(generator.number(below: 3))])
        }
        writers.exchange(
          generator.number(below: 4), generator.number(below: 4),
          generator.once(in: 2) ? generator.number(below: 4) : nil)
      }
      let writer = generator.number(below: 4)
      conflicts += try compare(writers.view(of: writer), writers.entries(of: writer), writers.record.id)
      for to in 1..<4 { writers.exchange(to, 0, nil) }
      for to in 1..<4 { writers.exchange(0, to, nil) }
      for to in 1..<4 { #expect(writers.view(of: to) == writers.view(of: 0)) }
      conflicts += try compare(writers.view(of: 0), writers.all, writers.record.id)
    }
    #expect(conflicts > 100)
  }

  /// Holds a view against the definition; how many conflicts it has.
  private func compare(_ view: LedgerView, _ entries: [Entry], _ id: Hash32) throws -> Int {
    let (record, oracle) = (try #require(view.records.first { $0.id == id }), Oracle(entries, about: id))
    for field in ["a", "b", "c"] {
      #expect(Set((record.fields[field] ?? []).map(\.value.ledgerText)) == oracle.values(field))
    }
    #expect(Set(record.pending.map(\.id)) == oracle.pending)
    return record.conflicts.count
  }

  @Test func recordsAreFoundByTheBeginningsOfTheirIds() throws {
    var writers = try Writers(1, seed: 8)
    for _ in 0..<40 { try writers.feeds[0].add(["kind": "t.case", "v": 1, "a": 1]) }
    let view = LedgerView(writers.all, kinds: [Writers.kind])
    let id = writers.record.id.hex
    #expect(try view.record(id).id.hex == id && view.record(String(id.prefix(20))).id.hex == id)
    #expect(throws: LedgerMessage.unknownRecord("zz")) { try view.record("zz") }
    #expect(throws: LedgerMessage.unknownRecord("")) { try view.record("") }
    let twice = try #require(
      (0..<16).map { String($0, radix: 16) }.first { digit in view.records.count { $0.id.hex.hasPrefix(digit) } > 1 })
    let count = view.records.count { $0.id.hex.hasPrefix(twice) }
    #expect(throws: LedgerMessage.severalRecords(twice, count: count)) { try view.record(twice) }
  }

  @Test func referencesAreWrittenInFull() throws {
    let writers = try Writers(1, seed: 9)
    let kind = EntryKind(
      "t.about", version: 1, en: "about", es: "sobre",
      [
        .init("one", .string(.filled), naming: .records(of: "t.case"), en: "one", es: "uno"),
        .init(
          "many", .list(Schema(.string(.filled)), atLeast: 1), naming: .records(of: "t.case"), en: "many", es: "varios"),
      ])
    let (view, id) = (LedgerView(writers.all, kinds: [Writers.kind]), writers.record.id.hex)
    let elsewhere = String(repeating: "ab", count: 32)
    let fields: [String: Value] = [
      "one": .string(String(id.prefix(10))), "many": [.string(String(id.prefix(8))), .string(elsewhere)],
    ]
    #expect(try view.resolving(fields, of: kind) == ["one": .string(id), "many": [.string(id), .string(elsewhere)]])
    #expect(throws: LedgerMessage.unknownRecord("zz")) { try view.resolving(["one": "zz"], of: kind) }
  }

  @Test func onlyWhatCanChangeIsChanged() throws {
    let record = try #require(Writers(1, seed: 10).view(of: 0).records.first)
    let fixed = EntryKind("t.case", version: 1, en: "a case", es: "un caso", isFixed: true, [])
    #expect(throws: LedgerMessage.fixed(kind: "case")) { try fixed.change(["a": 1], of: record) }
    #expect(throws: LedgerMessage.noChange) { try Writers.kind.change(["why": "x"], of: record) }
    #expect(
      throws: LedgerMessage.badField(
        kind: "case", .unknownKey("status", place: "", known: ["known_at", "why", "origin", "a", "b", "c"]))
    ) {
      try Writers.kind.opening(["status": "open"])
    }
    let body = try Writers.kind.change(["status": "shut", "why": "x"], of: record)
    #expect(
      body["record"] == .string(record.id.hex) && body["after"] == [.string(record.id.hex)] && body["status"] == "shut")
  }
}
