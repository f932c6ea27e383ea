import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing

@testable import Incidents

/// What became of commitments, read at an instant and said.
@Suite struct CommitmentsTests {
  private static let header = "id,by,what,source,due_from,due_to,outcome,done_at\n"
  private static let row =
    "c1,the electoral tribunal,final results by the evening,a radio,2017-11-30T00:00:00Z,2017-11-30T05:59:59Z"
  private static let english =
    "Commitment of the electoral tribunal, according to a radio: final results by the evening, due between 18:00 on 29 November 2017 and 23:59 on 29 November 2017"
  private static let spanish =
    "Compromiso de the electoral tribunal, según a radio: final results by the evening, con plazo entre las 18:00 del 29 de noviembre de 2017 y las 23:59 del 29 de noviembre de 2017"

  private func outcome(_ row: String, at: String? = nil) async throws -> Outcome {
    try await OperationRun(incidents, "commitments").giving(Self.header + row, as: "commitments")
      .outcome(at.map { ["at": .string($0)] } ?? [:])
  }

  @Test func whatBecameOfItInWords() async throws {
    let cases: [(end: String, code: String, en: String, es: String)] = [
      (
        ",kept,2017-11-30T05:00:00Z", "commitment_kept",
        ". By the mission's log it was kept at 23:00 on 29 November 2017.",
        ". Según el registro de la misión se cumplió a las 23:00 del 29 de noviembre de 2017."
      ),
      (
        ",kept,", "commitment_kept", ". By the mission's log it was kept.",
        ". Según el registro de la misión se cumplió."
      ),
      (
        ",,2017-12-18T06:00:00Z", "commitment_kept_late",
        ". By the mission's log it was kept late at 00:00 on 18 December 2017.",
        ". Según el registro de la misión se cumplió tarde a las 00:00 del 18 de diciembre de 2017."
      ),
      (
        ",not_kept,", "commitment_not_kept", ". By the mission's log it was not kept.",
        ". Según el registro de la misión no se cumplió."
      ),
      (
        ",withdrawn,", "commitment_withdrawn", ". By the mission's log it was withdrawn.",
        ". Según el registro de la misión se retiró."
      ),
      (
        ",,", "commitment_open", ". The mission's log does not say what became of it.",
        ". El registro de la misión no dice en qué quedó."
      ),
    ]
    for (end, code, en, es) in cases {
      let outcome = try await outcome(Self.row + end)
      #expect(outcome.codes == ["commitments_held", code])
      #expect(try outcome.one(code).statement == Text(en: Self.english + en, es: Self.spanish + es))
    }
  }

