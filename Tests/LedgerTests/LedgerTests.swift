import Diagnostics
import Files
import Glibc
import Hashing
import Schema
import Signatures
import TestSupport
import Testing
import Times

@testable import Ledger

/// A ledger in a folder of its own, with keys of its own: one device.
struct Device {
  let path: String
  let ledger: Ledger
  static let kind = EntryKind(
    "t.note", version: 1, en: "a note", es: "una nota",
    [.init("text", .string(.filled), required: true, en: "text", es: "text")])

  init(_ name: String, in root: String, mission: String = "test") throws {
    path = "\(root)/\(name)"
    _ = try Folder.made(path: path, mode: 0o755)
    ledger = Ledger(in: try Folder(path: path), mission: mission, keys: KeyFolder(path: "\(root)/\(name).keys"))
  }

  func key() throws -> AuthorKey {
    try ledger.keys.keys(mission: ledger.mission).first ?? ledger.keys.makeKey(mission: ledger.mission)
  }

  @discardableResult
  func write(_ texts: String...) throws -> [Entry] {
    try ledger.append(
      texts.map { try Self.kind.opening(["text": .string($0)]) }, as: key(), at: Instant(seconds: 1_511_700_000))
  }

  /// The device's feed.
  func feed() throws -> String { "\(path)/ledger/\(try key().author.name)/feed.jsonl" }

  /// The files of the ledger, without what is the device's own.
  func files() throws -> [String: [UInt8]] {
    let folder = try Folder(path: "\(path)/ledger")
    let names = try folder.files().filter { !$0.hasSuffix("head.local") }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.file($0).content) })
  }

  func texts() throws -> Set<String> { Set(try ledger.entries().compactMap { $0.body["text"]?.string }) }

  func damage(_ change: (inout [UInt8]) -> Void) throws {
    var bytes = try MappedFile(path: feed()).content
    change(&bytes)
    try AtomicFile.write(bytes, to: feed())
  }
}

