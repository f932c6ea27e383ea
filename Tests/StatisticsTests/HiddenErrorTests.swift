import Diagnostics
import Statistics
import Testing

@Test func equalBoxesHideWhatTheirDefinitionSays() throws {
  let boxes = try EqualBoxes(votes: 1000, boxes: 8)
  #expect(boxes.largestError == 250)
  #expect(boxes.error(shifting: try #require(Rational("0.2"))) == 50)
  #expect(try boxesToOverturn(lead: 100, hidden: 50) == 2)
  #expect(try boxesToOverturn(lead: 101, hidden: 50) == 3)
  #expect(try boxesToOverturn(lead: 0, hidden: 50) == 0)
}

/// What a box of votes for two sides and others can hold.
private struct Contents: Hashable {
  let one, other, rest: Int

  var margin: Int { one - other }

  /// All that a box of `votes` votes can hold.
  static func all(of votes: Int) -> [Contents] {
    (0...votes).flatMap { one in
      (0...votes - one).map { Contents(one: one, other: $0, rest: votes - one - $0) }
    }
  }

  /// The votes that stand elsewhere than in `held`.
  func moved(from held: Contents) -> Int {
    max(0, one - held.one) + max(0, other - held.other) + max(0, rest - held.rest)
  }
}

/// Held against all that a box can hold, beside all that it can have been reported to hold.
@Test func noBoxHidesMoreThanItsVotesTwice() throws {
  for votes in 1...6 {
    let boxes = try EqualBoxes(votes: 3 * votes, boxes: 3)
    let pairs = Contents.all(of: votes).flatMap { held in Contents.all(of: votes).map { (reported: $0, held: held) } }
    func most(_ pairs: [(reported: Contents, held: Contents)]) -> Int? {
      pairs.map { $0.reported.margin - $0.held.margin }.max()
    }
    #expect(most(pairs).map { Rational($0) } == boxes.largestError)
    for wrong in 0...votes {
      let share = try #require(Rational("\(wrong)/\(votes)"))
      let moved = pairs.filter { $0.reported.moved(from: $0.held) <= wrong }
      #expect(most(moved).map { Rational($0) } == boxes.error(shifting: share))
    }
  }
}

/// The fewest wrong boxes that a lead can rest on, held against every election of three boxes, beside every report of it.
@Test func fewerBoxesCannotAccountForALead() throws {
  let (votes, boxes) = (2, 3)
  let contents = Contents.all(of: votes)
  let elections = contents.flatMap { first in
    contents.flatMap { second in contents.map { third in [first, second, third] } }
  }
  .map { (contents: $0, margin: $0.reduce(0) { $0 + $1.margin }) }
  var fewest: [Int: Int] = [:]
  for reported in elections where reported.margin > 0 {
    for held in elections where held.margin <= 0 {
      let wrong = (0..<boxes).count { reported.contents[$0] != held.contents[$0] }
      fewest[reported.margin] = min(fewest[reported.margin] ?? boxes, wrong)
    }
  }
  #expect(fewest.count == votes * boxes)
  let equal = try EqualBoxes(votes: votes * boxes, boxes: boxes)
  for (lead, wrong) in fewest { #expect(try boxesToOverturn(lead: lead, hidden: equal.largestError) == wrong) }
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
  #expect(try boxesToOverturn(lead: 50_446, bounds: Array(repeating: boxes.largestError, count: 18_128)) == 140)
}

@Test func impossibleBoxesSayWhy() throws {
  #expect(throws: StatisticsError.votes(-1)) { try EqualBoxes(votes: -1, boxes: 1) }
  #expect(throws: StatisticsError.boxes(0)) { try EqualBoxes(votes: 1, boxes: 0) }
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
