import Diagnostics
import Files
import Hashing
import Signatures
import TestSupport
import Testing
import Times

@testable import Ledger

@Suite struct WitnessTests {
  private static let time = Instant(seconds: 1_512_086_400)

  private func witness(_ root: String, _ key: SigningKey = SigningKey(.cosignatures, mission: "b")) -> Witness {
    Witness(key, path: root + "/seen")
  }

  /// What the feed asks to be cosigned, of its first `size` entries behind `old`.
  private func request(_ feed: SampleFeed, _ size: Int, old: Int = 0) throws -> CosignRequest {
    let ids = Array(feed.ids.prefix(size))
    let proof = old == 0 ? [] : MerkleTree.consistencyProof(from: old, in: ids)
    return CosignRequest(old: old, proof: proof, note: try feed.note(size))
  }

  private func cosign(_ witness: Witness, _ request: CosignRequest, _ feed: SampleFeed) throws -> Witness.Cosigned {
    try witness.cosign(request, file: "r", of: feed.key.verifier, at: Self.time)
  }

  private func kept(_ root: String) throws -> [String] {
    try Folder(path: root + "/seen").files().filter { $0.hasSuffix(".refused") }
  }

  @Test func whatContinuesIsCosigned() throws {
    try withScratch { root in
      let feed = try SampleFeed(9)
      let witness = witness(root)
      let first = try cosign(witness, request(feed, 3), feed)
      #expect(first.seen == nil && first.checkpoint.head == FeedHead(of: feed.ids.prefix(3)))
      #expect(witness.key.cosigner.cosignatures(of: first.note).map(\.seconds) == [Self.time.seconds])
      #expect(feed.key.verifier.hasSigned(first.note))
      // The same head again, and one that continues it.
      #expect(try cosign(witness, request(feed, 3), feed).seen == 3)
      #expect(try cosign(witness, request(feed, 10, old: 3), feed).seen == 3)
      #expect(try kept(root).isEmpty)
      for file in try Folder(path: root + "/seen").files() where file.hasSuffix(".head") {
        #expect(try FileStamp(path: "\(root)/seen/\(file)").size > 0)
      }
    }
  }

