import Archive
import Bundles
import Diagnostics
import Files
import Hashing
import Schema
import Signatures
import TestSupport
import Testing

@Suite struct HostileBundleTests {
  /// A bundle as small as they come, so that every byte can be tried.
  private let small = [BundleFile("workspace/veedor.yaml", .bytes(Array("veedor: 1\n".utf8)))]
  private let plain = BundleDescription(mission: "m", edition: "e", title: [:])

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

  private func derived(_ path: String, line: Int? = nil) -> String { BundleMessage.derived(path, line: line).message }

  @Test func packedAgainWithoutAChangeItIsTheSame() throws {
    #expect(try changed { _ in }.verdict == .intact)
  }

  @Test func anArchiveThatWeDidNotWriteIsExplained() throws {
    let facts = try verify(Array("not a bundle".utf8))
    #expect(facts.container == .bad && facts.canonical == .unknown && facts.bag == .unknown)
    #expect(facts.leaves == .unknown && facts.identity == .unknown)
    #expect(facts.missing == nil && !facts.isComplete)
    #expect(facts.problems.map(\.code) == ["B001"])
  }

  @Test func aMissingFileIsNoticed() throws {
    let facts = try changed { $0.removeAll { $0.path == "data/workspace/veedor.yaml" } }
    #expect(facts.container == .good && facts.canonical == .good && facts.bag == .bad)
    #expect(facts.leaves == .bad && facts.identity == .good)
    #expect(facts.missing == 1 && !facts.isComplete && facts.verdict == .broken)
    #expect(
      messages(facts) == [
        "the statement is about 5 files, and there are 4", derived("data/ro-crate-metadata.json"),
        derived("bag-info.txt", line: 2), derived("manifest-sha256.txt", line: 6),
      ])
  }

  @Test(arguments: [
    "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "evb/leaves.bin", "evb/salts.bin",
    "evb/statement.json", "data/ro-crate-metadata.json",
  ]) func everyTagFileIsNeeded(path: String) throws {
    let facts = try changed { $0.removeAll { $0.path == path } }
    #expect(facts.verdict == .broken)
    #expect(messages(facts).contains("the bundle has no '\(path)'"))
  }

  @Test(arguments: ["data/workspace/extra", "data/extra", "extra", "evb/extra", "fetch.txt", "tagmanifest-md5.txt"])
  func anExtraFileIsNoticed(path: String) throws {
    let expected =
      switch path {
      case "data/workspace/extra": "'\(path)' is not a file that the bundle was made with"
      case "evb/extra": "'\(path)' needs a later version of Veedor"
      default: "'\(path)' has no place in a bundle"
      }
    for facts in [try changed { $0.append((path, [1])) }, try changedWithManifests { $0[path] = [1] }] {
      #expect(facts.verdict == .broken && facts.bag == .bad)
      #expect(messages(facts).contains(expected))
    }
  }

  @Test func swappedContentsAreNoticed() throws {
    let facts = try changed { contents in
      let at = contents.indices.filter { contents[$0].path.hasPrefix("data/workspace/data/") }
      (contents[at[0]].content, contents[at[1]].content) = (contents[at[1]].content, contents[at[0]].content)
    }
    #expect(facts.bag == .bad && facts.leaves == .bad && facts.identity == .good && facts.isComplete)
    #expect(
      messages(facts) == [
        "'data/workspace/data/bulletins.csv' is not a file that the bundle was made with",
        "'data/workspace/data/empty.csv' is not a file that the bundle was made with",
        derived("data/ro-crate-metadata.json"), derived("manifest-sha256.txt", line: 4),
      ])
  }

  /// A change that also puts the manifests right, as somebody would who wants it to go unnoticed.
  private func changedWithManifests(_ change: (inout [String: [UInt8]]) -> Void) throws -> BundleFacts {
    var contents = Dictionary(uniqueKeysWithValues: try unpack(bundle()).map { ($0.path, $0.content) })
    change(&contents)
    return try verify(packWithManifests(contents))
  }

  @Test func theHelperPutsManifestsRight() throws {
    #expect(try changedWithManifests { _ in }.verdict == .intact)
  }

  @Test func aChangedFileIsNoticedEvenWithNewManifests() throws {
    let facts = try changedWithManifests { $0["data/workspace/veedor.yaml"]?[0] ^= 1 }
    #expect(facts.bag == .good && facts.leaves == .bad && facts.identity == .good && facts.verdict == .broken)
    #expect(messages(facts) == ["'data/workspace/veedor.yaml' is not a file that the bundle was made with"])
  }

  @Test func aRenamedFileIsNoticedEvenWithNewManifests() throws {
    let facts = try changedWithManifests {
      $0["data/workspace/a.csv"] = $0.removeValue(forKey: "data/workspace/veedor.yaml")
    }
    #expect(facts.leaves == .bad && facts.verdict == .broken)
    #expect(messages(facts).contains("'data/workspace/a.csv' is not a file that the bundle was made with"))
  }

  @Test func aWrongLeafIsNoticed() throws {
    let facts = try changedWithManifests { $0["evb/leaves.bin"]?[32 * 4] ^= 1 }
    #expect(facts.bag == .good && facts.leaves == .bad && facts.identity == .bad)
    #expect(messages(facts).last == "'data/workspace/veedor.yaml' is not a file that the bundle was made with")
    #expect(facts.problems.map(\.code) == ["B013", "B011"])
  }

  @Test func aWrongSaltIsNoticed() throws {
    let facts = try changedWithManifests { $0["evb/salts.bin"]?[16 * 4] ^= 1 }
    #expect(facts.bag == .good && facts.leaves == .bad && facts.identity == .good)
    #expect(messages(facts) == ["the salt of 'data/workspace/veedor.yaml' is not the one that the profile prescribes"])
  }

  /// The statement after a change to its text.
  private func withStatement(_ part: String, _ replacement: String) throws -> BundleFacts {
    try changedWithManifests { contents in
      let text = String(decoding: contents["evb/statement.json"] ?? [], as: UTF8.self)
      #expect(text.contains(part))
      contents["evb/statement.json"] = Array(text.replacing(part, with: replacement).utf8)
    }
  }

  @Test func aWrongRootIsNoticed() throws {
    let root = try #require(try verify(bundle()).computedRoot)
    let facts = try withStatement(root.hex, Hash32(of: []).hex)
    #expect(facts.bag == .good && facts.leaves == .good && facts.identity == .bad)
    #expect(facts.problems.map(\.code) == ["B013"])
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
    let facts = try withStatement(#""leaves":5"#, #""leaves":9223372036854775807"#)
    #expect(messages(facts) == ["'evb/leaves.bin' does not have the length that follows from the statement"])
  }

  @Test func aStatementAboutAnotherSizeIsNoticed() throws {
    let facts = try withStatement(#""size":"#, #""size":1"#)
    #expect(messages(facts) == ["the statement is wrong: 'size' is not that of the files"])
  }

  @Test func bundlesOfOtherVersionsAreExplained() throws {
    let old = try withStatement(#""veedor_bundle":2"#, #""veedor_bundle":1"#)
    #expect(old.verdict == .broken && old.container == .good && old.problems.map(\.code) == ["B006"])
    let new = try withStatement(#""veedor_bundle":2"#, #""veedor_bundle":3"#)
    #expect(messages(new) == ["'veedor_bundle' 3 needs a later version of Veedor"])
    let later = try withStatement(#""size":"#, #""supersedes":"a","size":"#)
    #expect(messages(later) == ["the member 'supersedes' of the statement needs a later version of Veedor"])
  }

  // MARK: No byte of its own

  /// A change to the bytes of a file that somebody might hope goes unseen.
  struct Slack: Sendable, CustomTestStringConvertible {
    var name: String
    var change: @Sendable ([UInt8]) -> [UInt8]
    var testDescription: String { name }
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
  }

  static let slacks: [Slack] = [
    Slack(name: "hidden text") { $0 + Array(repeating: UInt8(ascii: "x"), count: 60_000) + [0x0a] },
    Slack(name: "second oxum behind") { $0 + Array("Payload-Oxum: 1.1\n".utf8) },
    Slack(name: "second oxum before") { Array("Payload-Oxum: 1.1\n".utf8) + $0 },
    Slack(name: "forged notice") { $0 + Array("Veedor-Notice: Verified by all\n".utf8) },
    Slack(name: "continued line") { $0 + Array(" and more\n".utf8) },
    Slack(name: "binary bytes") { $0 + [0, 0xff, 0xfe, 0x80] },
    Slack(name: "NUL") { $0 + [0] },
    Slack(name: "line break") { $0 + [0x0a] },
    Slack(name: "blank") { $0 + [0x20] },
    Slack(name: "byte order mark") { [0xef, 0xbb, 0xbf] + $0 },
    Slack(name: "no last line break") { $0.dropLast() },
    Slack(name: "nothing") { _ in [] },
    Slack(name: "CRLF") { $0.flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] } + [0x0d, 0x0a] },
    Slack(name: "lines reversed") { Array(lines($0).reversed().joined(separator: [0x0a])) + [0x0a] },
    Slack(name: "lines turned") { bytes in
      var all = lines(bytes)
      all.append(all.removeFirst())
      return Array(all.joined(separator: [0x0a])) + [0x20]
    },
    Slack(name: "first line twice") { (lines($0).first ?? []) + [0x0a] + $0 },
    Slack(name: "upper case") { $0.map { (0x61...0x7a).contains($0) ? $0 - 0x20 : $0 } + [0x20] },
    Slack(name: "decomposed") {
      String(decoding: $0, as: UTF8.self).replacing("á", with: "a\u{301}").replacing("ó", with: "o\u{301}").utf8 + [
        0x20
      ]
    },
    Slack(name: "one bit") { [($0.first ?? 0) ^ 0x20] + $0.dropFirst() },
    Slack(name: "last bit") { $0.dropLast() + [($0.last ?? 0) ^ 1] },
  ]

  static let followers = [
    "bag-info.txt", "bagit.txt", "data/ro-crate-metadata.json", "evb/leaves.bin", "evb/salts.bin", "evb/statement.json",
    "manifest-sha256.txt", "tagmanifest-sha256.txt",
  ]

  @Test(arguments: slacks, followers) func nothingHidesBesideTheFiles(slack: Slack, path: String) throws {
    let original = try #require(try verify(bundle()).statement?.identity)
    let isManifest = path.contains("manifest")
    let apply: (inout [String: [UInt8]]) -> Void = { $0[path] = slack.change($0[path] ?? []) }
    let facts =
      isManifest
      ? try changed { contents in
        for index in contents.indices where contents[index].path == path {
          contents[index].content = slack.change(contents[index].content)
        }
      } : try changedWithManifests(apply)
    #expect(facts.verdict == .broken)
    switch path {
    case "evb/leaves.bin", "evb/salts.bin": #expect(facts.leaves == .bad)
    case "evb/statement.json": #expect(facts.identity == .bad && facts.statement?.identity != original)
    default: #expect(facts.bag == .bad && messages(facts).contains { $0.contains("'\(path)' is not what follows") })
    }
  }

  @Test func aManifestThatNamesItsOwnFilesIsNoticed() throws {
    let facts = try changed { contents in
      let info = contents.first { $0.path == "bag-info.txt" }?.content ?? []
      for index in contents.indices where contents[index].path == "manifest-sha256.txt" {
        contents[index].content = Array("\(sha256(info))  bag-info.txt\n".utf8) + contents[index].content
      }
    }
    #expect(messages(facts).first == derived("manifest-sha256.txt", line: 1))
  }

  static let otherWords: [(String, String)] = [
    (#""en":"Made up for training","#, ""), (#""notice":{"#, #""notice":{"de":"Geprüft","#),
    ("A training count", "A count"), (#""mission":"training""#, #""mission":"trust""#),
    (#""edition":"partners""#, #""edition":"press""#), ("práctica", "pra\u{301}ctica"),
  ]

  @Test(arguments: otherWords) func aStatementWithOtherWordsHasAnotherIdentity(part: String, other: String) throws {
    let original = try #require(try verify(bundle()).statement?.identity)
    let facts = try withStatement(part, other)
    #expect(facts.statement?.identity != original && facts.statement != nil)
    #expect(facts.bag == .bad && facts.verdict == .broken && facts.leaves == .good)
  }

  // MARK: Signatures

  @Test func aSignatureOfNoKnownKeyIsTold() throws {
    let path = "evb/statement.json.minisig"
    let signature = try MinisignSignature([], "timestamp:0", signedBy: SigningKey(.minisign, mission: "m")).text
    let facts = try changedWithManifests { $0[path] = signature }
    #expect(facts.verdict == .intact && facts.unread == [path] && facts.signatures.isEmpty && facts.hasSoundSignatures)
    #expect(facts.statement?.identity == (try verify(bundle()).statement?.identity))
    #expect(facts.notes.map(\.message) == ["'\(path)' says something of the bundle that cannot be checked here"])
    // Not in the manifest of the tag files.
    #expect(try changed { $0.append((path, [1])) }.bag == .bad)
    for path in ["evb/attestations/a.dsse.json", "evb/attestations/\(sha256([])).json", "evb/statement.json.sig"] {
      let facts = try changedWithManifests { $0[path] = [] }
      #expect(messages(facts).first == "'\(path)' needs a later version of Veedor" && facts.verdict == .broken)
    }
  }

  // MARK: Names

  @Test(arguments: [
    "data/workspace/.git/config", "data/workspace/a/.GIT/hooks/post-checkout", "data/workspace/.veedor/trusted.json",
    "data/results/CON", "data/drafts/com1.html", "data/workspace/a.", "data/workspace/a ", "data/workspace/a?b",
    "data/workspace/a%2eb", "data/workspace/%2e%2e/a", "data/workspace/a\u{1b}[2J", "data/workspace/a|b",
  ]) func namesThatActAreRefused(path: String) throws {
    // The writer writes none of them, so another name of the same length is exchanged in both headers.
    let stand = "data/workspace/" + String(repeating: "n", count: path.utf8.count - 15)
    var bytes = try pack(unpack(bundle()).filter { !$0.path.hasPrefix("data/") || $0.path == stand } + [(stand, [])])
    let (old, new) = (Array(stand.utf8), Array(path.utf8))
    for start in bytes.indices.dropLast(old.count) where bytes[start...].starts(with: old) {
      bytes.replaceSubrange(start..<(start + old.count), with: new)
    }
    let facts = try verify(bytes)
    #expect(facts.container == .bad && facts.problems.first?.code == "Z020" && facts.verdict == .broken)
  }

  @Test func manyProblemsAreCounted() throws {
    let many = (0..<30).map { BundleFile("workspace/\($0)", .bytes([UInt8($0)])) }
    var contents = try unpack(bundle(many))
    for index in contents.indices where contents[index].path.hasPrefix("data/workspace/") {
      contents[index].content.append(0)
    }
    let facts = try verify(pack(contents))
    #expect(facts.problems.prefix(20).allSatisfy { $0.code == "B011" })
    #expect(facts.problems[20].message == "10 more of this kind")
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
    #expect(facts.problems.map(\.code) == ["Z027"])
  }

  @Test func factsForPrograms() throws {
    let text = String(decoding: try verify(Array("x".utf8)).document.canonicalJSON, as: UTF8.self)
    #expect(
      text == """
        {"bag":"unknown","canonical":"unknown","complete":false,"container":"bad","edition":null,"files":null,\
        "form":"archive","identity":{"fact":"unknown","sha256":null},"leaves":"unknown","missing_signers":[],"mission":null,"notes":[],\
        "problems":[{"code":"B001","hint":null,"message":"this is no ZIP archive, and so no bundle"}],"profile":null,"redacted":0,\
        "root":{"computed":null,"stated":null},"signature_problems":[],"signatures":[],"size":null,"unread":[],"verdict":"broken"}
        """)
    let good = try verify(bundle()).document
    #expect(good["verdict"]?.string == "intact" && good["complete"]?.bool == true && good["files"]?.integer == 5)
    #expect(good["root"]?["stated"] == good["root"]?["computed"] && good["canonical"]?.string == "good")
    #expect(good["identity"]?["sha256"]?.string == (try verify(bundle()).statement?.identity.hex))
  }
}
