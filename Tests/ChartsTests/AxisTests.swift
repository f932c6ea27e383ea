import Language
import Testing
import Times

@testable import Charts

@Test func numbersAreRoundAndHoldWhatIsShown() {
  for (span, step) in [
    (0.0...0, 1.0), (0...5, 1), (0...6, 2), (0...38, 10), (-32_284...93_975, 50_000), (0...1e7, 2e6),
  ] {
    let axis = Axis.numbers(Text("n"), over: span) { Text(String($0)) }
    let values = axis.ticks.map(\.value)
    #expect(values.count > 1 && values.count <= 8)
    #expect(zip(values, values.dropFirst()).allSatisfy { $1 - $0 == step }, "\(span)")
    #expect(axis.stretches[0].lowerBound <= span.lowerBound && axis.stretches[0].upperBound >= span.upperBound)
  }
}

private func time(_ from: String, _ to: String? = nil) throws -> ClosedRange<Instant> {
  let start = try #require(Instant(rfc3339: from))
  return start...(try #require(Instant(rfc3339: to ?? from)))
}

private let emptyDays = Text(en: "days without a reading", es: "días sin lectura")

@Test func aDayIsShownFromMidnightToMidnight() throws {
  let axis = Axis.time([try time("2017-11-27T05:00:00-06:00")], offset: -21_600, width: 450, leavingOut: emptyDays)
  #expect(axis.stretches == [1_511_762_400...1_511_848_800])
  #expect(axis.title.en == "Local time (UTC−06:00)")
  #expect(axis.ticks.compactMap(\.detail?.en) == ["27 Nov"])
  #expect(axis.ticks.map(\.label.en).filter { !$0.isEmpty }.prefix(3) == ["00:00", "03:00", "06:00"])
}

/// A time that ends at midnight does not begin another day.
@Test func midnightEndsTheDayBefore() throws {
  let times = [try time("2017-12-04T00:00:00-06:00", "2017-12-05T00:00:00-06:00")]
  let axis = Axis.time(times, offset: -21_600, width: 450, leavingOut: emptyDays)
  #expect(axis.stretches.map { $0.upperBound - $0.lowerBound } == [86_400])
}

@Test func emptyDaysAreLeftOutWhereThereAreTwoOrMore() throws {
  let days = ["2017-11-27", "2017-11-29", "2017-12-02", "2017-12-17"]
  let axis = Axis.time(try days.map { try time("\($0)T12:00:00Z") }, offset: 0, width: 450, leavingOut: emptyDays)
  #expect(axis.stretches.map { ($0.upperBound - $0.lowerBound) / 86_400 } == [3, 1, 1])
  #expect(axis.title.es == "Hora local (UTC); los cortes omiten días sin lectura")
}

@Test func thereAreNeverMoreThanThreeBreaks() throws {
  let times = (0..<100).map { Instant(seconds: $0 * $0 * 86_400 * 3) }
  let axis = Axis.time(times.map { $0...$0 }, offset: 0, width: 450, leavingOut: emptyDays)
  #expect(axis.stretches.count == 4)
  #expect(axis.ticks.count < 100)
}

@Test func aScaleIsStraightWithinStretchesAndOrderedAcrossBreaks() {
  let scale = Scale([0...10, 100...110], from: 50, to: 50 + Scale.gap + 200)
  #expect(scale.position(of: 0) == 50)
  #expect(scale.position(of: 5) == 100)
  #expect(scale.position(of: 10) == 150)
  #expect(scale.position(of: 55) == 150 + Scale.gap / 2)
  #expect(scale.position(of: 100) == 150 + Scale.gap)
  #expect(scale.position(of: 110) == 250 + Scale.gap)
  #expect(scale.position(of: -1) == 50 && scale.position(of: 1000) == 250 + Scale.gap)
  #expect(scale.isBroken(from: 5, to: 105) && scale.isBroken(from: 105, to: 5))
  #expect(!scale.isBroken(from: 0, to: 10))
  let places = (-20...130).map { scale.position(of: Double($0)) }
  #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
}

@Test(arguments: [
  (0, "0"), (-0.001, "0"), (1.005, "1"), (1.25, "1.25"), (1.5, "1.5"), (-3.07, "-3.07"), (1e6, "1000000"),
  (Double.nan, "0"), (Double.infinity, "0"), (1e300, "0"),
])
func coordinatesHaveAtMostTwoDecimals(value: Double, text: String) {
  #expect(coordinate(value) == text)
}

@Test func textsAreBrokenAtSpacesAndCutWhereTheyDoNotFit() {
  let text = "One two three four five six seven eight nine ten"
  let lines = Typeface.lines(of: text, within: 100, size: 14)
  #expect(lines.joined(separator: " ") == text)
  #expect(lines.count > 1 && lines.allSatisfy { Typeface.width(of: $0, size: 14) <= 100 })
  #expect(Typeface.lines(of: "Unbreakable", within: 1, size: 14) == ["Unbreakable"])
  #expect(Typeface.lines(of: "", within: 100, size: 14).isEmpty)
  #expect(Typeface.shortened("short", within: 100, size: 14) == "short")
  let cut = Typeface.shortened(text, within: 100, size: 14)
  #expect(cut.hasSuffix("…") && Typeface.width(of: cut, size: 14) <= 100)
}
