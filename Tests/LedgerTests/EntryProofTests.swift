import Diagnostics
import Files
import Hashing
import Signatures
import TestSupport
import Testing

@testable import Ledger

@Suite struct EntryProofTests {
  @Test func everyEntryIsProved() throws {
    let feed = try SampleFeed(12)
    let (note, key) = (try feed.note(11), feed.key.verifier)
    for entry in feed.entries.prefix(11) {
      let proof = EntryProof(of: entry, in: Array(feed.ids.prefix(11)), under: note)
      let read = try EntryProof(proof.bytes, file: "p")
      #expect(read == proof)
      let (proved, size) = try read.verified(by: key, file: "p")
      #expect(proved == entry && size == 11)
    }
  }

  /// Another key, another entry, another head, another place: none of them is shown.
  @Test func whatIsNotSoIsNotProved() throws {
    let (feed, other) = (try SampleFeed(6), try SampleFeed(6, seed: 2))
    let (note, ids, key) = (try feed.note(), feed.ids, feed.key.verifier)
    func fault(_ proof: EntryProof, _ key: NoteKey) -> FeedMessage? {
      do throws(FeedMessage) {
        _ = try proof.verified(by: key, file: "p")
        return nil
      } catch {
        return error
      }
    }
    let good = EntryProof(of: feed.entries[3], in: ids, under: note)
    #expect(fault(good, other.key.verifier) == .badProof(file: "p", .notSigned))
    #expect(
      fault(good, NoteKey(name: key.name, purpose: .heads, publicKey: other.key.verifier.publicKey))
        == .badProof(file: "p", .notSigned))
    #expect(
      fault(EntryProof(of: other.entries[3], in: other.ids, under: note), key) == .badProof(file: "p", .notSigned))
    let branch = try feed.branched(at: 3, "other")
    #expect(fault(EntryProof(of: branch.entries[3], in: ids, under: note), key) == .badProof(file: "p", .notIncluded))
    #expect(
      fault(EntryProof(of: feed.entries[3], in: Array(ids.prefix(5)), under: note), key)
        == .badProof(file: "p", .notIncluded))
    let unsigned = SignedNote(text: note.text, signatures: try other.note().signatures)
    #expect(fault(EntryProof(of: feed.entries[3], in: ids, under: unsigned), key) == .badProof(file: "p", .notSigned))
  }

  /// A proof with any byte changed is none, or shows the very same.
  @Test func everyByteCounts() throws {
    var generator = Seeded(seed: 5)
    let feed = try SampleFeed(4)
    let proof = EntryProof(of: feed.entries[2], in: feed.ids, under: try feed.note())
    for _ in 0..<1500 {
      var bytes = proof.bytes
      bytes[generator.number(below: bytes.count)] ^= 1 << UInt8(generator.number(below: 8))
      guard let read = try? EntryProof(bytes, file: "p"),
        let shown = try? read.verified(by: feed.key.verifier, file: "p")
      else { continue }
      #expect(shown.entry == feed.entries[2])
    }
    #expect(throws: FeedMessage.badProof(file: "p", .noProof)) { try EntryProof([], file: "p") }
    #expect(throws: FeedMessage.badProof(file: "p", .noProof)) {
      try EntryProof([UInt8](repeating: 0x61, count: EntryProof.largest + 1), file: "p")
    }
  }

  @Test func faultsAreSaid() {
    let sentences = [ProofFault.noProof, .notSigned, .notIncluded].map { FeedMessage.badProof(file: "p", $0).message }
    #expect(
      sentences == [
        "'p' proves nothing: it is no proof of an entry",
        "'p' proves nothing: the key has signed no head of this feed in it",
        "'p' proves nothing: the entry does not stand under the head in it",
      ])
    #expect(FeedMessage.badProof(file: "p", .noProof).code == "L018")
    #expect(
      LedgerMessage.notSigned("ab").message
        == "no entry whose id begins with 'ab' is under a head that its author signed")
    #expect(LedgerMessage.notSigned("ab").code == "L050")
  }

  @Test func aLedgerProvesWhatIsSigned() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let entries = try device.write("one", "two")
      #expect(throws: LedgerMessage.notSigned(entries[0].id.hex)) { try device.ledger.proof(of: entries[0].id.hex) }
      _ = try device.ledger.sign(device.key())
      try device.write("three")
      let proof = try device.ledger.proof(of: entries[1].id.hex)
      #expect(try proof.verified(by: device.key().verifier, file: "p").entry == entries[1])
      #expect(throws: LedgerMessage.notSigned("")) { try device.ledger.proof(of: "") }
    }
  }
}
