import ModuleKit
import TestSupport
import Testing

/// The claims of the reference workspace: what sources say against each other.
struct HondurasClaimsTests {
  private func outcome(asOf: String? = nil) async throws -> Outcome {
    let claims = try OperationRun.claims.citing(file: Samples.sources)
    let run = try asOf.map { try claims.known(at: $0) } ?? claims
    return try await run.outcome(file: "Workspaces/honduras_2017/data/claims.csv")
  }

  /// Every disagreement, and no other.
  @Test func allThatSourcesSayAgainstEachOther() async throws {
    let outcome = try await outcome()
    #expect(
      outcome.all("contradiction").map(\.subject) == [
        "claimed_hernandez_and_claimed_nasralla",
        "rounds_press_and_rounds_000",
        "share_nasralla_declared_press_and_share_nasralla_declared_003",
      ])
    #expect(
      outcome.all("tension").map(\.subject) == [
        "complaints_003_and_complaints_press",
        "crowds_003_and_crowds_000",
        "first_counted_press_and_first_counted_002",
        "intrusion_003_and_final_report_manipulation",
        "noon_counted_002_and_noon_counted_press",
        "noon_lead_002_and_noon_lead_press",
      ])
    #expect(
      outcome.all("topic_contradiction").map(\.subject) == [
        "lead_4_dec", "new_election", "party_copies", "total_nasralla_4_dec",
      ])
    #expect(outcome.all("topic_tension").map(\.subject) == ["oas_certainty", "silence", "total_hernandez_4_dec"])
    #expect(
      try outcome.one("possible_transposition").subject
        == "share_nasralla_declared_press_and_share_nasralla_declared_003")
    #expect(
      outcome.all("promise_missed").map(\.subject)
        == ["results_promised_thursday", "results_promised_29_nov", "results_promised_30_nov"])
    #expect(
      outcome.all("quote").map(\.subject) == [
        "intrusion_003", "digital_traces_003", "pouches_003", "us_29_nov", "oas_report_003", "us_18_dec",
      ])
    #expect(outcome.findings.count == 26)
  }

  @Test func agreementsAreCounted() async throws {
    let outcome = try await outcome()
    for topic in ["declaration", "first_lead", "first_margin", "sheets", "share_hernandez_declared", "recount_boxes"] {
      #expect(try outcome.rows("topics", .text(topic)) == [[.text(topic), 2, 2, 1, 0, 0, 0]])
    }
    #expect(try outcome.rows("topics", "election_day") == [["election_day", 3, 3, 3, 0, 0, 0]])
    #expect(try outcome.rows("topics", "party_copies") == [["party_copies", 3, 3, 1, 0, 2, 0]])
  }

  @Test func sentences() async throws {
    let outcome = try await outcome()
    #expect(
      try outcome.one("contradiction", about: "rounds_press_and_rounds_000").statement
        == Text(
          en:
            "On the rule of the election: according to a press report of 26 November 2017, one round, decided by plurality; according to an undated news summary, run-off election. They cannot both be right.",
          es:
            "Sobre la regla de la elección: según un informe de prensa del 26 de noviembre de 2017, una sola vuelta, decidida por mayoría simple; según un resumen de noticias sin fecha, segunda vuelta. No pueden ser ciertas ambas cosas."
        ))
    #expect(
      try outcome.one("tension", about: "first_counted_press_and_first_counted_002").statement.en
        == "On the share counted in the first bulletin: according to a press report of 27 November 2017, 57.19% of the sheets; according to a news story of 30 November 2017, 58% of the votes. If they speak of the same thing, they cannot both be right; it is not certain that they do."
    )
    #expect(
      try outcome.one("topic_tension", about: "silence").statement.en
        == "On the length of the silence before the results of 28 November: according to a news story of 30 November 2017, more than 24 hours; according to an undated press report (A), over 30 hours; according to an undated press report (B), a day and a half. The figures differ, though one value could satisfy all of them."
    )
    #expect(
      try outcome.one("possible_transposition").statement.en
        == "On the declared share of Salvador Nasralla: 41.42% according to a press report of 17 December 2017, 41.24% according to a news story on 18 December 2017. Two neighbouring digits changed places; a slip in copying would explain it."
    )
    #expect(
      try outcome.one("promise_missed", about: "results_promised_30_nov").statement
        == Text(
          en:
            "According to the electoral tribunal (in a news story of 30 November 2017), final results by 3 a.m. on 30 November, due at 03:00 on 30 November 2017. According to a press report of 17 December 2017, what was promised came on 17 December 2017: by these times the promise was not kept.",
          es:
            "Según el tribunal electoral (en una noticia del 30 de noviembre de 2017), resultados finales a las 3 a. m. del 30 de noviembre, cuyo plazo vencía a las 03:00 del 30 de noviembre de 2017. Según un informe de prensa del 17 de diciembre de 2017, lo prometido se publicó el 17 de diciembre de 2017: con esas horas, la promesa no se cumplió."
        ))
    let late = try outcome.one("promise_missed", about: "results_promised_30_nov").value("late")
    #expect(late.low == 405)
  }

  @Test func theEditionOf28NovemberKnowsOfNoDisagreement() async throws {
    let edition = try await outcome(asOf: "2017-11-28T00:00:00-06:00")
    #expect(edition.findings.map(\.code) == ["promise_open"])
    #expect(try edition.one("promise_open").subject == "results_promised_thursday")
    #expect(
      try edition.rows("topics").map(\.first) == [
        "election_day", "first_counted", "first_lead", "first_margin", "rounds",
      ])
  }

  @Test func theEditionOf1DecemberJudgesPromisesByThatDay() async throws {
    let edition = try await outcome(asOf: "2017-12-01T00:00:00-06:00")
    #expect(
      try edition.one("promise_missed", about: "results_promised_29_nov").words["outcome"]?.en
        == "Nothing that the mission knows shows that it came by 00:00 on 1 December 2017")
  }

  @Test func theEditionOf20DecemberKnowsNoUndatedRow() async throws {
    let edition = try await outcome(asOf: "2017-12-20T00:00:00-06:00")
    let undated = ["_000", "press_a", "press_b", "complaints_press", "final_report"]
    #expect(edition.findings.allSatisfy { finding in !undated.contains { finding.subject.hasSuffix($0) } })
    #expect(edition.all("contradiction").count == 3)
    #expect(edition.all("topic_contradiction").count == 3)
    #expect(edition.all("tension").count == 3)
    #expect(edition.all("topic_tension").count == 2)
    #expect(edition.all("promise_missed").count == 3)
  }

  @Test func everyRowSaysWhoAndHowItIsKnown() throws {
    let reader = CSVReader(columns: DatasetKind.claims.columns(for: nil).map(\.specification), dataset: "claims")
    for file in ["claims", "casualty_claims"] {
      let table = try reader.read(path: Repository.path + "/Workspaces/honduras_2017/data/\(file).csv")
      let (sources, recheck) = (try table.texts("source"), try table.booleans("recheck"))
      for row in 0..<table.rowCount {
        for column in ["basis", "published_basis"] {
          #expect(try table.texts(column)[row]?.isEmpty == false, "\(file), row \(row + 1): \(column)")
        }
        // What readers are told is in their language.
        #expect((try table.texts("note_en")[row] ?? "").isEmpty == (try table.texts("note_es")[row] ?? "").isEmpty)
        if file == "casualty_claims" || sources[row]?.hasPrefix("press_") == true { #expect(recheck[row] == true) }
      }
    }
  }
}
