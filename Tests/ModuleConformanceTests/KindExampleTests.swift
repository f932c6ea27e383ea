import Datasets
import ModuleKit
import TestSupport
import Testing

/// The example of a kind in `Docs/modules.md`: compiled here, read here, and quoted there as it stands.
@Suite struct KindExampleTests {
  @Test func thePageQuotesTheExample() throws {
    let source = try Page(#filePath, "TurnoutExample.swift").text
    #expect(try Page.docs("modules.md").text.contains("```swift\n\(source)```\n"))
  }

  @Test func theExampleReadsAFile() throws {
    let turnout = try KindSample().read(DatasetKind.turnout, "hour,cast,registered\n10:00,120,900\n14:00,380,900\n")
    #expect((0..<turnout.hours.count).map { turnout.hours[$0] } == ["10:00", "14:00"])
    #expect(turnout.cast.values == [120, 380])
  }

  @Test func anEditionHoldsWhatWasPublic() throws {
    let csv = "hour,cast,published_to\n10:00,120,2017-11-26T16:30:00Z\n14:00,380,2017-11-26T20:30:00Z\n"
    let noon = try #require(Instant(rfc3339: "2017-11-26T18:00:00Z"))
    let hours = try KindSample().read(DatasetKind.turnout, csv, asOf: noon).hours
    #expect(hours.count == 1 && hours[0] == "10:00")
  }

  @Test func whatIsWrongIsTold() {
    let problems = KindSample().problems(DatasetKind.turnout, "hour,cast\n10:00,-1\n")
    #expect(problems.map(\.message) == ["row 1, column 'cast': '-1' is less than 0"])
  }
}
