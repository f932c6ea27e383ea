import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Recount

/// Boxes that can each hide their own error.
struct BoxesOfKnownSizeTests {
  private static let contest = Contest(
    "council", rule: .plurality,
    options: [
      .init("oak", name: Text("Oak")), .init("elm", name: Text("Elm")), .init("ash", name: Text("Ash")),
    ])

  private func outcome(_ rows: [String], _ parameters: [String: Value] = [:]) async throws -> Outcome {
    try await run(rows).outcome(parameters)
  }

  private func run(_ rows: [String]) throws -> OperationRun {
    try OperationRun(recount, "detect", contest: Self.contest).giving(
      (["sheet,valid,votes_oak,votes_elm,votes_ash"] + rows).map { $0 + "\n" }.joined(), as: "sheets",
      DatasetDeclaration(contest: Self.contest, track: .official))
  }

  /// Oak leads Elm by 49; the first box alone can hide 100 + 40 votes of that.
  @Test func theLargestErrorsComeFirst() async throws {
    let rows = ["1,100,60,20,20"] + (2...10).map { "\($0),12,5,4,3" }
    let found = try await outcome(rows).one("detection_by_size", about: "boxes_by_size_any")
    #expect(
      found.statement
        == Text(
          en:
            "By the votes of each of 10\u{A0}boxes, the mission computes that it would take errors in at least 1\u{A0}box, those that can hide most, to account for the lead of Oak over Elm, 49\u{A0}votes, even with all the votes of each on the wrong side. A random draw of 10\u{A0}boxes would include at least one wrong box with a probability of 95% or more.",
          es:
            "Según los votos de cada una de 10\u{A0}urnas, la misión calcula que harían falta errores en al menos 1\u{A0}urna, las que más pueden ocultar, para explicar la ventaja de Oak sobre Elm, 49\u{A0}votos, aun con todos los votos de cada una en el lado equivocado. Un sorteo de 10\u{A0}urnas incluiría al menos una urna con errores con una probabilidad del 95% o más."
        ))
  }

  /// Every set of boxes, all of whose votes go to a rival: the smallest that takes the lead away from the option ahead.
  @Test(arguments: 0..<60) func noSmallerSetWouldDo(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    // A clear lead, so that it takes more than one box, and boxes of very different sizes and margins.
    let boxes = (0..<5).map { _ in
      [Int.random(in: 3...25, using: &random), .random(in: 0...9, using: &random), .random(in: 0...9, using: &random)]
    }
    let rows = boxes.enumerated().map { "b\($0),\($1.reduce(0, +)),\($1[0]),\($1[1]),\($1[2])" }
    let totals = (0..<3).map { option in boxes.reduce(0) { $0 + $1[option] } }
    let leader = totals.indices.max { (totals[$0], -$0) < (totals[$1], -$1) } ?? 0
    var fewest = Int.max
    for set in 0..<32 {
      for rival in 0..<3 where rival != leader {
        var (mine, theirs) = (0, 0)
        for (place, box) in boxes.enumerated() {
          let isWrong = set >> place & 1 == 1
          mine += isWrong ? 0 : box[leader]
          theirs += isWrong ? box.reduce(0, +) : box[rival]
        }
        if theirs >= mine { fewest = min(fewest, set.nonzeroBitCount) }
      }
    }
    let outcome = try await outcome(rows)
    if fewest == 0 {
      #expect(outcome.codes == ["no_lead_by_size"])
    } else {
      #expect(
        try outcome.one("detection_by_size", about: "boxes_by_size_any").value("boxes_needed").value == Double(fewest))
    }
  }

  /// A fifth of the votes on the wrong side: the first box hides 40 of the lead of 49, each of the others 4.8.
  @Test func aShareOfEachBoxsVotes() async throws {
    let rows = ["1,100,60,20,20"] + (2...10).map { "\($0),12,5,4,3" }
    func needed(_ shift: String) async throws -> Outcome { try await outcome(rows, ["shift": .string(shift)]) }
    let subject = "boxes_by_size_shift"
    #expect(try await needed("0.2").one("detection_by_size", about: subject).value("boxes_needed").value == 3)
    #expect(try await needed("0.25").one("detection_by_size", about: subject).value("boxes_needed").value == 1)
    #expect(try await needed("0.1").one("out_of_reach_by_size", about: subject).value("lead").value == 49)
  }

  @Test func boxesWithoutVotesAreTold() async throws {
    #expect(
      await (try run(["1,100,60,20,20", "2,,,,", "3,9,5,4,"])).problems() == [
        "2 sheets of 'sheets' without valid votes or votes of an option, the first '2': what each box can hide is not known | leave 'sheets' out, or name a file with the votes of every box"
      ])
    let one = RecountMessage.boxesWithoutVotes(1, dataset: "sheets", first: "a")
    #expect(one.code == "C025" && one.message.hasPrefix("1 sheet of 'sheets' without valid votes"))
  }
}
