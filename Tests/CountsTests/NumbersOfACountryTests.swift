import Counts
import ModuleKit
import TestSupport
import Testing

/// Sentences, figures and words inside them are written as the mission's country writes numbers.
@Suite struct NumbersOfACountryTests {
  private static let bulletins = """
    id,source,votes_oak,votes_elm,counted_sheets_percent,published
    a,court,5234,4000,57.5,2020-01-02
    b,court,9000,8999,90,2020-01-03
    """

  private func outcome(_ zone: String) async throws -> Outcome {
    try await OperationRun(counts, "timeline", zone: try #require(Zone(zone))).giving(Self.bulletins, as: "bulletins")
      .outcome()
  }

  private func spanishLead(_ outcome: Outcome) throws -> String {
    try #require(outcome.all("lead").first).statement.es.replacing("\u{A0}", with: " ")
  }

  @Test func inHonduras() async throws {
    let outcome = try await outcome("America/Tegucigalpa")
    #expect(
      try spanishLead(outcome)
        == "Según court, en el conteo publicado el 2 de enero de 2020 Oak aventajaba a Elm por 1,234 votos, con el 57.5% de las actas contadas."
    )
    #expect(try #require(outcome.figures["lead"]).es.contains("1,234"))
  }

  @Test func inArgentina() async throws {
    let outcome = try await outcome("America/Argentina/Buenos_Aires")
    #expect(
      try spanishLead(outcome)
        == "Según court, en el conteo publicado el 2 de enero de 2020 Oak aventajaba a Elm por 1.234 votos, con el 57,5% de las actas contadas."
    )
    #expect(try #require(outcome.all("lead").first).statement.en.contains("1,234\u{A0}votes, with 57.5% of"))
    let figure = try #require(outcome.figures["lead"])
    #expect(figure.es.contains("1.234"))
    #expect(figure.en.contains("1,234"))
  }

  @Test func inSpain() async throws {
    #expect(
      try spanishLead(try await outcome("Europe/Madrid"))
        == "Según court, en el conteo publicado el 2 de enero de 2020 Oak aventajaba a Elm por 1.234 votos, con el 57,5 % de las actas contadas."
    )
  }
}
