import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// What `counts.sheets` says, and what it refuses.
struct SheetsFindingTests {
  private static let failing = """
    sheet,region,registered,valid,blank,null,cast,votes_oak,votes_elm
    1,North,300,100,1,2,103,60,40
    2,North,300,90,1,2,93,60,40
    3,South,300,100,1,2,103,60,400
    4,South,300,,1,2,103,,40
    """

  @Test func aFindingSaysHowManyHowMuchAndAgainstWhat() async throws {
    let outcome = try await OperationRun.sheets.outcome(Self.failing)
    let finding = try outcome.one("votes_add_up")
    #expect(
      finding.statement.en
        == "On 2\u{A0}sheets of 3 checked, the votes of the options do not add up to the valid votes. Votes at stake: 370, "
        + "108.82% of the margin of 340\u{A0}votes between Elm and Oak. Not checked, for lack of a figure: 1\u{A0}sheet."
    )
    #expect(
      finding.statement.es
        == "En 2\u{A0}actas de 3 comprobadas, los votos de las opciones no suman los votos válidos. Votos en juego: 370, "
        + "el 108.82% de la ventaja de 340\u{A0}votos de Elm sobre Oak. Sin comprobar, por falta de una cifra: 1\u{A0}acta."
    )
    #expect(finding.tier == .fact && finding.severity == .notice && finding.caution.en.contains("clerical"))
    #expect(finding.evidence.map(\.rows) == [["3", "2"]] && finding.basisBy == ["sheets"])
    let surplus = try outcome.one("option_within_valid")
    #expect(try surplus.value("net").value == 300)
    #expect(surplus.statement.en.contains("Net effect on the lead of Elm over Oak: 300\u{A0}votes."))
    #expect(
      try outcome.rows("effects", "option_within_valid").map { [$0[1], $0[2]] } == [["oak", 0], ["elm", 300]])
    #expect(
      try outcome.rows("failures", "votes_add_up") == [
        ["votes_add_up", "2", "North", "valid", 90, 100, .missing, 10],
        ["votes_add_up", "3", "South", "valid", 100, 460, .missing, 360],
      ])
  }

  @Test func whatIsKeptAndWhatCannotBeCheckedIsSaid() async throws {
    let outcome = try await OperationRun.sheets.outcome(Self.failing)
    #expect(
      try outcome.one("rule_kept", about: "cast_within_register").statement.en
        == "None of the 4 checked breaks the rule “No more ballots are cast than there are voters: those registered, "
        + "those admitted beside them, the allowance.”.")
    #expect(
      try outcome.one("rules_unchecked").words["rules"]?.en
        == "The ballots issued to voters, or else those cast, and the ballots left over add up to the ballots received. "
        + "No more ballots are cast than were issued to voters, and no more are issued than there are voters.")
    #expect(try outcome.rows("rules", "cast_within_limit").isEmpty)
  }

  /// Shares are of the sheets that have both figures; valid votes and ballots that are not stated follow from others.
  @Test func totalsAreTold() async throws {
    let outcome = try await OperationRun.sheets.with(["per": .string("region")]).outcome(Self.failing)
    let rows = try outcome.rows("totals", .missing)
    let names: [Cell] = ["votes_oak", "votes_elm", "valid", "blank", "null", "cast", "registered", "lead_elm_over_oak"]
    #expect(rows.map { $0[1] } == names)
    let counts: [Cell] = [3, 4, 3, 4, 4, 4, 4, 3]
    #expect(rows.map { $0[2] } == counts)
    let totals: [Cell] = [180, 520, 290, 4, 8, 402, 1200, 300]
    #expect(rows.map { $0[3] } == totals)
    let oak: [Cell] = [.number(20), .number(18_000.0 / 299), .number(18_000.0 / 290)]
    #expect(Array(rows[0].dropFirst(4)) == oak)
    let elm: [Cell] = [.number(52_000.0 / 1200), .number(52_000.0 / 402), .number(48_000.0 / 290)]
    #expect(Array(rows[1].dropFirst(4)) == elm)
    // The two options' votes are not stated on the same sheets: their lead is of those that have both.
    let lead: [Cell] = [.number(30_000.0 / 900), .number(30_000.0 / 299), .number(30_000.0 / 290)]
    #expect(Array(rows[7].dropFirst(4)) == lead)
    #expect(try outcome.rows("totals", "South", "votes_elm").first?[3] == 440)
    #expect(try outcome.rows("totals", "North", "lead_elm_over_oak").first?[3] == -40)
    let plain = try await OperationRun.sheets.outcome("sheet,blank,null,votes_oak,votes_elm\n1,1,2,3,4")
    let derived: [Cell] = [3, 4, 7, 1, 2, 10, 1]
    #expect(try plain.rows("totals").map { $0[3] } == derived)
  }

  @Test func areasAreCounted() async throws {
    let outcome = try await OperationRun.sheets.with(["per": .string("region")]).outcome(Self.failing)
    #expect(
      try outcome.rows("areas", "votes_add_up") == [
        ["votes_add_up", "North", 2, 1, 0, 10], ["votes_add_up", "South", 1, 1, 1, 360],
      ])
  }

  @Test func everyFailureIsInTheTable() async throws {
    let rows = (1...5000).map { "\($0),100,60,39" }
    let outcome = try await OperationRun.sheets.outcome(
      (["sheet,valid,votes_oak,votes_elm"] + rows).joined(separator: "\n"))
    #expect(try outcome.rows("failures", "votes_add_up").count == 5000)
    #expect(try outcome.one("votes_add_up").evidence[0].rows == ["1", "2", "3", "4", "5"])
    #expect(try outcome.one("same_figures").value("pairs").value == 5000 * 4999 / 2)
  }

  @Test func numbersThatNoCountHasDoNoHarm() async throws {
    let most = "10000000000"
    let rows = (1...10_000).map { "\($0),\(most),0,0" }
    let outcome = try await OperationRun.sheets.outcome(
      (["sheet,valid,votes_oak,votes_elm"] + rows).joined(separator: "\n"))
    #expect(try outcome.one("votes_add_up").value("stake").value == 1e14)
  }

  @Test func theFirstOfEqualOptionsLeadsAndATieHasNoMargin() async throws {
    let outcome = try await OperationRun.sheets.outcome("sheet,valid,votes_oak,votes_elm\n1,101,50,50")
    let finding = try outcome.one("votes_add_up")
    #expect(finding.statement.en.hasSuffix("Votes at stake: 1."))
    #expect(finding.values["share"] == nil && finding.words["leader"] == Text("Oak"))
  }

  @Test func aContestOfOneOptionHasNoMargin() async throws {
    let contest = Contest("bond", rule: .plurality, options: [.init("oak", name: Text("Oak"))])
    let outcome = try await OperationRun(counts, "sheets", contest: contest).outcome("sheet,valid,votes_oak\n1,5,6")
    #expect(try outcome.one("votes_add_up").values["margin"] == nil)
  }

  @Test func wrongInputsAreRefused() async throws {
    func problem(
      _ slots: KeyValuePairs<String, String>, _ parameters: [String: Value] = [:], contest: Contest? = nil
    ) async throws -> String {
      try await slots.reduce(OperationRun.sheets) { run, slot in
        guard let contest, slot.key != "sheets" else { return try run.giving(slot.value, as: slot.key) }
        return try run.giving(
          slot.value, as: slot.key, DatasetDeclaration(contest: contest, areas: ["region"]))
      }.problems(parameters).joined()
    }
    let sheets = "sheet,region,votes_oak,votes_elm\n1,North,1,2"
    #expect(
      try await problem(["sheets": sheets], ["per": .string("regoin")])
        == "'per' is 'regoin', which is no area level of dataset 'sheets' | did you mean 'region'?")
    #expect(
      try await problem(["sheets": "sheet,votes_oak,votes_elm\n1,1,2", "totals": "region,votes_oak\nNorth,1"])
        == "the areas of dataset 'totals' (region) are not the coarsest ones of 'sheets' () | "
        + "name the same area columns in both, from the coarsest on")
    let other = Contest("mayor", rule: .plurality, options: OperationRun.contest.options)
    #expect(
      try await problem(["sheets": sheets, "earlier": sheets], contest: other)
        == "dataset 'earlier' is of contest 'mayor', 'sheets' of contest 'council'")
  }
}
