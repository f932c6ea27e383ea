import Diagnostics
import Files
import Glibc
import Hashing
import Schema
import TestSupport
import Testing
import Times

@testable import Ledger

extension Device {
  /// Reports whose contact stands apart.
  static let report = EntryKind(
    "t.report", version: 1, en: "a report", es: "un reporte", isFixed: true,
    [
      .init("text", .string(.filled), required: true, en: "what was seen", es: "lo que se vio"),
      .init("contact", .string(.filled), isPrivate: true, en: "how to reach them", es: "cómo comunicarse"),
    ])
  static let noon = Instant(seconds: 1_511_784_000)

  func write(contact: String, text: String = "a box") throws -> Entry {
    let body = try Self.report.opening(["text": .string(text), "contact": .string(contact)])
    return try ledger.append([body], as: key(), at: Self.noon)[0]
  }

  func privatePath(_ entry: Entry) -> String { "\(path)/ledger/private/\(entry.id.hex).json" }

  func attach(_ content: [UInt8], named name: String, to record: Entry) throws -> Entry {
    try AtomicFile.write(content, to: "\(path)/\(name)")
    return try ledger.attach(
      MappedFile(path: "\(path)/\(name)"), named: name, to: record.id, why: nil, as: key(), at: Self.noon)
  }

  /// The files that stand apart, by their paths in the ledger's folder.
  func apart() throws -> [String: [UInt8]] {
    try files().filter { $0.key.hasPrefix("private/") || $0.key.hasPrefix("attachments/") }
  }
}

