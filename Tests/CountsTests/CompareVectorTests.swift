import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// Two tracks of real elections, from the published files to the reference values.
@Suite(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no data")) struct CompareVectorTests {
  @Test func indonesiaByProvince() async throws {
    let path = SharedFolder.data("indonesia2019/tps_open.csv.gz")
    let outcome = try await OperationRun(counts, "compare").with(["per": "province"])
      .giving(path: path, as: "first", Nation.indonesia(.official))
      .giving(path: path, as: "second", Nation.indonesia(.crowd)).outcome()
    let vector = try SharedFolder.vector("indonesia_2019_parallel_tabulation_open_provinces")
    let table = try #require(outcome.tables["areas"])
    let provinces = try #require(vector["by_province"]?.object)
    #expect(table.rowCount == provinces.count + 1)
    let fields: [(column: String, keys: [String])] = [
      ("known", ["tps"]), ("both", ["both"]), ("only_first", ["kpu_only"]), ("only_second", ["kp_only"]),
      ("neither", ["neither"]), ("first_a", ["sum_both", "kpu_c1"]), ("first_b", ["sum_both", "kpu_c2"]),
      ("second_a", ["sum_both", "kp_c1"]), ("second_b", ["sum_both", "kp_c2"]), ("identical", ["identical_c1c2"]),
      ("differing", ["differs"]), ("margin_changed", ["margin_changed"]), ("favour_a_sheets", ["favour_c1", "tps"]),
      ("favour_a_votes", ["favour_c1", "votes"]), ("favour_b_sheets", ["favour_c2", "tps"]),
      ("favour_b_votes", ["favour_c2", "votes"]), ("net", ["net_margin"]), ("ten", ["abs_ge_10"]),
      ("hundred", ["abs_ge_100"]), ("swapped", ["swap_c1_c2"]),
    ]
    var totals = [Int64](repeating: 0, count: fields.count)
    let names = try table.texts("area")
    for row in 1..<table.rowCount {
      let province = try #require(provinces[names[row] ?? ""])
      for (place, field) in fields.enumerated() {
        let expected = field.keys.reduce(Optional(province)) { $0?[$1] }?.integer
        let found = try #require(try table.integers(field.column)[row])
        #expect(Int(found) == expected, "\(names[row] ?? "") \(field.column)")
        totals[place] += found
      }
      let (one, two) = (try #require(province["kpu_present"]?.integer), try #require(province["kp_present"]?.integer))
      let (both, first, second) = (
        try table.integers("both")[row], try table.integers("only_first")[row], try table.integers("only_second")[row]
      )
      #expect(Int((both ?? 0) + (first ?? 0)) == one && Int((both ?? 0) + (second ?? 0)) == two)
    }
    for (place, field) in fields.enumerated() {
      #expect(try table.integers(field.column)[0] == totals[place], "\(field.column) in all")
    }
    let agreement = try outcome.one("agreement")
    #expect(try agreement.value("matched").value == Double(totals[1]))
    #expect(outcome.codes.contains("direction_by_area") && outcome.figures["differences"] != nil)
    let rows = try #require(outcome.tables["differences"])
    #expect(rows.rowCount == Int(totals[10]))
  }

  @Test func boliviaPreliminaryAgainstFinal() async throws {
    let outcome = try await OperationRun(counts, "compare")
      .giving(
        path: SharedFolder.data("bolivia2019/final_computo.csv.gz"), as: "first", Nation.bolivia(.official)
      )
      .giving(
        path: SharedFolder.data("bolivia2019/trep_2019-10-21_18-29-53.csv.gz"), as: "second",
        Nation.bolivia(.preliminary)
      ).outcome()
    let vector = try SharedFolder.vector("bolivia_2019_two_tracks_and_late_count")
    let expected = try #require(vector["result"]?["trep_vs_computo"])
    let all = try #require(outcome.tables["areas"])
    func number(_ column: String) throws -> Int? { try all.integers(column)[0].map { Int($0) } }
    let fields = [
      "both": "matched", "only_first": "only_final", "only_second": "only_trep", "anything": "any_vote_field_differs",
      "net": "net_margin_change", "favour_a_sheets": "pro_MAS_mesas", "favour_b_sheets": "pro_CC_mesas",
      "favour_a_votes": "pro_MAS_votes", "favour_b_votes": "pro_CC_votes", "registered": "inscritos_differs",
    ]
    for (column, key) in fields { #expect(try number(column) == expected[key]?.integer, "\(column)") }
    let (matched, anything) = (try #require(try number("both")), try #require(try number("anything")))
    #expect(matched - anything == expected["identical"]?.integer)
    let probability = try #require(expected["sign_test_p"]?.double)
    let found = try #require(try outcome.one("direction_by_sheet").value("probability").value)
    #expect(abs(found - probability) < 1e-11)

    let options = [
      "cc": "CC", "fpv": "FPV", "mts": "MTS", "ucs": "UCS", "mas": "MAS", "f21": "21F", "pdc": "PDC", "mnr": "MNR",
      "pan_bol": "PAN-BOL", "blank": "Blancos", "null": "Nulos",
    ]
    for (field, key) in options {
      let row = try #require(try outcome.rows("options", .text(field)).first)
      #expect(row[4] == expected["net_\(key)"]?.integer.map { .integer(Int64($0)) }, "\(field)")
      if let differs = expected["\(key)_differs"]?.integer { #expect(row[5] == .integer(Int64(differs))) }
    }
    let net = try outcome.one("net_change")
    #expect(try net.value("margin").value == 648_439 && net.value("net").value == 1495)
    let bound = try outcome.one("worst_case_keeps_order").value("margin")
    #expect(bound.low.map { $0 > 0 } == true)
  }
}
