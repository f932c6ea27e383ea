import Archive
import Files
import Hashing
import Language
import Schema
import TestSupport
import Testing

@testable import WebArchives

@Suite struct WebArchiveTests {
  private func expect(
    _ message: WebArchiveMessage, _ location: SourceLocation = #_sourceLocation,
    _ change: (inout WebArchiveSample) -> Void
  ) throws {
    var sample = WebArchiveSample()
    change(&sample)
    let bytes = try sample.bytes
    #expect(throws: message, sourceLocation: location) { try WebArchive.checked(bytes) }
  }

  @Test(arguments: [false, true]) func whatIsWholeIsTold(isDeflated: Bool) throws {
    var sample = WebArchiveSample()
    sample.isDeflated = isDeflated
    let archive = try WebArchive.checked(sample.bytes)
    #expect(archive.version == "1.1.1" && archive.created == "2017-11-26T08:00:00Z" && archive.files == 2)
    #expect(archive.isSealed && archive.signature == nil && archive.unlisted == [] && archive.notes == [])
    #expect(
      archive.pages.listed == [
        .init(address: "https://example.org/a", time: "2017-11-26T07:00:00Z"),
        .init(address: "https://example.org/b", time: nil),
      ])
    #expect(archive.pages.count == 2 && archive.pages.unread == 0)
  }

  @Test func whatIsNotVouchedForIsTold() throws {
    var sample = WebArchiveSample()
    sample.digest = nil
    sample.unlisted = ["archive/b.warc": [1], "archive/c.warc": [2]]
    sample.files["pages/extraPages.jsonl"] = Array("[]\nnothing\n".utf8)
    let archive = try WebArchive.checked(sample.bytes)
    #expect(archive.unlisted == ["archive/b.warc", "archive/c.warc"])
    #expect(archive.notes == [.noDigest, .unlisted(first: "archive/b.warc", count: 2), .pagesUnread(2)])
  }

  /// What is signed is reported as the archive says it; a signature of another digest is none of this archive.
  @Test func signaturesAreReported() throws {
    var sample = WebArchiveSample()
    func signed(_ members: [String: Value]) -> (Hash32) -> Value {
      { digest in
        let hash = Value.string("sha256:\(digest.hex)")
        return [
          "path": "datapackage.json", "hash": hash, "signedData": .object(["hash": hash].merging(members) { $1 }),
        ]
      }
    }
    sample.digest = signed(["domain": "example.org"])
    #expect(try WebArchive.checked(sample.bytes).notes == [.domainNotChecked("example.org")])
    sample.digest = signed(["publicKey": "x"])
    #expect(try WebArchive.checked(sample.bytes).notes == [.keyNotChecked])
    try expect(.otherSigned) { $0.digest = signed(["hash": "sha256:00"]) }
  }

  @Test func theFirstDifferenceIsNamed() throws {
    let path = "archive/data.warc"
    try expect(.otherSize(file: path, bytes: 9, stated: 8)) {
      $0.list = { [old = $0.files] list in list[0] = WebArchiveSample.resource(path, old[path] ?? []) }
      $0.files[path] = Array("WARC/1.0!".utf8)
    }
    try expect(.otherContent(file: path)) {
      $0.list = { [old = $0.files] list in list[0] = WebArchiveSample.resource(path, old[path] ?? []) }
      $0.files[path] = Array("WARC/1.1".utf8)
    }
    try expect(.missing(file: "archive/b.warc")) {
      $0.list = { $0.append(WebArchiveSample.resource("archive/b.warc", [1])) }
    }
    try expect(.listedTwice(file: path)) { $0.list = { $0.append($0[0]) } }
    try expect(.otherPackage) { $0.package = { $0.append(10) } }
    try expect(.noDigestOfPackage) { $0.digest = { .string($0.hex) } }
    try expect(.noResources) { $0.list = { $0 = [] } }
    try expect(.otherVersion("2.0")) { $0.version = "2.0" }
    try expect(.otherVersion(nil)) { $0.version = nil }
    try expect(.resourceLacks("path", number: 1)) { $0.list = { $0[0] = [] } }
    try expect(.resourceLacks("bytes", number: 2)) { $0.list = { $0[1] = ["path": "a", "bytes": -1] } }
    try expect(.resourceLacks("hash", number: 1)) { $0.list = { $0[0] = ["path": "a", "bytes": 1] } }
    try expect(.otherHash(file: "a")) { $0.list = { $0[0] = ["path": "a", "bytes": 1, "hash": "md5:00"] } }
    #expect(throws: WebArchiveMessage.noPackage) { try WebArchive.checked(WebArchiveSample.zip([("a", [1])])) }
  }

  /// The form of WACZ 1.0, in which a digest without the name of its kind is MD5.
  @Test func theOldFormOfTheListIsRead() throws {
    func old(_ hashing: String?) -> (inout [Value]) -> Void {
      { list in
        list = list.map { resource in
          let hash = resource["hash"]?.string?.dropFirst(7) ?? ""
          var members: [String: Value] = ["path": resource["path"] ?? ""]
          members["stats"] = ["hash": .string(String(hash)), "bytes": resource["bytes"] ?? 0]
          members["hashing"] = hashing.map(Value.string)
          return .object(members)
        }
      }
    }
    var sample = WebArchiveSample()
    sample.list = old("sha256")
    #expect(try WebArchive.checked(sample.bytes).files == 2)
    try expect(.otherHash(file: "archive/data.warc")) { $0.list = old(nil) }
    try expect(.otherHash(file: "archive/data.warc")) { $0.list = old("sha224") }
  }

  // MARK: Hostile archives

  @Test func pathsThatLeaveTheArchiveAreRefused() throws {
    for path in ["../a", "/a", "a/../../b", "C:\\a", "a\u{202e}b"] {
      var sample = WebArchiveSample()
      sample.files[path] = [1]
      let bytes = try sample.bytes
      #expect(throws: WebArchiveMessage.self, "\(path)") { try WebArchive.checked(bytes) }
    }
  }

  @Test func aNameThatStandsTwiceIsRefused() throws {
    for names in [["a", "a"], ["a", "A"]] {
      let bytes = try WebArchiveSample.zip(names.map { ($0, [1]) })
      #expect(throws: WebArchiveMessage.archive(.collision(entry: names[1], with: "a"))) {
        try WebArchive.checked(bytes)
      }
    }
  }

  /// More than 256 MiB, and than 100 times what the archive has, is not unpacked.
  @Test func aBombIsRefusedBeforeItIsUnpacked() throws {
    let size = WebArchive.largestContent(of: 0)
    #expect(size == 268_435_456 && WebArchive.largestContent(of: .max) == 8_589_934_592)
    #expect(WebArchive.largestContent(of: 3 << 20) == 314_572_800)
    var bomb = try WebArchiveSample.zip([("a", [UInt8](repeating: 0, count: 1 << 20))], isDeflated: true)
    // What the directory and the file's own header state.
    let directory = try #require(bomb.firstRange(of: [0x50, 0x4b, 1, 2])?.lowerBound)
    let stated = withUnsafeBytes(of: UInt32(size + 1).littleEndian) { Array($0) }
    for place in [22, directory + 24] { bomb.replaceSubrange(place..<(place + 4), with: stated) }
    #expect(throws: WebArchiveMessage.tooLarge(limit: size)) { try WebArchive.checked(bomb) }
  }

  @Test func listsHaveLimits() throws {
    let limit = WebArchive.largestList
    try expect(.listTooLarge(file: "datapackage.json", bytes: limit + 1, limit: limit)) {
      $0.package = { $0 = [UInt8](repeating: 32, count: limit + 1) }
    }
    try expect(
      .notJSON(
        file: "datapackage.json",
        .init(
          en: "not valid JSON at byte 129: nested more than 128 levels deep",
          es: "no es JSON válido en el byte 129: más de 128 niveles, uno dentro de otro"))
    ) { sample in
      sample.package = { $0 = [UInt8](repeating: UInt8(ascii: "["), count: 100_000) }
      sample.digest = { ["path": "datapackage.json", "hash": .string("sha256:\($0.hex)")] }
    }
    let many = try WebArchiveSample.zip((0...WebArchive.mostFiles).map { ("f\($0)", []) })
    #expect(throws: WebArchiveMessage.archive(.tooManyEntries(10_001, limit: 10_000))) {
      try WebArchive.checked(many)
    }
  }

  @Test func thousandsOfPagesAreCountedAndTheFirstListed() throws {
    var sample = WebArchiveSample()
    let lines = (0..<5_000).map { #"{"url":"https://example.org/\#($0)","ts":"t"}"# }
    let long = #"{"url":"\#(String(repeating: "a", count: PageList.longestAddress))","ts":"t"}"#
    let endless = #"{"text":"\#(String(repeating: "a", count: PageList.longestLine))","url":"b"}"#
    sample.files["pages/pages.jsonl"] = Array((lines + [long, endless]).joined(separator: "\r\n").utf8)
    let pages = try WebArchive.checked(sample.bytes).pages
    #expect(pages.count == 5_000 && pages.listed.count == 100 && pages.unread == 2)
    #expect(pages.listed.last == .init(address: "https://example.org/99", time: "t"))
  }

  /// However the bytes of a list of pages are cut, its lines are the same.
  @Test func linesDoNotDependOnTheCuts() {
    var generator = Seeded(seed: 20)
    let text = Array("{\"url\":\"a\"}\n\n{\"url\":\"b\"}\r\n x\n{\"format\":1}\n{\"url\":\"ñ\",\"ts\":\"2\"}".utf8)
    var whole = PageList()
    var lines = PageLines()
    text.withUnsafeBytes { lines.take($0, into: &whole) }
    lines.end(into: &whole)
    #expect(whole.count == 3 && whole.unread == 1 && whole.listed.map(\.address) == ["a", "b", "ñ"])
    for _ in 0..<200 {
      var (pages, lines, rest) = (PageList(), PageLines(), text[...])
      while !rest.isEmpty {
        let part = Array(rest.prefix(Int.random(in: 1...9, using: &generator)))
        rest = rest.dropFirst(part.count)
        part.withUnsafeBytes { lines.take($0, into: &pages) }
      }
      lines.end(into: &pages)
      #expect(pages == whole)
    }
  }

  /// No single byte can be changed so that an archive is taken for whole that says something else of its files. Bytes that no reader
  /// looks at, such as times, can be: nothing of the archive's content follows from them.
  @Test func aFlippedByteChangesNothingUnseen() throws {
    let bytes = try WebArchiveSample().bytes
    let whole = try WebArchive.checked(bytes)
    var refused = 0
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      do {
        let archive = try WebArchive.checked(changed)
        #expect(archive == whole || archive.notes != [], "byte \(place)")
      } catch is WebArchiveMessage {
        refused += 1
      }
    }
    #expect(refused > bytes.count / 2)
  }

  /// Of a sample's content every change is found, and the file is named.
  @Test func everyChangeOfAFileIsFound() throws {
    var generator = Seeded(seed: 7)
    for _ in 0..<200 {
      var sample = WebArchiveSample()
      let path = Bool.random(using: &generator) ? "archive/data.warc" : "pages/pages.jsonl"
      let old = sample.files
      sample.list = { $0 = old.sorted { $0.key < $1.key }.map { WebArchiveSample.resource($0.key, $0.value) } }
      let place = Int.random(in: 0..<(sample.files[path]?.count ?? 1), using: &generator)
      sample.files[path]?[place] ^= UInt8.random(in: 1...255, using: &generator)
      let bytes = try sample.bytes
      #expect(throws: WebArchiveMessage.otherContent(file: path)) { try WebArchive.checked(bytes) }
    }
  }

  // MARK: Archives of others

  /// Of the archives of webrecorder/py-wacz, the second invalid one is so for its signature alone, which is reported and not checked.
  @Test(
    .enabled(if: SharedFolder.isPresent, "needs the shared corpus: set VEEDOR_SHARED"),
    arguments: [
      ("valid_example_1", [.noDigest]), ("valid_example_2", []),
      ("valid_signed_example_1", [.domainNotChecked("btrix-sign-test.webrecorder.net")]),
      ("invalid_signed_example_1", [.domainNotChecked("btrix-sign-test.webrecorder.net")]),
      ("invalid_example_1", nil),
    ] as [(String, [WebArchiveMessage]?)])
  func verdictsAreTheExpectedOnes(name: String, notes: [WebArchiveMessage]?) throws {
    let file = try MappedFile(path: "\(SharedFolder.path)/corpus/wacz/\(name).wacz")
    try file.reading { bytes in
      if let notes {
        let archive = try WebArchive(checking: bytes)
        #expect(archive.notes == notes && archive.pages.count == 1)
      } else {
        #expect(throws: WebArchiveMessage.otherVersion(nil)) { try WebArchive(checking: bytes) }
      }
    }
  }
}
