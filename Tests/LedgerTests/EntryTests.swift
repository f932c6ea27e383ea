import Hashing
import Language
import Schema
import TestSupport
import Testing
import Times

@testable import Ledger

@Suite struct EntryTests {
  static let good =
    #"{"author":"obs-01","body":{"kind":"a.b","v":1},"prev":null,"salt":"000102030405060708090a0b0c0d0e0f","seq":0,"time":"2017-11-26T13:00:00Z"}"#

  @Test func readsItsMembers() throws {
    let entry = try Entry(Self.good.utf8)
    #expect(entry.author == "obs-01" && entry.seq == 0 && entry.prev == nil && entry.isSalted)
    #expect(entry.time == Instant(rfc3339: "2017-11-26T13:00:00Z"))
    #expect(entry.kind == "a.b" && entry.body == ["kind": "a.b", "v": 1])
    #expect(entry.id == MerkleTree.leaf(Self.good.utf8))
  }

  @Test func whatIsWrittenIsRead() throws {
    let time = try #require(Instant(rfc3339: "2017-11-26T07:00:59-06:00"))
    let entry = try Entry(
      author: "obs-01", seq: 0, prev: nil, time: time, salt: Array(0...15), body: ["kind": "a.b", "v": 1])
    #expect(String(decoding: entry.bytes, as: UTF8.self) == Self.good)
    #expect(try Entry(entry.bytes) == entry)
  }

  /// RFC 8785, section 3.2.2.2.
  @Test func escapesAreThoseOfTheStandard() throws {
    let text = "\u{8}\u{c}\u{7f}\u{1}\u{1f}\n\r\t\"\\/é\u{1F5F3}\\u0008"
    let body: Value = ["t": .string(text)]
    #expect(
      String(decoding: body.ledgerText, as: UTF8.self)
        == #"{"t":"\b\f"# + "\u{7f}" + #"\u0001\u001f\n\r\t\"\\/é"# + "\u{1F5F3}" + #"\\u0008"}"#)
    let entry = try Entry(
      author: "a", seq: 0, prev: nil, time: Instant(seconds: 0), salt: Array(0...15), body: ["t": .string(text)])
    #expect(entry.body["t"] == .string(text))
  }

  @Test(arguments: [
    ("\"author\"", " \"author\"", EntryFault.notCanonical(offset: 0)), ("obs-01", "Obs", .badMember("author")),
    ("obs-01", ".obs", .badMember("author")), ("obs-01", "a/b", .badMember("author")),
    ("\"v\":1", "\"v\":1.0", .notCanonical(offset: 45)), ("\"v\":1", "\"v\":01", .notCanonical(offset: 44)),
    ("\"v\":1", "\"v\":-0", .notCanonical(offset: 44)),
    ("\"v\":1", "\"v\":9007199254740992", .notCanonical(offset: 44)),
    ("\"v\":1", "\"V\":1", .notCanonical(offset: 41)),
    ("\"kind\":\"a.b\",\"v\":1", "\"v\":1,\"kind\":\"a.b\"", .notCanonical(offset: 34)),
    ("\"v\":1", "\"v\":1,\"v\":1", .notCanonical(offset: 47)), ("a.b", "\\u0061.b", .notCanonical(offset: 39)),
    ("a.b", "a\\/b", .notCanonical(offset: 36)), ("null", "\"ab\"", .badMember("prev")),
    ("0f\"", "0F\"", .badMember("salt")),
    ("\"seq\":0", "\"seq\":1", .badMember("seq")), ("\"seq\":0", "\"seq\":-1", .badMember("seq")),
    ("13:00:00Z", "13:00", .badMember("time")), ("00Z\"}", "00Z\"} ", .notCanonical(offset: 139)),
    ("{\"kind\":\"a.b\",\"v\":1}", "[]", .badMember("body")), ("}", "", .notCanonical(offset: 47)),
  ])
  func whatIsNotCanonicalIsNoEntry(part: String, other: String, fault: EntryFault) {
    let text = Self.good.replacing(part, with: other, maxReplacements: 1)
    #expect(throws: fault) { try Entry(text.utf8) }
  }

