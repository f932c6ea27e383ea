import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing

@testable import Recount

/// Drawn ballots that two persons enter apart.
@Suite struct BallotReadingTests {
  private static let contest = Contest(
    "council", rule: .plurality, options: ["oak", "elm"].map { Contest.Option($0, name: Text($0)) })
  private static let batches = [
    BallotManifest.Batch(container: "North", batch: "a", ballots: 3, stratum: nil),
    BallotManifest.Batch(container: "North", batch: "b", ballots: 2, stratum: nil),
  ]

  private func record(_ size: Int, replacing: Bool = true, mission: String = "test") throws -> DrawRecord {
    let request = try DrawRequest(
      seed: "31415926535897932384", sampler: .consistent, unit: .ballot, size: .simple(size), replacing: replacing)
    return try DrawRecord(Draw(request, from: Self.batches), mission: mission, dataset: "boxes")
  }

  private func round(_ name: String, _ size: Int, _ desk: Desk, person: (String) -> String? = { _ in nil }) throws
    -> RoundEntry
  {
    try RoundEntry(
      record(size), round: name, of: Self.contest, mission: "test", by: desk.key.author.name, in: view(desk),
      person: person)
  }

  private func view(_ desk: Desk) throws -> LedgerView { try desk.view(of: recount.entryKinds) }

  /// Enters a whole round, each draw with the paper that `paper` says.
  private func enter(_ name: String, _ size: Int, _ desk: Desk, _ paper: (Int) -> String) throws {
    let round = try round(name, size, desk)
    try enter(round.draws.map { "draw=\($0) paper=\(paper($0)) record=oak" }, of: round, desk)
  }

  private func enter(_ rows: [String], of round: RoundEntry, _ desk: Desk) throws {
    for body in try round.bodies(of: rows.map(row)) { try desk.write(body) }
  }

  private func row(_ words: String) throws -> RoundEntry.Row {
    try RoundEntry.Row(fields: EntryKind.ballotReading.fields(from: words.split(separator: " ").map { String($0) }))
  }

  private func rows(_ desk: Desk) throws -> [[String: String]] {
    try LedgerRows.ballotChecks.rows(of: view(desk), for: Self.contest)
  }

  private func entries(_ desk: Desk) throws -> [String?] { try rows(desk).map { $0["entry"] } }

  private func problem(_ work: () throws -> Void) -> String {
    do {
      try work()
      return "none"
    } catch {
      let problem = Diagnostic.all(of: error)[0]
      return "\(problem.code) \(problem.message)"
    }
  }

  /// What one person enters counts for nothing, what two enter alike counts, what they enter differently does not, in any order.
  @Test func twoPersons() throws {
    let (one, two) = (try Desk(), try Desk())
    try enter("1", 4, one) { _ in "oak" }
    try enter("1", 4, two) { $0 == 3 ? "elm" : "oak" }
    #expect(try entries(one) == ["once", "once", "once", "once"])
    #expect(try rows(one).allSatisfy { $0["paper"] == "not_found" && $0["record"] == nil })
    try one.take(two)
    try two.take(one)
    #expect(try rows(one) == rows(two))
    #expect(try entries(one) == ["agreed", "agreed", "disagreed", "agreed"])
    #expect(try rows(one).map { $0["paper"] } == ["oak", "oak", "not_found", "oak"])
    #expect(try rows(one).map { $0["record"] } == ["oak", "oak", nil, "oak"])
    #expect(try rows(one).allSatisfy { $0["last_draw"] == "4" && $0["round"] == "1" })
    #expect(try LedgerRows.ballotChecks.rows(of: view(one), for: nil).isEmpty)
  }

