import Charts
import Language
import Pages
import Testing
import Times

@Test func figuresOfThisProgramAreSafeDrawings() throws {
  let time = { (hours: Int64) in Instant(seconds: 1_511_827_200 + hours * 3600) }
  let line = CountLine(
    above: Text("Above"), below: Text("Below"),
    bulletins: [
      .init(time: time(0)...time(6), lead: 93_975),
      .init(time: time(36)...time(42), lead: 48_388, detail: Text("a < b")),
      .init(time: time(80)...time(80), lead: -32_284, isClaim: true),
    ],
    silences: [.init(after: time(0)...time(6), before: time(36)...time(42))], offset: -21_600)
  let caption = Caption(
    title: Text("Lead & time"), takeaway: Text("It shrinks."), caution: Text("c"), source: Text("s"))
  let claims = SourceClaims(
    measure: Text("Deaths"),
    claims: [
      .init(
        source: Text("press"), published: Day(iso: "2017-12-18"), isDayApproximate: true, value: 24,
        qualifier: .atLeast, isComparable: true)
    ],
    range: .init(low: 24, high: 30, isOpen: true), apart: Text("others"))
  for figure in [line.figure(id: "lead", caption: caption), claims.figure(id: "deaths", caption: caption)] {
    let svg = try #require(figure).svg(in: .english)
    #expect(throws: Never.self) { try SafeDrawing(svg, prefix: "figure-1-") }
  }
}