  /// All ways to show a witness two feeds, after it has seen one.
  @Test func whatContradictsIsNeverCosigned() throws {
    try withScratch { root in
      let feed = try SampleFeed(9)
      let fork = try feed.branched(at: 3, "another")
      let witness = witness(root)
      _ = try cosign(witness, request(feed, 4), feed)
      #expect(throws: WitnessMessage.contradicts(size: 4)) { try cosign(witness, request(fork, 4), feed) }
      #expect(throws: WitnessMessage.shorter(size: 3, seen: 4)) { try cosign(witness, request(feed, 3), feed) }
      #expect(throws: WitnessMessage.otherOld(old: 3, seen: 4)) { try cosign(witness, request(feed, 6, old: 3), feed) }
      let longer = try fork.branched(at: 4, "and more")
      #expect(throws: WitnessMessage.doesNotContinue(size: 5, seen: 4)) {
        try cosign(witness, request(longer, 5, old: 4), feed)
      }
      let honest = try request(feed, 6, old: 4)
      let forged = CosignRequest(old: 4, proof: honest.proof.reversed() + [Hash32(of: [])], note: honest.note)
      #expect(throws: WitnessMessage.doesNotContinue(size: 6, seen: 4)) { try cosign(witness, forged, feed) }
      #expect(try kept(root).count == 4)
      // What was seen stays what it was.
      #expect(try cosign(witness, honest, feed).seen == 4)
    }
  }

  @Test func onlyTheKeyThatIsNamedCounts() throws {
    try withScratch { root in
      let (feed, other) = (try SampleFeed(2), try SampleFeed(2, seed: 2))
      #expect(throws: WitnessMessage.notSigned(file: "r")) { try cosign(witness(root), request(feed, 3), other) }
      // Another origin under the same key.
      let named = NoteKey(name: "veedor/other", purpose: .heads, publicKey: feed.key.verifier.publicKey)
      #expect(throws: WitnessMessage.notSigned(file: "r")) {
        try witness(root).cosign(request(feed, 3), file: "r", of: named, at: Self.time)
      }
      // A cosigned head carries no signature that nobody checked.
      let note = try feed.note()
      let stranger = SignedNote.Signature(by: other.key.verifier, [UInt8](repeating: 1, count: 64))
      let both = CosignRequest(
        old: 0, proof: [], note: SignedNote(text: note.text, signatures: note.signatures + [stranger]))
      #expect(try cosign(witness(root), both, feed).note.signatures.count == 2)
    }
  }

  /// One name in two writings of Unicode is one feed to its readers, and would be two that the witness saw.
  @Test func aNameInOtherBytesIsNotCosigned() throws {
    try withScratch { root in
      let key = SigningKey(.bundles, mission: "a")
      let log = NoteKey(name: "veedor/\u{E9}", purpose: .heads, publicKey: key.verifier.bytes)
      func request(_ origin: String, _ root: String) throws -> CosignRequest {
        let text = Checkpoint(origin: origin, head: FeedHead(size: 1, root: Hash32(of: Array(root.utf8)))).text
        let note = SignedNote(text: text, signatures: [.init(by: log, try key.signature(of: Array(text.utf8)))])
        return CosignRequest(old: 0, proof: [], note: note)
      }
      _ = try witness(root).cosign(request("veedor/\u{E9}", "one"), file: "r", of: log, at: Self.time)
      #expect(throws: WitnessMessage.notSigned(file: "r")) {
        try witness(root).cosign(request("veedor/e\u{301}", "two"), file: "r", of: log, at: Self.time)
      }
    }
  }

  /// Whatever heads of two branches are shown in whichever order, those that are cosigned lie on one line.
  @Test(arguments: 0..<50) func noOrderMakesItCosignBoth(seed: UInt64) throws {
    try withScratch { root in
      var generator = Seeded(seed: seed)
      let feed = try SampleFeed(12)
      let fork = try feed.branched(at: Int.random(in: 1...10, using: &generator), "another")
      let witness = witness(root)
      var cosigned: [(Bool, Int)] = []
      for _ in 0..<20 {
        let isFork = Bool.random(using: &generator)
        let source = isFork ? fork : feed
        let size = Int.random(in: 1...source.ids.count, using: &generator)
        let old = cosigned.last.map { min($0.1, size) } ?? 0
        if (try? cosign(witness, request(source, size, old: old), feed)) != nil { cosigned.append((isFork, size)) }
      }
      let heads = cosigned.map { isFork, size in (isFork ? fork : feed).ids.prefix(size) }
      for (early, late) in zip(heads, heads.dropFirst()) { #expect(late.starts(with: early)) }
      #expect(!cosigned.isEmpty)
    }
  }

  @Test func requestsAreWrittenAsRead() throws {
    let request = try request(SampleFeed(9), 10, old: 3)
    #expect(CosignRequest(request.bytes) == request)
    let text = String(decoding: request.bytes, as: UTF8.self)
    #expect(text.hasPrefix("old 3\n"))
    for (old, new) in [
      ("old 3\n", "old 03\n"), ("old 3\n", "old -3\n"), ("old 3\n", "new 3\n"), ("old 3\n", ""), ("\n\n", "\n"),
      ("old 3\n", "old 3\nAAAA\n"),
      ("old 3\n", "old 3\n" + String(repeating: base64Text(request.proof[0].bytes) + "\n", count: 64)),
    ] {
      #expect(CosignRequest(Array(text.replacing(old, with: new, maxReplacements: 1).utf8)) == nil)
    }
    for length in 0..<request.bytes.count { _ = CosignRequest(Array(request.bytes.prefix(length))) }
  }
}

