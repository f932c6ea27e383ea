import ModuleKit
import TestSupport
import Testing

@testable import Charts
@testable import Incidents

@Test func everyClaimKeepsItsRowItsSourceAndItsDate() throws {
  let claims = try HondurasDeaths.claims()
  let figure = try #require(claims.figure(id: "killed", caption: HondurasDeaths.caption))
  let english = try SVGReader.read(figure.svg(in: .english)).all(named: "text").map(\.text)
  for claim in claims.claims { #expect(english.contains(claim.source.en)) }
  for label in [
    "Compared with each other", "Not compared: another period", "23 to 33 or more", "at least 23", "at least 14",
    "about 3 Jan 2018", "12 Mar 2018", "38", "People killed, as stated by each source",
  ] { #expect(english.contains(label), "\(label)") }
  let spanish = try SVGReader.read(figure.svg(in: .spanish)).all(named: "text").map(\.text)
  for label in [
    "Comparadas entre sí", "Sin comparar: otro período", "de 23 a 33 o más", "al menos 23", "hacia el 3 ene 2018",
  ] { #expect(spanish.contains(label), "\(label)") }
}

@Test func theDeathsAreSound() throws {
  let figure = try HondurasDeaths.figure()
  #expect(figure.problems == [])
  let layout = PanelLayout(figure.panels[0])
  #expect(layout.labels.count == layout.panel.labels.count)
  let obstacles = layout.panel.marks.flatMap { $0.obstacles(on: layout.plot) }
  for label in layout.labels {
    #expect(layout.plot.area.contains(label.box) && !obstacles.contains { $0.overlaps(label.box) })
  }
}

/// A large number at the right end of the axis stays within the figure.
@Test func largeNumbersAreSound() throws {
  let claims = SourceClaims(
    measure: Text("n"),
    claims: [.init(source: Text("A"), published: nil, value: 2_900_000, qualifier: .exact, isComparable: true)],
    range: nil, apart: Text(""))
  let figure = try #require(claims.figure(id: "n", caption: HondurasDeaths.caption))
  #expect(figure.problems == [])
}

@Test func theClaimsInWords() throws {
  let day = try #require(Day(iso: "2018-03-12"))
  let claims = SourceClaims(
    measure: Text(en: "People injured", es: "Personas heridas"),
    claims: [
      .init(source: Text("B"), published: day, value: 5, qualifier: .atMost, isComparable: false),
      .init(
        source: Text("A"), published: day, isDayApproximate: true, value: 60, qualifier: .approximate,
        isComparable: true),
      .init(source: Text("C"), published: day, value: 60, qualifier: .exact, isComparable: true),
    ], range: .init(low: 60, high: 60, isOpen: false), apart: Text(en: "Not compared", es: "Sin comparar"))
  let figure = try #require(claims.figure(id: "injured", caption: HondurasDeaths.caption))
  #expect(
    figure.description.en == """
      People injured. A, about 12 Mar 2018: about 60. C, 12 Mar 2018: 60. B, 12 Mar 2018: at most 5, not compared. \
      Range of those compared: 60.
      """)
  #expect(
    figure.description.es == """
      Personas heridas. A, hacia el 12 mar 2018: alrededor de 60. C, 12 mar 2018: 60. \
      B, 12 mar 2018: como máximo 5, no se compara. Rango comparable: 60.
      """)
}

@Test func aClaimOfUnknownDateSaysSo() throws {
  let claims = SourceClaims(
    measure: Text("n"),
    claims: [.init(source: Text("A"), published: nil, value: 5, qualifier: .exact, isComparable: true)],
    range: nil, apart: Text(""))
  let figure = try #require(claims.figure(id: "n", caption: HondurasDeaths.caption))
  #expect(figure.description.en == "n. A, date unknown: 5.")
  #expect(figure.description.es == "n. A, fecha desconocida: 5.")
}

@Test func claimsThatNothingComparesHaveNoBand() throws {
  var claims = try HondurasDeaths.claims()
  claims.claims = claims.claims.filter { !$0.isComparable }
  claims.range = nil
  let figure = try #require(claims.figure(id: "apart", caption: HondurasDeaths.caption))
  #expect(figure.panels[0].bands.isEmpty)
  let english = try SVGReader.read(figure.svg(in: .english)).all(named: "text").map(\.text)
  #expect(!english.contains("Compared with each other"))
  claims.claims = []
  #expect(claims.figure(id: "none", caption: HondurasDeaths.caption) == nil)
}

@Test(arguments: [0, 1, 9, 1_351, 1_000_000, Int.max])
func theLongestNumberFitsBesideItsMark(value: Int) throws {
  let day = try #require(Day(iso: "2018-03-12"))
  let claims = SourceClaims(
    measure: Text("n"),
    claims: SourceClaims.Qualifier.allCases.map {
      .init(
        source: Text("A very long name of a source, longer than any gutter"), published: day, value: value,
        qualifier: $0, isComparable: true)
    }, range: .init(low: value, high: value, isOpen: true), apart: Text(""))
  let layout = PanelLayout(try #require(claims.figure(id: "n", caption: HondurasDeaths.caption)).panels[0])
  for label in layout.labels.dropFirst() where value < .max { #expect(layout.plot.area.contains(label.box)) }
}