@Suite struct LedgerTests {
  @Test func whatIsAppendedIsThere() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let one = try device.write("one")
      try device.write("two", "three")
      #expect(one.count == 1 && one[0].seq == 1 && one[0].isSalted)
      let entries = try device.ledger.entries()
      #expect(
        entries.map(\.seq) == [0, 1, 2, 3] && entries.map(\.kind) == ["ledger.open", "t.note", "t.note", "t.note"])
      let status = try device.ledger.status()
      #expect(status.problems == [] && status.feeds.count == 1)
      let feed = try #require(status.feeds.first)
      #expect(feed.isMine && feed.entries == 4 && feed.signed == 0 && feed.root == FeedHead(of: entries.map(\.id)).root)
      #expect(
        LedgerView(entries, kinds: [Device.kind]).records.map(\.id.hex) == entries.dropFirst().map(\.id.hex).sorted())
      #expect(try device.ledger.sign(device.key()) == 4)
      #expect(try device.ledger.status().feeds.first?.signed == 4)
    }
  }

  @Test func anEntryThatIsTooLargeLeavesNothing() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let text = String(repeating: "x", count: Entry.largest)
      #expect(throws: LedgerMessage.self) { try device.write(text) }
      #expect(try device.ledger.entries() == [])
    }
  }

  /// Where the head beside a feed cannot be written nothing is confirmed, and nothing stays.
  @Test func whatIsNotConfirmedDoesNotStay() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      try device.write("one")
      let (feed, author) = (try device.feed(), try device.key().author.name)
      let whole = try MappedFile(path: feed).content
      let head = "\(root)/a/ledger/\(author)/head.local"
      let document = try MappedFile(path: head).content
      // A folder that is not empty takes no file's place.
      let told: (Diagnostic) -> Void = { _ in
        unlink(head)
        _ = try? Folder(path: "\(root)/a/ledger/\(author)").write([1], to: "head.local/x")
      }
      try device.damage { $0 += Array("{".utf8) }
      #expect(throws: FileError.self) {
        try device.ledger.append(
          [Device.kind.opening(["text": "two"])], as: device.key(), at: Instant(seconds: 0), told: told)
      }
      #expect(try MappedFile(path: feed).content == whole)
      try Folder(path: "\(root)/a/ledger/\(author)/head.local").removeContent()
      try Folder(path: "\(root)/a/ledger/\(author)").remove("head.local")
      try AtomicFile.write(document, to: head)
      try device.write("two")
      #expect(try device.texts() == ["one", "two"])
    }
  }

  @Test func aTornLineIsCutOffAndTold() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      try device.write("one")
      let whole = try MappedFile(path: device.feed()).content
      try device.damage { $0 += Array("{\"author\":\"x".utf8) }
      #expect(
        try device.ledger.status().problems == [
          .torn(file: "\(root)/a/ledger/\(device.key().author.name)/feed.jsonl", bytes: 12)
        ])
      var told: [Diagnostic] = []
      _ = try device.ledger.append([Device.kind.opening(["text": "two"])], as: device.key(), at: Instant(seconds: 0)) {
        told.append($0)
      }
      #expect(told.map(\.code) == ["L007"])
      #expect(try MappedFile(path: device.feed()).content.starts(with: whole))
      #expect(try device.ledger.status().problems == [])
      #expect(try device.texts() == ["one", "two"])
    }
  }

  @Test func aDamagedFeedIsNotContinued() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      try device.write("one", "two", "three")
      let file = "\(root)/a/ledger/\(try device.key().author.name)/feed.jsonl"
      try device.damage { bytes in
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        bytes = Array(lines.dropLast().joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
      }
      #expect(try device.ledger.status().problems == [.truncated(file: file, entries: 3, written: 4)])
      let error = #expect(throws: DiagnosticsError.self) { try device.write("four") }
      #expect(error?.all.map(\.code) == ["L006"])
      #expect(throws: DiagnosticsError.self) { try device.ledger.sign(device.key()) }
    }
  }

  /// An older copy of the workspace, put back: its feed lacks what was signed.
  @Test func aRestoredCopyCannotAppend() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      try device.write("one")
      let (feed, author) = (try device.feed(), try device.key().author.name)
      let old = try MappedFile(path: feed).content
      let head = try MappedFile(path: "\(root)/a/ledger/\(author)/head.local").content
      try device.write("two")
      #expect(try device.ledger.sign(device.key()) == 3)
      try AtomicFile.write(old, to: feed)
      try AtomicFile.write(head, to: "\(root)/a/ledger/\(author)/head.local")
      unlink("\(root)/a/ledger/\(author)/head")
      #expect(throws: LedgerMessage.notContinued(author: author)) { try device.write("other two") }
      #expect(throws: LedgerMessage.notContinued(author: author)) { try device.ledger.sign(device.key()) }
    }
  }

  @Test func keysAreForTheirUserAlone() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let key = try device.key()
      var status = stat()
      #expect(stat(device.ledger.keys.place(of: key), &status) == 0 && status.st_mode & 0o7777 == 0o600)
      #expect(stat("\(root)/a.keys", &status) == 0 && status.st_mode & 0o7777 == 0o700)
      try device.write("one")
      _ = try device.ledger.sign(key)
      #expect(stat("\(root)/a.keys/\(key.author.name).signed", &status) == 0 && status.st_mode & 0o7777 == 0o600)
      #expect(try device.ledger.keys.key(mission: "test").author == key.author)
      #expect(
        try device.ledger.keys.key(mission: "test", author: String(key.author.name.prefix(8))).author == key.author)
      #expect(throws: LedgerMessage.noKey(mission: "other")) { try device.ledger.keys.key(mission: "other") }
      #expect(throws: LedgerMessage.unknownKey("nobody", known: [key.author.name])) {
        try device.ledger.keys.key(mission: "test", author: "nobody")
      }
      let second = try device.ledger.keys.makeKey(mission: "test")
      #expect(throws: LedgerMessage.severalKeys([key, second].map(\.author.name).sorted())) {
        try device.ledger.keys.key(mission: "test")
      }
      try AtomicFile.write(Array("{}".utf8), to: device.ledger.keys.place(of: key))
      #expect(throws: LedgerMessage.badKey(file: device.ledger.keys.place(of: key))) { try device.ledger.keys.keys() }
      #expect(throws: LedgerMessage.noKeyFolder) { try KeyFolder(path: nil).makeKey(mission: "test") }
    }
  }

  /// The secret stands in no file of the workspace and in no message.
  @Test func theSecretStaysInItsFile() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      try device.write("one")
      _ = try device.ledger.sign(device.key())
      let secret = try #require(try device.key().document["secret"]?.string)
      for (_, bytes) in try device.files() { #expect(!String(decoding: bytes, as: UTF8.self).contains(secret)) }
    }
  }
}

