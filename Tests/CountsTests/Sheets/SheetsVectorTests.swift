import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// The arithmetic of real counts, against reference values.
@Suite(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no data"))
struct SheetsVectorTests {
  /// Indonesia 2019, province by province. The reference takes a register that the file writes as -1 and -1 for one of
  /// -2 voters, which every sheet exceeds; here it is missing.
  @Test func indonesiaByProvince() async throws {
    let vector = try SharedFolder.vector("indonesia_2019_parallel_tabulation_open_provinces")
    let provinces = try #require(vector["by_province"]?.object)
    let sheets = try NationalSheets.indonesia.run()
    let outcome = try await sheets.outcome([
      "per": .string("province"), "allowance": .number(0.02), "limit": .integer(300),
    ])
    let strict = try await sheets.outcome(["per": .string("province")])
    #expect(provinces.count == 20)
    for (province, values) in provinces {
      let expected = try #require(values["kpu_arith"]?.object)
      func area(_ rule: SheetRule, in outcome: Outcome) throws -> [Cell] {
        try #require(try outcome.rows("areas", .text(rule.code), .text(province)).first)
      }
      func number(_ cell: Cell) -> Int { if case .integer(let it) = cell { Int(it) } else { -1 } }
      func failed(_ rule: SheetRule) throws -> Int { number(try area(rule, in: outcome)[3]) }
      #expect(try failed(.votesAddUp) == expected["c1_plus_c2_ne_valid"]?.integer, "\(province)")
      #expect(try failed(.ballotsAddUp) == expected["valid_plus_invalid_ne_total"]?.integer, "\(province)")
      #expect(try failed(.castWithinLimit) == expected["total_gt_300"]?.integer, "\(province)")
      let present = try area(.castWithinLimit, in: outcome)[2]
      for (outcome, name) in [(outcome, "total_gt_registered_x1_02"), (strict, "total_gt_registered")] {
        let row = try area(.castWithinRegister, in: outcome)
        let unknown = number(present) - number(row[2])
        #expect(number(row[3]) + unknown == expected[name]?.integer, "\(province) \(name)")
      }
    }
  }

  @Test func bolivia() async throws {
    let vector = try SharedFolder.vector("bolivia_2019_two_tracks_and_late_count")
    let expected = try #require(vector["arithmetic_final"]?.object ?? vector["result"]?["arithmetic_final"]?.object)
    let outcome = try await NationalSheets.bolivia.run().outcome()
    let extremes = try outcome.one("extremes")
    #expect(try extremes.value("all").value == 34_555)
    #expect(try extremes.value("full_turnout").value == expected["emit_eq_registered"]?.double)
    #expect(try extremes.value("no_valid").value == expected["zero_valid"]?.double)
    #expect(expected["emit_gt_registered"]?.integer == 0)
    #expect(try outcome.one("rule_kept", about: "cast_within_register").value("checked").value == 34_555)
    let totals = try #require(vector["result"]?["totals"]?["computo_final"]?.object)
    for (figure, name) in [
      ("registered", "registered"), ("valid", "valid"), ("votes_mas", "MAS"), ("votes_cc", "CC"),
      ("lead_mas_over_cc", "margin_votes"),
    ] {
      #expect(
        try outcome.rows("totals", .missing, .text(figure)).first?[3] == .integer(Int64(totals[name]?.integer ?? -1)))
    }
    for (figure, name) in [
      ("votes_mas", "MAS_share"), ("votes_cc", "CC_share"), ("lead_mas_over_cc", "margin_pp"),
    ] {
      #expect(near(try outcome.rows("totals", .missing, .text(figure)).first?[6], totals[name]))
    }
    // What the file does not state cannot be checked, and is said.
    #expect(try outcome.rows("rules", "votes_add_up").first?[3] == .integer(34_555))
    #expect(try outcome.one("rules_unchecked").words["rules"]?.en.hasPrefix("The votes of the options add up") == true)
    // Two pairs of equal sheets among 34,555; none was to be expected.
    #expect(try outcome.one("same_figures").value("pairs").value == 2)
    #expect(try outcome.one("same_figures").value("expected").value == 0)
  }

  @Test(arguments: [2012, 2018, 2021])
  func russia(_ year: Int) async throws {
    let vector = try SharedFolder.vector("russia_\(year)_forensics")
    let sheets = try (year == 2021 ? NationalSheets.russia2021 : NationalSheets.russia(year)).run()
    let outcome = try await sheets.outcome()
    let battery = try #require(vector["battery"]?.object)
    try check(outcome, try #require(battery["arithmetic"]?.object))
    for (figure, name) in [("registered", "registered"), ("issued", "given"), ("cast", "received")] {
      let row = try #require(try outcome.rows("totals", .missing, .text(figure)).first)
      #expect(
        row[2] == .integer(Int64(battery["stations"]?.integer ?? -1))
          && row[3] == .integer(Int64(battery[name]?.integer ?? -1)))
    }
    #expect(near(try outcome.rows("totals", .missing, "issued").first?[4], battery["turnout_pct"]))
    #expect(near(try outcome.rows("totals", .missing, "votes_first").first?[5], battery["leader_pct"]))
  }

  /// Equal to the six decimals printed.
  private func near(_ cell: Cell?, _ expected: Value?) -> Bool {
    guard case .number(let value) = cell, let expected = expected?.double else { return false }
    return abs(value - expected) <= 0.5e-6 + 1e-12
  }

  @Test func albania() async throws {
    let vector = try SharedFolder.vector("albania_2013_C050")
    try check(try await NationalSheets.albania.run().outcome(), try #require(vector["battery"]?["arithmetic"]?.object))
  }

  private func check(_ outcome: Outcome, _ expected: [String: Value]) throws {
    func failures(_ rule: SheetRule, _ figure: String) throws -> Int {
      try outcome.rows("failures", .text(rule.code)).count { $0[3] == .text(figure) }
    }
    #expect(try failures(.castWithinIssued, "issued") == expected["given_gt_registered"]?.integer)
    #expect(try failures(.castWithinIssued, "cast") == expected["received_gt_given"]?.integer)
    #expect(try outcome.rows("failures", .text("option_within_valid")).count == expected["leader_gt_received"]?.integer)
    let extremes = try outcome.one("extremes")
    #expect(try extremes.value("no_voters").value == expected["zero_registered"]?.double)
    #expect(try extremes.value("no_ballots").value == expected["zero_received"]?.double)
    #expect(try extremes.value("full_turnout").value == expected["turnout_100"]?.double)
    #expect(try extremes.value("one_option").value == expected["leader_100"]?.double)
  }
}
