import Diagnostics
import Files
import Hashing
import Schema
import TestSupport
import Testing
import Times

@testable import Ledger

/// A device is lost: what its key signed holds up to the head that the roster names, and no further.
@Suite struct RevocationTests {
  private static let why = "the device was stolen"

  /// Two devices of a mission, and what the desk trusts: its roster names both.
  private struct Mission {
    let observer: Device
    let desk: Device
    let rosters: RosterFolder

    init(in root: String) throws {
      (observer, desk) = (try Device("observer", in: root), try Device("desk", in: root))
      rosters = RosterFolder(path: "\(root)/rosters")
      let persons: Value = [
        "observer": [.string(try observer.key().author.name)], "desk": [.string(try desk.key().author.name)],
      ]
      try trust(["persons": persons], in: root)
    }

    func trust(_ members: [String: Value], in root: String, version: Int = 1) throws {
      let whole: [String: Value] = [
        "mission": "test", "version": .integer(version), "expires": "2031-12-31", "persons": [:],
      ]
      try AtomicFile.write(Value.object(whole.merging(members) { $1 }).prettyJSON, to: "\(root)/roster.json")
      _ = try rosters.trust("\(root)/roster.json", for: "test")
    }

    /// The ledger of `device` where the roster is trusted.
    func ledger(of device: Device) throws -> Ledger {
      Ledger(in: try Folder(path: device.path), mission: "test", keys: device.ledger.keys, rosters: rosters)
    }

    func texts(_ ledger: Ledger) throws -> [String] { try ledger.entries().compactMap { $0.body["text"]?.string } }

    /// The observer's entries, signed and taken by the desk.
    func receive(_ texts: String...) throws {
      for text in texts { try observer.write(text) }
      _ = try observer.ledger.sign(observer.key())
      _ = try desk.ledger.merge(observer.path)
    }
  }

