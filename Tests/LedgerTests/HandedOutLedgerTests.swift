import Files
import Hashing
import Schema
import TestSupport
import Testing
import Times

@testable import Ledger

/// A ledger as others get it: what is not theirs to read is withheld, and everything that vouches for the rest holds.
@Suite struct HandedOutLedgerTests {
  private func hand(_ ledger: HandedOutLedger, from device: Device, to other: Device) throws {
    let home = try Folder(path: other.path)
    for file in ledger.files {
      let content = try file.content ?? Folder(path: device.path).file(file.path).content
      _ = try home.makeFolder(file.path.split(separator: "/").dropLast().joined(separator: "/"))
      try home.write(content, to: file.path)
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
      #expect(try HandedOutLedger(one.ledger) { _ in true }.files.allSatisfy { $0.content == nil })
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
      #expect(handed.withheld.isEmpty && handed.exposed.count == 1)
      #expect(try one.ledger.snapshot().problems.contains { $0.isLasting })
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
