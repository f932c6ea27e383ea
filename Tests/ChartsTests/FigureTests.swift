import Language
import TestSupport
import Testing

@testable import Charts

@Test func figuresAreSound() {
  for figure in SampleFigures.all {
    #expect(figure.problems == [])
    for language in Language.allCases { #expect(figure.svg[language] == figure.svg(in: language)) }
  }
}

@Test func labelsCoverNothing() {
  for panel in SampleFigures.all.flatMap(\.panels) {
    let layout = PanelLayout(panel)
    #expect(layout.labels.count == panel.labels.count)
    let obstacles = panel.marks.flatMap { $0.obstacles(on: layout.plot) }
    for (index, label) in layout.labels.enumerated() {
      #expect(layout.plot.area.contains(label.box) && !obstacles.contains { $0.overlaps(label.box) })
      #expect(!layout.labels[..<index].contains { $0.box.overlaps(label.box) })
    }
  }
}

/// Each panel has its own axes and begins below the one before it.
@Test func panelsStandBelowEachOther() throws {
  let figure = SampleFigures.sources
  let svg = try SVGReader.read(figure.svg(in: .english))
  let places = try svg.children.filter { $0.name == "g" }.map { panel in
    let move = try #require(panel.attributes["transform"])
    return try #require(Double(move.dropFirst("translate(0 ".count).dropLast()))
  }
  #expect(places.count == 2 && places[1] > places[0] + figure.panels[0].height)
  let titles = ["Metres", "Bank", "Change, metres"]
  #expect(svg.all(named: "text").map(\.text).filter(titles.contains) == titles)
}

@Test func hostileTextsAreEscaped() throws {
  let nasty = Text("</text><script>alert('&amp;')</script> \"<!-- \u{1B}[2J \u{FFFF} ]]>")
  let axis = Axis(title: nasty, stretches: [0...1], ticks: [Axis.Tick(0.5, nasty, detail: nasty)])
  let label = Label(lines: [Label.Line(text: nasty)], placement: .over(x: 0.5))
  let figure = Figure(
    id: "a\"><b é", caption: Caption(title: nasty, takeaway: nasty, caution: nasty, source: nasty), description: nasty,
    panels: [Panel(x: axis, y: axis, height: 100, marks: [], labels: [label])])
  #expect(figure.id == "a---b--")
  let svg = try SVGReader.read(figure.svg(in: .english))
  #expect(svg.all(named: "script").isEmpty)
  let shown = nasty.en.replacing("\u{1B}", with: "\\u{1B}").replacing("\u{FFFF}", with: "\u{FFFD}")
  #expect(svg.children[0].text == shown && svg.children[1].text == shown)
  #expect(svg.all(named: "text").contains { $0.text == shown })
}

/// A figure that is not sound is told as one.
@Test func problemsAreFound() {
  let words = { (text: String) in
    Label(lines: [Label.Line(text: Text(text))], placement: .beside(x: 0.5, y: 0.5, clearance: 0, sides: [.above]))
  }
  let axis = Axis(title: Text(""), stretches: [0...1], ticks: [])
  let heading = Axis.Tick(0, Text(String(repeating: "long ", count: 40)), style: .heading)
  let figure = Figure(
    id: "f", caption: Caption(title: Text("A fraud"), takeaway: Text("b")), description: Text("c"),
    panels: [
      Panel(
        x: axis, y: Axis(title: Text(""), stretches: [0...1], ticks: [heading]), height: 40, marks: [],
        labels: [words("one"), words("two")])
    ])
  let problems = figure.problems
  #expect(problems.count == 6)
  for problem in [
    "the word ‘fraud’ decides", "‘one’ and ‘two’ cover each other",
    "‘\(heading.label.en)’ does not stay within the figure",
  ] {
    for language in Language.allCases { #expect(problems.contains("\(language.rawValue): \(problem)"), "\(problems)") }
  }
}

/// WCAG 2.2, 1.4.3: text 4.5 to 1. 1.4.11: what carries meaning 3 to 1.
@Test func textsHaveContrastOnBothGrounds() {
  for colour in [\Tone.light, \Tone.dark] {
    for ground in [Tone.paper, .band] {
      for tone in [Tone.ink, .muted, .first, .second] {
        let (a, b) = (luminance(tone[keyPath: colour]), luminance(ground[keyPath: colour]))
        let ratio = (max(a, b) + 0.05) / (min(a, b) + 0.05)
        #expect(ratio >= (ground == .paper || tone == .ink ? 4.5 : 3), "\(tone) on \(ground): \(ratio)")
      }
    }
  }
}

private func luminance(_ colour: String) -> Double {
  let number = Int(colour.dropFirst(), radix: 16) ?? 0
  return zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, channel in
    let value = Double(number >> channel.0 & 255) / 255
    // Below the linear stretch the square is near enough for a test of contrast.
    return sum + channel.1 * value * value * (0.2 + 0.8 * value.squareRoot())
  }
}
