import Charts
import Foundation
import Language
import TestSupport
import Testing

/// A figure and a mark that a plugin might draw, from what the room makes public alone: the examples of ``Figure`` and of
/// ``ChartMark``.
struct OwnFigureTests {
  private let turnout: Figure = {
    let rows: [(name: Text, percent: Double)] = [
      (Text(en: "North", es: "Norte"), 61.2), (Text(en: "South", es: "Sur"), 48.7),
    ]
    let y = Axis(
      title: Text(en: "Region", es: "Región"), stretches: [0...2],
      ticks: rows.enumerated().map { Axis.Tick(Double($0) + 0.5, $1.name, style: .strong) })
    let labels = rows.enumerated().map { place, row in
      Label(
        lines: [Label.Line(text: Text { $0.percent(row.percent, places: 1) })],
        placement: .beside(x: row.percent, y: Double(place) + 0.5, clearance: 6, sides: [.right]))
    }
    let x = Axis.numbers(
      Text(en: "Turnout, percent", es: "Participación, por ciento"), from: 0, holding: labels,
      width: Panel.width(besides: y)
    ) { value in Text { $0.number(value, places: 0) } }
    let turnout = Figure(
      id: "turnout",
      caption: Caption(
        title: Text(en: "Turnout by region", es: "Participación por región"),
        takeaway: Text(en: "More voted in the north.", es: "En el norte votaron más.")),
      description: Text { language in
        rows.map { "\($0.name[language]): \(language.percent($0.percent, places: 1))." }.joined(separator: " ")
      },
      panels: [
        Panel(
          x: x, y: y, direction: .down, height: 80,
          marks: rows.enumerated().map { BarMark(x: $1.percent, y: Double($0) + 0.5) }, labels: labels)
      ])
    return turnout
  }()

  /// A rectangle from a value of the x axis to the plot's right edge.
  struct RestMark: ChartMark {
    let x: Double

    func draw(on plot: Plot) -> [SVGElement] {
      let left = plot.x.position(of: x)
      let rest = Box(x: left, y: plot.area.y, width: plot.area.right - left, height: plot.area.height)
      return [.rectangle(rest, .muted, opacity: 0.2)]
    }
  }

  @Test func aFigureIsDrawnFromWhatIsPublic() throws {
    #expect(turnout.problems == [])
    #expect(turnout.description.es == "Norte: 61.2%. Sur: 48.7%.")
    let svg = try SVGReader.read(turnout.svg(in: .english))
    let bars = svg.all(named: "rect").filter { $0.attributes["class"] == "v-fill-first" }.compactMap {
      $0.number("width")
    }
    #expect(bars.count == 2)
    // Bars are as long as their numbers say.
    #expect(abs(bars[0] / bars[1] - 61.2 / 48.7) < 0.001)
    let texts = svg.all(named: "text").map(\.text)
    for text in ["Turnout by region", "More voted in the north.", "Region", "North", "61.2%", "Turnout, percent"] {
      #expect(texts.contains(text))
    }
  }

  @Test func aMarkOfAPluginsOwnStandsWhereItsValuesDo() throws {
    var panel = turnout.panels[0]
    panel.marks.append(RestMark(x: 40))
    let figure = Figure(id: "rest", caption: turnout.caption, description: turnout.description, panels: [panel])
    let svg = try SVGReader.read(figure.svg(in: .english))
    let rest = try #require(svg.all(named: "rect").first { $0.attributes["fill-opacity"] == "0.2" })
    let bar = try #require(svg.all(named: "rect").first { $0.attributes["class"] == "v-fill-first" })
    let (zero, end) = (try #require(bar.number("x")), try #require(rest.number("x")))
    #expect(abs((end - zero) / (try #require(bar.number("width"))) - 40 / 61.2) < 0.001)
    #expect(rest.number("height") == 80)
  }

  /// The examples in the documentation are those tested here.
  @Test(arguments: ["Figure", "ChartMark"]) func theDocumentedExampleIsTheTestedOne(name: String) throws {
    let source = try lines(of: "Sources/Charts/\(name).swift").filter { $0.hasPrefix("///") }.map { $0.dropFirst(3) }
    let example = source.drop { $0 != " ```swift" }.dropFirst().prefix { $0 != " ```" }.map { $0.trimmingPrefix(" ") }
    #expect(example.count > 8)
    let tested = try lines(of: "Tests/ChartsTests/OwnFigureTests.swift").map { $0.trimmingPrefix { $0 == " " } }
    let stripped = example.map { $0.trimmingPrefix { $0 == " " } }
    #expect(tested.contains(stripped))
  }

  private func lines(of path: String) throws -> [Substring] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    return try String(contentsOfFile: root + "/" + path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
  }
}
