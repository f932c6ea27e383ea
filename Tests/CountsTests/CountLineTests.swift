import ModuleKit
import TestSupport
import Testing

@testable import Charts
@testable import Counts

private func texts(_ figure: Figure, _ language: Language) throws -> [String] {
  try SVGReader.read(figure.svg(in: language)).all(named: "text").map(\.text)
}

@Test func theCountLineShowsEveryBulletinSilenceAndChangeOfSide() throws {
  let figure = try HondurasCountLine.figure()
  let english = try texts(figure, .english)
  for label in [
    "93,975", "57.19% of sheets", "48,388", "16,679", "32,284", "22,708 (claim)", "52,347", "50,446", "No results for",
    "30 to 42 hours", "The lead changes sides", "28 Nov, 18:00 to 30 Nov, 12:00", "Nasralla ahead", "Hernández ahead",
    "Lead, votes", "Local time (UTC−06:00); days without a bulletin are left out at the breaks", "27 Nov", "30 Nov",
    "4 Dec", "17 Dec", "12:00", "0", "50,000",
  ] { #expect(english.filter { $0 == label }.count >= 1, "\(label)") }
  #expect(!english.contains { $0.hasPrefix("−") }, "no side's lead is negative")
  let spanish = try texts(figure, .spanish)
  for label in [
    "93,975", "22,708 (afirmación)", "Sin resultados", "por 30 a 42 horas", "Cambia quién va primero",
    "Ventaja de Nasralla", "Ventaja de Hernández", "17 dic",
    "Hora local (UTC−06:00); los cortes omiten días sin boletín",
  ] { #expect(spanish.contains(label), "\(label)") }
}

@Test func theCountLineInWords() throws {
  let figure = try HondurasCountLine.figure(bulletins: 4)
  #expect(
    figure.description.en == """
      27 Nov, 00:00 to 06:00: Nasralla ahead by 93,975\u{A0}votes (57.19% of sheets). \
      28 Nov, 12:00 to 18:00: Nasralla ahead by 48,388\u{A0}votes. \
      28 Nov, 18:00 to 30 Nov, 12:00: Nasralla ahead by 16,679\u{A0}votes. \
      30 Nov, 12:00: Hernández ahead by 32,284\u{A0}votes (10% of votes outstanding). \
      No results for 30 to 42 hours. \
      The lead changes sides, 28 Nov, 18:00 to 30 Nov, 12:00.
      """)
  #expect(
    figure.description.es == """
      27 nov, 00:00 a 06:00: ventaja de Nasralla por 93,975\u{A0}votos (57.19% de las actas). \
      28 nov, 12:00 a 18:00: ventaja de Nasralla por 48,388\u{A0}votos. \
      28 nov, 18:00 a 30 nov, 12:00: ventaja de Nasralla por 16,679\u{A0}votos. \
      30 nov, 12:00: ventaja de Hernández por 32,284\u{A0}votos (falta el 10% de los votos). \
      Sin resultados por 30 a 42 horas. \
      Cambia quién va primero, 28 nov, 18:00 a 30 nov, 12:00.
      """)
}

/// The points that lines join, by their leads.
private func joined(_ figure: Figure) -> [[Double]] {
  figure.panels[0].marks.compactMap { ($0 as? LineMark)?.points.map(\.y) }
}

/// No line crosses the silence before the second bulletin, and none leads from one side to the other: where the lead
/// passed zero nobody published.
@Test func noLineLeadsWhereNothingWasPublished() throws {
  let figure = try HondurasCountLine.figure()
  #expect(joined(figure) == [[48_388, 16_679], [-32_284, -52_347, -50_446]])
  let turns = figure.panels[0].marks.compactMap { $0 as? IntervalMark }.filter { $0.y == 0 }
  let turn = try HondurasCountLine.time("11-28T18:00", "11-30T12:00")
  #expect(turns.map(\.x) == [Axis.value(turn.lowerBound)...Axis.value(turn.upperBound)])
  #expect(!figure.panels[0].marks.contains { ($0 as? PointMark)?.y == 0 })
}

/// Captures stand by themselves, with a line for as long as the same figures were seen.
@Test func capturesAreNotJoined() throws {
  let times = try [("11-27T00:00", "11-27T06:00"), ("11-28T00:00", "11-28T06:00")].map {
    try HondurasCountLine.time($0.0, $0.1)
  }
  let line = CountLine(
    above: Text("A"), below: Text("B"),
    bulletins: [
      .init(time: times[0], lead: 5, until: times[1], joinsPrevious: false),
      .init(time: times[1], lead: 7, joinsPrevious: false),
    ], offset: 0)
  let figure = try #require(line.figure(id: "captures", caption: HondurasCountLine.caption))
  #expect(joined(figure) == [])
  #expect(
    figure.description.en
      == "27 Nov, 06:00 to 12:00: A ahead by 5\u{A0}votes, last seen 28 Nov, 06:00 to 12:00. 28 Nov, 06:00 to 12:00: A ahead by 7\u{A0}votes."
  )
  #expect(figure.description.es.contains("ventaja de A por 5\u{A0}votos, vista por última vez 28 nov, 06:00 a 12:00."))
  let standing = figure.panels[0].marks.compactMap { $0 as? IntervalMark }.filter { $0.y == 5 && $0.tone == .muted }
  #expect(standing.map(\.x.upperBound) == [(Axis.value(times[1].lowerBound) + Axis.value(times[1].upperBound)) / 2])
}