@Suite struct MergeTests {
  @Test func twoDevicesConverge() throws {
    try withScratch { root in
      let (a, b) = (try Device("a", in: root), try Device("b", in: root))
      try a.write("from a")
      try b.write("from b", "and again")
      for device in [a, b] { _ = try device.ledger.sign(device.key()) }
      let report = try a.ledger.merge(b.path)
      #expect(report.problems == [])
      #expect(report.feeds.map(\.before) == [0] && report.feeds.map(\.after) == [3])
      _ = try b.ledger.merge("\(a.path)/ledger")
      #expect(try a.files() == b.files())
      #expect(try a.texts() == ["from a", "from b", "and again"] && b.texts() == a.texts())
      // Again, and by itself: nothing changes.
      let files = try a.files()
      _ = try a.ledger.merge(b.path)
      _ = try a.ledger.merge(a.path)
      #expect(try a.files() == files && a.ledger.status().problems == [])
    }
  }

  @Test func whatIsNotSignedWaits() throws {
    try withScratch { root in
      let (a, b) = (try Device("a", in: root), try Device("b", in: root))
      try b.write("signed")
      _ = try b.ledger.sign(b.key())
      try b.write("later")
      let author = try b.key().author.name
      #expect(try a.ledger.merge(b.path).problems == [.unsigned(author: author, entries: 1)])
      #expect(try a.texts() == ["signed"])
      #expect(try a.files().keys.contains("unsigned/\(author).jsonl"))
      _ = try b.ledger.sign(b.key())
      #expect(try a.ledger.merge(b.path).problems == [])
      #expect(try a.texts() == ["signed", "later"] && !a.files().keys.contains("unsigned/\(author).jsonl"))
    }
  }

  /// Whoever hands on a whole workspace can write anything into it: an author's unsigned entries count where the key is, and not
  /// because a file beside them says that they were written there.
  @Test func aReceivedWorkspaceVouchesForNothing() throws {
    try withScratch { root in
      let (a, b) = (try Device("a", in: root), try Device("b", in: root))
      try b.write("signed")
      _ = try b.ledger.sign(b.key())
      try b.write("not signed")
      let received = Ledger(in: try Folder(path: b.path), mission: "test", keys: a.ledger.keys)
      #expect(try received.entries().count == 2)
      let status = try received.status()
      #expect(status.problems == [.unsigned(author: try b.key().author.name, entries: 1)])
      #expect(status.feeds.map(\.entries) == [2] && status.feeds.map(\.unsigned) == [1])
      #expect(try b.texts() == ["signed", "not signed"])
      // Another user who merges there takes nothing out of the author's feed.
      _ = try a.write("a")
      _ = try received.merge(b.path)
      #expect(try b.texts() == ["signed", "not signed"] && b.ledger.status().problems == [])
    }
  }

