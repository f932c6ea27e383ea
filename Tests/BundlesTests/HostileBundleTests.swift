import Archive
import Bundles
import Diagnostics
import Files
import Schema
import TestSupport
import Testing

@Suite struct HostileBundleTests {
  /// A bundle as small as they come, so that every byte can be tried.
  private let small = [BundleFile("workspace/veedor.yaml", .bytes(Array("veedor: 1\n".utf8)))]
  private let plain = BundleDescription(mission: "m", title: [:])

  @Test func everyFlippedByteIsNoticed() throws {
    let bytes = try bundle(small, plain)
    #expect(try verify(bytes).verdict == .intact)
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 0xff
      #expect(try verify(flipped).verdict == .broken, "byte \(index)")
      flipped = bytes
      flipped[index] ^= 1 << (index % 8)
      #expect(try verify(flipped).verdict == .broken, "bit \(index % 8) of byte \(index)")
    }
  }

  @Test func everyTruncationIsNoticed() throws {
    let bytes = try bundle(small, plain)
    for length in bytes.indices {
      let facts = try verify(Array(bytes[..<length]))
      #expect(facts.verdict == .broken && facts.container == .bad)
    }
  }

  /// A bundle after a change to its files, packed again by our own writer.
  private func changed(_ change: (inout [(path: String, content: [UInt8])]) -> Void) throws -> BundleFacts {
    var contents = try unpack(bundle())
    change(&contents)
    return try verify(pack(contents))
  }

  private func messages(_ facts: BundleFacts) -> [String] { facts.problems.map(\.message) }

  @Test func packedAgainWithoutAChangeItIsTheSame() throws {
    #expect(try changed { _ in }.verdict == .intact)
  }

  @Test func anArchiveThatWeDidNotWriteIsExplained() throws {
    let facts = try verify(Array("not a bundle".utf8))
    #expect(facts.container == .bad && facts.bag == .unknown && facts.identity == .unknown)
    #expect(facts.missing == nil && !facts.isComplete)
    #expect(facts.problems.map(\.code) == ["Z001", "B001"])
  }

  @Test func aMissingFileIsNoticed() throws {
    let facts = try changed { $0.removeAll { $0.path == "data/workspace/veedor.yaml" } }
    #expect(facts.container == .good && facts.bag == .bad && facts.identity == .bad)
    #expect(facts.missing == 1 && !facts.isComplete && facts.verdict == .broken)
    #expect(
      messages(facts) == [
        "'manifest-sha256.txt' names 'data/workspace/veedor.yaml', which does not exist",
        "the files are not as many, or not as large, as 'bag-info.txt' states",
        "the statement is about 6 files, and there are 5",
      ])
  }

  @Test(arguments: [
    "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "evb/leaves.bin", "evb/salts.bin",
    "evb/statement.json",
  ]) func everyTagFileIsNeeded(path: String) throws {
    let facts = try changed { $0.removeAll { $0.path == path } }
    #expect(facts.verdict == .broken)
    #expect(messages(facts).contains("the bundle has no '\(path)'"))
  }

  @Test(arguments: ["data/workspace/extra", "data/extra", "extra", "evb/extra", "fetch.txt", "tagmanifest-md5.txt"])
  func anExtraFileIsNoticed(path: String) throws {
    let facts = try changed { $0.append((path, [1])) }
    #expect(facts.verdict == .broken && facts.bag == .bad)
    let expected =
      path == "data/workspace/extra"
      ? "'manifest-sha256.txt' does not name 'data/workspace/extra'" : "'\(path)' has no place in a bundle"
    #expect(messages(facts).contains(expected))
  }

  @Test func swappedContentsAreNoticed() throws {
    let facts = try changed { contents in
      let at = contents.indices.filter { contents[$0].path.hasPrefix("data/workspace/data/") }
      (contents[at[0]].content, contents[at[1]].content) = (contents[at[1]].content, contents[at[0]].content)
    }
    #expect(facts.bag == .bad && facts.identity == .bad && facts.isComplete)
    #expect(
      messages(facts) == [
        "the content of 'data/workspace/data/bulletins.csv' is not the one that 'manifest-sha256.txt' vouches for",
        "the content of 'data/workspace/data/empty.csv' is not the one that 'manifest-sha256.txt' vouches for",
        "the salt of 'data/workspace/data/bulletins.csv' is not the one that the profile prescribes",
        "the salt of 'data/workspace/data/empty.csv' is not the one that the profile prescribes",
      ])
  }

  /// A change that also puts the manifests right, as somebody would who wants it to go unnoticed.
  private func changedWithManifests(_ change: (inout [String: [UInt8]]) -> Void) throws -> BundleFacts {
    var contents = Dictionary(uniqueKeysWithValues: try unpack(bundle()).map { ($0.path, $0.content) })
    change(&contents)
    func manifest(_ isListed: (String) -> Bool) -> [UInt8] {
      let paths = contents.keys.filter(isListed).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return paths.flatMap { Array("\(sha256(contents[$0] ?? []))  \($0)\n".utf8) }
    }
    contents["manifest-sha256.txt"] = manifest { $0.hasPrefix("data/") }
    contents["tagmanifest-sha256.txt"] = manifest { !$0.hasPrefix("data/") && $0 != "tagmanifest-sha256.txt" }
    return try verify(pack(contents.map { ($0.key, $0.value) }))
  }

  @Test func theHelperPutsManifestsRight() throws {
    #expect(try changedWithManifests { _ in }.verdict == .intact)
  }

  @Test func aChangedFileIsNoticedEvenWithNewManifests() throws {
    let facts = try changedWithManifests { $0["data/workspace/veedor.yaml"]?[0] ^= 1 }
    #expect(facts.bag == .good && facts.identity == .bad && facts.verdict == .broken)
    #expect(messages(facts) == ["the salt of 'data/workspace/veedor.yaml' is not the one that the profile prescribes"])
  }

  @Test func aWrongLeafIsNoticed() throws {
    let facts = try changedWithManifests { $0["evb/leaves.bin"]?[32 * 5] ^= 1 }
    #expect(facts.bag == .good && facts.identity == .bad)
    #expect(messages(facts).last == "'data/workspace/veedor.yaml' is not the file that the bundle was made with")
    #expect(facts.problems.map(\.code) == ["B016", "B014"])
  }

  @Test func aWrongRootIsNoticed() throws {
    let facts = try changedWithManifests { contents in
      let text = String(decoding: contents["evb/statement.json"] ?? [], as: UTF8.self)
      guard let range = text.firstRange(of: #""root":""#) else { return }
      var bytes = Array(text.utf8)
      let at = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      bytes[at] = bytes[at] == 0x30 ? 0x31 : 0x30
      contents["evb/statement.json"] = bytes
    }
    #expect(facts.bag == .good && facts.identity == .bad)
    #expect(facts.problems.map(\.code) == ["B016"])
  }

  @Test func listsOfTheWrongLengthAreNoticed() throws {
    for path in ["evb/leaves.bin", "evb/salts.bin"] {
      for extra in [-1, 1, 16, 32] {
        let facts = try changedWithManifests { contents in
          if extra < 0 { contents[path]?.removeLast() } else { contents[path]? += [UInt8](repeating: 0, count: extra) }
        }
        #expect(messages(facts) == ["'\(path)' does not have the length that follows from the statement"])
      }
    }
  }

  @Test func aStatementAboutAnotherSizeIsNoticed() throws {
    let facts = try changedWithManifests { contents in
      let text = String(decoding: contents["evb/statement.json"] ?? [], as: UTF8.self)
      contents["evb/statement.json"] = Array(text.replacing(#""size":"#, with: #""size":1"#).utf8)
    }
    #expect(messages(facts) == ["the statement is wrong: 'size' is not that of the files"])
  }

  @Test func manifestLinesAreExact() throws {
    func withManifest(_ change: (inout [String]) -> Void) throws -> [String] {
      let facts = try changed { contents in
        for index in contents.indices where contents[index].path == "manifest-sha256.txt" {
          var lines = String(decoding: contents[index].content, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
          change(&lines)
          contents[index].content = Array(lines.joined(separator: "\n").utf8)
        }
      }
      #expect(facts.bag == .bad)
      return messages(facts).filter { !$0.contains("vouches for") }
    }
    let draft = "data/drafts/preliminary.es.html"
    let notNamed = "'manifest-sha256.txt' does not name '\(draft)'"
    #expect(try withManifest { $0.insert($0[0], at: 1) } == ["'manifest-sha256.txt' names '\(draft)' twice"])
    #expect(try withManifest { $0.remove(at: 0) } == [notNamed])
    let wrong = "line 1 of 'manifest-sha256.txt' is not a hash and a path"
    #expect(try withManifest { $0[0] = "" } == [wrong, notNamed])
    #expect(try withManifest { $0[0] = $0[0].replacing("  ", with: " ") } == [wrong, notNamed])
    #expect(try withManifest { $0[0] = $0[0].replacing("  ", with: "\t") } == [wrong, notNamed])
    #expect(try withManifest { $0[0] = $0[0].prefix(64).uppercased() + "  " + draft } == [wrong, notNamed])
    #expect(
      try withManifest { $0[0] = $0[0].replacing("  ", with: " *") } == [wrong, notNamed])
    #expect(
      try withManifest { $0[0] = $0[0].replacing("  ", with: "  ./") } == [
        "'manifest-sha256.txt' names './\(draft)', which does not exist", notNamed,
      ])
    #expect(try withManifest { $0.removeLast() } == ["line 6 of 'manifest-sha256.txt' is not a hash and a path"])
    #expect(try withManifest { $0[0] = String($0[0].dropFirst(2)) } == [wrong, notNamed])
  }

  @Test func manyProblemsAreCounted() throws {
    let many = (0..<30).map { BundleFile("workspace/\($0)", .bytes([UInt8($0)])) }
    var contents = try unpack(bundle(many))
    for index in contents.indices where contents[index].path.hasPrefix("data/workspace/") {
      contents[index].content.append(0)
    }
    let facts = try verify(pack(contents))
    #expect(facts.problems.count == 2 * 21)
    #expect(facts.problems[20].message == "11 more problems of this kind")
  }

  @Test func nothingIsWrittenOfABrokenBundle() throws {
    var bytes = try bundle()
    bytes[bytes.count / 2] ^= 1
    try withScratch { root in
      try AtomicFile.write(bytes, to: root + "/b.evb.zip")
      #expect(throws: DiagnosticsError.self) { try Bundle(path: root + "/b.evb.zip").extract(to: root + "/out") }
      #expect(try Folder(path: root).list().map(\.name) == ["b.evb.zip"])
    }
  }

  @Test func quotasHold() throws {
    var limits = ArchiveLimits()
    limits.size = 1_000
    let facts = try bundle().withUnsafeBytes { try Bundle.verify($0, limits: limits) }
    #expect(facts.problems.map(\.code) == ["Z027", "B001"])
  }

  @Test func factsForPrograms() throws {
    let text = String(decoding: try verify(Array("x".utf8)).document.canonicalJSON, as: UTF8.self)
    #expect(
      text == """
        {"bag":"unknown","complete":false,"container":"bad","files":null,\
        "identity":{"computed":null,"fact":"unknown","stated":null},"mission":null,"problems":[\
        {"code":"Z001","hint":null,"message":"this is no ZIP archive, or it is cut short: no end record stands at its end"},\
        {"code":"B001","hint":"a bundle that was unpacked and zipped again is refused by design: ask for the original file",\
        "message":"this is not a bundle in the form in which bundles are written"}],"profile":null,"redacted":0,\
        "signatures":0,"size":null,"verdict":"broken"}
        """)
    let good = try verify(bundle()).document
    #expect(good["verdict"]?.string == "intact" && good["complete"]?.bool == true && good["files"]?.integer == 6)
    #expect(good["identity"]?["stated"] == good["identity"]?["computed"])
  }
}
