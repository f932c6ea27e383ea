import ModuleKit
import TestSupport
import Testing

@testable import Charts
@testable import Counts

private func shown(_ reported: [Double], _ best: [Double], _ untouched: [Double]) -> KlimekFigure? {
  KlimekFigure(reported: reported, best: best, untouched: untouched, option: Text("Oak"), source: Text("the court"))
}

/// A hill of stations around `middle`.
private func hill(_ middle: Double, height: Double = 1000) -> [Double] {
  (0..<100).map { height / (1 + (Double($0) - middle) * (Double($0) - middle) / 40) }
}

@Test func sharesStandBesideTheirModels() throws {
  let figure = try #require(shown(hill(60), hill(62, height: 900), hill(55, height: 800))).figure
  #expect(figure.panels[0].marks.count == 3)
  let layout = PanelLayout(figure.panels[0])
  #expect(layout.labels.count == 3)
  for label in layout.labels { #expect(layout.plot.area.contains(label.box), "\(label.label.lines[0].text.en)") }
  #expect(
    figure.description.en.hasPrefix(
      "as reported: most stations, 1,000, between 60 and 61 percent. model that fits best: most "))
  #expect(
    figure.description.es.hasPrefix("según las actas: el mayor número de mesas, 1,000, entre el 60 y el 61 por ciento.")
  )
  #expect(figure.problems == [])
}

@Test func theHardestHistogramsStillFit() throws {
  for middle in [0.0, 99] {
    let figure = try #require(shown(hill(middle), hill(middle), hill(middle))).figure
    let layout = PanelLayout(figure.panels[0])
    for label in layout.labels { #expect(layout.plot.area.contains(label.box)) }
  }
  #expect(shown([], [], []) == nil)
  #expect(shown([0, 0], [0, 0], [0, 0]) == nil)
  #expect(shown([1, .infinity], [1, 1], [1, 1]) == nil)
  #expect(shown([1, 2], [1], [1, 2]) == nil)
  #expect(shown([1, 2], [1, 2], [1]) == nil)
}
