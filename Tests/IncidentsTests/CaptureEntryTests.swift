import Files
import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing

import struct Ledger.Attachment

@testable import Incidents

@Suite struct CaptureEntryTests {
  private static func file(_ bytes: [UInt8], _ name: String) throws -> Attachment {
    try ScratchFile.with(bytes) { try Attachment(of: MappedFile(path: $0), named: name) }
  }

  @Test func digestAndTypeStandInWhatIsForEverybodyAlone() throws {
    let file = try Self.file([1, 2], "page.WACZ")
    let digest = Value.string(Hash32(of: [1, 2]).hex)
    #expect(
      try CaptureRecord.fields(["source": "the board", "sensitivity": "public"], of: file) == [
        "source": "the board", "sensitivity": "public", "digest": digest, "media_type": "application/wacz",
      ])
    for sensitivity: Value? in [nil, "restricted", "confidential"] {
      var given: [String: Value] = ["source": "an observer"]
      given["sensitivity"] = sensitivity
      #expect(try CaptureRecord.fields(given, of: file) == given)
    }
    for field in ["digest", "media_type"] {
      #expect(throws: CaptureMessage.written(field: field)) { try CaptureRecord.fields([field: digest], of: file) }
    }
  }

  @Test func whatLacksIsNamedInItsOrder() {
    var fields: [String: Value] = ["source": "the board", "tool": "a camera"]
    #expect(CaptureRecord.gaps(in: fields) == .lacks(["address", "captured_at", "captured_by"]))
    for name in ["captured_at", "captured_by", "address"] { fields[name] = "x" }
    #expect(CaptureRecord.gaps(in: fields) == nil)
  }

  /// A value in conflict is not known; what is amended later counts.
  @Test func whatIsAmendedCounts() throws {
    let desk = try Desk()
    let body = try EntryKind.capture.opening(["source": "the board", "address": "a", "captured_by": "desk"])
    try desk.write(body)
    func capture() throws -> RecordView { try desk.view(of: [.capture]).records[0] }
    #expect(CaptureRecord.gaps(in: try capture()) == .lacks(["captured_at", "tool"]))
    try desk.write(EntryKind.capture.change(["tool": "a camera"], of: capture()))
    #expect(CaptureRecord.gaps(in: try capture()) == .lacks(["captured_at"]))
  }

  /// Only the entry that opened the capture says which copy it is: who amends the digest later changes nothing.
  @Test func oneOfTheCopiesIsTheOneThatWasCaptured() throws {
    let desk = try Desk()
    let (copy, other) = (try Self.file([1], "a.png"), try Self.file([2], "b.png"))
    let fields = try CaptureRecord.fields(["source": "the board", "sensitivity": "public"], of: copy)
    try desk.write(EntryKind.capture.opening(fields))
    let opened = try desk.view(of: [.capture]).records[0]
    try desk.write(EntryKind.capture.change(["digest": .string(other.digest.hex)], of: opened))
    let capture = try desk.view(of: [.capture]).records[0]
    try CaptureRecord.check(capture, [other, copy])
    #expect(throws: CaptureMessage.otherDigest) { try CaptureRecord.check(capture, [other]) }
  }

  @Test func theStatementSaysSinceWhenItIsGone() throws {
    let desk = try Desk()
    let statement = try desk.write(
      EntryKind.statement.opening(["speaker": "the board", "quote": "mañana", "language": "es"]))
    try desk.write(EntryKind.capture.opening(["source": "the board", "statement": .string(statement.id.hex)]))
    let kinds = [EntryKind.capture, .statement]
    let before = try desk.view(of: kinds)
    let record = try #require(before.records.first { $0.kind == EntryKind.statement.id })
    let gone: [String: Value] = ["gone_at": "2017-11-28T00:00:00Z"]
    try desk.write(EntryKind.statement.change(gone, of: record))
    let view = try desk.view(of: kinds)
    let capture = try #require(view.records.first { $0.kind == EntryKind.capture.id })
    #expect(CaptureRecord.statement(of: capture, in: view)?.value("gone_at") == "2017-11-28T00:00:00Z")
  }

  @Test func whatIsForEverybody() throws {
    let desk = try Desk()
    for (sensitivity, isPublic) in [("public", true), ("restricted", false)] {
      let entry = try desk.write(
        EntryKind.capture.opening(["source": "x", "sensitivity": .string(sensitivity)]))
      #expect(EntryKind.capture.isPublic(entry) == isPublic)
    }
    #expect(try !EntryKind.capture.isPublic(desk.write(EntryKind.capture.opening(["source": "x"]))))
  }

  @Test func sentences() {
    let texts: [(CaptureMessage, String, String)] = [
      (
        .lacks(["address", "tool"]), "I009",
        "what the Berkeley Protocol has recorded of a capture lacks address, tool"
      ),
      (.written(field: "digest"), "I010", "'digest' is what the program finds of the file, and is not given"),
      (.otherDigest, "I011", "no copy of the capture has the SHA-256 that its entry states"),
      (.noCopy, "I012", "the capture has no copy here"),
    ]
    for (message, code, sentence) in texts { #expect(message.code == code && message.message == sentence) }
    #expect(texts.map(\.0.status) == [.unverified, .usage, .unverified, .unverified])
    #expect(texts.map(\.0.severity) == [.warning, .error, .error, .warning])
  }
}
