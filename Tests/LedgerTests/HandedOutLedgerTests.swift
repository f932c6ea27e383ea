import Files
import Hashing
import Schema
import Signatures
import TestSupport
import Testing
import Times

@testable import Ledger

/// A ledger as others get it: what is not theirs to read is withheld, and everything that vouches for the rest holds.
@Suite struct HandedOutLedgerTests {
  private func hand(_ ledger: HandedOutLedger, from device: Device, to other: Device) throws {
    let home = try Folder(path: other.path)
    for file in ledger.files {
      _ = try home.makeFolder(file.path.split(separator: "/").dropLast().joined(separator: "/"))
      try home.write(file.content, to: file.path)
    }
  }

  @Test func whatIsWithheldChangesNoHead() throws {
    try withScratch { root in
      let (one, other) = (try Device("a", in: root), try Device("b", in: root))
      try one.write("open", "secret", "open too")
      let before = try one.ledger.snapshot()
      #expect(before.unsigned == 4)
      _ = try one.ledger.sign(try one.key())
      let handed = try HandedOutLedger(one.ledger) { $0.body["text"] != "secret" }
      #expect(handed.withheld.map { $0.body["text"] } == ["secret"] && handed.exposed.isEmpty)
      #expect(handed.files.map { String($0.path.split(separator: "/").last ?? "") } == ["feed.jsonl", "head"])
      try hand(handed, from: one, to: other)
      let (mine, theirs) = (try one.ledger.snapshot(), try other.ledger.snapshot())
      #expect(theirs.digest == mine.digest && theirs.digest == before.digest && theirs.problems.isEmpty)
      #expect(theirs.unsigned == 0 && mine.unsigned == 0)
      #expect(try other.texts() == ["open", "open too"])
      let bytes = try other.files().values.joined()
      #expect(!String(decoding: Array(bytes), as: UTF8.self).contains("secret"))
      // With all of it to read it is the folder's own.
      let home = try Folder(path: one.path)
      for file in try HandedOutLedger(one.ledger, isPublic: { _ in true }).files {
        #expect(try file.content == home.file(file.path).content)
      }
    }
  }

  /// Whoever has what is handed out can hold a cosigned head of the desk against all feeds.
  @Test func gatheredHeadsAreHandedOut() throws {
    try withScratch { root in
      let (desk, observer) = (try Device("desk", in: root), try Device("observer", in: root))
      try observer.write("secret")
      _ = try observer.ledger.sign(observer.key())
      _ = try desk.ledger.merge(observer.path)
      _ = try desk.ledger.gather(as: desk.key(), at: Instant(seconds: 1_512_000_000))
      #expect(try HandedOutLedger(desk.ledger) { _ in false }.withheld.map(\.kind) == [Device.kind.id])
    }
  }

  /// The branches of a fork have no one head, so that no line can stand for an entry.
  @Test func whatCannotBeWithheld() throws {
    try withScratch { root in
      let (one, copy) = (try Device("a", in: root), try Device("b", in: root))
      let feed = try SampleFeed(2)
      let branch = try feed.branched(at: 2, "other")
      for (device, feed) in [(one, feed), (copy, branch)] {
        let home = try Folder(path: device.path)
        _ = try home.makeFolder("ledger/\(feed.author.name)")
        try home.write(feed.lines.text, to: "ledger/\(feed.author.name)/feed.jsonl")
        try home.write(try feed.note().bytes, to: "ledger/\(feed.author.name)/head")
      }
      _ = try one.ledger.merge(copy.path)
      let handed = try HandedOutLedger(one.ledger) { _ in false }
      #expect(handed.withheld.isEmpty && handed.exposed.count == 3)
      #expect(try one.ledger.snapshot().problems.contains { $0.isLasting })
    }
  }

  /// What is behind a gap, what no head of its author covers and what is no part of a ledger stays here, whatever file holds it.
  @Test func whatCountsForNothingIsNotHandedOut() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let (feed, home) = (try SampleFeed(4), try Folder(path: device.path))
      let folder = "ledger/\(feed.author.name)"
      _ = try home.makeFolder(folder)
      // Two entries are signed, the others are an unsigned tail, as in a workspace that was copied and not merged.
      try home.write(feed.lines.text, to: "\(folder)/feed.jsonl")
      try home.write(try feed.note(3).bytes, to: "\(folder)/head")
      try home.write(Array("secret".utf8), to: "\(folder)/feed.jsonl~")
      let handed = try HandedOutLedger(device.ledger) { _ in true }
      #expect(handed.files.map(\.path) == ["\(folder)/feed.jsonl", "\(folder)/head"])
      #expect(handed.files.first?.content == Array(feed.lines.prefix(3)).text)
      // Behind a gap.
      var lines = feed.lines
      lines.remove(at: 2)
      try home.write(lines.text, to: "\(folder)/feed.jsonl")
      try home.write(try feed.note().bytes, to: "\(folder)/head")
      let gap = try HandedOutLedger(device.ledger) { _ in true }
      let bytes = gap.files.flatMap(\.content)
      for line in lines.dropFirst(2) {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(String(decoding: [line].text, as: UTF8.self)))
      }
    }
  }

  @Test func noLedgerIsNoEmptyOne() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      #expect(throws: FeedMessage.noLedger(folder: device.path)) { try device.ledger.snapshot() }
      #expect(throws: FeedMessage.noLedger(folder: device.path)) { try HandedOutLedger(device.ledger) { _ in true } }
    }
  }
}
