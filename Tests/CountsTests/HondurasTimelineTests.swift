import ModuleKit
import TestSupport
import Testing

/// The reference workspace's own bulletins.
///
/// The expected figures are those of `counts/honduras_2017_acceptance.json` among the shared vectors, to its
/// precision; ``AcceptanceVectorTests`` reads that file where it is there.
struct HondurasTimelineTests {
  private func outcome() async throws -> Outcome {
    try await OperationRun.timeline(Samples.honduras).outcome(file: Samples.bulletins)
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
    #expect(silence.subject == "first_to_second")
    let gap = try silence.value("gap")
    #expect(gap.value == nil && gap.low == 30 && gap.high == 42 && gap.interval == .reportedRange)
    #expect(silence.severity == .concern)
    #expect(silence.basisBy == ["002", "press_27_nov"])
  }

  @Test func reversal() async throws {
    let reversal = try await outcome().one("lead_reversal")
    #expect(reversal.subject == "third_to_fourth")
    #expect(
      reversal.statement.en
        == "The option ahead changed between two bulletins: Salvador Nasralla was ahead by 16,679\u{A0}votes, then Juan Orlando Hernández by 32,284\u{A0}votes."
    )
  }

  @Test func whatWasKnownThenComesFirstAndHindsightIsLabelled() async throws {
    let outcome = try await outcome()
    let codes = outcome.findings.map(\.code)
    func place(_ code: String) throws -> Int { try #require(codes.firstIndex(of: code)) }
    #expect(try place("needed_margin") < place("needed_margin_hindsight"))
    #expect(try place("batch_margin") < place("batch_margin_hindsight"))
    for finding in outcome.findings where finding.code.hasSuffix("hindsight") {
      #expect(finding.statement.en.hasPrefix("With hindsight, by the total declared later, "))
      #expect(finding.statement.es.hasPrefix("En retrospectiva, según el total declarado después, "))
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

  /// In Spanish a narrow no-break space is written `_` here.
  private static let sentences = [
    (
      "lead", "first",
      "The count published between 00:00 and 06:00 on 27 November 2017 showed Salvador Nasralla ahead of Juan Orlando Hernández by 93,975\u{A0}votes, with 57.19% of the sheets counted.",
      "Según el conteo publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017, Salvador Nasralla aventajaba a Juan Orlando Hernández por 93,975 votos, con el 57.19% de las actas contadas."
    ),
    (
      "lead", "second",
      "The count published between 12:00 and 18:00 on 28 November 2017 showed Salvador Nasralla ahead of Juan Orlando Hernández by 48,388\u{A0}votes, without stating the share of sheets counted.",
      "Según el conteo publicado entre las 12:00 y las 18:00 del 28 de noviembre de 2017, Salvador Nasralla aventajaba a Juan Orlando Hernández por 48,388 votos, sin indicar qué parte de las actas se había contado."
    ),
    (
      "declared_lead", "declared",
      "The result declared on 17 December 2017 shows Juan Orlando Hernández ahead of Salvador Nasralla by 50,446\u{A0}votes.",
      "Según el resultado declarado el 17 de diciembre de 2017, Juan Orlando Hernández aventaja a Salvador Nasralla por 50,446 votos."
    ),
    (
      "silence", "first_to_second",
      "No bulletin is known for 30\u{A0}hours at least: after the one published between 00:00 and 06:00 on 27 November 2017 the next came between 12:00 and 18:00 on 28 November 2017. Given those times the silence lasted 30 to 42\u{A0}hours.",
      "No se conoce ningún boletín durante al menos 30 horas: después del publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017, el siguiente llegó entre las 12:00 y las 18:00 del 28 de noviembre de 2017. Según esas horas, duración del silencio: 30 a 42 horas."
    ),
    (
      "lead_change_total", "first_to_fourth",
      "From the first to the last bulletin the lead of Salvador Nasralla went from 93,975 to \u{2212}32,284 votes: a change of \u{2212}126,259\u{A0}votes.",
      "Del primer al último boletín la ventaja de Salvador Nasralla pasó de 93,975 a \u{2212}32,284 votos: un cambio de \u{2212}126,259 votos."
    ),
    (
      "needed_margin", "first",
      "As known then, Juan Orlando Hernández needed a margin of 6.63\u{A0}points (6.02 to 8.28) among the votes still to be counted to make up 93,975\u{A0}votes.",
      "Con la información disponible entonces, Juan Orlando Hernández necesitaba un margen de 6.63 puntos (6.02 a 8.28) entre los votos por contar para remontar 93,975 votos."
    ),
    (
      "open_outcome", "first",
      "The count published between 00:00 and 06:00 on 27 November 2017 could not establish the order of Salvador Nasralla and Juan Orlando Hernández: about 1,418,310\u{A0}votes (1,134,291 to 1,560,632) were still to be counted, more than the lead of 93,975\u{A0}votes.",
      "El conteo publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017 no permitía establecer el orden entre Salvador Nasralla y Juan Orlando Hernández: quedaban por contar unos 1,418,310 votos (1,134,291 a 1,560,632), más que la ventaja de 93,975 votos."
    ),
    (
      "needed_margin_hindsight", "first",
      "With hindsight, by the total declared later, Juan Orlando Hernández needed a margin of 6.76\u{A0}points among the votes then still to be counted to make up 93,975\u{A0}votes.",
      "En retrospectiva, según el total declarado después, Juan Orlando Hernández necesitaba un margen de 6.76 puntos entre los votos entonces por contar para remontar 93,975 votos."
    ),
    (
      "batch_margin", "first_to_fourth",
      "As known then, the votes counted between the bulletin published between 00:00 and 06:00 on 27 November 2017 and the one published at 12:00 on 30 November 2017 must have favoured Juan Orlando Hernández over Salvador Nasralla by 11.62\u{A0}points (10.40 to 14.75).",
      "Con la información disponible entonces, los votos contados entre el boletín publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017 y el publicado a las 12:00 del 30 de noviembre de 2017 tuvieron que favorecer a Juan Orlando Hernández frente a Salvador Nasralla por 11.62 puntos (10.40 a 14.75)."
    ),
    (
      "batch_margin_hindsight", "first_to_fourth",
      "With hindsight, by the total declared later, the votes counted between the bulletin published between 00:00 and 06:00 on 27 November 2017 and the one published at 12:00 on 30 November 2017 favoured Juan Orlando Hernández over Salvador Nasralla by 11.89\u{A0}points (11.71 to 12.08).",
      "En retrospectiva, según el total declarado después, los votos contados entre el boletín publicado entre las 00:00 y las 06:00 del 27 de noviembre de 2017 y el publicado a las 12:00 del 30 de noviembre de 2017 favorecieron a Juan Orlando Hernández frente a Salvador Nasralla por 11.89 puntos (11.71 a 12.08)."
    ),
  ]

  @Test func the28NovemberEditionKnowsOneBulletin() async throws {
    let run = try OperationRun.timeline(Samples.honduras).known(at: "2017-11-28T00:00:00-06:00")
    let outcome = try await run.outcome(file: Samples.bulletins)
    #expect(outcome.findings.map(\.code) == ["open_silence", "lead", "needed_margin", "open_outcome"])
    #expect(
      try outcome.one("open_silence").statement.en
        == "No further bulletin was known at the close of this edition, 18 to 24\u{A0}hours after the last one, published on 27 November 2017, between 00:00 and 06:00."
    )
    #expect(outcome.findings.allSatisfy { $0.subject == "first" && $0.basisBy == ["press_27_nov"] })
    #expect(outcome.tables["leads"]?.rowCount == 1)
    #expect(outcome.tables["gaps"]?.rowCount == 0)
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
