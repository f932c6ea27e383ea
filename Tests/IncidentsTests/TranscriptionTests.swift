import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing

@testable import Incidents

/// What one person reads in a captured copy, and what a second reader finds.
@Suite struct TranscriptionTests {
  private func opened() throws -> (Desk, Desk) {
    let (one, two) = (try Desk(), try Desk())
    let capture = try one.write(try EntryKind.capture.opening(["source": "the board"]))
    try one.write(
      try EntryKind.transcription.opening([
        "capture": .string(capture.id.hex), "text": "Acta 12: 60 […] 58", "language": "es",
      ]))
    try two.take(one)
    return (one, two)
  }

  private func transcription(_ desk: Desk) throws -> RecordView {
    try #require(desk.view().records.first { $0.kind == EntryKind.transcription.id })
  }

  private func set(_ fields: [String: Value], by desk: Desk) throws {
    try desk.write(EntryKind.transcription.change(fields, of: transcription(desk)))
  }

  private func words(_ desk: Desk, _ persons: [String: String] = [:]) throws -> String {
    try TranscriptionStanding(transcription(desk)) { persons[$0] }.text.en
  }

  @Test func aSecondPersonConfirmsIt() throws {
    let (one, two) = try opened()
    #expect(try words(one) == "read by one person")
    try set(["second_reading": "confirmed", "why": "held against the photo"], by: two)
    try one.take(two)
    let (author, other) = (one.key.author.name, two.key.author.name)
    #expect(try words(one) == "confirmed; that a second person did it is not established")
    #expect(try words(one, [author: "a", other: "b"]) == "confirmed by a second person")
    #expect(try words(one, [author: "a", other: "a"]) == "confirmed by its own reader alone, so not confirmed")
    // Second readers who contradict one another settle nothing.
    let three = try Desk()
    try three.take(one)
    try set(["second_reading": "differs"], by: one)
    try set(["second_reading": "confirmed"], by: three)
    try one.take(three)
    #expect(try words(one) == "disputed between second readers")
    try set(["second_reading": "differs"], by: one)
    #expect(try words(one) == "read otherwise by a second reader")
    #expect(
      try TranscriptionStanding(transcription(one)).text.es == "leída de otro modo por una segunda persona")
  }

  @Test func whoReadItIsNotItsSecondReader() throws {
    let (one, two) = try opened()
    let fields: [String: Value] = ["second_reading": "confirmed"]
    #expect(throws: IncidentMessage.readByItsReader) {
      try TranscriptionStanding.check(fields, of: transcription(one), by: one.key.author)
    }
    #expect(throws: IncidentMessage.readByItsReader) {
      try TranscriptionStanding.check(fields, of: transcription(one), by: two.key.author) { _ in "a" }
    }
    try TranscriptionStanding.check(fields, of: transcription(one), by: two.key.author)
    try TranscriptionStanding.check(["part": "page 2"], of: transcription(one), by: one.key.author)
    #expect(
      IncidentMessage.readByItsReader.code == "I015"
        && IncidentMessage.readByItsReader.message == "who made a transcription cannot be its second reader")
    // Whoever writes it all the same is not believed.
    try set(fields, by: one)
    #expect(try words(one) == "confirmed by its own reader alone, so not confirmed")
  }

  /// A reading is of the words that were read.
  @Test func whatWasChangedIsNotConfirmed() throws {
    let (one, two) = try opened()
    try set(["second_reading": "confirmed"], by: two)
    try set(["text": "Acta 12: 60 a 58"], by: two)
    #expect(try words(two) == "changed after it was read, so not confirmed")
    #expect(try words(one) == "read by one person")
  }
}
