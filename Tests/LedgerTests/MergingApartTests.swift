import Diagnostics
import Files
import Glibc
import Hashing
import Schema
import TestSupport
import Testing

@testable import Ledger

@Suite struct MergingApartTests {
  /// A device with a report, its contact and an attached file, signed; and one that has none of it.
  private func pair(in root: String) throws -> (a: Device, b: Device, report: Entry, file: Entry) {
    let (a, b) = (try Device("a", in: root), try Device("b", in: root))
    let report = try a.write(contact: "+504 9999")
    let file = try a.attach([1, 2, 3], named: "box.png", to: report)
    _ = try a.ledger.sign(a.key())
    return (a, b, report, file)
  }

  @Test func whatIsRightComesAlong() throws {
    try withScratch { root in
      let (a, b, report, file) = try pair(in: root)
      let merged = try b.ledger.merge(a.path)
      #expect(merged.values == 2 && merged.attachments == 1 && merged.problemsApart == [])
      #expect(try b.apart() == a.apart() && b.ledger.apart(readingAttachments: true) == .init())
      #expect(try b.ledger.privateFields(of: report).map(\.state) == [.here("+504 9999", nil)])
      for path in try b.apart().keys {
        var status = stat()
        #expect(stat("\(b.path)/ledger/\(path)", &status) == 0 && status.st_mode & 0o7777 == 0o600)
      }
      let again = try b.ledger.merge(a.path)
      #expect(again.values == 0 && again.attachments == 0 && again.problemsApart == [])
      // A copy without them takes nothing away.
      try Folder(path: "\(a.path)/ledger/private").removeContent()
      _ = try b.ledger.merge(a.path)
      #expect(try b.ledger.privateFields(of: file).map(\.name) == ["file"] && b.apart().count == 3)
    }
  }

