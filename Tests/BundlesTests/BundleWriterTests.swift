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
      #expect(written.path == "\(root)/training-\(written.statement.root.hex.prefix(8)).evb.zip")
      let bundle = try Bundle(path: written.path)
      let facts = try bundle.verify()
      #expect(facts.problems.isEmpty)
      #expect(facts.verdict == .intact && facts.container == .good && facts.bag == .good && facts.identity == .good)
      #expect(facts.statement == written.statement && facts.computedRoot == written.statement.root)
      #expect(facts.isComplete && facts.missing == 0 && facts.redacted == 0 && facts.signatures == 0)
      #expect(written.statement.description == description)
      #expect(written.statement.files == files.count + 1)
      #expect(try FileStamp(path: written.path).size == Int64(written.packedSize))

      #expect(try bundle.extract(to: root + "/bag") == facts)
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

  @Test func identityIsThatOfTheFilesAlone() throws {
    let root = try verify(bundle()).computedRoot
    // The title stands in the crate's metadata, which is one of the files.
    var other = description
    other.title = ["en": "Another"]
    #expect(try verify(bundle(files, other)).computedRoot != root)
    #expect(try verify(bundle(Array(files.dropLast()))).computedRoot != root)
    #expect(try verify(bundle()).computedRoot == root)
  }

  @Test func theBagSaysWhatItIs() throws {
    let contents = Dictionary(uniqueKeysWithValues: try unpack(bundle()).map { ($0.path, $0.content) })
    let info = String(decoding: contents["bag-info.txt"] ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(info[0] == "External-Identifier: training")
    #expect(info[1].hasPrefix("Payload-Oxum: ") && info[1].hasSuffix(".6"))
    #expect(info[2] == "Veedor-Profile: public")
    #expect(info[3].hasPrefix("Veedor-Zlib-Version: 1."))
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
      #expect(inspection.zlibVersion?.hasPrefix("1.") == true)
      #expect(inspection.entries.count == files.count + 8)
      try AtomicFile.write(pack([("a", [1])]), to: root + "/a.zip")
      #expect(throws: BundleMessage.missing("evb/statement.json")) { try Bundle(path: root + "/a.zip").inspect() }
    }
  }

  @Test(arguments: ["", "A", "a b", "../a", "a/b", "-a", "é", String(repeating: "a", count: 65)])
  func refusesMissions(id: String) {
    #expect(throws: BundleMessage.mission(id)) { try BundleWriter(BundleDescription(mission: id, title: [:])) }
  }

  @Test func refusesPlacesOutsideTheLayout() throws {
    for path in ["a", "workspace", "other/a", "ro-crate-metadata.json", "", "/workspace/a"] {
      #expect(throws: BundleMessage.place(path)) { try bundle([BundleFile(path, .bytes([]))]) }
    }
    #expect(throws: BundleMessage.percent("workspace/50%.csv")) {
      try bundle([BundleFile("workspace/50%.csv", .bytes([]))])
    }
    #expect(throws: ArchiveMessage.name(entry: "data/workspace/../a", .component)) {
      try bundle([BundleFile("workspace/../a", .bytes([]))])
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
    let facts = try verify(bundle([], BundleDescription(mission: "m", title: [:])))
    #expect(facts.verdict == .intact && facts.statement?.files == 1)
  }
}
