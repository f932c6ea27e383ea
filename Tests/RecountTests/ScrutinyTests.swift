import ModuleKit
import TestSupport
import Testing

@testable import Recount

/// The log of boxes that somebody opened, and what follows from it.
struct ScrutinyTests {
  private static let contest = Contest(
    "council", rule: .plurality, options: ["oak", "elm", "ash"].map { Contest.Option($0, name: Text($0)) })
  private static let log = """
    sheet,region,place,reason,attended,before_oak,before_elm,before_ash,after_oak,after_elm,after_ash
    1,North,A,no seal,Oak party; the tribunal,60,40,5,58,41,5
    2,North,B,no seal,the tribunal,70,30,0,70,30,0
    3,South,C,complaint,,50,45,5,52,44,4
    4,South,C,complaint,Oak party ;  ,,,,20,60,1
    """
  private static let sheets = """
    sheet,votes_oak,votes_elm,votes_ash
    1,60,40,5
    2,70,30,0
    3,50,45,5
    4,40,40,1
    5,30,20,2
    6,3,2,3
    """

  private func run(_ log: String = log, sheets: String? = nil) throws -> OperationRun {
    let run = try OperationRun(recount, "partial", contest: Self.contest)
      .giving("id,boxes_total,boxes_recounted,source\nr,6,4,court", as: "recounts").giving(log, as: "scrutiny")
    return try sheets.map { try run.giving($0, as: "sheets") } ?? run
  }