  /// Values of entries that do not count here, or of none, are nobody's.
  @Test func whatBelongsToNoEntryIsNotTaken() throws {
    try withScratch { root in
      let (a, b, _, _) = try pair(in: root)
      let later = try a.write(contact: "not signed")
      let merged = try b.ledger.merge(a.path)
      let strays = PrivateMessage.strays(folder: "\(a.path)/ledger/private", count: 1)
      #expect(merged.problemsApart == [strays] && strays.code == "L057" && strays.severity == .warning)
      #expect(
        strays.message
          == "1 file in '\(a.path)/ledger/private' belongs to no entry that counts here: nothing of it is taken")
      #expect(try !b.apart().keys.contains("private/\(later.id.hex).json"))
      _ = try a.ledger.sign(a.key())
      #expect(try b.ledger.merge(a.path).values == 1)
    }
  }

  @Test func whatIsWrongIsRefusedAndNamed() throws {
    try withScratch { root in
      let (a, b, report, file) = try pair(in: root)
      let other = try a.write(contact: "other")
      _ = try a.ledger.sign(a.key())
      let path = a.privatePath(report)
      let source = try Folder(path: "\(a.path)/ledger")
      let right = try MappedFile(path: path).content
      func told() throws -> [String] { try b.ledger.merge(a.path).problemsApart.map(\.message) }
      // Another entry's.
      try AtomicFile.write(MappedFile(path: a.privatePath(other)).content, to: path)
      #expect(
        try told() == [
          "'contact' in '\(path)' is not the value that entry \(report.id.hex.prefix(12)) has the hash of: it is not shown"
        ])
      // A field that the entry has not, beside the right one.
      var more = try #require(PrivateFile(right))
      more.values["name"] = PrivateValue(value: "x", salt: Salt())
      try AtomicFile.write(more.bytes, to: path)
      #expect(try told().count == 1)
      // Huge, no JSON, a link, a folder.
      try AtomicFile.write([UInt8](repeating: 32, count: 65_537), to: path)
      #expect(
        try told() == ["nothing of it is taken: '\(path)' has 65537 bytes, and at most 65536 are read"])
      try AtomicFile.write(Array("{".utf8), to: path)
      #expect(try told() == ["'\(path)' does not hold private fields of an entry"])
      unlink(path)
      #expect(symlink(a.privatePath(other), path) == 0)
      #expect(try told() == ["nothing of it is taken: cannot open '\(path)': it is a symbolic link"])
      unlink(path)
      try source.write([1], to: "private/\(report.id.hex).json/x")
      #expect(try told() == ["nothing of it is taken: '\(path)' is not a regular file"])
      try source.folder("private/\(report.id.hex).json").removeContent()
      try source.remove("private/\(report.id.hex).json")
      #expect(try b.ledger.privateFields(of: report).map(\.state) == [.absent])
      // The folder itself is a link.
      rename("\(a.path)/ledger/private", "\(root)/elsewhere")
      #expect(symlink("\(root)/elsewhere", "\(a.path)/ledger/private") == 0)
      #expect(
        try told() == [
          "nothing of it is taken: cannot open '\(a.path)/ledger/private': a part of the path is not a folder"
        ])
      unlink("\(a.path)/ledger/private")
      rename("\(root)/elsewhere", "\(a.path)/ledger/private")
      // What is damaged here is mended by what is right.
      try AtomicFile.write(right, to: path)
      try Folder(path: "\(b.path)/ledger").write(Array("{".utf8), to: "private/\(report.id.hex).json")
      #expect(try told() == [])
      #expect(try b.ledger.privateFields(of: report).map(\.state) == [.here("+504 9999", nil)])
      // The file in the place of which another one stands.
      let name = try #require(file.attachedName)
      for (content, wanted) in [([9, 9, 9], "its content is another one"), ([9], "it has 1 bytes, and not 3")]
        as [([UInt8], String)]
      {
        try Folder(path: "\(b.path)/ledger").remove("attachments/\(name)")
        try source.write(content, to: "attachments/\(name)")
        #expect(
          try told() == ["'\(a.path)/ledger/attachments/\(name)' is not the file that was attached: \(wanted)"])
        try source.write([1, 2, 3], to: "attachments/\(name)")
        #expect(try b.ledger.merge(a.path).attachments == 1)
      }
    }
  }

  /// A second entry that names an erased file is no way around its erasure, whichever of the two comes first by its id.
  @Test func anotherEntryBringsNoErasedFileBack() throws {
    try withScratch { root in
      let (a, b, report, file) = try pair(in: root)
      _ = try b.ledger.merge(a.path)
      let name = try #require(file.attachedName)
      let what = Attachment(name: "box.png", size: 3, digest: Hash32(of: [1, 2, 3])).value
      let body = try EntryKind.attachment.opening(["of": .string(report.id.hex), "name": .string(name), "file": what])
      _ = try b.ledger.append(Array(repeating: body, count: 32), as: b.key(), at: Device.noon)
      _ = try b.ledger.sign(b.key())
      _ = try a.ledger.erase("file", of: file, why: "faces", as: a.key(), at: Device.noon)
      #expect(try a.ledger.merge(b.path).attachments == 0)
      #expect(try !a.apart().keys.contains("attachments/\(name)"))
    }
  }

  /// Without what says what it is, only its name in an entry admits a file; what is right replaces another size later.
  @Test func aFileWithoutItsFieldsIsTakenByItsName() throws {
    try withScratch { root in
      let (a, b, _, file) = try pair(in: root)
      let (source, name) = (try Folder(path: "\(a.path)/ledger"), try #require(file.attachedName))
      let fields = try MappedFile(path: a.privatePath(file)).content
      try source.remove("private/\(file.id.hex).json")
      try source.write([1], to: "attachments/\(name)")
      try source.write([1], to: "attachments/\(Hash32(of: [7]).hex)")
      let merged = try b.ledger.merge(a.path)
      #expect(merged.attachments == 1)
      #expect(merged.problemsApart == [.strays(folder: "\(a.path)/ledger/attachments", count: 1)])
      try source.write(fields, to: "private/\(file.id.hex).json")
      try source.write([1, 2, 3], to: "attachments/\(name)")
      #expect(try b.ledger.merge(a.path).attachments == 1)
      #expect(try b.ledger.apart(readingAttachments: true) == .init())
    }
  }

  /// Whatever order copies come in, in parts and again, the same stands apart, once all erasures are confirmed.
  @Test func everyOrderComesToTheSame() throws {
    var generator = Seeded(seed: 20_171_126)
    try withScratch { root in
      var copies: [String] = []
      for number in 0..<3 {
        let device = try Device("w\(number)", in: root)
        var written: [Entry] = []
        for part in 0..<3 {
          let entry = try device.write(contact: "contact \(number) \(part)")
          written += [entry, try device.attach([UInt8(part), 7], named: "\(part).png", to: entry)]
          _ = try device.ledger.sign(device.key())
          if part > 0 {
            let erased = written[generator.number(below: 2 * part)]
            for field in erased.privateFields where (try? device.ledger.checkErasable(field, of: erased)) != nil {
              _ = try device.ledger.erase(field, of: erased, why: "asked", as: device.key(), at: Device.noon)
            }
            _ = try device.ledger.sign(device.key())
          }
          let copy = "\(root)/copy\(number)_\(part)"
          let target = try Folder.made(path: copy, mode: 0o755)
          for (path, bytes) in try device.files() { try target.write(bytes, to: "ledger/\(path)") }
          copies.append(copy)
        }
      }
      var reference: [String: [UInt8]]?
      for round in 0..<8 {
        let device = try Device("d\(round)", in: root)
        var order = copies + copies.filter { _ in generator.number(below: 2) == 0 }
        order.shuffle(using: &generator)
        for copy in order { #expect(try device.ledger.merge(copy).problemsApart.allSatisfy { $0.code == "L057" }) }
        // What came before the entry that it belongs to comes with the next merge.
        for copy in copies { _ = try device.ledger.merge(copy) }
        try device.ledger.carryOut(device.ledger.apart().waiting)
        #expect(try device.ledger.apart(readingAttachments: true) == .init())
        let files = try device.files()
        #expect(reference == nil || reference == files)
        reference = files
      }
      #expect(reference?.keys.contains { $0.hasPrefix("attachments/") } == true)
    }
  }
}