  /// Who misread amends; what another sets in one's place, or two devices under one key differently, does not count.
  @Test func amendments() throws {
    let (one, two) = (try Desk(), try Desk())
    try enter("1", 2, one) { $0 == 2 ? "elm" : "oak" }
    try enter("1", 2, two) { _ in "oak" }
    try one.take(two)
    try two.take(one)
    // Another cannot agree in one's place.
    let mine = try #require(
      try view(two).records.first { $0.opening.author == one.key.author.name && $0.value("draw") == 2 })
    try two.write(EntryKind.ballotReading.change(["paper": "oak"], of: mine))
    #expect(try entries(two) == ["agreed", "contested"])
    try one.take(two)
    // The author says the same behind it, and then the two agree.
    let again = try round("1", 2, one)
    try one.write(again.amendment(row("draw=2 paper=oak record=oak"), why: "both looked again"))
    #expect(try entries(one) == ["agreed", "amended"])
    #expect(try rows(one)[1]["paper"] == "oak")
    // What is taken back counts for nothing, and is asked for again.
    let reading = try #require(try view(one).readings(of: "council")[1]?.first { $0.author == one.key.author.name })
    try one.write(EntryKind.ballotReading.change(["retracted": true], of: reading.view))
    #expect(try entries(one) == ["once", "amended"])
    let open = try round("1", 2, one)
    #expect(open.open.flatMap(\.draws) == [1])
    try enter(["draw=1 paper=oak record=oak"], of: open, one)
    #expect(try entries(one) == ["amended", "amended"])
  }

  /// A reading that another draw or contest is said of stays where it was opened, so that no difference goes away by it.
  @Test(arguments: [["contest": "mayor"], ["draw": 2]] as [[String: Value]])
  func movedReadings(to place: [String: Value]) throws {
    let (one, two, three) = (try Desk(), try Desk(), try Desk())
    try enter("1", 2, one) { _ in "oak" }
    try enter("1", 2, two) { $0 == 1 ? "elm" : "oak" }
    try one.take(two)
    #expect(try entries(one) == ["disagreed", "agreed"])
    let reading = try #require(try view(two).readings(of: "council")[1]?.first)
    try two.write(EntryKind.ballotReading.change(place, of: reading.view))
    try enter("1", 2, three) { _ in "oak" }
    try one.take(two)
    try one.take(three)
    #expect(try entries(one) == ["contested", "agreed"])
    try two.write(round("1", 2, two).amendment(row("draw=1 paper=oak record=oak"), why: "looked again"))
    try one.take(two)
    #expect(try entries(one) == ["amended", "agreed"])
  }

  /// A cause is anybody's to find, and both persons' causes are kept.
  @Test func causes() throws {
    let (one, two) = (try Desk(), try Desk())
    try enter(["draw=1 paper=elm record=oak cause=mark"], of: round("1", 1, one), one)
    try enter(["draw=1 paper=elm record=oak cause=fold"], of: round("1", 1, two), two)
    try one.take(two)
    #expect(try rows(one).map { $0["cause"] } == ["fold / mark"])
    let other = try #require(try view(one).records.first { $0.opening.author == two.key.author.name })
    try one.write(EntryKind.ballotReading.change(["cause": "mark"], of: other))
    #expect(try rows(one).map { $0["cause"] } == ["mark"])
    #expect(try entries(one) == ["agreed"])
  }

  /// A ballot is looked at once in a round however often it is drawn, in the order in which ballots are fetched; a later round begins
  /// behind the earlier one.
  @Test func whatIsToBeLookedAt() throws {
    let desk = try Desk()
    let first = try round("1", 8, desk)
    #expect(first.draws == 1...8)
    let places = first.ballots.map { "\($0.batch)\($0.number)" }
    #expect(places == places.sorted() && Set(places).count == places.count)
    #expect(first.ballots.flatMap(\.draws).sorted() == Array(1...8))
    let twice = try #require(first.ballots.first { $0.draws.count > 1 })
    let bodies = try first.bodies(of: twice, .init(paper: "oak"))
    #expect(bodies.map { $0["draw"]?.integer } == twice.draws)
    for body in bodies { try desk.write(body) }
    #expect(try round("1", 8, desk).open == first.open.filter { $0 != twice })
    #expect(try round("1", 8, desk).standing == nil)
    let second = try round("2", 11, desk)
    #expect(second.draws == 9...11)
    #expect(second.open.flatMap(\.draws).sorted() == [9, 10, 11])
  }

  @Test func refusals() throws {
    let (desk, other) = (try Desk(), try Desk())
    let begun = try round("1", 4, desk)
    let name = begun.ballots.first { $0.draws.contains(2) }?.name ?? ""
    #expect(
      problem { _ = try begun.bodies(of: [row("draw=5 paper=oak")]) }
        == "C055 draw 5 is none of round '1', which has draws 1 to 4")
    #expect(
      problem { _ = try begun.bodies(of: [row("draw=1 paper=oka")]) }
        == "C057 draw 1: 'oka' is nothing that 'paper' can say")
    #expect(
      problem { _ = try begun.bodies(of: [row("draw=1 paper=oak record=not_found")]) }
        == "C057 draw 1: 'not_found' is nothing that 'record' can say")
    #expect(
      problem { _ = try begun.bodies(of: [row("draw=2 container=North batch=z ballot=1 paper=oak")]) }
        == "C040 draw 2 was entered as 'North/z#1', but drawn was '\(name)'")
    #expect(problem { _ = try row("draw=1") } == "W011 ballot_reading: missing key 'paper'")
    #expect(problem { _ = try row("draw=1 paper=oak round=2") } == "W012 ballot_reading: unknown key 'round'")
    #expect(
      problem { _ = try begun.amendment(row("draw=1 paper=oak"), why: "again") }
        == "C058 draw 1 was not entered by this author: there is nothing to amend")
    try enter(["draw=1 paper=oak"], of: begun, desk)
    let now = try round("1", 4, desk)
    #expect(try now.bodies(of: [row("draw=1 paper=oak")]).isEmpty)
    #expect(
      problem { _ = try now.bodies(of: [row("draw=1 paper=elm")]) }
        == "C056 draw 1 was entered otherwise by this author")
    #expect(problem { _ = try round("2", 4, desk) } == "C052 the draw up to 4 is entered as round '1'")
    #expect(
      problem { _ = try round("1", 9, desk) }
        == "C053 round '1' is entered from a draw up to 4, and this one goes up to 9")
    try other.take(desk)
    #expect(
      problem { _ = try round("1", 4, other) { _ in "observer" } }
        == "C054 the roster says that '\(desk.key.author.name)', who has entered this round, is the same person")
    #expect(
      problem {
        _ = try RoundEntry(
          record(4, replacing: false), round: "1", of: Self.contest, mission: "test", by: "a", in: view(desk))
      } == "C051 this is no draw of single ballots with replacement from all batches, which alone is measured")
    #expect(
      problem {
        _ = try RoundEntry(
          record(4, mission: "other"), round: "1", of: Self.contest, mission: "test", by: "a", in: view(desk))
      } == "C050 the draw was made for mission 'other', and this is 'test'")
    #expect(
      RecountMessage.noContest("counsil", known: ["council", "mayor"]).message
        == "the workspace has no contest 'counsil'")
    #expect(RecountMessage.noContest(nil, known: ["council", "mayor"]).text.code == "C059")
    #expect(RecountMessage.noContest(nil, known: []).text.hint?.en == "declare it under 'contests' in veedor.yaml")
    #expect(
      RecountMessage.cannotAskBallots(left: 3).message
        == "there is no terminal on which to ask for the 3 ballots that are left")
    #expect(RecountMessage.cannotAskBallots(left: 3).text.code == "C060")
  }

  /// How the whole round stands is told to who has entered all of it, and to nobody before.
  @Test func standing() throws {
    let (one, two) = (try Desk(), try Desk())
    #expect(try !round("1", 3, one).comparesRecords)
    try enter("1", 3, one) { _ in "oak" }
    try two.take(one)
    #expect(try round("1", 3, two).comparesRecords)
    try enter(["draw=1 paper=elm record=oak", "draw=2 paper=oak record=oak"], of: round("1", 3, two), two)
    #expect(try round("1", 3, two).standing == nil)
    #expect(try round("1", 3, two).entered == 2)
    try enter(["draw=3 paper=oak record=oak"], of: round("1", 3, two), two)
    #expect(try round("1", 3, two).standing == [.agreed: [2, 3], .disagreed: [1]])
    // As the dataset has it, also where what was first read is taken back.
    let reading = try #require(try view(two).readings(of: "council")[1]?.first { $0.content.paper == "elm" })
    try two.write(EntryKind.ballotReading.change(["retracted": true], of: reading.view))
    try enter(["draw=1 paper=oak record=oak"], of: round("1", 3, two), two)
    #expect(try round("1", 3, two).standing == [.agreed: [2, 3], .amended: [1]])
    #expect(try entries(two) == ["amended", "agreed", "agreed"])
  }

  /// A round that two take back and enter again from a smaller draw leaves its tail behind.
  @Test func aRoundThatIsMadeSmaller() throws {
    let (one, two) = (try Desk(), try Desk())
    for desk in [one, two] { try enter("1", 4, desk) { _ in "oak" } }
    try one.take(two)
    #expect(try entries(one) == ["agreed", "agreed", "agreed", "agreed"])
    for desk in [one, two] {
      for reading in try view(desk).readings(of: "council").values.joined()
      where reading.author == desk.key.author.name {
        try desk.write(EntryKind.ballotReading.change(["retracted": true], of: reading.view))
      }
    }
    try one.take(two)
    try two.take(one)
    for desk in [one, two] { try enter("1", 2, desk) { _ in "oak" } }
    try one.take(two)
    #expect(try entries(one) == ["amended", "amended", "withdrawn", "withdrawn"])
    #expect(try rows(one)[3]["last_draw"] == "4")
  }

  /// What one alone entered and took back could not have been measured.
  @Test func whatOneAloneTookBack() throws {
    let one = try Desk()
    try enter("1", 1, one) { _ in "oak" }
    let reading = try #require(try view(one).readings(of: "council")[1]?.first)
    try one.write(EntryKind.ballotReading.change(["retracted": true], of: reading.view))
    #expect(try rows(one).isEmpty)
  }

  private func interview(_ lines: [String], asksRecords: Bool) throws -> (RoundEntry.Answer?, told: [String]) {
    var (lines, told) = (lines, [String]())
    let interview = ReadingInterview(
      in: .english, Self.contest, asksRecords: asksRecords,
      ask: { question in
        told.append(question)
        return lines.isEmpty ? nil : lines.removeFirst()
      }, tell: { told.append($0) })
    let answer = interview.answer(try round("1", 4, Desk()).ballots[0], left: 2)
    return (answer, told)
  }

  /// An empty line chooses nothing; a number or a word does.
  @Test func interviews() throws {
    let (paper, told) = try interview(["", "9", " 2 "], asksRecords: false)
    #expect(paper == .init(paper: "elm"))
    #expect(
      Array(told.dropFirst()) == [
        "  1  oak: oak", "  2  elm: elm", "  3  other: a valid vote for none of them", "  4  no_vote: no valid vote",
        "  5  not_found: the paper cannot be found", "  paper: ", "  give one of the numbers", "  paper: ",
        "  give one of the numbers", "  paper: ",
      ])
    #expect(told[0].hasPrefix("North, ") && told[0].hasSuffix("  (2 to be looked at)"))
    #expect(try interview(["1", "oak"], asksRecords: true).0 == .init(paper: "oak", record: "oak"))
    #expect(try interview(["5", "5", ""], asksRecords: true).0 == .init(paper: "not_found", record: "no_record"))
    #expect(
      try interview(["4", "1", " a smudge"], asksRecords: true).0
        == .init(paper: "no_vote", record: "oak", cause: "a smudge"))
    let (cause, causeTold) = try interview(["4", "1", "a\u{1B}[D smudge", "a smudge"], asksRecords: true)
    #expect(cause?.cause == "a smudge")
    #expect(
      causeTold.contains { $0.hasPrefix("  this has characters that are not seen, such as those of arrow keys: a") })
    #expect(try interview(["4"], asksRecords: true).0 == nil)
    #expect(try interview(["4", "1"], asksRecords: true).0 == nil)
  }
}
