import Diagnostics
import Files
import Glibc
import Hashing
import Schema
import TestSupport
import Testing

@testable import Ledger

@Suite struct AttachingTests {
  private static let content = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  @Test func aFileIsKeptByteForByte() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let report = try device.write(contact: "x")
      let entry = try device.attach(Self.content, named: "box 12.JPG", to: report)
      let name = try #require(entry.attachedName)
      #expect(entry.body["of"] == .string(report.id.hex) && entry.privateFields == ["file"])
      #expect(!String(decoding: entry.bytes, as: UTF8.self).contains("box 12"))
      let path = "\(root)/a/\(device.ledger.attachmentPath(name))"
      #expect(path == "\(root)/a/ledger/attachments/\(name)")
      #expect(try MappedFile(path: path).content == Self.content)
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o600)
      let file = try #require(try Folder(path: "\(root)/a/ledger").privateFile(of: entry.id)?.values["file"])
      let stated = try #require(Attachment(file.value))
      #expect(stated == Attachment(name: "box 12.JPG", size: 3_000_000, digest: Hash32(of: Self.content)))
      #expect(stated.mediaType == "image/jpeg")
      #expect(Attachment.storedName(file.salt, stated.digest) == name)
      #expect(Attachment(name: "none", size: 0, digest: stated.digest).mediaType == "application/octet-stream")
      #expect(try device.ledger.apart(readingAttachments: true) == .init())
      #expect(try device.ledger.status().problems == [])
      // The same file again has another name: nobody can tell that it is the same.
      #expect(try device.attach(Self.content, named: "again.jpg", to: report).attachedName != name)
      #expect(try !HandedOutLedger(device.ledger) { _ in true }.files.contains { $0.path.contains("attachments") })
    }
  }

  @Test func eachDifferenceIsLocated() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let report = try device.write(contact: "x")
      let names = try (0..<3).map { number in
        try #require(try device.attach([1, 2, UInt8(number)], named: "\(number).png", to: report).attachedName)
      }
      let paths = names.map { "\(root)/a/ledger/attachments/\($0)" }
      try AtomicFile.write([1, 2, 9], to: paths[0])
      try AtomicFile.write([1, 2], to: paths[1])
      unlink(paths[2])
      let told = try device.ledger.apart(readingAttachments: true).problems
      let wanted: [PrivateMessage] = [
        .wrongContent(file: paths[0]), .wrongSize(file: paths[1], bytes: 2, stated: 3), .absent(file: paths[2]),
      ]
      #expect(Set(told) == Set(wanted) && told.count == 3)
      #expect(wanted.map(\.code) == ["L059", "L060", "L061"])
      #expect(
        wanted.map(\.message) == [
          "'\(paths[0])' is not the file that was attached: its content is another one",
          "'\(paths[1])' is not the file that was attached: it has 2 bytes, and not 3",
          "the attached file '\(paths[2])' is not here",
        ])
      // Looked at only where it is asked for.
      #expect(try device.ledger.apart().problems == [wanted[2]])
    }
  }

  @Test func withoutAnEntryNothingStays() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let report = try device.write(contact: "x")
      let (author, ledger) = (try device.key().author.name, try Folder(path: "\(root)/a/ledger"))
      let before = try device.apart()
      try ledger.remove("\(author)/head.local")
      try ledger.write([1], to: "\(author)/head.local/x")
      #expect(throws: (any Error).self) { try device.attach([1], named: "a.png", to: report) }
      #expect(try device.apart() == before)
    }
  }

  @Test func anErasedFileGoesWithItsName() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let report = try device.write(contact: "x")
      let entry = try device.attach(Self.content, named: "box.jpg", to: report)
      _ = try device.ledger.erase("file", of: entry, why: "asked", as: device.key(), at: Device.noon)
      #expect(try device.apart().keys.sorted() == ["private/\(report.id.hex).json"])
      #expect(try device.ledger.apart(readingAttachments: true) == .init())
    }
  }
}
