import Diagnostics
import Files
import Hashing
import Schema
import TestSupport
import Testing

@testable import Ledger

@Suite struct ErasingTests {
  @Test func valueAndSaltGoAndTheEntryStays() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let entry = try device.write(contact: "+504 9999")
      let erasure = try device.ledger.erase(
        "contact", of: entry, why: "they asked for it", as: device.key(), at: Device.noon)
      #expect(erasure.why == "they asked for it" && erasure.day == "2017-11-27")
      #expect(try device.apart() == [:])
      #expect(try device.ledger.privateFields(of: entry).map(\.state) == [.erased(erasure)])
      #expect(try device.ledger.entries().contains(entry) && device.ledger.apart() == .init())
      // It opens no record, and changes none.
      let view = LedgerView(try device.ledger.entries(), kinds: [Device.report])
      #expect(view.records.map(\.id) == [entry.id] && view.records[0].entries == [entry])
      let again = PrivateMessage.alreadyErased(field: "contact", author: erasure.author, day: "2017-11-27")
      #expect(throws: again) {
        try device.ledger.erase("contact", of: entry, why: "x", as: device.key(), at: Device.noon)
      }
      #expect(again.message == "'\(erasure.author)' said on 2017-11-27 already that 'contact' is to be erased")
      #expect(again.code == "L064")
      let none = PrivateMessage.noPrivateField("name", known: ["contact"])
      #expect(throws: none) { try device.ledger.checkErasable("name", of: entry) }
      #expect(none.message == "the record has no private field 'name'" && none.code == "L063")
      #expect(none.hint == "it has contact")
    }
  }

  /// Whoever has the entry alone cannot tell which of a few values it was.
  @Test func guessesFindNothingWithoutTheSalt() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let entry = try device.write(contact: "471")
      let hash = try #require(entry.privateHashes["contact"])
      let file = try #require(try Folder(path: "\(root)/a/ledger").privateFile(of: entry.id))
      let salt = try #require(file.values["contact"]?.salt)
      func guesses(_ salt: Salt) -> [Int] {
        (0..<1000).filter { PrivateValue(value: .string("\($0)"), salt: salt).hash(in: "contact").hex == hash }
      }
      #expect(guesses(salt) == [471])
      _ = try device.ledger.erase("contact", of: entry, why: "asked", as: device.key(), at: Device.noon)
      // All salts that a copy of the ledger still tells: of entries, and of other values.
      let other = try device.write(contact: "471")
      let left = try #require(try Folder(path: "\(root)/a/ledger").privateFile(of: other.id)?.values["contact"]?.salt)
      let told = try device.ledger.entries().compactMap { entry in
        (try? Value(json: entry.bytes))?["salt"]?.string.flatMap { Salt(hex: $0) }
      }
      #expect(told.count == 4)
      for salt in told + [left] { #expect(guesses(salt) == []) }
      for bytes in try device.files().values {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(salt.hex))
      }
    }
  }

  /// On another device it acts once its operator confirms; meanwhile it is told, and what was erased does not come back.
  @Test func anotherDeviceErasesOnceItIsConfirmed() throws {
    try withScratch { root in
      let (a, b) = (try Device("a", in: root), try Device("b", in: root))
      let entry = try a.write(contact: "+504 9999")
      _ = try a.ledger.sign(a.key())
      let report = try b.ledger.merge(a.path)
      #expect(report.values == 1 && report.problemsApart == [])
      #expect(try b.apart() == a.apart())
      let erasure = try a.ledger.erase("contact", of: entry, why: "asked", as: a.key(), at: Device.noon)
      _ = try a.ledger.sign(a.key())
      _ = try b.ledger.merge(a.path)
      let status = try b.ledger.apart()
      #expect(status.waiting == [erasure])
      #expect(
        status.problems.map(\.message) == [
          "'\(erasure.author)' said on 2017-11-27 that 'contact' of \(entry.id.hex.prefix(12)) is to be erased, because: asked"
        ])
      #expect(status.problems.map(\.code) == ["L056"] && status.problems[0].severity == .warning)
      #expect(try b.ledger.privateFields(of: entry).map(\.state) == [.here("+504 9999", erasure)])
      // It does not come back where it is erased already.
      _ = try b.write("something")
      _ = try b.ledger.sign(b.key())
      #expect(try a.ledger.merge(b.path).values == 0)
      #expect(try a.apart() == [:])
      try b.ledger.carryOut(status.waiting)
      #expect(try b.apart() == [:] && b.ledger.apart() == .init())
      #expect(try b.ledger.privateFields(of: entry).map(\.state) == [.erased(erasure)])
    }
  }

  /// A kill behind the entry that says so: the value is still here, and its erasure waits.
  @Test func anErasureThatWasCutShortWaits() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let entry = try device.write(contact: "+504 9999")
      let attached = try device.attach([1, 2, 3], named: "photo.jpg", to: entry)
      let before = try device.apart()
      let contact = try device.ledger.erase("contact", of: entry, why: "asked", as: device.key(), at: Device.noon)
      let file = try device.ledger.erase("file", of: attached, why: "asked", as: device.key(), at: Device.noon)
      #expect(try device.apart() == [:])
      let ledger = try Folder(path: "\(root)/a/ledger")
      // Nothing was erased yet.
      for (path, bytes) in before { try ledger.write(bytes, to: path) }
      #expect(Set(try device.ledger.apart().waiting.map(\.field)) == ["contact", "file"])
      // The copy had gone, and what tells what it was had not.
      try ledger.remove(ledger.files().first { $0.hasPrefix("attachments/") } ?? "")
      #expect(Set(try device.ledger.apart().waiting.map(\.field)) == ["contact", "file"])
      try device.ledger.carryOut([contact, file])
      #expect(try device.apart() == [:] && device.ledger.apart() == .init())
    }
  }

  /// An erasure that no key signed is nobody's.
  @Test func anImpostorErasesNothing() throws {
    try withScratch { root in
      let (a, b) = (try Device("a", in: root), try Device("b", in: root))
      let entry = try a.write(contact: "+504 9999")
      _ = try a.ledger.sign(a.key())
      _ = try b.ledger.merge(a.path)
      _ = try b.ledger.erase("contact", of: entry, why: "asked", as: b.key(), at: Device.noon)
      _ = try a.ledger.merge(b.path)
      #expect(try a.ledger.apart().waiting == [])
      #expect(try a.ledger.privateFields(of: entry).map(\.state) == [.here("+504 9999", nil)])
    }
  }
}