@Suite struct PrivateValueTests {
  /// Worked out with another program: printf 'veedor.private.v1\0<salt>["contact","+504"]' | sha256sum
  @Test func theHashIsThatOfThePage() throws {
    let salt = try #require(Salt(hex: "000102030405060708090a0b0c0d0e0f"))
    let value = PrivateValue(value: "+504", salt: salt)
    #expect(value.hash(in: "contact").hex == "b9e260db49511a8cb24daba8d76955c72c47f1bf65cbc0bf6b891aaab6489c52")
    #expect(value.hash(in: "other") != value.hash(in: "contact"))
    #expect(Salt(hex: "00") == nil && Salt(hex: salt.hex.uppercased()) == nil && Salt(hex: salt.hex) == salt)
    #expect(
      Attachment.storedName(salt, Hash32(of: Array("x".utf8)))
        == "69a0b1ba04039919fa8f8a664181b127f7f78d96cc9144a2d50ed955409d189a")
  }

  @Test func anEntryHasAHashInPlaceOfTheValue() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let entry = try device.write(contact: "+504 9999")
      #expect(entry.privateFields == ["contact"] && entry.body["contact"] == nil)
      let file = try #require(try Folder(path: "\(root)/a/ledger").privateFile(of: entry.id))
      let value = try #require(file.values["contact"])
      #expect(value.value == "+504 9999" && value.hash(in: "contact").hex == entry.privateHashes["contact"])
      #expect(PrivateFile(file.bytes) == file && file.values.count == 1)
      var status = stat()
      #expect(stat(device.privatePath(entry), &status) == 0 && status.st_mode & 0o7777 == 0o600)
      for (path, bytes) in try device.files() where !path.hasPrefix("private/") {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("9999"))
      }
      #expect(try device.ledger.privateFields(of: entry) == [.init(name: "contact", state: .here("+504 9999", nil))])
      #expect(try device.ledger.status().problems == [] && device.ledger.apart(readingAttachments: true) == .init())
      // No view has it, so that no dataset, export or result does.
      let view = LedgerView(try device.ledger.entries(), kinds: [Device.report])
      #expect(view.records.map { Set($0.fields.keys) } == [["text"]] && view.records[0].unreadable == [])
      // Nor what is handed out.
      let handed = try HandedOutLedger(device.ledger) { _ in true }
      #expect(!handed.files.contains { $0.path.contains("private") })
    }
  }

  /// Whatever the values, they are read as they were written, and each is the one that its hash is of and no other is.
  @Test func valuesComeBackAsTheyWere() throws {
    var generator = Seeded(seed: 7)
    for _ in 0..<200 {
      let scalars = (0..<generator.number(below: 12)).compactMap { _ in Unicode.Scalar(generator.number(below: 0x3000))
      }
      let text = Value.string(String(String.UnicodeScalarView(scalars)))
      let values: [Value] = [
        text, .integer(generator.number(below: 1 << 40)), .list([text, .null]), .object(["a": text]),
      ]
      let body = SealedBody(["private": .object(["a": values[generator.number(below: 4)], "b": text])])
      let read = try #require(PrivateFile(body.apart.bytes))
      #expect(read == body.apart && Set(read.values.keys) == ["a", "b"])
      for (name, value) in read.values {
        #expect(body.body["private"]?[name] == .string(value.hash(in: name).hex))
        #expect(PrivateValue(value: .list([value.value]), salt: value.salt).hash(in: name) != value.hash(in: name))
      }
    }
  }

  @Test func aPrivateFieldIsGivenOnce() throws {
    let kind = EntryKind(
      "t.case", version: 1, en: "a case", es: "un caso",
      [.init("contact", .string(.filled), isPrivate: true, en: "how to reach them", es: "cómo comunicarse")])
    let feed = try SampleFeed(0)
    var written = feed
    try written.add(try kind.opening([:]))
    let record = try #require(LedgerView(written.entries, kinds: [kind]).records.first)
    let error = #expect(throws: LedgerMessage.setOnce(field: "contact")) {
      try kind.change(["contact": "x"], of: record)
    }
    #expect(
      error?.code == "L052"
        && error?.message == "'contact' is private: it is given when a record is opened, and stays as it came in")
  }

  /// A value that a stranger put into the file, or the file of another entry.
  @Test func anotherValueIsToldAndNotShown() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let (one, two) = (try device.write(contact: "one"), try device.write(contact: "two"))
      let path = device.privatePath(one)
      try AtomicFile.write(MappedFile(path: device.privatePath(two)).content, to: path)
      let wrong = PrivateMessage.wrongValue(file: path, field: "contact", entry: one.id.hex)
      #expect(try device.ledger.privateFields(of: one) == [.init(name: "contact", state: .wrong(wrong))])
      #expect(try device.ledger.apart().problems == [wrong] && wrong.code == "L053")
      #expect(
        wrong.message
          == "'contact' in '\(path)' is not the value that entry \(one.id.hex.prefix(12)) has the hash of: it is not shown"
      )
      for junk in ["", "{", "[]", #"{"contact":"x"}"#, #"{"contact":{"salt":"00","value":"x"}}"#] {
        try AtomicFile.write(Array(junk.utf8), to: path)
        #expect(try device.ledger.apart().problems == [.noPrivateFile(file: path)])
      }
      try AtomicFile.write([UInt8](repeating: 32, count: 65_537), to: path)
      #expect(
        try device.ledger.apart().problems.map(\.message) == [
          "nothing of it is taken: '\(path)' has 65537 bytes, and at most 65536 are read"
        ])
      unlink(path)
      #expect(symlink(device.privatePath(two), path) == 0)
      #expect(try device.ledger.apart().problems == [.noPrivateFile(file: path)])
      #expect(
        try device.ledger.privateFields(of: one).map(\.state) == [
          .wrong(.unread(.system(.open, path: path, reason: SystemReason(number: ELOOP))))
        ])
      unlink(path)
      #expect(try device.ledger.privateFields(of: one).map(\.state) == [.absent])
      #expect(try device.ledger.apart() == .init())
    }
  }

  @Test func moreThanIsReadAgainIsNotWritten() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let error = #expect(throws: PrivateMessage.self) {
        try device.write(contact: String(repeating: "x", count: 65_536))
      }
      #expect(
        error?.code == "L066"
          && error?.message.hasPrefix("the private fields take ") == true
          && error?.message.hasSuffix(" bytes, and of an entry at most 65536 are kept") == true)
      #expect(try device.ledger.entries() == [] && device.apart() == [:])
    }
  }

  /// Where the entry cannot be confirmed, what stands apart of it does not stay; and without that there is no entry.
  @Test func theValueComesBeforeTheEntry() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let first = try device.write(contact: "one")
      let (author, ledger) = (try device.key().author.name, try Folder(path: "\(root)/a/ledger"))
      let before = try device.apart()
      // A folder that is not empty takes no file's place.
      try ledger.remove("\(author)/head.local")
      try ledger.write([1], to: "\(author)/head.local/x")
      #expect(throws: (any Error).self) { try device.write(contact: "two") }
      #expect(try device.apart() == before)
      try ledger.folder("\(author)/head.local").removeContent()
      try ledger.remove("\(author)/head.local")
      // A link in the place of the folder: nothing is written through it, and no entry stands.
      rename("\(root)/a/ledger/private", "\(root)/elsewhere")
      #expect(symlink("\(root)/elsewhere", "\(root)/a/ledger/private") == 0)
      #expect(throws: FileError.self) { try device.write(contact: "three") }
      #expect(try device.ledger.entries().map(\.seq) == [0, 1])
      #expect(try Folder(path: "\(root)/elsewhere").list().map(\.name) == ["\(first.id.hex).json"])
    }
  }

  /// A kill between the value and its entry leaves a file of no entry: it is told, and removed when somebody confirms.
  @Test func whatWasCutShortIsToldAndRemoved() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let entry = try device.write(contact: "one")
      let ledger = try Folder(path: "\(root)/a/ledger")
      let lost = PrivateFile.path(of: Hash32(of: [1]))
      try ledger.write(Array("{}".utf8), to: lost)
      try ledger.write([1], to: "private/.veedor-part-1")
      try ledger.write([1], to: "attachments/\(Hash32(of: [2]).hex)")
      let status = try device.ledger.apart()
      let leftovers = ["private/.veedor-part-1", lost, "attachments/\(Hash32(of: [2]).hex)"]
      #expect(status.leftovers.sorted() == leftovers.sorted())
      #expect(
        PrivateMessage.leftover(file: "f").message
          == "'f' belongs to no entry here: a write was cut short, or the entry is still to come"
          && PrivateMessage.leftover(file: "f").code == "L055"
          && status.problems.allSatisfy { $0.severity == .warning })
      // While a feed is damaged nobody can tell.
      let whole = try MappedFile(path: device.feed()).content
      try device.damage { $0.removeFirst() }
      #expect(try device.ledger.apart().leftovers == [])
      try device.damage { $0 = whole }
      // What is an entry's by now stays.
      try device.ledger.carryOut([], leftovers: leftovers + [PrivateFile.path(of: entry.id)])
      #expect(try device.ledger.apart() == .init())
      #expect(try device.ledger.privateFields(of: entry).map(\.state) == [.here("one", nil)])
    }
  }

  /// Rows of a file that are given again are the same rows, whatever stands apart.
  @Test func anImportComparesWhatEntriesHold() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let rows = [EntryImport.Row(origin: "f#1", fields: ["text": "a", "contact": "x"])]
      func plan() throws -> EntryImport {
        EntryImport(rows, of: Device.report, into: LedgerView(try device.ledger.entries(), kinds: [Device.report]))
      }
      let entry = try device.ledger.append(try plan().bodies, as: device.key(), at: Device.noon)[0]
      #expect(try plan().receipts == [.present(entry.id, differing: [])])
    }
  }
}
