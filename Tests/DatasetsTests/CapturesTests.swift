import Datasets
import Diagnostics
import Language
import TestSupport
import Testing
import Times

/// Captures of a published count, as bulletins hold them.
@Suite struct CapturesTests {
  private static let header =
    "id,source,captured_from,captured_to,capture_state,published_to,counted_sheets,total_sheets,inconsistent_sheets,"
    + "valid_votes,blank_votes,null_votes,votes_amapola,votes_bromelia,lead"

  private func read(_ rows: String...) throws -> [Bulletin] {
    try KindSample().read(.bulletins, Self.header + "\n" + rows.map { $0 + "\n" }.joined()).all
  }

  @Test func readsEveryColumn() throws {
    let all = try read(
      "a,page,2030-03-03T10:00:00Z,2030-03-03T16:00:00Z,complete,2030-03-03T16:00:00Z,20,40,3,900,60,40,500,400,",
      "b,page,,2030-03-03T17:00:00Z,failed,2030-03-03T17:00:00Z,,,,,,,,,", "c,page,,,,,20,40,,,,,500,400,")
    let capture = try #require(all[0].capture)
    #expect(capture.from == Instant(rfc3339: "2030-03-03T10:00:00Z"))
    #expect(capture.to == Instant(rfc3339: "2030-03-03T16:00:00Z") && capture.state == .complete)
    #expect(all[0].inconsistentSheets == 3 && all[0].blankVotes == 60 && all[0].nullVotes == 40)
    #expect(all[1].capture?.to == Instant(rfc3339: "2030-03-03T17:00:00Z"))
    #expect(all[1].capture?.from == nil && all[1].capture?.state == .failed)
    #expect(all[2].capture == nil)
    let zone = KindSample().zone
    #expect(capture.text(in: zone).en == "between 04:00 and 10:00 on 3 March 2030")
    #expect(capture.text(in: zone).es == "entre las 04:00 y las 10:00 del 3 de marzo de 2030")
  }

  /// What a page without figures prints as 0 is no figure, whether somebody says that it is empty or not.
  @Test(arguments: ["", "empty", "failed"]) func blankIsNotZero(state: String) throws {
    for votes in ["0,0,0,0,0,0", ",,,,,", "0,10,5,,,"] {
      let capture = try read(
        "a,page,,2030-03-03T16:00:00Z,\(state),2030-03-03T16:00:00Z,20,40,3,\(votes)")[0]
      #expect(capture.capture?.state == (state == "failed" ? .failed : .empty))
      #expect(capture.votes == [nil, nil] && capture.validVotes == nil && capture.statedLead == nil)
      #expect(capture.standing == nil && capture.countedSheets == 20)
    }
  }

  /// Nor does it name who is ahead.
  @Test func whoIsAheadWithoutFiguresIsNobody() throws {
    let capture = try KindSample().read(
      .bulletins,
      "id,source,captured_to,capture_state,published_to,valid_votes,votes_amapola,votes_bromelia,leader\n"
        + "a,page,2030-03-03T16:00:00Z,empty,2030-03-03T16:00:00Z,0,0,0,amapola\n"
    ).all[0]
    #expect(capture.capture?.state == .empty && capture.leader == nil)
  }

  /// Zeros that somebody says are figures are.
  @Test func aCountMayStandAtZero() throws {
    let capture = try read("a,page,,2030-03-03T16:00:00Z,complete,2030-03-03T16:00:00Z,0,40,,0,,,0,0,")[0]
    #expect(capture.votes == [0, 0] && capture.validVotes == 0)
  }

  @Test func whatCannotBe() {
    func problems(_ row: String) -> [String] {
      KindSample().problems(.bulletins, Self.header + "\n" + row + "\n").map(\.message)
    }
    #expect(
      problems("a,page,,2030-03-03T16:00:00Z,complete,,20,40,,900,,,500,400,")
        == ["row 1, column 'published_to': 'published_to' is missing, but 'captured_to' asks for it"])
    #expect(
      problems("a,page,,,,,20,40,21,900,,,500,400,")
        == [
          "row 1, column 'inconsistent_sheets': 'inconsistent_sheets' is more than 'counted_sheets', of which it is a part"
        ])
    #expect(
      problems("a,page,,2030-03-03T16:00:00Z,failed,2030-03-03T16:00:00Z,20,40,,900,,,500,400,")
        == ["row 1, column 'capture_state': the capture is said to be without figures, but the row states some"])
    #expect(
      problems("a,page,,2030-03-03T16:00:00Z,complete,2030-03-03T16:00:00Z,20,40,,,,,,,")
        == ["row 1, column 'id': the row states neither votes nor percentages nor a lead"])
  }
}
