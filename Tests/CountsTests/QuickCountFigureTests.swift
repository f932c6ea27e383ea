import Charts
import ModuleKit
import TestSupport
import Testing

@testable import Counts

struct QuickCountFigureTests {
  private typealias Row = QuickCountFigure.Row

  private static func shown(_ rows: [Row]) -> QuickCountFigure? {
    QuickCountFigure(
      rows,
      takeaway: Text(en: "Oak is ahead of Elm by 3.10 points.", es: "Oak va por delante de Elm por 3.10 puntos."),
      base: Text(en: "the valid votes", es: "los votos válidos"), confidence: 0.95, isComplete: false,
      source: Text(en: "the observers' copies", es: "las copias de los observadores"))
  }

  private let estimates = [
    Row(name: Text("Oak"), percent: 44.2, interval: 42.7...45.7, official: 44.9),
    Row(name: Text("Elm"), percent: 41.1, interval: 39.5...42.7, official: 36.3),
    Row(name: Text("The Alliance of the Lesser Trees"), percent: 3.1, interval: 2.9...3.3),
  ]

  @Test func saysInWordsWhatItShows() throws {
    let figure = try #require(Self.shown(estimates)).figure
    #expect(
      figure.description.en
        == "Percent of the valid votes, with intervals of 95% confidence. Oak: 44.20% (42.70 to 45.70), declared 44.90%. Elm: 41.10% (39.50 to 42.70), declared 36.30%. The Alliance of the Lesser Trees: 3.10% (2.90 to 3.30)."
    )
    #expect(
      figure.description.es
        == "Porcentaje de los votos válidos, con intervalos de confianza del 95%. Oak: 44.20% (42.70 a 45.70), declarado 44.90%. Elm: 41.10% (39.50 a 42.70), declarado 36.30%. The Alliance of the Lesser Trees: 3.10% (2.90 a 3.30)."
    )
  }

  @Test func hasAMarkForEveryNumber() throws {
    for language in Language.allCases {
      let svg = try #require(Self.shown(estimates)).figure.svg(in: language)
      #expect(svg.ranges(of: "<circle").count == 3)
      #expect(svg.contains(language == .english ? "44.20% (42.70 to 45.70)" : "44.20% (42.70 a 45.70)"))
    }
  }

  @Test func nothingToShow() {
    #expect(Self.shown([]) == nil)
  }

  @Test func everyShareFits() throws {
    for percent in [0.0, 0.004, 1, 50, 99.99, 100] {
      let row = Row(name: Text("Oak"), percent: percent, interval: percent...percent, official: percent)
      let figure = try #require(Self.shown([row])).figure
      #expect(figure.svg(in: .english).contains("Oak") && figure.problems == [])
    }
  }
}
