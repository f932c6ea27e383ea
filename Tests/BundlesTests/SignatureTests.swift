import Archive
import Diagnostics
import Files
import Hashing
import Language
import Schema
import Signatures
import TestSupport
import Testing
import Times

@testable import Bundles

/// Signed bundles, and each way of forging one: it has its own message.
@Suite struct SignatureTests {
  private let ours = SigningKey(.bundles, mission: "training")
  private let theirs = SigningKey(.bundles, mission: "training")
  private let day = Day(ordinal: 17_500)

  private var signer: BundleSigner { BundleSigner(ours, on: day) }

  /// A signed bundle after a change to its files, with manifests that fit.
  private func forged(
    _ bytes: [UInt8]? = nil, _ change: (inout [String: [UInt8]]) throws -> Void
  ) throws -> BundleFacts {
    var contents = try self.contents(of: bytes ?? bundle(signedBy: [signer]))
    try change(&contents)
    return try verify(packWithManifests(contents))
  }

  private func contents(of bytes: [UInt8]) throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try unpack(bytes).map { ($0.path, $0.content) })
  }

  private func attestation(_ bytes: [UInt8]) -> String { "evb/attestations/\(sha256(bytes)).dsse.json" }

  private func isAttestation(_ path: String) -> Bool { path.hasPrefix("evb/attestations/") }

  // MARK: Sound

  @Test func aSignedBundleNamesItsSignerAndHasItsSignature() throws {
    let bytes = try bundle(signedBy: [signer])
    let facts = try verify(bytes)
    #expect(facts.verdict == .intact && facts.canonical == .good && facts.problems.isEmpty && facts.notes.isEmpty)
    #expect(facts.hasSoundSignatures && facts.missingSigners.isEmpty)
    #expect(facts.signatures == [BundleSignature(key: ours.verifier, isNamed: true, signedOn: day)])
    #expect(facts.statement?.description.signers == [ours.verifier])
    #expect(try bundle(signedBy: [signer]) == bytes)
    #expect(
      facts.document["signatures"] == [
        ["key": .string(ours.verifier.hex), "named": true, "signed_on": .string(day.iso)]
      ])
    let plain = try #require(try verify(bundle()).statement)
    #expect(facts.statement?.root == plain.root && facts.statement?.identity != plain.identity)
  }

  @Test func theEnvelopeIsAboutTheStatementAlone() throws {
    let contents = try self.contents(of: bundle(signedBy: [signer]))
    let (path, bytes) = try #require(contents.first { isAttestation($0.key) })
    let envelope = try #require(Envelope(json: bytes))
    #expect(path == attestation(bytes) && envelope.payloadType == "application/vnd.in-toto+json")
    #expect(envelope.isValid(envelope.signatures[0], by: ours.verifier) && envelope.signatures.count == 1)
    #expect(
      String(decoding: envelope.payload, as: UTF8.self) == """
        {"_type":"https://in-toto.io/Statement/v1","predicate":{"signed_on":"\(day.iso)"},\
        "predicateType":"urn:veedor:bundle-signature:v1",\
        "subject":[{"digest":{"sha256":"\(sha256(contents["evb/statement.json"] ?? []))"},"name":"evb/statement.json"}]}
        """)
  }

  /// Signs the bundle in `bytes`, in its own file or in another.
  private func signed(_ bytes: [UInt8], _ signer: BundleSigner, to name: String = "a.evb.zip") throws -> [UInt8] {
    try withScratch { root in
      try AtomicFile.write(bytes, to: root + "/a.evb.zip")
      try Bundle(path: root + "/a.evb.zip").sign(signer, to: "\(root)/\(name)")
      if name != "a.evb.zip" { #expect(try MappedFile(path: root + "/a.evb.zip").content == bytes) }
      return try MappedFile(path: "\(root)/\(name)").content
    }
  }

  @Test func othersSignWhatIsThere() throws {
    let second = BundleSigner(theirs, on: day)
    for name in ["a.evb.zip", "b.evb.zip"] {
      let facts = try verify(signed(bundle(signedBy: [signer]), second, to: name))
      #expect(facts.verdict == .intact && facts.canonical == .good && facts.hasSoundSignatures)
      let both = [(ours, true), (theirs, false)].map {
        BundleSignature(key: $0.0.verifier, isNamed: $0.1, signedOn: day)
      }
      #expect(facts.signatures == both.sorted { $0.key < $1.key })
      #expect(facts.statement == (try verify(bundle(signedBy: [signer])).statement))
    }
    // One that nobody signed.
    let plain = try verify(signed(bundle(), second))
    #expect(plain.signatures.map(\.isNamed) == [false] && plain.hasSoundSignatures && plain.verdict == .intact)
    // In any order, the same bytes.
    let third = BundleSigner(SigningKey(.bundles, mission: "training"), on: day)
    #expect(try signed(signed(bundle(), second), third) == signed(signed(bundle(), third), second))
  }

  @Test func whoeverIsNamedHasToSign() throws {
    var named = description
    named.signers = [theirs.verifier]
    let bytes = try bundle(files, named, signedBy: [signer])
    let half = try verify(bytes)
    #expect(half.missingSigners == [theirs.verifier] && !half.hasSoundSignatures && half.verdict == .intact)
    let whole = try verify(signed(bytes, BundleSigner(theirs, on: day)))
    #expect(whole.missingSigners.isEmpty && whole.hasSoundSignatures && whole.signatures.count == 2)
    #expect(whole.signatures.map(\.isNamed) == [true, true])
  }

  @Test func nobodySignsTwiceNorWhatIsNotIntact() throws {
    let bytes = try bundle(signedBy: [signer])
    #expect(throws: SignatureMessage.alreadySigned(ours.verifier)) { try signed(bytes, signer) }
    var broken = bytes
    broken[bytes.count / 2] ^= 1
    let second = BundleSigner(theirs, on: day)
    for bytes in [broken, try packElsewhere(unpack(bytes)), []] {
      #expect(throws: DiagnosticsError.self) { try signed(bytes, second) }
    }
    var contents = try self.contents(of: bytes)
    contents[attestation([1])] = [1]
    let strange = try packWithManifests(contents)
    #expect(throws: DiagnosticsError.self) { try signed(strange, second) }
    try withScratch { root in
      _ = #expect(throws: DiagnosticsError.self) { try Bundle(path: root).sign(second, to: root + "/b") }
    }
  }

  // MARK: Minisign

  /// Only whoever knows the key can say whether the signature holds; the statement does not name it.
  @Test func minisignSignsTheStatement() throws {
    let key = SigningKey(.minisign, mission: "training")
    let second = BundleSigner(key, on: day)
    let bytes = try signed(bundle(signedBy: [signer]), second)
    let alone = try verify(bytes)
    #expect(alone.verdict == .intact && alone.canonical == .good && alone.signatures.map(\.key) == [ours.verifier])
    #expect(alone.unread == ["evb/statement.json.minisig"] && alone.hasSoundSignatures)
    // Where the statement names the key, it is known.
    let named = try verify(bundle(signedBy: [signer, second]))
    #expect(named.signatures.count == 2 && named.unread.isEmpty && named.hasSoundSignatures)
    let facts = try withScratch { root in
      try AtomicFile.write(bytes, to: root + "/a.evb.zip")
      return try Bundle(path: root + "/a.evb.zip").verify { mission in
        #expect(mission == "training")
        return [theirs.verifier, key.verifier]
      }
    }
    #expect(facts.unread.isEmpty && facts.notes.isEmpty && facts.hasSoundSignatures)
    #expect(Set(facts.signatures.map(\.key)) == [ours.verifier, key.verifier])
    #expect(facts.signatures.allSatisfy { $0.signedOn == day && $0.isNamed == ($0.key == ours.verifier) })
    #expect(throws: SignatureMessage.otherMinisig) {
      try signed(bytes, BundleSigner(SigningKey(.minisign, mission: "training"), on: day))
    }
    // A comment that states no day, and what is no signature of the kind.
    let statement = try #require(facts.statement)
    for (comment, code) in [("timestamp:x", ["B033"]), ("", ["B033"]), ("a\ttimestamp:86400", [])] {
      let text = try MinisignSignature(statement.canonicalJSON, comment, signedBy: ours).text
      let check = SignatureCheck([], minisig: text, of: statement)
      #expect(check.problems.map(\.code) == code && check.signatures.count == (code.isEmpty ? 1 : 0))
    }
    #expect(SignatureCheck([], minisig: [1], of: statement).problems.map(\.code) == ["B033"])
  }

  /// An envelope and a signature of minisign that were made with Python's cryptography and hashlib, by the key of RFC 8032, section 7.1,
  /// test 1; they are seeds of the fuzzer, which changes them.
  @Test func signaturesMadeElsewhereHold() throws {
    func seed(_ name: String) throws -> [UInt8] {
      try MappedFile(path: "\(Repository.path)/Tests/Fuzz/Signature/seeds/\(name)").content
    }
    let statement = try BundleStatement(parsing: seed("statement.json"))
    let (envelope, minisig) = (try seed("envelope.json"), try seed("statement.minisig"))
    let expected = BundleSignature(
      key: try #require(VerifyingKey(hex: Self.key)), isNamed: true, signedOn: try #require(Day(iso: "2031-05-06")))
    for check in [
      SignatureCheck([(attestation(envelope), envelope)], of: statement),
      SignatureCheck([], minisig: minisig, of: statement),
      SignatureCheck([(attestation(envelope), envelope)], minisig: minisig, of: statement),
    ] {
      #expect(check.signatures == [expected] && check.problems.isEmpty && check.unread.isEmpty)
    }
  }

  // MARK: Forged

  /// The signature is taken off: the statement says whose it was.
  @Test func aStrippedSignatureIsMissed() throws {
    let facts = try forged { contents in contents = contents.filter { !isAttestation($0.key) } }
    #expect(facts.verdict == .intact && facts.signatures.isEmpty && !facts.hasSoundSignatures)
    #expect(facts.missingSigners == [ours.verifier] && facts.signatureProblems.isEmpty)
    #expect(facts.document["missing_signers"] == [.string(ours.verifier.hex)])
  }

  /// A file is edited, and nothing else.
  @Test func aFileEditedAfterSigningIsTold() throws {
    let facts = try forged { $0["data/workspace/veedor.yaml"]?[0] ^= 1 }
    #expect(facts.verdict == .broken && facts.signatures.count == 1 && !facts.hasSoundSignatures)
    #expect(facts.signatureProblems.map(\.code) == ["B037"])
    #expect(facts.problems.map(\.code) == ["B011"])
  }

  /// A file and its leaf are exchanged.
  @Test func aSwappedLeafIsTold() throws {
    let facts = try forged { contents in
      let other = try self.contents(of: bundle([BundleFile("workspace/veedor.yaml", .bytes([1]))]))
      contents["data/workspace/veedor.yaml"] = [1]
      contents["evb/leaves.bin"]?.replaceSubrange((32 * 4)..., with: other["evb/leaves.bin"] ?? [])
      contents["evb/salts.bin"]?.replaceSubrange((16 * 4)..., with: other["evb/salts.bin"] ?? [])
    }
    #expect(facts.verdict == .broken && facts.identity == .bad)
    #expect(facts.signatureProblems.map(\.code) == ["B039"])
  }

  /// Everything that follows from the statement is made again: only the signature is of the old one.
  @Test func aStatementEditedAfterSigningIsTold() throws {
    let old = try bundle(signedBy: [signer])
    var edited = description
    edited.signers = [ours.verifier]
    edited.notice = [:]
    let facts = try forged(bundle(files, edited)) { contents in
      contents.merge(try self.contents(of: old).filter { isAttestation($0.key) }) { $1 }
    }
    let identities = (try #require(try verify(old).statement?.identity), try #require(facts.statement?.identity))
    let message = SignatureMessage.otherBundle(ours.verifier, signed: identities.0, here: identities.1)
    #expect(facts.verdict == .intact && facts.signatures.isEmpty && facts.missingSigners == [ours.verifier])
    #expect(facts.signatureProblems == [Diagnostic(message)])
  }

  /// The signature of one bundle beside another that nobody signed.
  @Test func theSignatureOfAnotherBundleIsTold() throws {
    let other = try self.contents(of: bundle(Array(files.dropLast()), signedBy: [signer])).filter {
      isAttestation($0.key)
    }
    let facts = try forged(bundle()) { $0.merge(other) { $1 } }
    #expect(facts.verdict == .intact && facts.signatures.isEmpty && facts.signatureProblems.map(\.code) == ["B035"])
  }

  /// Statement, leaves, salts and signatures of a signed bundle beside other files.
  @Test func aReplayedStatementIsTold() throws {
    let old = try contents(of: bundle([BundleFile("workspace/old", .bytes([1]))], signedBy: [signer]))
    let facts = try forged(bundle()) { $0.merge(old.filter { $0.key.hasPrefix("evb/") }) { $1 } }
    #expect(facts.verdict == .broken && facts.signatures.count == 1)
    #expect(facts.signatureProblems.map(\.code) == ["B038"])
  }

  /// Who makes the bundle again with a key of his own has a sound bundle, signed by that key and no other.
  @Test func aKeyThatCameAlongIsOnlyThatKey() throws {
    let facts = try verify(bundle(signedBy: [BundleSigner(theirs, on: day)]))
    #expect(facts.hasSoundSignatures && facts.signatures.map(\.key) == [theirs.verifier])
    #expect(facts.signatures.map(\.key) != [ours.verifier])
  }

  @Test func everyBitOfAnAttestationCounts() throws {
    let contents = try self.contents(of: bundle(signedBy: [signer]))
    let (path, bytes) = try #require(contents.first { isAttestation($0.key) })
    for place in stride(from: 0, to: bytes.count * 8, by: 3) {
      var changed = bytes
      changed[place / 8] ^= 1 << UInt8(place % 8)
      var check = SignatureCheck(
        [(path, changed)], of: try BundleStatement(parsing: contents["evb/statement.json"] ?? []))
      #expect(check.signatures.isEmpty && check.problems.map(\.code) == ["B033"])
      check = SignatureCheck(
        [(attestation(changed), changed)], of: try BundleStatement(parsing: contents["evb/statement.json"] ?? []))
      // What the key is called is a hint: the statement names it too.
      let isHint = check.signatures.map(\.key) == [ours.verifier]
      if !isHint { #expect(check.problems.count + check.unread.count == 1 && check.signatures.isEmpty) }
      if isHint { #expect(Envelope(json: changed)?.payload == Envelope(json: bytes)?.payload) }
    }
  }

  /// What a key signed that is no signature of a bundle.
  @Test func whatElseWasSignedIsNoSignature() throws {
    let plain = try bundle()
    let identity = try #require(try verify(plain).statement?.identity)
    func code(_ payload: [UInt8], type: String = InTotoStatement.mediaType) throws -> [String] {
      let bytes = try Envelope(payload, type: type, signedBy: ours).json
      let facts = try forged(plain) { $0[attestation(bytes)] = bytes }
      #expect(facts.signatures.isEmpty && facts.verdict == .intact)
      return (facts.signatureProblems + facts.notes).map {
        "\($0.code) \($0.message.split(separator: ": ").last ?? "")"
      }
    }
    let kind = BundleSignature.predicateType
    func claim(_ subject: String = "evb/statement.json", _ predicate: String = kind, _ day: String? = nil) -> [UInt8] {
      InTotoStatement(subject, identity, predicate, day.map { ["signed_on": .string($0)] } ?? [:]).json
    }
    #expect(try code(claim()) == ["B033 it does not say on which day it was made"])
    #expect(
      try code(claim("evb/statement.json", kind, "2031-02-30")) == ["B033 it does not say on which day it was made"])
    #expect(
      try code(claim("evb/leaves.bin", kind, "2031-02-03")) == [
        "B033 it is of 'evb/leaves.bin', and not of 'evb/statement.json'"
      ])
    #expect(try code(Array("{}".utf8)) == ["B033 it is no in-toto statement of one file"])
    #expect(try code(claim("evb/statement.json", "urn:other", "2031-02-03")).map { $0.prefix(4) } == ["B007"])
    #expect(
      try code(claim("evb/statement.json", kind, "2031-02-03"), type: "text/plain").map { $0.prefix(4) } == ["B007"])
  }

  @Test func manyAttestationsAreRefusedUnread() throws {
    let plain = try bundle()
    let facts = try forged(plain) { contents in
      for number in 0..<65 { contents[attestation([UInt8(number)])] = [UInt8(number)] }
    }
    #expect(facts.signatureProblems == [Diagnostic(SignatureMessage.tooMany(65, limit: 64))])
    let large = Array(repeating: UInt8(ascii: " "), count: Envelope.largest + 1)
    #expect(try forged(plain) { $0[attestation(large)] = large }.problems.map(\.code) == ["Z027"])
  }

  /// Signatures that nobody made are held against every key, up to a limit.
  @Test func trialsAreLimited() throws {
    let statement = BundleStatement(description: description, leaves: 0, size: 0, root: Hash32(of: []))
    var envelope = try Envelope([], type: InTotoStatement.mediaType, signedBy: ours)
    envelope.signatures = [.init(keyID: "", bytes: [])]
    let bytes = envelope.json
    func codes(_ count: Int, attestations: Int = 1) -> [String] {
      let keys = Array(repeating: theirs.verifier, count: count)
      return SignatureCheck(
        Array(repeating: (attestation(bytes), bytes), count: attestations), of: statement, knowing: keys
      ).problems.map(\.code)
    }
    #expect(codes(SignatureCheck.mostTrials) == ["B034"] && codes(SignatureCheck.mostTrials + 1) == ["B045"])
    // Said once, however many are left untried.
    #expect(codes(SignatureCheck.mostTrials + 1, attestations: 3) == ["B045"])
  }

  static let key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"

  @Test func sentences() throws {
    let key = try #require(VerifyingKey(hex: Self.key))
    let texts: [(SignatureMessage, String, String)] = [
      (.noAttestation("p", Text("why")), "B033", "'p' is no signature of a bundle: why"),
      (
        .badSignature("p", key: "k"), "B034",
        "the signature in 'p' is not one of the key 'k', nor of any key that the statement names"
      ),
      (
        .otherBundle(key, signed: Hash32(of: []), here: Hash32(of: [1])), "B035",
        "the key \(Self.key) signed another bundle, with the identity "
          + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, and not this one, with "
          + "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"
      ),
      (
        .missingSigner(key), "B036",
        "the statement names the key \(Self.key) as a signer, and its signature is not there"
      ),
      (
        .editedAfterSigning, "B037",
        "files were changed, added or taken away after the bundle was signed: the signatures are not of these files"
      ),
      (
        .replayedStatement, "B038",
        "no file here is one of the bundle that was signed: its statement and signatures were put beside other files"
      ),
      (
        .otherLeaves, "B039",
        "the list of leaves is not the one that was signed: a leaf was changed, or statement and signatures are another bundle's"
      ),
      (.tooMany(65, limit: 64), "B040", "the bundle has 65 signatures, and at most 64 are read"),
      (
        .tooManyTrials(limit: 9), "B045",
        "the bundle has so many signatures that more than 9 pairs of a signature and a key would be tried"
      ), (.otherMinisig, "B043", "the bundle has a signature of minisign already, and has room for one"),
      (.alreadySigned(key), "B041", "the key \(Self.key) has signed this bundle already"),
    ]
    for (message, code, text) in texts { #expect(message.code == code && message.message == text) }
    #expect(
      [SignatureMessage.tooMany(65, limit: 64), .tooManyTrials(limit: 9)].allSatisfy {
        $0.hint == "ask the signer for the bundle"
      })
  }
}
