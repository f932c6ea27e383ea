import Diagnostics
import Statistics
import Testing

@Test func equalBoxesHideWhatTheirDefinitionSays() throws {
  let boxes = try EqualBoxes(votes: 1000, boxes: 8)
  #expect(try boxes.anyError(lead: 50) == Rational("1050/8"))
  #expect(boxes.error(shifting: try #require(Rational("0.2"))) == 50)
  #expect(try boxesToOverturn(lead: 100, hidden: 50) == 2)
  #expect(try boxesToOverturn(lead: 101, hidden: 50) == 3)
  #expect(try boxesToOverturn(lead: 0, hidden: 50) == 0)
}

@Test func unequalBoxesAreTakenFromTheLargest() throws {
  let bounds: [Rational] = [10, 40, 5, 30]
  let needed = [0: 0, 1: 1, 40: 1, 41: 2, 70: 2, 71: 3, 80: 3, 85: 4]
  for (lead, boxes) in needed { #expect(try boxesToOverturn(lead: lead, bounds: bounds) == boxes) }
  #expect(throws: StatisticsError.outOfReach(lead: 86, all: 85)) { try boxesToOverturn(lead: 86, bounds: bounds) }
  #expect(throws: StatisticsError.outOfReach(lead: 1, all: 0)) { try boxesToOverturn(lead: 1, bounds: []) }
}

/// No choice of fewer boxes does it, held against every choice.
@Test func noFewerBoxesWouldDo() throws {
  var generator = SplitMix64(seed: 5)
  for _ in 0..<50 {
    let votes = (0..<8).map { _ in generator.number(below: 50) }
    let lead = generator.number(below: votes.reduce(0, +) + 1)
    let fewest = (0..<256).filter { choice in
      votes.indices.reduce(0) { $0 + (choice >> $1 & 1) * votes[$1] } >= lead
    }.map(\.nonzeroBitCount).min()
    #expect(try boxesToOverturn(lead: lead, bounds: votes.map { Rational($0) }) == fewest)
  }
}

@Test func equalBoundsGiveTheSameEitherWay() throws {
  let boxes = try EqualBoxes(votes: 3_284_955, boxes: 18_128)
  let hidden = try boxes.anyError(lead: 50_446)
  #expect(try boxesToOverturn(lead: 50_446, bounds: Array(repeating: hidden, count: 18_128)) == 275)
}

@Test func impossibleBoxesSayWhy() throws {
  #expect(throws: StatisticsError.votes(-1)) { try EqualBoxes(votes: -1, boxes: 1) }
  #expect(throws: StatisticsError.boxes(0)) { try EqualBoxes(votes: 1, boxes: 0) }
  #expect(throws: StatisticsError.votes(-1)) { try EqualBoxes(votes: 1, boxes: 1).anyError(lead: -1) }
  #expect(throws: StatisticsError.votes(-1)) { try boxesToOverturn(lead: -1, hidden: 1) }
  #expect(throws: StatisticsError.hidden(0)) { try boxesToOverturn(lead: 1, hidden: 0) }
  #expect(throws: StatisticsError.hidden(-2)) { try boxesToOverturn(lead: 1, bounds: [3, -2]) }
}

@Test func everyReasonIsASentence() {
  let sentences: [(StatisticsError, String)] = [
    (.risk(1), "the risk 1 is not between 0 and 1"),
    (.population(-1), "the population -1 is not between 0 and 67108864"),
    (.drawn(11, population: 10), "11 cannot be drawn from 10"),
    (.found(6, drawn: 5), "6 cannot be found among 5 drawn"),
    (.nothingToDetect(0, population: 10), "0 of 10 cannot be detected: from 1 to 10 can"),
    (.hidden(0), "a box that hides 0 votes hides none"),
    (.boxes(0), "there must be at least one box, not 0"),
    (.votes(-1), "a count of votes cannot be -1"),
    (.outOfReach(lead: 86, all: 85), "all boxes together hide 85 votes, less than the lead of 86"),
  ]
  for (reason, sentence) in sentences { #expect(reason.message == sentence) }
}