  @Test func timesAreReadAtAnInstant() async throws {
    let running = try await outcome(Self.row + ",,", at: "2017-11-29T05:59:59Z")
    #expect(
      try running.one("commitment_running").statement
        == Text(
          en: Self.english + ": 1\u{A0}day left at 23:59 on 28 November 2017.",
          es: Self.spanish + ": restan 1\u{A0}día a las 23:59 del 28 de noviembre de 2017."))
    let over = try await outcome(Self.row + ",,", at: "2017-12-01T17:59:59Z")
    #expect(
      try over.one("commitment_time_over").statement
        == Text(
          en: Self.english
            + ". At 11:59 on 1 December 2017, 1.5\u{A0}days after, the mission's log does not say that it was kept.",
          es: Self.spanish
            + ". A las 11:59 del 1 de diciembre de 2017, 1.5\u{A0}días después, el registro de la misión no dice que se cumpliera."
        ))
    // The last instant is still in time, for the clock and for what is done.
    #expect(
      try await outcome(Self.row + ",,", at: "2017-11-30T05:59:59Z").codes == [
        "commitments_held", "commitment_running",
      ])
    #expect(try await outcome(Self.row + ",,2017-11-30T05:59:59Z").codes == ["commitments_held", "commitment_kept"])
    // What was done later had not been done then.
    let later = Self.row + ",kept,2017-11-30T05:00:00Z"
    #expect(try await outcome(later, at: "2017-11-30T04:00:00Z").codes == ["commitments_held", "commitment_running"])
    // One without a time is never over.
    #expect(
      try await outcome("c1,a party,to publish,a radio,,,,", at: "2031-01-01T00:00:00Z").one("commitment_open")
        .statement.en
        == "Commitment of a party, according to a radio: to publish, without a time. The mission's log does not say what became of it."
    )
  }

  @Test func allOfThem() async throws {
    let outcome = try await OperationRun(incidents, "commitments").giving(
      Self.header
        + [",kept,", ",not_kept,", ",not_kept,", ",,"].enumerated()
        .map { Self.row.replacing("c1", with: "c\($0)") + $1 }.joined(separator: "\n"), as: "commitments"
    ).outcome()
    #expect(
      try outcome.one("commitments_held").statement
        == Text(
          en: "Commitments in the mission's log: 4, by how they stand: kept (1), not kept (2) and open (1).",
          es:
            "Compromisos en el registro de la misión: 4, según su situación: cumplido (1), no cumplido (2) y pendiente (1)."
        ))
    #expect(try outcome.rows("commitments").count == 4)
    #expect(
      try await OperationRun(incidents, "commitments").giving(Self.header, as: "commitments").outcome()
        .one("no_commitment").statement.es == "El registro de la misión no contiene compromisos.")
  }

  /// From the log: what came of it is known when somebody writes it, and not before; two authors who differ settle nothing.
  @Test func commitmentsOfTheLog() async throws {
    let (one, two) = (try Desk(), try Desk())
    let promise = try one.write(
      try EntryKind.commitment.opening([
        "by": "the board", "what": "all sheets online", "due_to": "2017-11-27T12:30:00Z",
      ]))
    func set(_ desk: Desk, _ outcome: Value, after seconds: Int64) throws {
      try desk.write(
        EntryKind.commitment.change(
          ["outcome": outcome], of: desk.view(of: [.commitment]).record(promise.id.hex)),
        at: Instant(seconds: Desk.noon.seconds + seconds))
    }
    func outcome(asOf: String? = nil) async throws -> Outcome {
      try await OperationRun(incidents, "commitments")
        .giving(one, .commitments, DatasetKind<LoggedCommitments>.commitments, as: "commitments", asOf: asOf).outcome()
    }
    try two.take(one)
    try set(one, "not_kept", after: 7200)
    let now = try await outcome()
    #expect(
      try now.one("commitment_not_kept").statement
        == Text(
          en:
            "Commitment of the board, according to a source that the log does not name: all sheets online, due by 06:30 on 27 November 2017. By the mission's log it was not kept.",
          es:
            "Compromiso de the board, según una fuente que el registro no nombra: all sheets online, con plazo hasta las 06:30 del 27 de noviembre de 2017. Según el registro de la misión no se cumplió."
        ))
    #expect(try await outcome(asOf: "2017-11-27T12:20:00Z").codes == ["commitments_held", "commitment_running"])
    #expect(try await outcome(asOf: "2017-11-27T13:00:00Z").codes == ["commitments_held", "commitment_time_over"])
    #expect(try await outcome(asOf: "2017-11-27T11:00:00Z").codes == ["no_commitment"])
    try set(two, "kept", after: 7200)
    try one.take(two)
    let contradicted = try await outcome()
    #expect(contradicted.codes == ["commitments_held", "commitments_in_conflict"])
    #expect(
      try contradicted.one("commitments_in_conflict").statement.en
        == "Commitments of which authors state different things apart from one another, and nobody has settled it: 1, in the fields outcome."
    )
    var body = try EntryKind.commitment.change(
      ["outcome": "kept"], of: one.view(of: [.commitment]).record(promise.id.hex))
    body["v"] = 2
    try one.write(body)
    #expect(
      try await outcome().one("commitments_unreadable").statement.en
        == "Commitments that were changed in ways that this version of the program cannot read: 1; what became of them is not told."
    )
  }
}