@Suite struct WitnessPolicyTests {
  private let keys = ["a", "b", "c", "d"].map { SigningKey(.cosignatures, mission: $0).cosigner }
  private let log = AuthorKeySample.key

  private func policy(_ rest: String) throws -> WitnessPolicy {
    let witnesses = zip("ABCD", keys).map { "witness \($0) \($1.text)\n" }.joined()
    return try WitnessPolicy(Array((witnesses + rest).utf8), file: "p")
  }

  private func line(_ rest: String) -> Int? {
    do {
      _ = try policy(rest)
    } catch WitnessMessage.badPolicy("p", let line) {
      return line
    } catch {
      return nil
    }
    return 0
  }

  @Test func quorumsOfGroups() throws {
    let policy = try policy(
      "# two of three, and the fourth\n\n group X 2 A B C\ngroup all all X\tD\nlog \(log.text) https://example.org\nquorum all\n"
    )
    #expect(policy.logs == [log] && policy.witnesses.map(\.name) == ["A", "B", "C", "D"])
    // Every set of witnesses.
    for set in 0..<16 {
      let present = (0..<4).filter { set >> $0 & 1 == 1 }
      let isEnough = present.count { $0 < 3 } >= 2 && present.contains(3)
      #expect(policy.isReached(by: Set(present.map { keys[$0] })) == isEnough)
    }
    let any = try self.policy("group Y any A B\nquorum Y")
    #expect(any.isReached(by: [keys[1]]) && !any.isReached(by: [keys[2]]))
    #expect(try self.policy("quorum none\n").isReached(by: []) && !self.policy("quorum A\n").isReached(by: [keys[1]]))
  }

  @Test func linesThatAreNoneAreNamed() throws {
    for rest in [
      "quorum E\n", "quorum A B\n", "group X 0 A\n", "group X 3 A B\n", "group X 01 A\n", "group X any E\n",
      "group X any\n",
      "group A any B\n", "group none any A\n", "group X any A A\n", "witness E \(keys[0].text)\n",
      "witness E \(log.text)\n",
      "witness A x+y+z\n", "log \(keys[0].text)\n", "log x\n", "quorums A\n", "quorum A\u{1}\n",
    ] {
      #expect(line(rest) == 5, "\(rest)")
    }
    #expect(line("group X any A\ngroup Y any A\n") == 6 && line("quorum A\nquorum B\n") == 6)
    #expect(line("log \(log.text)\nlog \(log.text)\n") == 6)
    #expect(throws: WitnessMessage.noQuorum(file: "p")) { try policy("") }
  }
}

private enum AuthorKeySample {
  static let key = NoteKey(
    name: "veedor/a/desk", purpose: .heads, publicKey: SigningKey(.bundles, mission: "a").verifier.bytes)
}

@Suite struct WitnessedHeadTests {
  /// The desk gathers, another mission cosigns, and whoever holds the ledger sees what stood then.
  @Test func theDesksHeadVouchesForAllFeeds() throws {
    try withScratch { root in
      let (desk, observer) = (try Device("desk", in: root), try Device("observer", in: root))
      try observer.write("one", "two")
      _ = try observer.ledger.sign(observer.key())
      _ = try desk.ledger.merge(observer.path)
      #expect(throws: WitnessMessage.nothingSigned(author: try desk.key().author.name)) {
        try desk.ledger.cosignRequest(of: desk.key(), old: 0)
      }
      #expect(try desk.ledger.gather(as: desk.key(), at: Instant(seconds: 1_512_000_000)) == 1)
      let key = SigningKey(.cosignatures, mission: "b")
      let request = try desk.ledger.cosignRequest(of: desk.key(), old: 0)
      let note = try Witness(key, path: root + "/seen")
        .cosign(request, file: "r", of: desk.key().verifier, at: Instant(seconds: 1_512_086_400)).note
      let policy = try WitnessPolicy(Array("witness B \(key.cosigner.text)\nquorum B\n".utf8), file: "p")
      // Later entries change nothing of what was seen.
      try observer.write("three")
      _ = try observer.ledger.sign(observer.key())
      _ = try desk.ledger.merge(observer.path)
      let head = try desk.ledger.witnessed(note, file: "n", by: policy)
      #expect(head.gathered == [try observer.key().author.name: 3] && head.absent.isEmpty && head.withheld == 0)
      #expect(head.cosignatures.map(\.name) == ["B"] && head.cosignatures[0].cosignature.seconds == 1_512_086_400)
      #expect(throws: WitnessMessage.shorter(size: 2, seen: 3)) {
        try desk.ledger.cosignRequest(of: desk.key(), old: 3)
      }
      // The heads are no record.
      #expect(LedgerView(try desk.ledger.entries(), kinds: [Device.kind]).records.count == 3)
      // Whoever gets no entry that is withheld gets them, and can tell the same.
      let handed = try HandedOutLedger(desk.ledger, isPublic: { _ in false })
      let author = try observer.key().author.name
      #expect(handed.withheld.count == 3 && handed.withheld.allSatisfy { $0.author == author })

