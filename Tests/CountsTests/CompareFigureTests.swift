import ModuleKit
import TestSupport
import Testing

@testable import Charts
@testable import Counts

@Suite struct CompareFigureTests {
  static let caption = Caption(
    title: Text(en: "Where the margin differs", es: "Dónde difiere el margen"),
    takeaway: Text(en: "Most sheets agree.", es: "La mayoría de las actas coincide."))

  static func differences(_ scale: Int) -> CompareFigure? {
    CompareFigure(
      measure: Text(en: "Votes of margin", es: "Votos de margen"),
      left: Text("Elm"), right: Text("Oak"),
      rows: [
        .init(
          name: Text(en: "1 to 9 votes", es: "De 1 a 9 votos"), left: .init(sheets: 812, votes: 2310 * scale),
          right: .init(sheets: 790, votes: 2214 * scale)),
        .init(
          name: Text(en: "10 to 99 votes", es: "De 10 a 99 votos"), left: .init(sheets: 401, votes: 14_900 * scale),
          right: .init(sheets: 415, votes: 15_100 * scale)),
        .init(
          name: Text(en: "100 votes or more", es: "100 votos o más"), left: .init(sheets: 1, votes: scale),
          right: .init()),
      ], caption: caption)
  }

  @Test(arguments: [1, 1000]) func labelsStandInThePlotAtBothSides(scale: Int) throws {
    let figure = try #require(Self.differences(scale)).figure
    let layout = PanelLayout(figure.panels[0])
    #expect(layout.labels.count == 7)
    for label in layout.labels { #expect(layout.plot.area.contains(label.box), "\(label.label.lines[0].text.en)") }
    #expect(figure.problems == [])
  }

  @Test func theDescriptionSaysWhatTheBarsSay() throws {
    let figure = try #require(Self.differences(1)).figure
    #expect(
      figure.description.en.hasSuffix(
        "100 votes or more, better for Oak: 0 votes, 0 sheets. 100 votes or more, better for Elm: 1 vote, 1 sheet."))
    #expect(
      figure.description.es.hasPrefix("Votos de margen. De 1 a 9 votos, a favor de Oak: 2,214 votos, 790 actas."),
      "\(figure.description.es)")
  }

  @Test func nothingThatMovesMakesNoFigure() {
    let rows = [CompareFigure.Row(name: Text("c"))]
    #expect(
      CompareFigure(measure: Text("m"), left: Text("a"), right: Text("b"), rows: rows, caption: Self.caption) == nil)
  }
}
