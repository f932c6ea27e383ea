import Archive
import Bundles
import Compression
import Diagnostics
import Files
import TestSupport
import Testing

/// What happens to bundles on the way, each told by its own message.
@Suite struct DamageKindTests {
  private func codes(_ bytes: [UInt8]) throws -> [String] {
    let facts = try verify(bytes)
    #expect(facts.verdict == .broken && facts.container == .bad)
    return facts.problems.map(\.code)
  }

  private func text(_ bytes: [UInt8]) throws -> String { try #require(verify(bytes).problems.last).message }

  @Test func nothing() throws { #expect(try codes([]) == ["B018"]) }

  @Test func somethingElse() throws {
    let bundle = try bundle()
    #expect(try codes(Array("id,votes\n1,2\n".utf8)) == ["B001"])
    #expect(try text(compress(bundle, .gzip)) == "this is no ZIP archive: it begins as files of gzip do")
    #expect(try text(Array(" \n<!DOCTYPE HTML><p>Log in".utf8)) == "this is no ZIP archive, but a page of the web")
    #expect(
      try text(Array("age-encryption.org/v1\n-> X25519".utf8)) == "this is no ZIP archive, but one encrypted by age")
    #expect(try text([UInt8](repeating: 0, count: 4_000)) == "this is no ZIP archive: it holds zeros")
    #expect(try text(Array("%PDF-1.7".utf8)) == "this is no ZIP archive: it begins as files of PDF do")
  }

  @Test(arguments: [
    ("UEsDBBQAAAgAAAAAIQ", "base64"), ("\r\n\u{feff}UEsDBBQAAAgAAAAAIQ", "base64"),
    ("data:application/zip;base64,UEsDBBQAAAgA", "base64"), ("504b030414000008", "hexadecimal"),
    ("PK=03=04=14=00", "quoted-printable"), ("begin 644 a.evb.zip\nM4$L#", "uuencode"),
  ]) func writtenAsText(text: String, encoding: String) throws {
    #expect(try self.text(Array(text.utf8)) == "this is an archive written as text (\(encoding))")
  }

  @Test func changedAsText() throws {
    let bundle = try bundle()
    #expect(try codes(bundle.flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] }) == ["B020"])
    #expect(try codes(Array(String(decoding: bundle, as: UTF8.self).utf8)) == ["B020"])
    // As if it were Latin-1.
    #expect(try codes(Array(String(String.UnicodeScalarView(bundle.map { Unicode.Scalar($0) })).utf8)) == ["B020"])
  }

  @Test func cutShort() throws {
    let bundle = try bundle()
    for length in [1, 2, 3, 4, 30, bundle.count / 2, bundle.count - 300, bundle.count - 23] {
      #expect(try codes(Array(bundle[..<length])) == ["B021"], "\(length)")
    }
    let half = Array(bundle[..<(bundle.count / 2)])
    #expect(
      try text(half + [UInt8](repeating: 0, count: 7_000)).hasPrefix(
        "the archive is cut short: its end is missing, and"))
  }

  @Test func bytesBehindAndBefore() throws {
    let bundle = try bundle()
    for (bytes, message) in [
      (bundle + [0x0a], "1 byte follows the end of the archive"),
      (bundle + [UInt8](repeating: 7, count: 70_000), "70000 bytes follow the end of the archive"),
      (Array("From: a\n\n".utf8) + bundle, "9 bytes stand before the archive"),
    ] {
      let facts = try verify(bytes)
      #expect(facts.verdict == .contentIntact && facts.form == .otherArchive && facts.container == .bad)
      #expect(facts.notes.map(\.message) == [message] && facts.notes.allSatisfy { $0.severity == .warning })
      #expect(facts.statement == (try verify(bundle).statement))
    }
  }

  /// Of two damaged files both are told, and how many there are.
  @Test func flippedBytesOfContent() throws {
    var bytes = try bundle()
    let directory = try bytes.withUnsafeBytes { try ArchiveDirectory(parsing: $0) }
    for path in ["bagit.txt", "evb/leaves.bin"] {
      let place = try #require(bytes.firstRange(of: Array(path.utf8)))
      bytes[place.upperBound + 4] ^= 1
    }
    let facts = try verify(bytes)
    #expect(facts.problems.count == 3 && facts.problems[0].message.contains("'bagit.txt'"))
    #expect(facts.problems[1].message.contains("'evb/leaves.bin'"))
    #expect(facts.problems[2].message == "2 of \(directory.entries.count) files in the archive are damaged")
  }

  /// A byte of a header's name, of the first signature, of the end record.
  @Test func flippedBytesOfHeaders() throws {
    let bundle = try bundle()
    let name = try #require(bundle.firstRange(of: Array("data/workspace/veedor.yaml".utf8)))
    for place in [name.lowerBound, 0, bundle.count - 22, bundle.count - 8] {
      var bytes = bundle
      bytes[place] ^= 4
      #expect(try codes(bytes).last == "B026", "\(place)")
    }
  }