      let strict = try WitnessPolicy(
        Array("witness C \(SigningKey(.cosignatures, mission: "c").cosigner.text)\nquorum C\n".utf8), file: "p")
      #expect(throws: WitnessMessage.noQuorumReached(file: "n", witnesses: 0)) {
        try desk.ledger.witnessed(note, file: "n", by: strict)
      }
      let others = try WitnessPolicy(Array("log \(observer.key().verifier.text)\nquorum none\n".utf8), file: "p")
      #expect(throws: WitnessMessage.otherFeed(origin: try desk.key().verifier.name)) {
        try desk.ledger.witnessed(note, file: "n", by: others)
      }
      // Whoever lacks the observer's feed sees that.
      let partial = try Device("partial", in: root)
      _ = try partial.ledger.merge("\(desk.path)/ledger")
      #expect(try partial.ledger.witnessed(note, file: "n", by: policy) == head)
      let files = try Folder(path: partial.path + "/ledger")
      for file in try files.files() where file.hasPrefix(try observer.key().author.name) { try files.remove(file) }
      #expect(try partial.ledger.witnessed(note, file: "n", by: policy).absent == [try observer.key().author.name])
    }
  }
}

@Suite struct WitnessMessageTests {
  @Test(arguments: [
    (WitnessMessage.noRequest(file: "f"), "L080", "'f' asks for no cosignature"),
    (.notSigned(file: "f"), "L081", "the key has not signed the head in 'f': nothing was cosigned"),
    (.nothingSigned(author: "x"), "L082", "'x' has signed no head here"),
    (.shorter(size: 2, seen: 3), "L083", "the head has 2 entries, and one of 3 was seen before: nothing was cosigned"),
    (
      .contradicts(size: 3), "L084",
      "another head of 3 entries of this feed was seen before, and both cannot be: nothing was cosigned, and both are kept"
    ),
    (
      .otherOld(old: 1, seen: 3), "L085", "the proof begins at 1 entries, and 3 were seen before: nothing was cosigned"
    ),
    (
      .doesNotContinue(size: 5, seen: 3), "L086",
      "nothing shows that the head of 5 entries continues the one of 3 that was seen before: nothing was cosigned, and both are kept"
    ),
    (.badPolicy(file: "f", line: 2), "L087", "line 2 of 'f' is no line of a policy of witnesses"),
    (.noQuorum(file: "f"), "L088", "'f' does not say which witnesses are enough"),
    (.noHead(file: "f"), "L089", "'f' holds no head of a feed"),
    (
      .noQuorumReached(file: "f", witnesses: 1), "L090",
      "'f' has the cosignature of 1 witness of the policy, which is not enough"
    ),
    (.otherFeed(origin: "o"), "L091", "the ledger here does not hold the feed 'o' up to that head"),
  ])
  func saysWhatItIs(message: WitnessMessage, code: String, sentence: String) {
    #expect(message.code == code && message.message == sentence)
  }
}
