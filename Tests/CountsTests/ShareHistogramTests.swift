import ModuleKit
import TestSupport
import Testing

@testable import Charts
@testable import Counts

private let caption = Caption(
  title: Text(en: "Shares by station", es: "Porcentajes por mesa"),
  takeaway: Text(en: "Two lines differ.", es: "Dos líneas difieren."))

private func histogram(_ reported: [Double], _ models: [[Double]]) -> ShareHistogram {
  ShareHistogram(
    measure: Text(en: "Share, percent", es: "Porcentaje"),
    reported: .init(name: Text(en: "as reported", es: "según las actas"), stations: reported),
    models: models.enumerated().map { .init(name: Text("model \($0)"), stations: $1) })
}

/// A hill of stations around `middle`.
private func hill(_ middle: Double, height: Double = 1000) -> [Double] {
  (0..<100).map { height / (1 + (Double($0) - middle) * (Double($0) - middle) / 40) }
}

@Test func sharesStandBesideTheirModels() throws {
  let figure = try #require(
    histogram(hill(60), [hill(62, height: 900), hill(55, height: 800)]).figure(id: "shares", caption: caption))
  #expect(figure.panels[0].marks.count == 3)
  let layout = PanelLayout(figure.panels[0])
  #expect(layout.labels.count == 3)
  for label in layout.labels { #expect(layout.plot.area.contains(label.box), "\(label.label.lines[0].text.en)") }
  #expect(
    figure.description.en.hasPrefix("as reported: most stations, 1,000, between 60 and 61 percent. model 0: most "))
  #expect(
    figure.description.es.hasPrefix("según las actas: el mayor número de mesas, 1000, entre el 60 y el 61 por ciento.")
  )
  #expect(figure.problems == [])
}

@Test func theHardestHistogramsStillFit() throws {
  for middle in [0.0, 99] {
    let figure = histogram(hill(middle), [hill(middle), hill(middle)]).figure(id: "shares", caption: caption)
    let layout = PanelLayout(try #require(figure).panels[0])
    for label in layout.labels { #expect(layout.plot.area.contains(label.box)) }
  }
  #expect(histogram([], []).figure(id: "shares", caption: caption) == nil)
  #expect(histogram([0, 0], []).figure(id: "shares", caption: caption) == nil)
  #expect(histogram([1, .infinity], []).figure(id: "shares", caption: caption) == nil)
  #expect(histogram([1, 2], [[1]]).figure(id: "shares", caption: caption) == nil)
}
