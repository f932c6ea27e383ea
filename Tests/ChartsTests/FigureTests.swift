import Language
import Testing
import Times

@testable import Charts

private func figures() throws -> [Figure] {
  let line = HondurasFigures.countCaption
  return [
    try #require(try HondurasFigures.countLine().figure(id: "count_line", caption: line)),
    try #require(try HondurasFigures.countLine(bulletins: 1, silences: false).figure(id: "first", caption: line)),
    try #require(try HondurasFigures.countLine(bulletins: 3).figure(id: "three", caption: line)),
    try #require(try HondurasFigures.killed().figure(id: "killed", caption: HondurasFigures.killedCaption)),
  ]
}

@Test func figuresAreWellFormedAndSayWhatTheyAre() throws {
  for figure in try figures() {
    for language in Language.allCases {
      let svg = try SVGReader.read(figure.svg(in: language))
      let id = "fig-\(figure.id)-\(language.rawValue)"
      #expect(svg.attributes["role"] == "img")
      #expect(svg.attributes["lang"] == language.rawValue)
      #expect(svg.attributes["id"] == id)
      #expect(svg.attributes["aria-labelledby"] == "\(id)-title \(id)-desc")
      #expect(svg.children[0].attributes["id"] == "\(id)-title")
      #expect(svg.children[0].text == figure.caption.title[language])
      #expect(svg.children[1].attributes["id"] == "\(id)-desc")
      #expect(svg.children[1].text == figure.description[language])
    }
  }
}

@Test func theSameFigureHasTheSameBytes() throws {
  for language in Language.allCases {
    #expect(try figures().map { $0.svg(in: language) } == figures().map { $0.svg(in: language) })
  }
}

@Test func marksStandInTheSamePlacesInBothLanguages() throws {
  for figure in try figures() {
    let shapes = try Language.allCases.map { language in
      let panel = try #require(SVGReader.read(figure.svg(in: language)).all(named: "g").first)
      return panel.all.filter { $0.name != "g" }.map { node in
        node.attributes.filter { $0.key != "fill" }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      }
    }
    #expect(shapes[0] == shapes[1])
  }
}

@Test func nothingIsFetchedAndNoStyleReachesThePage() throws {
  for figure in try figures() {
    for language in Language.allCases {
      let text = figure.svg(in: language)
      #expect(text.components(of: "http") == 2, "the namespace alone")
      for word in ["href", "@import", "<script", "url(h", "data:"] { #expect(!text.contains(word)) }
      let svg = try SVGReader.read(text)
      let id = "#fig-\(figure.id)-\(language.rawValue)"
      let style = try #require(svg.all(named: "style").first)
      for rule in style.text.split(separator: "\n") {
        #expect(
          rule.hasPrefix("\(id) .v-") || rule.hasPrefix("\(id) text{") || rule.hasPrefix("\(id){")
            || rule.hasPrefix("@media (prefers-color-scheme:dark){\(id){") || rule.hasPrefix("@media print{\(id){"))
      }
      for node in svg.all {
        for name in (node.attributes["class"] ?? "").split(separator: " ") { #expect(name.hasPrefix("v-")) }
        if let own = node.attributes["id"] { #expect(own.hasPrefix(String(id.dropFirst()))) }
        if let fill = node.attributes["fill"] { #expect(fill == "url(\(id)-hatch)") }
      }
    }
  }
}

@Test func hostileTextsAreEscaped() throws {
  let nasty = "</text><script>alert('&amp;')</script> \"<!-- \u{1B}[2J \u{FFFF} ]]>"
  let line = CountLine(
    above: Text(nasty), below: Text(nasty),
    bulletins: [.init(time: try HondurasFigures.time("11-27T00:00", "11-27T06:00"), lead: 5, detail: Text(nasty))],
    offset: 0)
  let caption = Caption(title: Text(nasty), takeaway: Text(nasty), caution: Text(nasty), source: Text(nasty))
  let figure = try #require(line.figure(id: "a\"><b é", caption: caption))
  #expect(figure.id == "a---b--")
  let svg = try SVGReader.read(figure.svg(in: .english))
  #expect(svg.all(named: "script").isEmpty)
  #expect(svg.children[0].text == nasty.replacing("\u{1B}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}"))
}

@Test func theFiguresOwnWordsDecideNothing() throws {
  for figure in try figures() {
    for language in Language.allCases {
      #expect(Wording.slips(in: figure.description[language]).isEmpty)
      let texts = try SVGReader.read(figure.svg(in: language)).all(named: "text").map(\.text)
      #expect(texts.allSatisfy { Wording.slips(in: $0).isEmpty })
    }
  }
}

/// By the estimate, which is on the wide side: nothing is cut off at the edge.
@Test func textsStayWithinTheFigure() throws {
  let day = try #require(Day(iso: "2018-03-12"))
  let large = SourceClaims(
    measure: Text("n"),
    claims: [.init(source: Text("A"), published: day, value: 2_900_000, qualifier: .exact, isComparable: true)],
    range: nil, apart: Text(""))
  for figure in try figures() + [#require(large.figure(id: "n", caption: HondurasFigures.killedCaption))] {
    for language in Language.allCases {
      for node in try SVGReader.read(figure.svg(in: language)).all(named: "text") {
        let (x, size) = (try #require(node.number("x")), try #require(node.number("font-size")))
        let isBold = node.attributes["class"]?.contains("v-bold") ?? false
        let width = Typeface.width(of: node.text, size: size, bold: isBold)
        let left = x - (["middle": width / 2, "end": width][node.attributes["text-anchor"] ?? ""] ?? 0)
        #expect(left >= 4 && left + width <= PanelLayout.width - 3.9, "\(node.text)")
      }
    }
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

extension String {
  fileprivate func components(of separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}
