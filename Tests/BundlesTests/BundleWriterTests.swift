import Archive
import Bundles
import Files
import Glibc
import Hashing
import TestSupport
import Testing

@Suite struct BundleWriterTests {
  @Test func aBundleIsIntactAndHoldsItsFiles() throws {
    try withScratch { root in
      let written = try BundleWriter(description).write(files, into: Folder(path: root))
      #expect(written.path == "\(root)/training-\(written.statement.identity.hex.prefix(8)).evb.zip")
      let bundle = try Bundle(path: written.path)
      let facts = try bundle.verify(packing: true)
      #expect(facts.problems.isEmpty)
      #expect(facts.verdict == .intact && facts.container == .good && facts.canonical == .good && facts.notes.isEmpty)
      #expect(facts.bag == .good && facts.leaves == .good && facts.identity == .good)
      #expect(facts.statement == written.statement && facts.computedRoot == written.statement.root)
      #expect(facts.isComplete && facts.missing == 0 && facts.redacted == 0 && facts.signatures.isEmpty)
      #expect(facts.unread.isEmpty)
      #expect(written.statement.description == description)
      #expect(written.statement.leaves == files.count)
      #expect(try FileStamp(path: written.path).size == Int64(written.packedSize))

      #expect(try bundle.extract(to: root + "/bag") == bundle.verify())
      let bag = try Folder(path: root + "/bag")
      for file in files {
        guard case .bytes(let content) = file.source else { continue }
        #expect(try bag.file("data/" + file.path).content == content)
      }
      #expect(
        try bag.files() == [
          "bag-info.txt", "bagit.txt", "data/drafts/preliminary.es.html", "data/results/count_line/result.json",
          "data/ro-crate-metadata.json", "data/workspace/data/bulletins.csv", "data/workspace/data/empty.csv",
          "data/workspace/veedor.yaml", "evb/leaves.bin", "evb/salts.bin", "evb/statement.json", "manifest-sha256.txt",
          "tagmanifest-sha256.txt",
        ])
      #expect(try Folder(path: root).list().count == 2)
    }
  }

  @Test func theSameFilesGiveTheSameBytes() throws {
    let one = try bundle()
    #expect(try bundle(files.reversed()) == one)
    try withScratch { root in
      // From files instead of memory.
      let fromDisk = try files.enumerated().map { number, file in
        guard case .bytes(let content) = file.source else { return file }
        try AtomicFile.write(content, to: "\(root)/\(number)")
        return BundleFile(file.path, .file { () throws(FileError) in try MappedFile(path: "\(root)/\(number)") })
      }
      #expect(try bundle(fromDisk) == one)
    }
  }

  @Test func identityIsThatOfDescriptionAndFiles() throws {
    func statement(_ files: [BundleFile] = files, _ change: (inout BundleDescription) -> Void = { _ in }) throws
      -> BundleStatement
    {
      var changed = description
      change(&changed)
      let facts = try verify(bundle(files, changed))
      #expect(facts.verdict == .intact)
      return try #require(facts.statement)
    }
    let original = try statement()
    #expect(try statement() == original)
    let changes: [(inout BundleDescription) -> Void] = [
      { $0.mission = "another" }, { $0.edition = "another" }, { $0.title["en"] = "Another" }, { $0.title["es"] = nil },
      { $0.notice = [:] }, { $0.notice["en"]? += "\u{0}" },
    ]
    for change in changes {
      let other = try statement(files, change)
      #expect(other.identity != original.identity && other.root == original.root)
    }
    let fewer = try statement(Array(files.dropLast()))
    #expect(fewer.root != original.root && fewer.identity != original.identity)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func whatIsReadAndWrittenAgainIsTheSame(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    func text(_ count: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: count, using: &generator)).map { _ in "abcxyz09_éñ가".randomElement(using: &generator)! })
    }
    var given: [String: BundleFile] = [:]
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let folder = ["workspace", "results", "drafts"].randomElement(using: &generator)!
      let path = "\(folder)/\(text(1...6))/\(text(1...6)).csv"
      let size = [0, 1, 300, 70_000, 200_000].randomElement(using: &generator)!
      let most = [UInt8.max, 3].randomElement(using: &generator)!
      let content = (0..<size).map { _ in UInt8.random(in: 0...most, using: &generator) }
      given[path.lowercased()] = BundleFile(path, .bytes(content))
    }
    let description = BundleDescription(
      mission: "m\(seed)", edition: "e", title: ["en": text(0...40)], notice: seed % 2 == 0 ? [:] : ["es": text(1...9)])
    let bytes = try bundle(Array(given.values), description)
    let facts = try verify(bytes)
    #expect(facts.verdict == .intact && facts.canonical == .good && facts.leaves == .good)
    let statement = try #require(facts.statement)
    let files = try unpack(bytes).filter { $0.path.hasPrefix("data/") && $0.path != "data/ro-crate-metadata.json" }
    #expect(files.count == given.count)
    let again = files.map { BundleFile(String($0.path.dropFirst(5)), .bytes($0.content)) }
    #expect(try bundle(again, statement.description) == bytes)
  }

  @Test func theBagSaysWhatItIs() throws {
    let contents = Dictionary(uniqueKeysWithValues: try unpack(bundle()).map { ($0.path, $0.content) })
    let info = String(decoding: contents["bag-info.txt"] ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(info[0] == "External-Identifier: training")
    #expect(info[1].hasPrefix("Payload-Oxum: ") && info[1].hasSuffix(".6"))
    #expect(info[2...3] == ["Veedor-Edition: partners", "Veedor-Profile: public"])
    #expect(
      info[4...] == [
        "External-Description: A training count", "External-Description: Un conteo de práctica",
        "Veedor-Notice: Made up for training", "Veedor-Notice: Inventado para formación",
      ])
    #expect(contents["bagit.txt"] == Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8))
  }

  @Test func textsCannotAddLines() throws {
    var sly = description
    sly.title = ["en": "One\nPayload-Oxum: 0.0\r\u{85}"]
    let contents = try unpack(bundle(files, sly))
    let info = String(decoding: contents[0].content, as: UTF8.self)
    #expect(info.contains("\nExternal-Description: One Payload-Oxum: 0.0  \n"))
    #expect(try verify(bundle(files, sly)).verdict == .intact)
  }

  @Test func inspectionTellsWithoutReadingEverything() throws {
    try withScratch { root in
      let written = try BundleWriter(description).write(files, into: Folder(path: root))
      let inspection = try Bundle(path: written.path).inspect()
      #expect(inspection.statement == written.statement)
      #expect(inspection.entries.count == files.count + 8)
      try AtomicFile.write(pack([("a", [1])]), to: root + "/a.zip")
      #expect(throws: BundleMessage.missing("evb/statement.json")) { try Bundle(path: root + "/a.zip").inspect() }
    }
  }

  @Test(arguments: ["", "A", "a b", "../a", "a/b", "-a", "é", String(repeating: "a", count: 65)])
  func refusesMissions(id: String) {
    #expect(throws: BundleMessage.mission(id)) {
      try BundleWriter(BundleDescription(mission: id, edition: "e", title: [:]))
    }
    #expect(throws: BundleMessage.edition(id)) {
      try BundleWriter(BundleDescription(mission: "m", edition: id, title: [:]))
    }
  }

  @Test func refusesPlacesOutsideTheLayout() throws {
    for path in ["a", "workspace", "other/a", "ro-crate-metadata.json", "", "/workspace/a"] {
      #expect(throws: BundleMessage.place(path)) { try bundle([BundleFile(path, .bytes([]))]) }
    }
    for (path, fault) in [
      ("workspace/50%.csv", ArchiveName.Fault.percent), ("workspace/../a", .component),
      ("results/what?.csv", .wildcard),
      ("drafts/aux.html", .device), ("workspace/.git/config", .active), ("workspace/.veedor/trusted.json", .active),
    ] {
      // No content is asked for before all names are known to be right.
      let unopened = BundleFile(path, .file { () throws(FileError) in try MappedFile(path: "/none/\(path)") })
      #expect(throws: ArchiveMessage.name(entry: "data/\(path)", fault)) { try bundle([unopened]) }
    }
    let twice = BundleFile("workspace/a", .bytes([]))
    #expect(throws: ArchiveMessage.collision(entry: "data/workspace/a", with: "data/workspace/a")) {
      try bundle([twice, twice])
    }
  }

  @Test func leavesNothingBehindWhereAFileIsMissing() throws {
    try withScratch { root in
      let none = BundleFile("workspace/a", .file { () throws(FileError) in try MappedFile(path: root + "/none") })
      #expect(throws: FileError.system(.open, path: root + "/none", reason: SystemReason(number: ENOENT))) {
        try BundleWriter(description).write([none], into: Folder(path: root))
      }
      let folder = BundleFile("workspace/a", .file { () throws(FileError) in try MappedFile(path: root) })
      #expect(throws: FileError.notRegular(path: root)) {
        try BundleWriter(description).write([folder], into: Folder(path: root))
      }
      let left = try Folder(path: root).list()
      #expect(left.isEmpty)
    }
  }

  @Test func anEmptyMissionIsABundleToo() throws {
    let facts = try verify(bundle([], BundleDescription(mission: "m", edition: "e", title: [:])))
    #expect(facts.verdict == .intact && facts.statement?.leaves == 0)
    #expect(facts.computedRoot == Hash32(of: []))
  }
}
