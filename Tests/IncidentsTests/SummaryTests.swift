import Charts
import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing

@testable import Incidents

/// What a log of two observers makes of its incidents, in rows and in sentences.
@Suite struct SummaryTests {
  /// The run of `incidents.summary` over what `desk` holds, as the host makes it; of an edition, of what was known at `asOf`.
  private func outcome(of desk: Desk, asOf: String? = nil) async throws -> Outcome {
    try await OperationRun(incidents, "summary")
      .giving(desk, .incidents, DatasetKind<LoggedIncidents>.incidents, as: "incidents", asOf: asOf).outcome()
  }

  private func incident(_ title: String, _ fields: [String: Value] = [:]) throws -> [String: Value] {
    try EntryKind.incident.opening(
      ["title": .string(title), "category": "sealing"].merging(fields) { $1 })
  }

  private func change(_ desk: Desk, _ entry: Entry, _ fields: [String: Value], at time: Instant = Desk.noon) throws {
    let record = try desk.view().record(entry.id.hex)
    try desk.write(try EntryKind.incident.change(fields, of: record), at: time)
  }

  /// Two observers: four incidents, of which one is verified by the other, one by its own author alone, and one is in conflict.
  private func log() throws -> (Desk, Desk) {
    let (one, two) = (try Desk(), try Desk())
    let box = try one.write(
      try incident(
        "Box without a seal",
        ["severity": "minor", "area": "Norte", "from": "2017-11-26T13:00:00Z", "actors": ["board", "party; youth"]]))
    let own = try one.write(try incident("Late opening", ["category": "opening", "from": "2017-11-27T03:00:00Z"]))
    let gone = try one.write(try incident("Rumour", ["category": "rumours", "severity": "major"]))
    let other = try one.write(try incident("Broken seal", ["from": "2017-11-01T00:00:00Z", "time_precision": 3]))
    try two.take(one)
    try change(two, box, ["status": "verified"])
    try change(two, gone, ["status": "refuted"])
    try change(two, other, ["severity": "moderate"])
    try change(one, other, ["severity": "major"])
    try change(one, own, ["status": "verified"])
    try one.take(two)
    try two.take(one)
    return (one, two)
  }

