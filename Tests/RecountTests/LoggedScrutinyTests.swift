import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing

@testable import Recount

/// Opened boxes that observers log are those of a file, as far as they agree.
@Suite struct LoggedScrutinyTests {
  private func box(_ sheet: String, _ fields: [String: Value]) throws -> [String: Value] {
    try EntryKind.openedBox.opening(["sheet": .string(sheet)].merging(fields) { $1 })
  }

  private func rows(_ desk: Desk) throws -> [[String: String]] {
    LedgerRows.scrutiny.rows(of: try desk.view(of: recount.entryKinds)).map {
      $0.filter { !$0.key.hasPrefix("published") }
    }
  }

  @Test func votesAreWrittenInOneWay() throws {
    for text in ["nonsense", "oak=", "=3", "oak=-1", "oak=1=2", "Oak=1", "oak=1234567890", "oak: 3"] {
      #expect(throws: LedgerMessage.self) { try box("a", ["votes_after": [.string(text)]]) }
    }
  }

  /// A box of which two contests are counted has the votes of each apart; one that names none is of any.
  @Test func boxesOfTwoContests() throws {
    let desk = try Desk()
    try desk.write(box("a", ["contest": "mayor", "votes_after": ["oak=1"]]))
    try desk.write(box("b", ["votes_after": ["oak=2"]]))
    func sheets(_ contest: String) throws -> [String?] {
      let options = ["oak", "elm"].map { Contest.Option($0, name: Text($0)) }
      return try LedgerRows.scrutiny.rows(
        of: desk.view(of: recount.entryKinds), for: Contest(contest, rule: .plurality, options: options)
      ).map { $0["sheet"] }
    }
    #expect(try sheets("mayor") == ["a", "b"])
    #expect(try sheets("council") == ["b"])
  }

  /// Two observers log one box apart and merge: what they agree on is known, what they do not is not, in any order.
  @Test func twoObservers() throws {
    let (one, two) = (try Desk(), try Desk())
    try one.write(
      box(
        "b",
        [
          "reason": "no seal", "attended": ["the tribunal"], "votes_before": ["oak=60", "elm=40"],
          "votes_after": ["oak=58", "elm=41"],
        ]))
    try two.write(
      box(
        "b",
        [
          "reason": "no seal", "attended": ["Oak party", "the tribunal"], "votes_before": ["oak=60", "elm=40"],
          "votes_after": ["oak=57", "elm=41"],
        ]))
    try two.write(box("a", ["votes_after": ["oak=1"]]))
    let apart = try rows(two)
    #expect(apart.map { $0["after_oak"] } == ["1", "57"])
    try one.take(two)
    try two.take(one)
    let both = try rows(one)
    #expect(try rows(two) == both)
    #expect(
      both == [
        ["sheet": "a", "after_oak": "1"],
        [
          "sheet": "b", "reason": "no seal", "attended": "Oak party; the tribunal", "before_oak": "60",
          "before_elm": "40", "after_elm": "41",
        ],
      ])
  }

  /// What its logger takes back is none.
  @Test func whatIsTakenBack() throws {
    let desk = try Desk()
    let entry = try desk.write(box("a", ["votes_after": ["oak=1"]]))
    try desk.write(box("b", [:]))
    let record = try desk.view(of: recount.entryKinds).record(entry.id.hex)
    try desk.write(EntryKind.openedBox.change(["retracted": true, "why": "another box"], of: record))
    #expect(try rows(desk).map { $0["sheet"] } == ["b"])
  }

  /// The rows are read as a dataset, by the analysis as by a file.
  @Test func asADataset() async throws {
    let desk = try Desk()
    try desk.write(box("1", ["votes_before": ["oak=60", "elm=40"], "votes_after": ["oak=58", "elm=41"]]))
    try desk.write(box("2", ["votes_after": ["oak=70"]]))
    let view = try desk.view(of: recount.entryKinds)
    let contest = Contest(
      "council", rule: .plurality, options: ["oak", "elm"].map { Contest.Option($0, name: Text($0)) })
    let kind = DatasetKind<Scrutiny>.scrutiny
    let reading = DatasetReading(
      kind, DatasetDeclaration(contest: contest), dataset: "opened", file: "ledger", zone: OperationRun.zone)
    let scrutiny = try #require(
      try kind.content(of: try reading.source(of: LedgerRows.scrutiny.rows(of: view))) as? Scrutiny)
    #expect(scrutiny.boxes.map(\.sheet) == ["1", "2"])
    #expect(scrutiny.boxes.map(\.after) == [[58, 41], [70, nil]])
    #expect(scrutiny.boxes.map { $0.compared != nil } == [true, false])
  }
}
