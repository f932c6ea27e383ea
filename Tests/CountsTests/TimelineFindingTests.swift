import Counts
import ModuleKit
import TestSupport
import Testing

/// What each sort of row gives, and the sentences that the reference workspace does not show.
struct TimelineFindingTests {
  private let timeline = OperationRun.timeline()

  @Test func sharesOnly() async throws {
    let outcome = try await timeline.outcome(
      Samples.bulletins("id,counted_sheets_percent,percent_oak,percent_elm,published", "a,88.76,42.48,41.70,2020-01-01")
    )
    #expect(outcome.findings.map(\.code) == ["lead_in_shares"])
    let finding = try outcome.one("lead_in_shares")
    #expect(
      finding.statement.en
        == "According to the court, the count published on 1 January 2020 showed Oak ahead of Elm by 0.78\u{A0}points (at least 0.77 and at most 0.79) in the printed shares of the valid votes, with 88.76% of the sheets counted."
    )
    #expect(
      finding.statement.es
        == "Según el tribunal, en el conteo publicado el 1 de enero de 2020 Oak aventajaba a Elm por 0.78\u{A0}puntos (al menos 0.77 y como máximo 0.79) en los porcentajes impresos de los votos válidos, con el 88.76% de las actas contadas."
    )
    #expect(try finding.value("lead").interval == .hardBound)
  }

  @Test func votesOnly() async throws {
    let outcome = try await timeline.outcome(
      Samples.bulletins("id,counted_sheets,total_sheets,votes_oak,votes_elm,published", "a,30,40,400,500,2020-01-01"))
    #expect(outcome.findings.map(\.code) == ["lead", "needed_margin", "open_outcome"])
    #expect(try outcome.one("lead").value("lead").value == 100)
    #expect(try outcome.one("lead").value("counted").value == 75)
    // 900 votes in 30 sheets of 40: 300 are out.
    #expect(try outcome.one("open_outcome").value("outstanding").value == 300)
    #expect(try abs((outcome.one("needed_margin").value("needed").value ?? 0) - 100.0 / 3) < 1e-9)
  }

  /// 900 votes in 30 sheets of 40 leave 300, or 240 to 330 by the size of sheets.
  @Test func aLeadThatAllOutstandingVotesCouldNotMakeUp() async throws {
    func outcome(_ oak: Int, _ declared: String = "") async throws -> Outcome {
      let rows = ["a,,30,40,\(oak),\(900 - oak),2020-01-01"] + (declared.isEmpty ? [] : [declared])
      return try await timeline.outcome(
        Samples.bulletins("id,stage,counted_sheets,total_sheets,votes_oak,votes_elm,published", rows))
    }
    let dependent = try await outcome(600).one("needed_margin").statement
    #expect(
      dependent.en
        == "As known then, by the figures of the court, the mission computes that Elm needed a margin of between 90.91 and 125.00\u{A0}points among the votes still to be counted to make up 300\u{A0}votes, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones. A margin of more than 100 points is out of reach: not even all the votes to come would suffice."
    )
    #expect(
      dependent.es
        == "Con la información disponible entonces y las cifras del tribunal, la misión calcula que Elm necesitaba un margen de entre 90.91 y 125.00\u{A0}puntos entre los votos por contar para remontar 300\u{A0}votos, si las actas pendientes contenían entre 0.8 y 1.1 veces los votos de las contadas. Un margen de más de 100 puntos está fuera de alcance: no bastarían ni todos los votos por llegar."
    )
    let out = try await outcome(700, "z,declared,,,750,250,2020-01-02")
    #expect(out.codes.isDisjoint(with: ["needed_margin", "needed_margin_hindsight", "open_outcome"]))
    #expect(
      try out.one("out_of_reach").statement.en
        == "As known then, by the figures of the court, the mission computes that to make up 500\u{A0}votes was out of reach for Elm: even all the votes still to be counted, between 240 and 330\u{A0}votes, would not have sufficed, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones."
    )
    #expect(
      try out.one("out_of_reach").statement.es
        == "Con la información disponible entonces y las cifras del tribunal, la misión calcula que remontar 500\u{A0}votos estaba fuera de alcance para Elm: ni siquiera todos los votos por contar, entre 240 y 330\u{A0}votos, habrían bastado, si las actas pendientes contenían entre 0.8 y 1.1 veces los votos de las contadas."
    )
    #expect(
      try out.one("out_of_reach_hindsight").statement.en
        == "With hindsight, by the figures of the court and the total declared later, the mission computes that to make up 500\u{A0}votes was out of reach for Elm: even all the votes then still to be counted, 100\u{A0}votes, would not have sufficed."
    )
    #expect(
      try out.one("out_of_reach_hindsight").statement.es
        == "En retrospectiva, con las cifras del tribunal y el total declarado después, la misión calcula que remontar 500\u{A0}votos estaba fuera de alcance para Elm: ni siquiera todos los votos entonces por contar, 100\u{A0}votos, habrían bastado."
    )
    // Just as many as the lead would have drawn level.
    #expect(try await outcome(600, "z,declared,,,700,500,2020-01-02").codes.contains("needed_margin_hindsight"))
  }

  @Test func leadOnly() async throws {
    let outcome = try await timeline.outcome(
      Samples.bulletins("id,lead,leader,published", "a,7,elm,2020-01-01", "b,1,oak,2020-01-02"))
    #expect(
      outcome.findings.map(\.code) == [
        "possible_silence", "lead", "lead", "lead_reversal", "lead_step", "lead_change_total",
      ])
    #expect(try outcome.one("lead_step").value("step").value == -8)
    #expect(
      try outcome.one("lead", about: "b").statement.en
        == "According to the court, the count published on 2 January 2020 showed Oak ahead of Elm by 1\u{A0}vote, without stating the share of sheets counted."
    )
  }

  @Test func mixedRows() async throws {
    let outcome = try await timeline.with(["silence": "9d"]).outcome(
      Samples.bulletins(
        "id,lead,leader,votes_oak,votes_elm,percent_oak,percent_elm,counted_sheets_percent,published",
        "a,,,600,400,60.0,40.0,50,2020-01-01", "b,,,,,49.0,51.0,60,2020-01-02", "c,90,oak,,,,,70,2020-01-03"))
    #expect(
      outcome.findings.map { "\($0.code) \($0.subject)" } == [
        "lead a", "lead_in_shares b", "lead c", "order_reversal a_to_b", "order_reversal b_to_c", "lead_step a_to_c",
        "lead_change_total a_to_c", "needed_margin a", "open_outcome a", "batch_margin a_to_c",
      ])
    #expect(
      try outcome.one("order_reversal", about: "a_to_b").statement
        == Text(
          en:
            "By the figures of the court, the mission computes that the option ahead changed between two bulletins: Oak was ahead, then Elm.",
          es:
            "Con las cifras del tribunal, la misión calcula que entre dos boletines cambió quién iba en primer lugar: hasta entonces, Oak; después, Elm."
        ))
    // 1,000 votes in 50 % of the sheets: 400 in the next 20 %, and Elm gained 110.
    #expect(try abs((outcome.one("batch_margin").value("margin").value ?? 0) - 27.5) < 1e-9)
  }

  @Test func aStatedLeadThatTheVotesContradict() async throws {
    let outcome = try await timeline.outcome(
      Samples.bulletins(
        "id,lead,leader,votes_oak,votes_elm", "a,101,oak,500,400", "b,100,elm,500,400", "c,0,,500,400",
        "d,100,oak,500,400", "e,3,elm,5,5"))
    #expect(outcome.all("lead_disagrees").map(\.subject) == ["a", "b", "c", "e"])
    let (a, e) = (try outcome.one("lead_disagrees", about: "a"), try outcome.one("lead_disagrees", about: "e"))
    #expect(
      a.statement.en
        == "The lead according to the court, 101\u{A0}votes for Oak, is not the one that the mission computes from the votes it gives, 100\u{A0}votes for Oak."
    )
    #expect(
      e.statement.es
        == "La ventaja según el tribunal, 3\u{A0}votos para Elm, no es la que la misión calcula con los votos que da, 0\u{A0}votos para ninguna opción."
    )
    // The votes count, not the lead that the source makes of them.
    #expect(try outcome.one("lead", about: "b").words["leader"] == Text("Oak"))
  }

  @Test func tiesShowNobodyAheadAndHideNoReversal() async throws {
    let outcome = try await timeline.outcome(
      Samples.bulletins(
        "id,lead,leader,votes_oak,votes_elm,follows_previous", "a,,,5,3,", "b,,,5,5,true", "c,0,,,,true", "d,,,6,7,true"
      ))
    #expect(outcome.all("level").map(\.subject) == ["b", "c"])
    #expect(
      try outcome.one("level", about: "c").statement
        == Text(
          en:
            "According to the court, the count published at an unknown time showed no option ahead in the figures that it printed, without stating the share of sheets counted.",
          es:
            "Según el tribunal, en el conteo publicado en un momento desconocido ninguna opción iba en primer lugar en las cifras impresas, sin indicar qué parte de las actas se había contado."
        ))
    #expect(try outcome.one("lead_reversal").subject == "a_to_d")
    #expect(try outcome.all("lead_step").map { try $0.value("step").value } == [-2, 0, -1])
  }

  @Test func unknownOrderGivesNoReversal() async throws {
    let rows = ["a,5,oak", "b,5,elm"]
    let outcome = try await timeline.outcome(Samples.bulletins("id,lead,leader", rows))
    #expect(outcome.all("lead_reversal").isEmpty)
  }

  @Test func aRowOfUnknownTimeIsInNoEditionAndEndsNoSilence() async throws {
    let columns = "id,lead,leader,published_from,published_to"
    let rows = [
      "a,5,oak,2020-01-01T00:00:00Z,2020-01-01T01:00:00Z", "b,4,oak,2020-01-02T00:00:00Z,2020-01-02T00:00:00Z",
    ]
    let sure = try await timeline.outcome(Samples.bulletins(columns, rows))
    #expect(try sure.one("silence").value("gap").low == 23)
    let unsure = try await timeline.outcome(Samples.bulletins(columns, rows + ["x,3,oak,,"]))
    #expect(unsure.all("silence").isEmpty && unsure.all("possible_silence").isEmpty)
    let edition = try await timeline.known(at: "2020-01-03T00:00:00Z").outcome(
      Samples.bulletins(columns, rows + ["x,3,oak,,"]))
    #expect(edition.findings.filter { $0.code != "open_silence" } == sure.findings)
    #expect(try edition.one("open_silence").value("gap") == Quantity(24, .hours))
  }

  @Test func anEditionForgetsWhatFollowsARowThatItDoesNotKnow() async throws {
    let csv = Samples.bulletins(
      "id,lead,leader,follows_previous,published", "a,5,oak,,", "b,4,elm,true,2020-01-01", "c,3,oak,,2020-01-01",
      "d,2,elm,true,", "e,1,elm,true,2020-01-01")
    let whole = try await timeline.outcome(csv)
    #expect(whole.all("lead_reversal").map(\.subject) == ["a_to_b", "c_to_d"])
    let edition = try await timeline.known(at: "2020-01-02T12:00:00Z").outcome(csv)
    #expect(edition.all("lead").map(\.subject) == ["b", "c", "e"])
    #expect(edition.all("lead_reversal").isEmpty)
  }

  @Test func threeOptions() async throws {
    let timeline = OperationRun.timeline(Samples.threeWay)
    let outcome = try await timeline.outcome(
      Samples.bulletins(
        "id,votes_oak,votes_elm,votes_ash,lead,leader,published", "a,50,40,45,,,2020-01-01", "b,60,70,65,,,2020-01-02",
        "c,,,,3,elm,2020-01-03"))
    #expect(try outcome.one("lead", about: "a").words["other"] == Text("Ash"))
    #expect(try outcome.one("lead", about: "b").words["other"] == Text("Ash"))
    #expect(
      try outcome.one("lead", about: "c").words["other"] == Text(en: "the next option", es: "la opción siguiente"))
    #expect(try outcome.one("lead_reversal").words["then"] == Text("Elm"))
    // The series is that of Oak and Ash, the first two that are named; the stated lead of Elm is no part of it.
    #expect(try outcome.all("lead_step").map { try $0.value("step").value } == [-10])
  }

  @Test func validVotesAreTheSumUnlessTheSharesShowMoreOptions() async throws {
    let columns = "id,valid_votes,votes_oak,votes_elm,percent_oak,percent_elm"
    let outcome = try await timeline.outcome(
      Samples.bulletins(
        columns, "sum,,600,400,,", "fits,,600,400,60.0,40.0", "cut,,667,333,66.7,33.3", "more,,600,400,40.0,26.7",
        "stated,1700,600,400,40.0,26.7", "part,,600,,40.0,", "nothing,,,,40.0,"))
    func valid(_ key: String) throws -> Cell? { try outcome.rows("leads", .text(key)).first?[8] }
    #expect(try valid("sum") == 1000)
    #expect(try valid("fits") == 1000)
    #expect(try valid("cut") == 1000)
    #expect(try valid("more") == 1500)
    #expect(try valid("stated") == 1700)
    #expect(try valid("part") == 1500)
    #expect(try valid("nothing") == .missing)
  }

  @Test func batchesFromVotesAtBothEnds() async throws {
    let columns = "id,votes_oak,votes_elm,percent_oak,percent_elm,published"
    let exact = try await timeline.outcome(
      Samples.bulletins(columns, "a,60,40,,,2020-01-01", "b,160,140,,,2020-01-02"))
    #expect(exact.all("batch_margin").isEmpty, "the lead did not change")
    let stated = try await timeline.outcome(
      Samples.bulletins(columns, "a,60,40,,,2020-01-01", "b,160,190,,,2020-01-02"))
    #expect(try stated.one("batch_margin").value("margin") == Quantity(20, .points))
    let implied = try await timeline.outcome(
      Samples.bulletins(columns, "a,6000,4000,50.0,33.3,2020-01-01", "b,16000,19000,38.1,45.2,2020-01-02"))
    let margin = try implied.one("batch_margin").value("margin")
    let (low, high) = (try #require(margin.low), try #require(margin.high))
    // 12,000 and 42,035 valid votes; the ends follow from shares within 0.05 of those printed.
    #expect(abs((margin.value ?? 0) - 100 * 5000 / 30_035.0) < 1e-6)
    #expect(abs(low - 100 * 5000 / (19000 / 0.4515 - 6000 / 0.5005)) < 1e-9)
    #expect(abs(high - 100 * 5000 / (19000 / 0.4525 - 6000 / 0.4995)) < 1e-9)
  }

  @Test(arguments: [
    ("18h", "silence"), ("1110min", "silence"), ("1111min", "possible_silence"), ("39h", "possible_silence"),
  ])
  func silenceAtTheEdgesOfItsThreshold(_ threshold: String, _ code: String) async throws {
    let run = OperationRun.timeline(Samples.honduras).with(["silence": .string(threshold)])
    let outcome = try await run.outcome(file: Samples.bulletins)
    #expect(
      outcome.findings.filter { $0.subject == "monday_to_second" && $0.values["gap"] != nil }.map(\.code) == [code])
  }

  @Test func noSilenceAboveTheUpperEnd() async throws {
    let run = OperationRun.timeline(Samples.honduras).with(["silence": "2341min"])
    let outcome = try await run.outcome(file: Samples.bulletins)
    #expect(outcome.findings.allSatisfy { $0.subject != "monday_to_second" || $0.values["gap"] == nil })
    #expect(try outcome.rows("gaps", "monday").first?.last == "none")
  }

  @Test func extremeFilesRun() async throws {
    let most = "10000000000"
    let outcome = try await timeline.outcome(
      Samples.bulletins(
        "id,lead,leader,votes_oak,votes_elm,valid_votes,percent_oak,percent_elm,counted_sheets_percent,published",
        "a,,,\(most),0,,,,0.0,2020-01-01", "b,,,0,\(most),0,,,100,2020-01-01", "c,\(most),elm,,,,,,50,2020-01-01",
        "d,,,1,,,0.000000000000000001,,,", "e,,,\(most),,,0.000000000000001,0.0,,", "f,,,,,,0,0,,", "g,0,,,,,,,,"))
    #expect(try outcome.one("lead", about: "c").value("lead").value == 1e10)
    let none = try await timeline.outcome(Samples.bulletins("id"))
    #expect(none.findings.isEmpty && none.figures.isEmpty)
  }

  @Test func everyCodeIsMadeByOneOfTheseFiles() async throws {
    var codes = try await OperationRun.timeline(Samples.honduras).outcome(file: Samples.bulletins).codes
    codes.formUnion(
      try await timeline.outcome(
        Samples.bulletins(
          "id,lead,leader,votes_oak,votes_elm,percent_oak,percent_elm,published", "a,9,oak,5,3,,,2020-01-01",
          "b,,,,,48,50,2020-01-02", "c,0,,,,,,2020-01-03")
      ).codes)
    codes.formUnion(
      try await timeline.outcome(
        Samples.bulletins(
          "id,stage,counted_sheets,total_sheets,votes_oak,votes_elm,published", "a,,30,40,700,200,2020-01-01",
          "z,declared,,,750,250,2020-01-02")
      ).codes)
    codes.formUnion(
      try await timeline.outcome(
        Samples.bulletins(
          "id,counted_sheets,total_sheets,votes_oak,votes_elm,lead,leader,published", "a,50,100,500,400,,,2020-01-01",
          "b,51,100,,,200,elm,2020-01-03", "c,50,100,,,200,elm,2020-01-05")
      ).codes)
    let declared = try #require(counts.manifest.operations.first { $0.id == "timeline" }).findings.map(\.code)
    // OpenSilenceTests has the one that editions alone have, NumbersWithheldTests what is withheld.
    #expect(
      codes
        == Set(declared).subtracting(TimelineSheetsTests.codes).subtracting(CaptureTests.codes)
        .subtracting(TimelineRuleTests.codes).subtracting([
          "open_silence", "numbers_withheld",
        ]))
  }
}
