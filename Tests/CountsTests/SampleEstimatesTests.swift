import Charts
import ModuleKit
import TestSupport
import Testing

@testable import Counts

struct SampleEstimatesTests {
  private let caption = Caption(
    title: Text(en: "The quick count", es: "El conteo rápido"),
    takeaway: Text(en: "Oak is ahead of Elm by 3.10 points.", es: "Oak va por delante de Elm por 3.10 puntos."),
    caution: Text(
      en: "The bars show what chance alone leaves open, not what a sample that is not complete leaves open.",
      es: "Las barras muestran lo que solo el azar deja abierto, no lo que deja abierto una muestra incompleta."),
    source: Text(en: "the observers' copies", es: "las copias de los observadores"))

  private let estimates = SampleEstimates(
    measure: Text(en: "Percent of the valid votes", es: "Porcentaje de los votos válidos"),
    rows: [
      .init(name: Text("Oak"), percent: 44.2, interval: 42.7...45.7, official: 44.9),
      .init(name: Text("Elm"), percent: 41.1, interval: 39.5...42.7, official: 36.3),
      .init(name: Text("The Alliance of the Lesser Trees"), percent: 3.1, interval: 2.9...3.3),
    ])

  @Test func saysInWordsWhatItShows() throws {
    let figure = try #require(estimates.figure(id: "estimates", caption: caption))
    #expect(
      figure.description.en
        == "Percent of the valid votes. Oak: 44.20% (42.70 to 45.70), declared 44.90%. Elm: 41.10% (39.50 to 42.70), declared 36.30%. The Alliance of the Lesser Trees: 3.10% (2.90 to 3.30)."
    )
    #expect(
      figure.description.es
        == "Porcentaje de los votos válidos. Oak: 44.20\u{A0}% (42.70 a 45.70), declarado 44.90\u{A0}%. Elm: 41.10\u{A0}% (39.50 a 42.70), declarado 36.30\u{A0}%. The Alliance of the Lesser Trees: 3.10\u{A0}% (2.90 a 3.30)."
    )
  }

  @Test func hasAMarkForEveryNumber() throws {
    for language in Language.allCases {
      let svg = try #require(estimates.figure(id: "estimates", caption: caption)).svg(in: language)
      #expect(svg.ranges(of: "<circle").count == 3)
      #expect(svg.contains(language == .english ? "44.20% (42.70 to 45.70)" : "44.20\u{A0}% (42.70 a 45.70)"))
    }
  }

  @Test func nothingToShow() {
    #expect(SampleEstimates(measure: Text("x"), rows: []).figure(id: "x", caption: caption) == nil)
  }

  @Test func everyShareFits() throws {
    for percent in [0.0, 0.004, 1, 50, 99.99, 100] {
      let row = SampleEstimates.Row(name: Text("Oak"), percent: percent, interval: percent...percent, official: percent)
      let figure = SampleEstimates(measure: Text("Percent"), rows: [row]).figure(id: "one", caption: caption)
      #expect(try #require(figure).svg(in: .english).contains("Oak"))
    }
  }
}