  @Test func whatTheBoxesHold() async throws {
    let found = try await run().outcome()
    #expect(
      try found.one("opened_boxes", about: "scrutiny").statement
        == Text(
          en:
            "According to the dataset ‘scrutiny’, 4\u{A0}boxes were opened one by one. Of the 3 whose votes are known before and after, those in which any option's votes differ: 2.",
          es:
            "Según el conjunto de datos ‘scrutiny’, se abrieron una por una 4\u{A0}urnas. De las 3 cuyos votos se conocen antes y después, aquellas en que difieren los votos de alguna opción: 2."
        ))
    // Oak less elm: 20, 40 and 5 before; 17, 40 and 8 after.
    #expect(
      try found.one("margin_moved").statement
        == Text(
          en:
            "In the 3 boxes whose votes are known before and after, the mission computes the difference, oak less elm, as 65\u{A0}votes before and 65\u{A0}votes after. Boxes in which it rose: 1, by 3\u{A0}votes together; in which it fell: 1, by 3\u{A0}votes.",
          es:
            "En las 3 urnas cuyos votos se conocen antes y después, la misión calcula la diferencia, oak menos elm, en 65\u{A0}votos antes y 65\u{A0}votos después. Urnas en que subió: 1, en 3\u{A0}votos en conjunto; en que bajó: 1, en 3\u{A0}votos."
        ))
    #expect(
      try found.one("unknown_counts").statement
        == Text(
          en:
            "Of 4\u{A0}boxes that were opened, according to the dataset ‘scrutiny’, votes before or after are not known for 1: for these no difference can be computed.",
          es:
            "De 4\u{A0}urnas que se abrieron, según el conjunto de datos ‘scrutiny’, no se conocen los votos de antes o de después en 1: para estas no puede calcularse ninguna diferencia."
        ))
    #expect(found.tables["changed_boxes"]?.rowCount == 5)
    #expect(try found.tables["opened_by_area"]?.integers("change").values == [-3, 3, -3, 0, 3])
    let reasons = try #require(try found.tables["opened_by_reason"]?.texts("name"))
    #expect([reasons[0], reasons[1]] == ["complaint", "no seal"])
    #expect(try found.tables["opened_by_attendance"]?.integers("boxes").values == [2, 2, 1])
    // Nothing is said of the other boxes without their sheets, and nothing about them ever as a probability.
    #expect(!found.findings.contains { $0.code.hasPrefix("own_size") })
  }

  /// With each box at its own size, over every rival: held against all that the other boxes could hold.
  @Test func boundsByBruteForce() async throws {
    let found = try await run(sheets: Self.sheets).outcome()
    // Found: oak 58 + 70 + 52 + 20, elm 41 + 30 + 44 + 60; the sheets of the other two boxes state 52 and 8 valid votes.
    let (oak, elm, ash, rest) = (200, 175, 10, [52, 8])
    var (least, most) = ([Int.max, .max], [Int.min, .min])
    for first in 0...rest[0] {
      for second in 0...rest[0] - first {
        for third in 0...rest[1] {
          for fourth in 0...rest[1] - third {
            // What is left in each box is a third option's, or nobody's.
            let elms = oak + first + third - elm - second - fourth
            let ashes = oak + first + third - ash - second - fourth
            least = [min(least[0], elms), min(least[1], ashes)]
            most = [max(most[0], elms), max(most[1], ashes)]
          }
        }
      }
    }
    let table = try #require(found.tables["bounds"])
    #expect(try table.integers("least").values.map { Int($0) } == least)
    #expect(try table.integers("most").values.map { Int($0) } == most)
    #expect(try table.integers("lead").values == [25 + 11, 190 + 28])
    let bound = try found.one("own_sizes")
    #expect(
      bound.statement.en
        == "By what was found in the opened boxes and what the sheets of the others state, the mission computes that oak leads elm by 36\u{A0}votes. Whatever the 2 other boxes hold, if each has no more valid votes than its sheet states, that lead is at least −35 and at most 85\u{A0}votes, and over no other rival can it be lower."
    )
    #expect(bound.placement == .annex)
    // Box 5 can hide 52 + 10 of the lead of 36, box 6 can hide 9: one of the two would do, so both must be drawn to be sure.
    let sample = try found.one("own_size_sample")
    #expect(try sample.number("boxes_needed") == 1 && sample.number("sample") == 2 && sample.number("rest") == 2)
  }

  /// A box without all of its votes found counts as one that nobody opened.
  @Test func unknownTotalsAreAllowed() async throws {
    let half = Self.log.replacing("4,South,C,complaint,Oak party ;  ,,,,20,60,1", with: "4,South,C,complaint,,,,,20,,1")
    let found = try await run(half, sheets: Self.sheets).outcome()
    #expect(try found.one("own_sizes").number("rest") == 3)
    let none = try await run("sheet,after_oak\n1,\n").outcome()
    #expect(none.findings.map(\.code).suffix(1) == ["unknown_counts"])
  }

  @Test func everyMessage() async throws {
    #expect(
      await (try run(Self.log + "\n9,South,C,,,1,1,1,1,1,1", sheets: Self.sheets)).problems() == [
        "1 box of 'scrutiny' without a sheet in 'sheets', the first '9': what each box can hide is not known | give boxes the keys of their sheets, or leave 'sheets' out"
      ])
    #expect(RecountMessage.openedWithoutSheet(2, dataset: "d", first: "a", sheets: "s").text.code == "C049")
    let other = RecountMessage.otherContest("a", of: Text(en: "the sheets", es: "las actas"), recounts: "b").text
    #expect(other.sentence.en == "the sheets are of contest 'a', the recounts of contest 'b'")
    #expect(throws: DiagnosticsError.self) { try run("sheet,before_oak,after_oak\n1,1000001,2\n") }
  }

  /// What printed shares tell of all votes in recounted boxes: held against every number of them.
  @Test func votesInside() async throws {
    func inside(_ cells: String) async throws -> Outcome {
      try await OperationRun(recount, "partial", contest: Self.contest).giving(
        "id,boxes_total,boxes_recounted,source,votes_oak,votes_elm,percent_oak,percent_elm\nr,18128,4753,press,\(cells)",
        as: "recounts"
      ).outcome()
    }
    let found = try await inside("424363,267109,50.1,31.5").one("votes_inside")
    let fitting = (800_000...900_000).filter { valid in
      [(424_363, 501), (267_109, 315)].allSatisfy { votes, tenths in
        abs(1000 * votes - tenths * valid) * 2 <= valid
      }
    }
    #expect(found.values["valid"]?.low == fitting.first.map(Double.init))
    #expect(found.values["valid"]?.high == fitting.last.map(Double.init))
    #expect(
      found.statement
        == Text(
          en:
            "According to press, the 4,753 recounted boxes hold 424,363\u{A0}votes for oak and 267,109\u{A0}votes for elm: the mission computes the difference, oak less elm, as 157,254\u{A0}votes. How many valid votes they hold in all is not stated; if the printed shares are rounded to their last place, it is between 846,622 and 847,878\u{A0}votes.",
          es:
            "Según press, las 4,753 urnas recontadas contienen 424,363\u{A0}votos para oak y 267,109\u{A0}votos para elm: la misión calcula la diferencia, oak menos elm, en 157,254\u{A0}votos. No se indica cuántos votos válidos contienen en total; si los porcentajes impresos están redondeados en su última cifra, son entre 846,622 y 847,878\u{A0}votos."
        ))
    #expect(
      try await inside("424363,267109,50.1,35.5").one("votes_inside").statement.en.hasSuffix(
        "If the shares printed beside them are rounded to their last place, these votes fit no number of valid votes."))
    #expect(try await inside("424363,267109,,").all("votes_inside").isEmpty)
  }
}