  /// What two copies hold together can be more than is read again: it is told, and not written.
  @Test func moreThanIsReadAgainIsNotTaken() throws {
    try withScratch { root in
      let a = try Device("a", in: root)
      let feed = try SampleFeed(1)
      for part in 0..<2 {
        let copy = try Folder.made(path: "\(root)/copy\(part)", mode: 0o755)
        for number in 0..<600 {
          let head = FeedHead(size: 9, root: Hash32(of: [UInt8(part), UInt8(number % 256), UInt8(number / 256)]))
          try copy.write(feed.key.note(of: head).bytes, to: "ledger/\(feed.author.name)/held/\(number).head")
        }
        let problems = try a.ledger.merge("\(root)/copy\(part)").problems
        #expect(problems.contains(.tooMuch(author: feed.author.name)) == (part == 1))
        #expect(try a.files().count == 600)
      }
    }
  }

  @Test func anotherMissionsFeedIsRefused() throws {
    try withScratch { root in
      let (a, b) = (try Device("a", in: root), try Device("b", in: root, mission: "training"))
      try b.write("an exercise")
      _ = try b.ledger.sign(b.key())
      #expect(
        try a.ledger.merge(b.path).problems == [
          .otherMission(author: b.key().author.name, mission: "training", here: "test")
        ])
      #expect(try a.texts() == [] && a.ledger.status().feeds.isEmpty)
    }
  }

  @Test func aDamagedCopyIsToldAndDoesNoHarm() throws {
    try withScratch { root in
      let (a, b) = (try Device("a", in: root), try Device("b", in: root))
      try b.write("one", "two", "three")
      _ = try b.ledger.sign(b.key())
      _ = try a.ledger.merge(b.path)
      let (whole, file) = (try a.files(), try b.feed())
      try b.damage { bytes in
        guard let place = String(decoding: bytes, as: UTF8.self).utf8.firstRange(of: "two".utf8) else { return }
        bytes[
          bytes.index(
            bytes.startIndex,
            offsetBy: String(decoding: bytes, as: UTF8.self).utf8.distance(
              from: String(decoding: bytes, as: UTF8.self).utf8.startIndex, to: place.lowerBound))] = UInt8(ascii: "T")
      }
      #expect(try a.ledger.merge(b.path).problems.first == .changed(file: file, line: 3))
      #expect(try a.texts() == ["one", "two", "three"])
      #expect(try whole.allSatisfy { try a.files()[$0.key] == $0.value })
      // The damaged device gets back what it lost from the copy.
      #expect(try b.ledger.merge(a.path).problems.contains(.changed(file: file, line: 3)))
    }
  }

  @Test func aTruncatedFeedIsMendedByACopy() throws {
    try withScratch { root in
      let (a, b) = (try Device("a", in: root), try Device("b", in: root))
      try b.write("one", "two", "three")
      _ = try b.ledger.sign(b.key())
      _ = try a.ledger.merge(b.path)
      let whole = try MappedFile(path: b.feed()).content
      try b.damage { $0.removeLast(200) }
      let author = try b.key().author.name
      #expect(
        try b.ledger.status().problems.first
          == .truncated(file: "\(b.path)/ledger/\(author)/feed.jsonl", entries: 3, written: 4))
      _ = try b.ledger.merge(a.path)
      #expect(try MappedFile(path: b.feed()).content == whole && b.ledger.status().problems == [])
      try b.write("four")
    }
  }

  @Test func whatIsNoLedgerIsRefused() throws {
    try withScratch { root in
      let a = try Device("a", in: root)
      #expect(throws: FeedMessage.noLedger(folder: root + "/a")) { try a.ledger.merge(root + "/a") }
      #expect(throws: FileError.self) { try a.ledger.merge(root + "/nowhere") }
      let b = try Device("b", in: root)
      try b.write("one")
      try AtomicFile.write([1], to: "\(root)/b/ledger/stray")
      _ = try Folder(path: "\(root)/b/ledger").makeFolder("not an author")
      let problems = try a.ledger.merge(b.path).problems
      #expect(problems.contains(.notAnAuthor(file: "\(root)/b/ledger/stray")))
      #expect(problems.contains(.notAnAuthor(file: "\(root)/b/ledger/not an author")))
      #expect(try !a.files().keys.contains { $0.contains("stray") })
    }
  }
}