  @Test func limitsHold() throws {
    #expect(throws: EntryFault.tooLarge(bytes: Entry.largest + 1)) {
      try Entry([UInt8](repeating: 0x20, count: Entry.largest + 1))
    }
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(throws: EntryFault.self) { try Entry(Self.good.replacing("\"v\":1", with: "\"v\":\(deep)").utf8) }
    let notText = Self.good.utf8.map { $0 == UInt8(ascii: "k") ? 0xFF : $0 }
    #expect(throws: EntryFault.notCanonical(offset: 28)) { try Entry(notText) }
  }

  @Test func faultsAreSaid() {
    #expect(EntryFault.tooLarge(bytes: 70_000).words.en == "it has 70000 bytes, and an entry has at most 65536")
    #expect(EntryFault.notCanonical(offset: 3).words.en == "it is not canonical at byte 3")
    #expect(EntryFault.badMember("seq").words.en == "its 'seq' is not what it must be")
  }

  @Test func aWithheldLineKeepsItsId() throws {
    let id = MerkleTree.leaf(Self.good.utf8)
    let line = try FeedLine("{\"withheld\":\"\(id.hex)\"}".utf8)
    #expect(line == .withheld(id) && line.entry == nil && line.id == id)
    #expect(try FeedLine(line.text.dropLast()) == line)
    #expect(throws: EntryFault.badMember("withheld")) { try FeedLine("{\"withheld\":\"\(id.hex.uppercased())\"}".utf8) }
    #expect(throws: EntryFault.badMember("withheld")) { try FeedLine("{\"withheld\":\"\(id.hex)\"} ".utf8) }
  }

  /// Any single byte that is changed gives another entry or none.
  @Test func everyByteCounts() throws {
    var generator = Seeded(seed: 7)
    let entry = try Entry(Self.good.utf8)
    for _ in 0..<4000 {
      var bytes = entry.bytes
      bytes[generator.number(below: bytes.count)] ^= 1 << UInt8(generator.number(below: 8))
      guard let other = try? Entry(bytes) else { continue }
      #expect(other.id != entry.id)
      let body = other.body
      #expect(Value.object(body).ledgerText.count > 1, "the body of an entry is read")
    }
  }
}

/// `vectors/incidents/feeds.json`: entries without salt, their ids, heads and faults.
@Suite(.enabled(if: SharedFolder.isPresent)) struct FeedVectorTests {
  private func file() throws -> Value { try Value(json: SharedFolder.bytes("vectors/incidents/feeds.json")) }

  @Test func idsHeadsAndRootsAreThoseOfTheVectors() throws {
    let file = try file()
    var heads: [(author: String, head: FeedHead)] = []
    for (author, entries) in try #require(file["feeds"]?.object).sorted(by: { $0.key < $1.key }) {
      var ids: [Hash32] = []
      for one in try #require(entries.list) {
        let canonical = try #require(one["canonical"]?.string)
        let entry = try Entry(canonical.utf8)
        #expect(entry.id.hex == one["id"]?.string && entry.author == author && entry.prev == ids.last)
        #expect(try #require(one["entry"]).ledgerText == Array(canonical.utf8))
        ids.append(entry.id)
      }
      let head = FeedHead(of: ids)
      #expect(
        head.size == file["heads"]?[author]?["size"]?.integer
          && head.root.hex == file["heads"]?[author]?["root"]?.string)
      #expect(ids.last?.hex == file["heads"]?[author]?["head"]?.string)
      heads.append((author, head))
    }
    let leaves = heads.map { author, head in
      MerkleTree.leaf(
        (["author": .string(author), "root": .string(head.root.hex), "size": .integer(head.size)] as Value).ledgerText)
    }
    #expect(MerkleTree.root(leaves).hex == file["bundle_root"]?.string)
  }

  @Test func theTamperedEntryIsLocated() throws {
    let feed = try #require(try file()["negative"]?["tampered"]?["feed"]?.list)
    let ids = feed.compactMap { $0["id"]?.string.flatMap { Hash32(hex: $0) } }
    let text = try feed.map { try #require($0["canonical"]?.string) + "\n" }.joined()
    let reading = FeedReading(text: text, author: "obs-04")
    #expect(reading.problemsOfFeed(written: FeedHead(of: ids), signed: nil) == [.changed(file: "f", line: 2)])
  }
}

extension FeedReading {
  /// The lines of `text`, by the author `name`, whatever its form.
  init(text: String, author name: String) {
    self = Array(text.utf8).withUnsafeBytes { FeedReading($0, file: "f", author: name) }
  }
}