/// Both sides look alike unless the mission gives both a colour.
@Test func sidesHaveColoursOnlyWhereTheMissionGivesThem() throws {
  func svg(_ above: String?, _ below: String?) throws -> String {
    var line = try HondurasCountLine.line(bulletins: 4)
    line.colours = CountLine.colours(
      .init("a", name: Text("A"), colour: above), .init("b", name: Text("B"), colour: below))
    return try #require(line.figure(id: "f", caption: HondurasCountLine.caption)).svg(in: .english)
  }
  for plain in [try svg(nil, nil), try svg("#aa0000", nil)] {
    #expect(!plain.contains("class=\"v-fill-first") && !plain.contains("class=\"v-fill-second"))
  }
  let own = try svg("#aa0000", "#0000aa")
  #expect(own.contains("--v-first:#aa0000") && own.contains("--v-second:#0000aa"))
  #expect(own.contains("class=\"v-fill-first") && own.contains("class=\"v-fill-second"))
}

/// What was not known yet leaves no trace in an earlier edition.
@Test func oneBulletinIsAFigureToo() throws {
  let figure = try HondurasCountLine.figure(bulletins: 1)
  let english = try texts(figure, .english)
  #expect(english.contains("93,975"))
  #expect(english.contains("Local time (UTC−06:00)"))
  #expect(!english.contains("No results for") && !english.contains("The lead changes sides"))
  #expect(english.contains("27 Nov") && !english.contains("28 Nov"))
  let none = try HondurasCountLine.line(bulletins: 0)
  #expect(none.figure(id: "none", caption: figure.caption) == nil)
}

@Test func labelsOfTheCountLineCoverNothing() throws {
  for figure in try [7, 3, 1].map({ try HondurasCountLine.figure(bulletins: $0) }) {
    #expect(figure.problems == [])
    let layout = PanelLayout(figure.panels[0])
    #expect(layout.labels.count == layout.panel.labels.count)
    let obstacles = layout.panel.marks.flatMap { $0.obstacles(on: layout.plot) }
    for label in layout.labels {
      #expect(layout.plot.area.contains(label.box))
      #expect(!obstacles.contains { $0.overlaps(label.box) })
      let leader = label.leader.map { Box.chain(from: $0.start, to: $0.end) } ?? []
      let crossed = layout.labels.filter { other in other.box != label.box && leader.contains { $0.overlaps(other.box) }
      }
      #expect(
        crossed.isEmpty, "\(label.label.lines.map(\.text.en)) crosses \(crossed.map { $0.label.lines.map(\.text.en) })")
    }
  }
}

/// Long names and details are cut in the plot and whole in the description; no label is lost.
@Test func longTextsFindAPlace() throws {
  let long = String(repeating: "Coalition of the Coalitions ", count: 5)
  let line = CountLine(
    above: Text(long), below: Text(long),
    bulletins: try [-5, 7, -9].enumerated().map { index, lead in
      let day = "11-2\(index + 6)"
      return .init(time: try HondurasCountLine.time("\(day)T00:00", "\(day)T06:00"), lead: lead, detail: Text(long))
    }, offset: 0)
  let figure = try #require(line.figure(id: "long", caption: HondurasCountLine.caption))
  let layout = PanelLayout(figure.panels[0])
  #expect(layout.labels.filter(\.label.isEssential).count == layout.panel.labels.filter(\.isEssential).count)
  #expect(layout.labels.allSatisfy { layout.plot.area.contains($0.box) })
  #expect(figure.description.en.contains(long))
}

/// Any bulletins, in any order, at any time: a well-formed figure with every coordinate on it.
@Test func everyCountLineStaysWithinItsFigure() throws {
  var seed: UInt64 = 1
  func random(_ bound: Int64) -> Int64 {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64(seed >> 33) % bound
  }
  for round in 0..<20 {
    let spread: Int64 = [3_600, 86_400, 864_000, 250_000_000_000][round % 4]
    let bulletins = (0..<random(round % 4 == 0 ? 60 : 15) + 1).map { _ in
      let start = Instant(seconds: random(spread))
      let lead = round % 5 == 0 ? (random(2) == 0 ? Int.max : Int.min) : Int(random(200_000)) - 100_000
      return CountLine.Bulletin(
        time: start...Instant(seconds: start.seconds + random(100_000)), lead: lead, isClaim: random(4) == 0)
    }
    let silences = zip(bulletins, bulletins.dropFirst()).map { CountLine.Silence(after: $0.time, before: $1.time) }
    let line = CountLine(
      above: Text("A"), below: Text("B"), bulletins: bulletins, silences: Array(silences.prefix(3)), offset: -21_600)
    let figure = try #require(line.figure(id: "random", caption: HondurasCountLine.caption))
    let svg = try SVGReader.read(figure.svg(in: .english))
    let size = try #require(svg.attributes["viewBox"]).split(separator: " ").compactMap { Double($0) }
    for node in svg.all(named: "circle") + svg.all(named: "line") + svg.all(named: "text") {
      for name in ["x", "x1", "x2", "cx"] {
        if let x = node.number(name) { #expect(x >= 0 && x <= size[2], "round \(round): \(node)") }
      }
      for name in ["y", "y1", "y2", "cy"] {
        // Within the panel, which is moved down by the header.
        if let y = node.number(name) { #expect(y >= -10 && y <= size[3], "round \(round): \(node)") }
      }
    }
    #expect(svg.all.count < 3000)
  }
}
