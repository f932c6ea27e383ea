import ModuleKit
import TestSupport
import Testing

/// The reference workspace's own bulletins.
///
/// The expected figures are those of `counts/honduras_2017_acceptance.json` among the shared vectors, to its
/// precision; ``AcceptanceVectorTests`` reads that file where it is there.
struct HondurasTimelineTests {
  private func outcome() async throws -> Outcome {
    try await OperationRun.timeline(Samples.honduras).citing(file: Samples.sources).outcome(file: Samples.bulletins)
  }

  @Test func leadSteps() async throws {
    let outcome = try await outcome()
    let steps = try outcome.all("lead_step").map { try $0.value("step").value }
    #expect(steps == [-45_587, -31_709, -48_963])
    let total = try outcome.one("lead_change_total")
    #expect(total.subject == "first_to_fourth")
    #expect(try total.value("total").value == -126_259)
  }

  @Test func silenceIsAnIntervalAndOne() async throws {
    let silence = try await outcome().one("silence")
    #expect(silence.subject == "monday_to_second")
    let gap = try silence.value("gap")
    #expect(gap.value == nil && gap.low == 18.5 && gap.high == 39 && gap.interval == .reportedRange)
    #expect(silence.severity == .concern)
    #expect(silence.basisBy == ["002", "press_27_nov_agency"])
  }

