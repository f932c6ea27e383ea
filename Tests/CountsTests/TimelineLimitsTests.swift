import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// What a count that goes back, a printed share and a register leave open.
struct TimelineLimitsTests {
  private static func at(_ hour: Int) -> String { "2030-03-03T\(hour):00:00-06:00" }

  @Test func figuresThatGoBackAreToldAndGiveNoBatch() async throws {
    let outcome = try await OperationRun.timeline().outcome(
      Samples.bulletins(
        "id,counted_sheets_percent,votes_oak,votes_elm,valid_votes,published_from,published_to",
        "a,50.00,6000,4000,10000,\(Self.at(10)),\(Self.at(10))", "b,60.00,4500,4500,9000,\(Self.at(12)),\(Self.at(12))",
        "c,59.5,4600,4400,9100,\(Self.at(14)),\(Self.at(14))", "d,70,4800,4500,9300,\(Self.at(16)),\(Self.at(16))"))
    #expect(
      outcome.all("count_lowered").map(\.subject) == [
        "a_to_b_oak", "a_to_b_valid_votes", "b_to_c_elm", "b_to_c_counted_sheets_percent",
      ])
    let finding = try outcome.one("count_lowered", about: "a_to_b_oak")
    #expect(
      finding.statement.en
        == "By the figures of the court, the mission computes that between what was published at 10:00 on 3 March 2030 and what was published at 12:00 on 3 March 2030, a figure went down that only grows while a count goes on: the votes of Oak, from 6,000\u{A0}votes to 4,500\u{A0}votes."
    )
    #expect(
      finding.statement.es.hasSuffix(
        "bajó una cifra que solo crece mientras avanza un conteo: los votos de Oak, de 6,000\u{A0}votos a 4,500\u{A0}votos."
      ))
    #expect(
      try outcome.one("count_lowered", about: "b_to_c_counted_sheets_percent").statement.en
        .hasSuffix(": the share of sheets counted, from 60% to 59.5%."))
    #expect(outcome.all("batch_margin").map(\.subject) == ["c_to_d"])
    #expect(try outcome.rows("batches", "a_to_b").isEmpty && outcome.rows("batches", "b_to_c").isEmpty)
  }

  /// Printed shares of different precision: 45.2 may be 45.15, and 45 may be 45.49.
  @Test func whatRoundingExplainsDidNotFall() async throws {
    let outcome = try await OperationRun.timeline().outcome(
      Samples.bulletins(
        "id,counted_sheets_percent,votes_oak,votes_elm,published_from,published_to",
        "a,45.2,60,40,\(Self.at(10)),\(Self.at(10))", "b,45,61,41,\(Self.at(12)),\(Self.at(12))"))
    #expect(outcome.all("count_lowered").isEmpty)
  }

  /// A figure that fell and rose again in between leaves the step around it unknown too.
  @Test func aFallBetweenTheEndsOfABatchLeavesItOut() async throws {
    let outcome = try await OperationRun.timeline().outcome(
      Samples.bulletins(
        "id,counted_sheets,total_sheets,votes_oak,votes_elm,published_from,published_to",
        "a,50,100,500,400,\(Self.at(10)),\(Self.at(10))", "b,,,490,,\(Self.at(12)),\(Self.at(12))",
        "c,70,100,700,700,\(Self.at(14)),\(Self.at(14))"))
    #expect(outcome.all("count_lowered").map(\.subject) == ["a_to_b_oak"])
    #expect(outcome.all("batch_margin").isEmpty)
  }

  /// 300 votes of change cannot come from about 18 counted.
  @Test func aLeadCannotMoveByMoreThanTheVotesCounted() async throws {
    let outcome = try await OperationRun.timeline().outcome(
      Samples.bulletins(
        "id,counted_sheets,total_sheets,votes_oak,votes_elm,lead,leader,published_from,published_to",
        "a,50,100,500,400,,,\(Self.at(10)),\(Self.at(10))", "b,51,100,,,200,elm,\(Self.at(12)),\(Self.at(12))"))
    #expect(outcome.all("batch_margin").isEmpty)
    #expect(
      try outcome.one("batch_beyond_votes").statement.en
        == "As known then, by the figures of the court, the mission computes that the lead of Elm over Oak moved by 300\u{A0}votes between the bulletin published at 10:00 on 3 March 2030 and the one published at 12:00 on 3 March 2030, more than the votes counted between them, between 14 and 20\u{A0}votes, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones: no margin among these does that, so that one of the figures is not what it is taken for."
    )
    #expect(try outcome.rows("batches", "a_to_b").isEmpty)
  }

  /// No margin within a batch is more than 100 points, whatever is published.
  @Test(arguments: 0..<200) func marginsStayWithinAHundredPoints(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    let rows = (0..<5).map { row in
      let (oak, elm) = (Int.random(in: 0...400, using: &random), Int.random(in: 0...400, using: &random))
      let hour = Self.at(10 + row)
      return "r\(row),\(Int.random(in: 1...100, using: &random)),100,\(oak),\(elm),\(hour),\(hour)"
    }
    let outcome = try await OperationRun.timeline().outcome(
      Samples.bulletins("id,counted_sheets,total_sheets,votes_oak,votes_elm,published_from,published_to", rows))
    for finding in outcome.all("batch_margin") {
      let margin = try finding.value("margin")
      #expect([margin.value, margin.low, margin.high].compactMap(\.self).allSatisfy { (0...100).contains($0) })
    }
  }

  /// 4,520 votes that are 45 % are among 9,934 to 10,157 valid ones: 520 / (10,157 x .505/.495 x 1.1) and so on.
  @Test func theRoundingOfAShareIsCarriedIntoTheRange() async throws {
    let outcome = try await OperationRun.timeline().outcome(
      Samples.bulletins(
        "id,counted_sheets_percent,votes_oak,votes_elm,percent_oak,published_from,published_to",
        "a,50,4520,4000,45,\(Self.at(10)),\(Self.at(10))"))
    let needed = try outcome.one("needed_margin").value("needed")
    #expect(abs((needed.low ?? 0) - 52000 / (4520 / 0.445 * 0.505 / 0.495 * 1.1)) < 0.01)
    #expect(try outcome.one("needed_margin").statement.en.contains("between 4.56 and 6.68\u{A0}points"))
  }

  /// A sheet of 450 votes for 300 voters: what is still to come can hold more than its register too.
  @Test func aRegisterThatIsExceededDecidesNothing() async throws {
    let sheets =
      "sheet,registered,votes_oak,votes_elm,published_to\ns1,300,300,150,\(Self.at(10))\n"
    let run = try OperationRun(counts, "timeline")
      .giving(sheets, as: "sheets", DatasetDeclaration(contest: Samples.contest, track: .official))
      .giving("station,registered\ns1,300\ns2,140\n", as: "stations")
    let outcome = try await run.outcome()
    #expect(outcome.codes.isDisjoint(with: ["decided", "not_decided", "still_out_of_reach"]))
    #expect(
      try outcome.one("register_exceeded").statement.en
        == "By the sheets of the official count, the mission computes that with the last of these sheets, at 10:00 on 3 March 2030, 50% of all were in, and the lead of Oak, 150\u{A0}votes, was more than the 140 voters registered for those not in, or not in full. Sheets that hold more votes than voters are registered for them: 1. The register is thus no bound for those not in, and arithmetic alone did not decide who would be ahead."
    )
  }
}
