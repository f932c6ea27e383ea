import Diagnostics
import Hashing
import Schema
import TestSupport
import Testing
import Times

@testable import Ledger

/// Rows of files become records once.
@Suite struct EntryImportTests {
  private typealias Row = EntryImport.Row

  private func view(_ device: Device) throws -> LedgerView {
    LedgerView(try device.ledger.entries(), kinds: [Device.kind])
  }

  private func take(_ rows: [Row], _ device: Device) throws -> [EntryImport.Receipt] {
    let plan = EntryImport(rows, of: Device.kind, into: try view(device))
    if !plan.bodies.isEmpty {
      _ = try device.ledger.append(plan.bodies, as: device.key(), at: .init(seconds: 1_511_700_000))
    }
    return plan.receipts
  }

  /// Two people who import one file apart open two records of a row: its origin then names neither.
  @Test func aRecordIsNamedByTheOriginOfItsRow() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let row = Row(origin: "hotline#1", fields: ["text": "one"])
      _ = try take([row, Row(origin: "hotline#12", fields: ["text": "two"])], device)
      #expect(try view(device).record("hotline#1").value("text") == "one")
      #expect(throws: LedgerMessage.unknownRecord("hotline#")) { try view(device).record("hotline#") }
      let again = EntryImport([row], of: Device.kind, into: LedgerView([], kinds: []))
      _ = try device.ledger.append(again.bodies, as: device.key(), at: .init(seconds: 1_511_700_060))
      #expect(throws: LedgerMessage.severalRecords("hotline#1", count: 2)) { try view(device).record("hotline#1") }
    }
  }

  @Test func eachRowOnce() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let rows = [Row(origin: "f#1", fields: ["text": "one"]), Row(origin: "f#2", fields: ["text": "two"])]
      #expect(try take(rows, device) == [.added, .added])
      let ids = try device.ledger.entries().filter { $0.seq > 0 }.map(\.id)
      #expect(try take(rows, device) == ids.map { .present($0, differing: []) })
      let later = [rows[0], Row(origin: "f#2", fields: ["text": "2"]), Row(origin: "f#3", fields: ["text": "three"])]
      #expect(
        try take(later, device) == [
          .present(ids[0], differing: []), .present(ids[1], differing: ["text"]), .added,
        ])
      #expect(try view(device).records.count == 3)
    }
  }

  /// What another had imported before the merge is there; a withheld or foreign kind's origin is not.
  @Test func whatOthersImportedIsThere() throws {
    try withScratch { root in
      let (one, two) = (try Device("a", in: root), try Device("b", in: root))
      let rows = [Row(origin: "f#1", fields: ["text": "one"])]
      #expect(try take(rows, one) == [.added])
      _ = try one.ledger.sign(try one.key())
      _ = try two.ledger.merge(one.path)
      #expect(try take(rows, two).map { if case .present = $0 { true } else { false } } == [true])
    }
  }

  @Test func whatCanBeNoRecordKeepsNothingElseOut() throws {
    try withScratch { root in
      let device = try Device("a", in: root)
      let receipts = try take(
        [
          Row(origin: "f#1", fields: ["txt": "one"]), Row(origin: "f#2", fields: ["text": "two"]),
          Row(origin: "f#2", fields: ["text": "two"]),
        ], device)
      #expect(receipts[1...] == [.added, .rejected(.originTwice("f#2"))])
      guard case .rejected(let message) = receipts[0] else { throw NotRejected() }
      #expect(message.message == "note: missing key 'text'")
      #expect(LedgerMessage.originTwice("f#2").message == "'f#2' names a row above as well")
      #expect(LedgerMessage.originTwice("f#2").code == "L051")
      #expect(try view(device).records.count == 1)
    }
  }

  private struct NotRejected: Error {}
}
