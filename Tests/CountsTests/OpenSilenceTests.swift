import Counts
import ModuleKit
import TestSupport
import Testing

/// A silence that lasts at the hour of an edition.
struct OpenSilenceTests {
  private static let rows = Samples.bulletins(
    "id,stage,counted_sheets_percent,votes_oak,votes_elm,published_from,published_to",
    "a,,40,500,400,2020-01-01T02:00:00-06:00,2020-01-01T04:00:00-06:00",
    "b,,60,700,600,2020-01-01T03:00:00-06:00,2020-01-01T03:30:00-06:00",
    "c,,100,900,800,2020-01-02T03:00:00-06:00,2020-01-02T03:30:00-06:00",
    "z,declared,,900,800,2020-01-04T03:00:00-06:00,2020-01-04T03:30:00-06:00")

  private func outcome(_ closing: String, _ rows: String = rows) async throws -> Outcome {
    try await OperationRun.timeline().known(at: closing).outcome(rows)
  }

  @Test func isToldWithItsRange() async throws {
    let finding = try await outcome("2020-01-01T12:00:00-06:00").one("open_silence")
    // The last bulletin came between 03:00, when the second can have come at the earliest, and 04:00.
    #expect(
      finding.statement
        == Text(
          en:
            "No further bulletin was known at the close of this edition, between 8 and 9\u{A0}hours after the last one, published between 02:00 and 04:00 on 1 January 2020.",
          es:
            "Al cierre de esta edición no se conocía ningún boletín posterior al publicado entre las 02:00 y las 04:00 del 1 de enero de 2020; tiempo transcurrido: entre 8 y 9\u{A0}horas."
        ))
    #expect(finding.severity == .notice && finding.subject == "a")
    #expect(finding.caution.en.hasPrefix("A bulletin of unknown date is in no edition. A silence is a failure"))
    #expect(try finding.value("threshold").value == 6)
  }

  @Test func isToldNeitherTooEarlyNorWhenNothingIsToCome() async throws {
    #expect(try await outcome("2020-01-01T09:59:59-06:00").all("open_silence").isEmpty)
    #expect(try await outcome("2020-01-01T10:00:00-06:00").all("open_silence").count == 1)
    // All sheets are counted; then the result is declared.
    #expect(try await outcome("2020-01-03T00:00:00-06:00").all("open_silence").isEmpty)
    #expect(try await outcome("2020-01-09T00:00:00-06:00").all("open_silence").isEmpty)
    #expect(try await OperationRun.timeline().outcome(Self.rows).all("open_silence").isEmpty)
  }

  @Test func ofUnknownBeginningIsOpenAbove() async throws {
    let rows = Samples.bulletins(
      "id,votes_oak,votes_elm,published_to", "a,500,400,2020-01-01T04:00:00-06:00")
    #expect(
      try await outcome("2020-01-01T12:00:00-06:00", rows).one("open_silence").value("gap")
        == Quantity(nil, .hours, low: 8, interval: .reportedRange, isOpenAbove: true))
  }
}