  @Test func whatTheLogHolds() async throws {
    let (one, two) = try log()
    let outcome = try await outcome(of: one)
    #expect(try await self.outcome(of: two) == outcome)
    let statements = Dictionary(outcome.findings.map { ($0.code, $0.statement) }) { first, _ in first }
    #expect(
      statements["log_holds"]
        == Text(
          en:
            "The mission's log holds 4\u{A0}incidents, by status: new (1), verified (1), verified by its own author alone (1) and refuted (1).",
          es:
            "El registro de la misión contiene 4\u{A0}incidentes, por estado: nuevo (1), verificado (1), verificado solo por su propio autor (1) y refutado (1)."
        ))
    #expect(
      statements["verified_incidents"]
        == Text(
          en:
            "Verified by another author than the one who opened them: 1\u{A0}incident, of 4\u{A0}incidents of the log.",
          es:
            "Verificados por un autor distinto del que los abrió: 1\u{A0}incidente, de 4\u{A0}incidentes del registro.")
    )
    #expect(
      statements["by_category"]
        == Text(
          en:
            "By category, without those refuted, duplicates of others and those not related to the election (3\u{A0}incidents in all): opening of polling stations (1) and seals (2).",
          es:
            "Por categoría, sin los refutados, los duplicados de otros ni los ajenos a la elección (en total 3\u{A0}incidentes): apertura de mesas (1) y sellos y precintos (2)."
        ))
    #expect(
      statements["by_severity"]?.en
        == "By severity, without those refuted, duplicates of others and those not related to the election (3\u{A0}incidents in all): minor (1), in conflict (1) and not stated (1)."
    )
    #expect(
      statements["by_actor"]?.es
        == "Por actor mencionado, a veces varios en uno, sin los refutados, los duplicados de otros ni los ajenos a la elección (en total 3\u{A0}incidentes): board (1), party, youth (1) y sin indicar (2)."
    )
    #expect(
      statements["fields_in_conflict"]
        == Text(
          en:
            "Incidents of which authors state different things apart from one another, and nobody has settled it: 1\u{A0}incident, in severity (1).",
          es:
            "Incidentes sobre los que los autores señalan cosas distintas por separado, sin que nadie lo haya resuelto: 1\u{A0}incidente, en gravedad (1)."
        ))
    #expect(outcome.codes.isDisjoint(with: ["changed_unreadably", "recorded_later", "empty_log"]))
    #expect(try outcome.one("verified_incidents").basis == .verified)
    #expect(try outcome.one("log_holds").basis == .reported)
  }

  /// The day is that of the mission's zone: 03:00 in UTC is the day before in Tegucigalpa. A month is no day.
  @Test func countsByDay() async throws {
    let outcome = try await outcome(of: log().0)
    let days = try outcome.rows("counts", .text("day"))
    #expect(
      days == [
        [
          .text("day"), .text("2017-11-26"), .text("26 November 2017"), .text("26 de noviembre de 2017"), .integer(2),
          .integer(1),
        ],
        [.text("day"), .text(""), .text("not stated"), .text("sin indicar"), .integer(1), .integer(0)],
      ])
    let figure = try #require(
      TimeLineFigure(
        IncidentCounts([
          LoggedIncident(
            key: "1", status: .verified, category: nil, severity: nil, area: nil, day: Day(iso: "2017-11-26"),
            actors: [],
            conflicts: [], recorded: nil)
        ]), caution: Summary.Caution.counts))
    #expect(figure.figure.problems == [])
    #expect(figure.figure.description == Text(en: "26 Nov 2017: 1, 1 verified.", es: "26 nov 2017: 1, 1 verificados."))
  }

  /// No text that somebody wrote about people or places is in what comes of it.
  @Test func nothingThatTellsOfPersonsIsInResults() async throws {
    let desk = try Desk()
    try desk.write(
      try incident(
        "Maria Titulo", ["description": "Maria Descripcion", "place": "Maria Lugar", "area": "Norte"]))
    try desk.write(try EntryKind.report.opening(["text": "Maria Texto", "source": "Maria Fuente"]))
    let outcome = try await outcome(of: desk)
    let all = "\(outcome)" + (try outcome.rows("counts").map { "\($0)" }.joined())
    #expect(!all.contains("Maria") && all.contains("Norte"))
    #expect(!all.contains(desk.key.author.name))
  }

  /// An edition folds what was known by then, as authors claim, and says what was recorded later.
  @Test func anEditionOfTheLog() async throws {
    let desk = try Desk()
    let box = try desk.write(try incident("Box without a seal"))
    let later = Instant(seconds: Desk.noon.seconds + 7200)
    try change(desk, box, ["severity": "major"], at: later)
    try desk.write(try incident("Late opening", ["known_at": "2017-11-27T11:00:00Z"]), at: later)
    // Recorded in the minute of noon: known when it is over.
    #expect(try await outcome(of: desk, asOf: "2017-11-27T12:00:58Z").one("log_holds").values["logged"]?.value == 1)
    let edition = try await outcome(of: desk, asOf: "2017-11-27T13:00:00Z")
    #expect(
      try edition.one("log_holds").statement
        == Text(
          en:
            "The mission's log, as known by then by what its authors state, holds 2\u{A0}incidents, by status: new (2).",
          es:
            "El registro de la misión, según lo que sus autores dicen que ya sabían entonces, contiene 2\u{A0}incidentes, por estado: nuevo (2)."
        ))
    #expect(
      try edition.one("recorded_later").statement
        == Text(
          en:
            "Counted in this edition, since their authors state that they knew of them by then, though recorded later in part: 1\u{A0}incident.",
          es:
            "Contados en esta edición, porque sus autores señalan que ya sabían de ellos, aunque anotados en parte después: 1\u{A0}incidente."
        ))
    #expect(try edition.rows("counts", .text("severity")).count == 1)
    #expect(try await outcome(of: desk, asOf: "2017-11-27T10:00:00Z").codes == ["empty_log"])
    let whole = try await outcome(of: desk)
    #expect(try whole.rows("counts", .text("severity")).count == 2)
  }

  @Test func whatCannotBeReadIsToldAndNotVerified() async throws {
    let (one, two) = (try Desk(), try Desk())
    let box = try one.write(try incident("Box without a seal"))
    try two.take(one)
    try change(two, box, ["status": "verified"])
    var body = try EntryKind.incident.change(["status": "closed"], of: two.incident())
    body["v"] = 2
    try two.write(body)
    let outcome = try await outcome(of: two)
    #expect(
      try outcome.one("changed_unreadably").statement
        == Text(
          en:
            "Changed in ways that this version of the program cannot read, and never counted as verified: 1\u{A0}incident.",
          es:
            "Cambiados de un modo que esta versión del programa no sabe leer, y nunca contados como verificados: 1\u{A0}incidente."
        ))
    #expect(try outcome.one("verified_incidents").values["verified"]?.value == 0)
  }

  @Test func anEmptyLog() async throws {
    let desk = try Desk()
    try desk.write(try EntryKind.report.opening(["text": "x"]))
    #expect(
      try await outcome(of: desk).one("empty_log").statement
        == Text(
          en: "The mission's log holds no incident.", es: "El registro de la misión no contiene ningún incidente."))
  }

  /// Of many values a sentence names eleven, and the table has all.
  @Test func aSentenceNamesSoMany() throws {
    let rows = (0..<14).map { "\($0 + 10),c\($0 + 10)" }
    let incidents = try KindSample().read(
      DatasetKind<LoggedIncidents>.incidents, "id,category\n" + rows.joined(separator: "\n") + "\n")
    let counts = IncidentCounts(incidents.all)
    #expect(counts.rows(.category).count == 14)
    #expect(
      IncidentCounts.list(counts.rows(.category)).en
        == (10...20).map { "c\($0) (1)" }.joined(separator: ", ") + " and 3 more in the table")
  }
}