  @Test func anotherArchive() throws {
    let foreign = try packElsewhere([("letter.txt", Array("Dear colleague".utf8))])
    #expect(try codes(foreign) == ["B024"])
    #expect(try codes(pack([("letter.txt", Array("Dear colleague".utf8))])) == ["B024"])
    let wrapped = try packElsewhere([("Download/training-1a2b3c4d.evb.zip", bundle())])
    #expect(try codes(wrapped) == ["B025"])
    // One that nobody can read safely.
    var encrypted = foreign
    for (signature, place) in [([0x50, 0x4b, 3, 4], 6), ([0x50, 0x4b, 1, 2], 8)] as [([UInt8], Int)] {
      let start = try #require(encrypted.firstRange(of: signature)).lowerBound
      encrypted[start + place] |= 1
    }
    #expect(try codes(encrypted) == ["Z012", "B031"])
  }

  @Test func zippedAgain() throws {
    let files = try unpack(bundle())
    for folder in ["", "training/", "a/b/"] {
      let facts = try verify(packElsewhere(files.map { (folder + $0.path, $0.content) }))
      #expect(facts.verdict == .contentIntact && facts.form == .otherArchive && facts.canonical == .unknown)
      #expect(facts.notes.map(\.code) == ["B028"] && facts.problems.isEmpty)
    }
    // What systems add is named; what anybody else adds is not allowed.
    let added = files.map { ("t/" + $0.path, $0.content) } + [("__MACOSX/t/._evb", [1]), ("t/.DS_Store", [2])]
    #expect(try verify(packElsewhere(added)).notes.map(\.code).sorted() == ["B028", "B030", "B030"])
    #expect(try verify(packElsewhere(added)).verdict == .contentIntact)
    // As many as there are files, which are not told one by one.
    let all = files.map { ("t/" + $0.path, $0.content) } + (0..<50).map { ("__MACOSX/._\($0)", [1]) }
    let notes = try verify(packElsewhere(all)).notes
    #expect(notes.count == 22 && notes[20].message == "30 more of this kind" && notes[21].code == "B028")
    let strange = try verify(packElsewhere(added + [("note.txt", [3])]))
    #expect(strange.verdict == .broken && strange.problems.map(\.message) == ["'note.txt' has no place in a bundle"])
    let changed = files.map { ($0.path, $0.path.hasSuffix("bulletins.csv") ? $0.content + [0x0a] : $0.content) }
    let broken = try verify(packElsewhere(changed))
    #expect(broken.verdict == .broken && broken.problems.first?.code == "B011" && broken.notes.map(\.code) == ["B028"])
    #expect(try verify(packElsewhere(files + files.map { ("copy/" + $0.path, $0.content) })).verdict == .broken)
  }

  /// Names that programs act on are in no bundle, whatever its statement says.
  @Test func namesThatActStayOut() throws {
    var bytes = try packElsewhere(unpack(bundle(files + [BundleFile("workspace/agit/config", .bytes([1]))])))
    for range in bytes.ranges(of: Array("workspace/agit/config".utf8)).reversed() {
      bytes.replaceSubrange(range, with: Array("workspace/.git/config".utf8))
    }
    #expect(try codes(bytes) == ["Z020", "B031"])
  }

  /// Some systems write letters and their accents apart.
  @Test func zippedAgainWithNamesTakenApart() throws {
    let composed = "workspace/data/conteo_pr\u{e1}ctica.csv"
    let files = try unpack(bundle(files + [BundleFile(composed, .bytes([1, 2]))]))
    let apart = files.map { ($0.path.replacing("\u{e1}", with: "a\u{301}"), $0.content) }
    #expect(apart.contains { $0.0.unicodeScalars.contains("\u{301}") })
    // The writer writes no such name, so one of the same length is exchanged.
    let stand = files.map { ($0.path.replacing("\u{e1}", with: "xyz"), $0.content) }
    var bytes = try packElsewhere(stand)
    for range in bytes.ranges(of: Array("prxyzctica".utf8)).reversed() {
      bytes.replaceSubrange(range, with: Array("pra\u{301}ctica".utf8))
    }
    #expect(try verify(bytes).verdict == .contentIntact)
  }

  @Test func aFolder() throws {
    try withScratch { root in
      try AtomicFile.write(bundle(), to: root + "/b.evb.zip")
      let original = try Bundle(path: root + "/b.evb.zip").verify()
      try Folder(path: root).makeFolder("t")
      try Bundle(path: root + "/b.evb.zip").extract(to: root + "/t/training")
      for path in ["/t/training", "/t"] {
        let facts = try Bundle(path: root + path).verify()
        #expect(facts.verdict == .contentIntact && facts.form == .folder && facts.statement == original.statement)
        #expect(facts.notes.map(\.code) == ["B029"])
      }
      let folder = try Folder(path: root + "/t/training")
      try folder.create("Thumbs.db").flush()
      #expect(try Bundle(path: folder.path).verify().notes.map(\.code) == ["B030", "B029"])
      try folder.create("data/workspace/more.csv").flush()
      #expect(try Bundle(path: folder.path).verify().problems.first?.code == "B010")
      try folder.remove("data/workspace/more.csv")
      try folder.remove("evb/statement.json")
      #expect(try Bundle(path: folder.path).verify().problems.map(\.code) == ["B032"])
      #expect(throws: DiagnosticsError.self) { try Bundle(path: folder.path).extract(to: root + "/out") }
    }
  }
}