  @Test func whatIsBehindTheHeadIsKeptAndInNoView() throws {
    try withScratch { root in
      let mission = try Mission(in: root)
      let (desk, author) = (try mission.ledger(of: mission.desk), try mission.observer.key().author)
      try mission.receive("one", "two")
      let head = try desk.head(of: author, entries: nil)
      #expect(head.size == 3)
      let roster = try mission.rosters.revoke(author, at: head, why: Self.why, in: "test")
      #expect(roster.version == 2 && roster.revoked == [author.name: AuthorRevocation(at: head, why: Self.why)])
      #expect(try Roster(document: roster.document) == roster && mission.rosters.roster(of: "test") == roster)
      #expect(try desk.status().problems == [])
      try mission.receive("three", "four")
      #expect(try desk.standing().feeds.problems == desk.status().problems && desk.standing().apart == desk.apart())
      #expect(try mission.texts(desk) == ["one", "two"] && desk.snapshot().entries.count == 3)
      #expect(try mission.desk.texts() == ["one", "two", "three", "four"])
      #expect(try desk.entriesApart().revoked.map { $0.body["text"] } == ["three", "four"])
      let feed = try #require(desk.status().feeds.first)
      #expect(feed.entries == 3 && feed.signed == 3 && feed.beyond == 2 && feed.root == head.root)
      #expect(
        try desk.status().problems == [.revoked(author: author.name, hold: 3, beyond: 2, why: Self.why)])
      #expect(try desk.merge(mission.observer.path).problems == desk.status().problems)
    }
  }

  /// Readers without a roster count the same, and results rest on the same heads.
  @Test func whoHasNoRosterIsHandedTheSame() throws {
    try withScratch { root in
      let mission = try Mission(in: root)
      let (desk, author) = (try mission.ledger(of: mission.desk), try mission.observer.key().author)
      try mission.receive("one")
      _ = try mission.rosters.revoke(author, at: desk.head(of: author, entries: nil), why: Self.why, in: "test")
      try mission.receive("two")
      let handed = try HandedOutLedger(desk) { _ in true }
      #expect(handed.withheld.map { $0.body["text"] } == ["two"] && handed.exposed.isEmpty)
      let other = try Device("other", in: root)
      let home = try Folder(path: other.path)
      for file in handed.files {
        _ = try home.makeFolder(file.path.split(separator: "/").dropLast().joined(separator: "/"))
        try home.write(file.content, to: file.path)
      }
      let theirs = try other.ledger.snapshot()
      #expect(try theirs.digest == desk.snapshot().digest && theirs.entries == desk.snapshot().entries)
      #expect(try other.texts() == ["one"] && theirs.problems == [])
    }
  }

  @Test func theKeyWritesNoMore() throws {
    try withScratch { root in
      let mission = try Mission(in: root)
      let (ledger, key) = (try mission.ledger(of: mission.observer), try mission.observer.key())
      try mission.receive("one")
      _ = try mission.rosters.revoke(
        key.author, at: ledger.head(of: key.author, entries: 2), why: Self.why, in: "test")
      let refused = LedgerMessage.revoked(author: key.author.name, why: Self.why)
      #expect(throws: refused) {
        try ledger.append([Device.kind.opening(["text": "two"])], as: key, at: Instant(seconds: 1_512_000_000))
      }
      #expect(throws: refused) { try ledger.sign(key) }
      #expect(
        refused.code == "L067"
          && refused.message
            == "the key of '\(key.author.name)' is revoked (\(Self.why)): nothing that it writes would count"
      )
      // What it wrote behind the head and did not sign is not in the way of handing out.
      try mission.observer.write("three")
      #expect(try ledger.snapshot().unsigned == 0 && mission.texts(ledger) == ["one"])
      // Its owner goes on as another author.
      #expect(try ledger.keys.key(mission: "test", revoked: [key.author.name]).author == key.author)
      let next = try ledger.keys.makeKey(mission: "test")
      #expect(try ledger.keys.key(mission: "test", revoked: [key.author.name]).author == next.author)
    }
  }

  /// Whoever has the device begins from an older copy: the head that the mission names decides, not who was first.
  @Test func aFeedThatContradictsTheHeadIsNotTheAuthors() throws {
    let feed = try SampleFeed(4)
    let thief = try feed.branched(at: 2, "forged")
    let both = feed.holdings(feed.entries + thief.entries, [try feed.note(), try thief.note()])
    #expect(feed.layout(both).isForked && feed.layout(both).counting == Array(feed.lines.prefix(2)))
    for size in 3...5 {
      let layout = self.layout(both, of: feed, at: feed.head(size))
      #expect(!layout.isForked && layout.counting == Array(feed.lines.prefix(size)))
      #expect(layout.feed == feed.lines && layout.signedSize == 5)
      #expect(Set(layout.revoked) == Set(feed.lines.dropFirst(size) + thief.lines.suffix(1)))
      #expect(layout.unsigned == [] && layout.held == [])
    }
    // Two feeds behind the head are both the thief's.
    let layout = self.layout(both, of: feed, at: feed.head(2))
    #expect(!layout.isForked && layout.counting == Array(feed.lines.prefix(2)))
    #expect(Set(layout.revoked) == Set(feed.lines.dropFirst(2) + thief.lines.suffix(1)))
  }

  @Test func withoutTheHeadNothingCounts() throws {
    let feed = try SampleFeed(4)
    let thief = try feed.branched(at: 2, "forged")
    for (entries, notes) in [(thief.entries, [try thief.note()]), (Array(feed.entries.prefix(3)), [try feed.note(3)])] {
      let layout = self.layout(feed.holdings(entries, notes), of: feed, at: feed.head(4))
      #expect(layout.counting == [] && layout.isRevokedWhole && layout.revoked.count == 3)
    }
    let none = self.layout(feed.holdings(feed.entries, [try feed.note()]), of: feed, at: feed.head(0))
    #expect(none.counting == [] && none.isRevokedWhole && none.revoked == feed.lines)
    #expect(!self.layout(FeedHoldings(), of: feed, at: feed.head(0)).isRevokedWhole)
  }

  /// For every size of feed and head: what is under the head counts, and all else that is signed does not.
  @Test func everyHeadDivides() throws {
    for count in 1...6 {
      let feed = try SampleFeed(count, seed: UInt64(count))
      let holdings = feed.holdings(feed.entries, [try feed.note(), try feed.note(1)])
      for size in 1...(count + 1) {
        let layout = self.layout(holdings, of: feed, at: feed.head(size))
        #expect(layout.counting + layout.revoked == feed.lines && layout.counting.count == size)
        #expect(layout.files(of: feed.author) == feed.layout(holdings).files(of: feed.author))
      }
    }
  }

  private func layout(_ holdings: FeedHoldings, of feed: SampleFeed, at last: FeedHead) -> FeedLayout {
    FeedLayout(holdings, of: feed.author, mission: "test", revokedAt: last)
  }

  @Test func aHeadThatIsNotHereIsTold() throws {
    try withScratch { root in
      let mission = try Mission(in: root)
      let (desk, author) = (try mission.ledger(of: mission.desk), try mission.observer.key().author)
      try mission.receive("one")
      let lost = FeedHead(size: 9, root: Hash32(of: [1]))
      _ = try mission.rosters.revoke(author, at: lost, why: Self.why, in: "test")
      #expect(try mission.texts(desk) == [] && HandedOutLedger(desk) { _ in true }.files.isEmpty)
      let told = FeedMessage.revokedUnseen(author: author.name, hold: 9, why: Self.why)
      #expect(try desk.status().problems == [told] && told.severity == .warning)
      for (entries, here, asked) in [(4, 2, 4), (3, 2, 3)] {
        #expect(throws: RosterMessage.fewerEntries(author: author.name, here: here, asked: asked)) {
          try desk.head(of: author, entries: entries)
        }
      }
      let stranger = try #require(Author(RosterTests.authors[0]))
      #expect(throws: RosterMessage.fewerEntries(author: stranger.name, here: 0, asked: 1)) {
        try desk.head(of: stranger, entries: nil)
      }
      #expect(try desk.head(of: stranger, entries: 0) == FeedHead(of: []))
    }
  }

  @Test func authorsWhomTheRosterDoesNotNameAreTold() throws {
    try withScratch { root in
      let mission = try Mission(in: root)
      try mission.receive("one")
      let desk = try mission.ledger(of: mission.desk)
      #expect(try desk.status().problems == [] && mission.desk.ledger.status().problems == [])
      let persons: Value = ["desk": [.string(try mission.desk.key().author.name)]]
      try mission.trust(["persons": persons], in: root, version: 2)
      let told = FeedMessage.notInRoster(author: try mission.observer.key().author.name)
      #expect(try desk.status().problems == [told] && desk.snapshot().problems == [told])
      #expect(try mission.texts(desk) == ["one"])
      // A roster that is there for the keys of bundles says nothing of authors.
      try mission.trust([:], in: root, version: 3)
      #expect(try desk.status().problems == [])
    }
  }

  @Test func whatRostersSayOfItIsChecked() throws {
    let author = RosterTests.authors[0]
    func roster(_ revoked: Value...) throws -> Roster {
      try Roster(document: [
        "mission": "test", "version": 1, "expires": "2031-12-31", "persons": [:], "revoked": .list(revoked),
      ])
    }
    let root = Value.string(FeedHead(of: []).root.hex)
    let one: Value = ["author": .string(author), "size": 0, "root": root, "why": "never its owner's"]
    #expect(try roster(one).revoked[author]?.head == FeedHead(of: []))
    #expect(throws: RosterMessage.authorTwice(author)) { try roster(one, one) }
    #expect(throws: RosterMessage.badAuthor("x")) {
      try roster(["author": "x", "size": 0, "root": root, "why": "lost"])
    }
    let bad = RosterMessage.badRoot(author: author)
    #expect(throws: bad) { try roster(["author": .string(author), "size": 1, "root": "12", "why": "lost"]) }
    #expect(
      bad.code == "L072"
        && bad.message == "the root at which the roster revokes '\(author)' is not 64 hexadecimal digits")
    #expect(throws: RosterMessage.self) { try roster(["author": .string(author), "size": 1, "root": root]) }
    let none = RosterMessage.noneToRevokeIn(mission: "test")
    try withScratch { folder in
      #expect(throws: none) {
        try RosterFolder(path: folder).revoke(
          try #require(Author(author)), at: FeedHead(of: []), why: "lost", in: "test")
      }
    }
    #expect(
      none.code == "L073" && none.message == "no roster of 'test' is trusted here, in which a key could be revoked")
    let fewer = RosterMessage.fewerEntries(author: "a", here: 1, asked: 3)
    #expect(
      fewer.code == "L074" && fewer.message == "of 'a' 1 entry stands here in one line, fewer than 3")
  }
}

extension SampleFeed {
  fileprivate func head(_ size: Int) -> FeedHead { FeedHead(of: ids.prefix(size)) }
}