  @Test func reversal() async throws {
    let reversal = try await outcome().one("lead_reversal")
    #expect(reversal.subject == "third_to_fourth")
    #expect(
      reversal.statement.en
        == "By the figures of a news story of 30 November 2017, the mission computes that the option ahead changed between two bulletins: Salvador Nasralla was ahead by 16,679\u{A0}votes, then Juan Orlando Hernández by 32,284\u{A0}votes."
    )
  }

  @Test func whatWasKnownThenComesFirstAndHindsightIsLabelled() async throws {
    let outcome = try await outcome()
    let codes = outcome.findings.map(\.code)
    func place(_ code: String) throws -> Int { try #require(codes.firstIndex(of: code)) }
    #expect(try place("needed_margin") < place("needed_margin_hindsight"))
    #expect(try place("batch_margin") < place("batch_margin_hindsight"))
    for finding in outcome.findings where finding.code.hasSuffix("hindsight") {
      #expect(finding.statement.en.hasPrefix("With hindsight, by the figures of a "))
      #expect(finding.statement.es.hasPrefix("En retrospectiva, con las cifras de un"))
      #expect(finding.basisBy.contains("press_17_dec"))
    }
    for code in ["needed_margin", "open_outcome", "batch_margin"] {
      let finding = try outcome.one(code)
      #expect(!finding.basisBy.contains("press_17_dec"))
    }
  }

  @Test func rangesSayWhatTheyAssume() async throws {
    let outcome = try await outcome()
    func assumptions(_ code: String, _ value: String) throws -> [String] {
      guard case .assumptionRange(let all) = try outcome.one(code).value(value).interval else { return [] }
      return all.map(\.name)
    }
    #expect(try assumptions("needed_margin", "needed") == ["sheets_for_votes", "size", "counted", "rounded_shares"])
    #expect(
      try assumptions("open_outcome", "outstanding") == ["sheets_for_votes", "size", "counted", "rounded_shares"])
    #expect(
      try assumptions("batch_margin", "margin") == [
        "sheets_for_votes", "size", "counted_before", "counted", "rounded_shares",
      ])
    #expect(
      try assumptions("batch_margin_hindsight", "margin") == ["sheets_for_votes", "counted", "rounded_shares"])
  }

  @Test func sentences() async throws {
    let outcome = try await outcome()
    for (code, subject, en, es) in Self.sentences {
      let finding = try outcome.one(code, about: subject)
      #expect(finding.statement.en == en)
      #expect(finding.statement.es.replacing("\u{A0}", with: " ") == es)
    }
  }

  private static let sentences = [
    (
      "lead", "first",
      "According to a press report of 27 November 2017, the count published between 00:00 and 06:00 on 27 November 2017 showed Salvador Nasralla ahead of Juan Orlando Hernández by 93,975\u{A0}votes, with 57.19% of the sheets counted.",
      "Según un informe de prensa del 27 de noviembre de 2017, en el conteo publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017 Salvador Nasralla aventajaba a Juan Orlando Hernández por 93,975 votos, con el 57.19% de las actas contadas."
    ),
    (
      "lead_in_shares", "monday",
      "According to an agency report of 27 November 2017, the count published between 03:00 and 17:30 on 27 November 2017 showed Salvador Nasralla ahead of Juan Orlando Hernández by 4.99\u{A0}points (at least 4.98 and at most 5.00) in the printed shares of the valid votes, with 57.94% of the sheets counted.",
      "Según un despacho de agencia del 27 de noviembre de 2017, en el conteo publicado entre las 03:00 y las 17:30 del 27 de noviembre de 2017 Salvador Nasralla aventajaba a Juan Orlando Hernández por 4.99 puntos (al menos 4.98 y como máximo 5.00) en los porcentajes impresos de los votos válidos, con el 57.94% de las actas contadas."
    ),
    (
      "lead", "second",
      "According to a news story of 30 November 2017, the count published between 12:00 and 18:00 on 28 November 2017 showed Salvador Nasralla ahead of Juan Orlando Hernández by 48,388\u{A0}votes, without stating the share of sheets counted.",
      "Según una noticia del 30 de noviembre de 2017, en el conteo publicado entre las 12:00 y las 18:00 del 28 de noviembre de 2017 Salvador Nasralla aventajaba a Juan Orlando Hernández por 48,388 votos, sin indicar qué parte de las actas se había contado."
    ),
    (
      "declared_lead", "declared",
      "According to a press report of 17 December 2017, the result declared on 17 December 2017 shows Juan Orlando Hernández ahead of Salvador Nasralla by 50,446\u{A0}votes.",
      "Según un informe de prensa del 17 de diciembre de 2017, en el resultado declarado el 17 de diciembre de 2017 Juan Orlando Hernández aventaja a Salvador Nasralla por 50,446 votos."
    ),
    (
      "silence", "monday_to_second",
      "The mission knows of no bulletin for 18.5\u{A0}hours at least: according to an agency report of 27 November 2017 and a news story of 30 November 2017, one was published between 03:00 and 17:30 on 27 November 2017 and the next between 12:00 and 18:00 on 28 November 2017. By those times the mission computes that the silence lasted between 18.5 and 39\u{A0}hours.",
      "La misión no conoce ningún boletín durante al menos 18.5 horas: según un despacho de agencia del 27 de noviembre de 2017 y una noticia del 30 de noviembre de 2017, uno se publicó entre las 03:00 y las 17:30 del 27 de noviembre de 2017 y el siguiente entre las 12:00 y las 18:00 del 28 de noviembre de 2017. Con esas horas la misión calcula que el silencio duró entre 18.5 y 39 horas."
    ),
    (
      "lead_change_total", "first_to_fourth",
      "By the figures of a press report of 27 November 2017 and a news story of 30 November 2017, the mission computes that from the first to the last bulletin the lead of Salvador Nasralla went from 93,975 to \u{2212}32,284 votes: a change of \u{2212}126,259\u{A0}votes.",
      "Con las cifras de un informe de prensa del 27 de noviembre de 2017 y una noticia del 30 de noviembre de 2017, la misión calcula que del primer al último boletín la ventaja de Salvador Nasralla pasó de 93,975 a \u{2212}32,284 votos: un cambio de \u{2212}126,259 votos."
    ),
    (
      "needed_margin", "first",
      "As known then, by the figures of a press report of 27 November 2017, the mission computes that Juan Orlando Hernández needed a margin of between 6.02 and 8.28\u{A0}points among the votes still to be counted to make up 93,975\u{A0}votes, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones.",
      "Con la información disponible entonces y las cifras de un informe de prensa del 27 de noviembre de 2017, la misión calcula que Juan Orlando Hernández necesitaba un margen de entre 6.02 y 8.28 puntos entre los votos por contar para remontar 93,975 votos, si las actas pendientes contenían entre 0.8 y 1.1 veces los votos de las contadas."
    ),
    (
      "open_outcome", "first",
      "By the figures of a press report of 27 November 2017, the mission computes that the count published between 00:00 and 06:00 on 27 November 2017 could not establish the order of Salvador Nasralla and Juan Orlando Hernández: between 1,134,291 and 1,560,632\u{A0}votes were still to be counted, more than the lead of 93,975\u{A0}votes, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones.",
      "Con las cifras de un informe de prensa del 27 de noviembre de 2017, la misión calcula que el conteo publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017 no permitía establecer el orden entre Salvador Nasralla y Juan Orlando Hernández: quedaban por contar entre 1,134,291 y 1,560,632 votos, más que la ventaja de 93,975 votos, si las actas pendientes contenían entre 0.8 y 1.1 veces los votos de las contadas."
    ),
    (
      "needed_margin_hindsight", "first",
      "With hindsight, by the figures of a press report of 27 November 2017 and the total declared later, the mission computes that Juan Orlando Hernández needed a margin of 6.76\u{A0}points among the votes then still to be counted to make up 93,975\u{A0}votes.",
      "En retrospectiva, con las cifras de un informe de prensa del 27 de noviembre de 2017 y el total declarado después, la misión calcula que Juan Orlando Hernández necesitaba un margen de 6.76 puntos entre los votos entonces por contar para remontar 93,975 votos."
    ),
    (
      "batch_margin", "first_to_fourth",
      "As known then, by the figures of a press report of 27 November 2017 and a news story of 30 November 2017, the mission computes that the votes counted between the bulletin published between 00:00 and 06:00 on 27 November 2017 and the one published between 00:00 on 29 November and 12:00 on 30 November 2017 must have favoured Juan Orlando Hernández over Salvador Nasralla by between 10.40 and 14.75\u{A0}points, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones.",
      "Con la información disponible entonces y las cifras de un informe de prensa del 27 de noviembre de 2017 y una noticia del 30 de noviembre de 2017, la misión calcula que los votos contados entre el boletín publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017 y el publicado entre las 00:00 del 29 de noviembre y las 12:00 del 30 de noviembre de 2017 tuvieron que favorecer a Juan Orlando Hernández frente a Salvador Nasralla por entre 10.40 y 14.75 puntos, si las actas pendientes contenían entre 0.8 y 1.1 veces los votos de las contadas."
    ),
    (
      "batch_margin_hindsight", "first_to_fourth",
      "With hindsight, by the figures of a press report of 27 November 2017 and a news story of 30 November 2017 and the total declared later, the mission computes that the votes counted between the bulletin published between 00:00 and 06:00 on 27 November 2017 and the one published between 00:00 on 29 November and 12:00 on 30 November 2017 favoured Juan Orlando Hernández over Salvador Nasralla by between 11.71 and 12.08\u{A0}points, within the decimals of the printed shares.",
      "En retrospectiva, con las cifras de un informe de prensa del 27 de noviembre de 2017 y una noticia del 30 de noviembre de 2017 y el total declarado después, la misión calcula que los votos contados entre el boletín publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017 y el publicado entre las 00:00 del 29 de noviembre y las 12:00 del 30 de noviembre de 2017 favorecieron a Juan Orlando Hernández frente a Salvador Nasralla por entre 11.71 y 12.08 puntos, dentro de los decimales de los porcentajes impresos."
    ),
  ]

  @Test func the28NovemberEditionKnowsTwoReadings() async throws {
    let run = try OperationRun.timeline(Samples.honduras).citing(file: Samples.sources)
      .known(at: "2017-11-28T00:00:00-06:00")
    let outcome = try await run.outcome(file: Samples.bulletins)
    #expect(
      outcome.findings.map(\.code) == [
        "possible_silence", "open_silence", "lead", "lead_in_shares", "needed_margin", "open_outcome",
      ])
    #expect(
      try outcome.one("open_silence").statement.en
        == "No further bulletin was known at the close of this edition, between 6.5 and 21\u{A0}hours after the last one, published between 03:00 and 17:30 on 27 November 2017."
    )
    for finding in outcome.findings {
      #expect(["first", "monday", "first_to_monday"].contains(finding.subject))
      #expect(Set(finding.basisBy).isSubset(of: ["press_27_nov", "press_27_nov_agency"]))
    }
    #expect(outcome.tables["leads"]?.rowCount == 2)
    #expect(outcome.tables["gaps"]?.rowCount == 1)
    #expect(outcome.tables["batches"]?.rowCount == 0)
    let whole = try await self.outcome()
    #expect(try outcome.one("needed_margin").statement == whole.one("needed_margin").statement)
  }

  @Test func theFigureIsThereInBothLanguages() async throws {
    let figure = try #require(try await outcome().figures["lead"])
    #expect(figure.en.contains("<svg") && figure.en.contains("The published lead"))
    #expect(figure.es.contains("La ventaja publicada"))
    // Where the lead has not moved yet, nothing is said of what moved it.
    let first = try #require(
      try await OperationRun.timeline(Samples.honduras).known(at: "2017-11-28T00:00:00-06:00")
        .outcome(file: Samples.bulletins).figures["lead"])
    #expect(figure.en.contains("late shift") && figure.es.contains("cambio tardío"))
    #expect(!first.en.contains("late shift") && !first.es.contains("cambio tardío"))
  }
}
