import Counts
import ModuleKit
import Statistics
import TestSupport
import Testing

/// The late count of Bolivia 2019 from the sheets themselves; skipped where the shared data are not there.
@Suite(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no data"))
struct LateVectorTests {
  private struct Vector: Decodable {
    struct Result: Decodable {
      let lateCount: [Level]
      let projection: Projection
      let feasibility: [String: Double]
      private enum CodingKeys: String, CodingKey {
        case lateCount = "late_count"
        case projection, feasibility
      }
    }
    struct Level: Decodable {
      let level: String
      let numbers: [String: Double]

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        (level, numbers) = (
          try container.decode(String.self, forKey: Key("level")),
          Dictionary(
            uniqueKeysWithValues: container.allKeys.compactMap { key in
              (try? container.decode(Double.self, forKey: key)).map { (key.stringValue, $0) }
            })
        )
      }
    }
    struct Projection: Decodable {
      let projected_late_margin_votes, actual_late_margin_votes: Double
      let projected_final_margin_pp, actual_final_margin_pp: Double
      let levels: [String: Int]
    }
    struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(_ name: String) { stringValue = name }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
    let result: Result
  }

  private static let parties = [
    "cc": "CC", "fpv": "FPV", "mts": "MTS", "ucs": "UCS", "mas": "MAS - IPSP", "f21": "21F", "pdc": "PDC",
    "mnr": "MNR", "pan_bol": "PAN-BOL",
  ]
  private static let levels = ["country", "department", "province", "municipality", "locality", "place"]
  private static let names = ["País", "Departamento", "Provincia", "Municipio", "Localidad", "Recinto"]

  private static func declaration(_ track: Track, rows: Int) -> DatasetDeclaration {
    let contest = Contest(
      "president", rule: .twoRound,
      options: parties.sorted { $0.key < $1.key }.map { .init($0.key, name: Text($0.value)) })
    var columns: [String: ColumnSource] = [
      "sheet": "Número Mesa", "registered": "Inscritos", "blank": "Blancos", "null": "Nulos",
    ]
    for (level, name) in zip(levels, names) { columns[level] = ColumnSource([name]) }
    for (option, name) in parties { columns["votes_\(option)"] = ColumnSource([name]) }
    return DatasetDeclaration(
      contest: contest, track: track, areas: levels, format: CSVFormat(encoding: .utf8WithMark), columns: columns,
      expected: Expectation(rows: rows))
  }

  private static func run() throws -> OperationRun {
    try OperationRun(counts, "late")
      .giving(
        path: SharedFolder.data("bolivia2019/final_computo.csv.gz"), as: "sheets",
        declaration(.official, rows: 34_555)
      )
      .giving(
        path: SharedFolder.data("bolivia2019/trep_2019-10-20_19-40-57.csv.gz"), as: "early",
        declaration(.preliminary, rows: 28_975))
  }

  @Test func everyValueOfTheVectorIsMet() async throws {
    let expected = try SharedFolder.decode(
      Vector.self, from: "vectors/counts/bolivia_2019_two_tracks_and_late_count.json"
    ).result
    let outcome = try await Self.run().outcome(["threshold": 10, "per": "department"])

    let columns = [
      "units_both": "units_both", "units_only_late": "units_only_late", "units_only_early": "units_only_early",
      "early_points": "early_margin_pp", "late_points": "late_margin_pp", "shift_points": "shift_pp",
      "both_early_points": "both_early_pp", "both_late_points": "both_late_pp",
      "composition_points": "composition_kitagawa_pp", "within_points": "within_kitagawa_pp",
      "composition_early_rates_points": "composition_early_rates_pp",
      "within_late_weights_points": "within_late_weights_pp", "uncovered_percent": "late_valid_share_only_late_units",
    ]
    let ladder = try #require(outcome.tables["ladder"])
    #expect(ladder.rowCount == 6 && expected.lateCount.count == 5)
    for (row, level) in expected.lateCount.enumerated() {
      for (column, name) in columns {
        let factor = column == "uncovered_percent" ? 100.0 : 1
        let value: Double
        switch try #require(ladder[column])[row + 1] {
        case .integer(let count): value = Double(count)
        case .number(let number): value = number
        default: value = .nan
        }
        let wanted = try #require(level.numbers[name])
        #expect(abs(value / factor - wanted) <= 0.6e-6, "\(level.level) \(column): \(value) \(wanted)")
      }
    }

    let projected = try outcome.one("projection_outside").statement.en
    #expect(
      projected
        == "There is no earlier cut at which to try the projection first. Had each late sheet had the early margin of its nearest neighbours, the final margin of MAS - IPSP over CC would have been 10.10\u{A0}points (9.87 to 10.33); it was 10.56\u{A0}points, outside the interval: late sheets differ from their neighbours by 2.89\u{A0}points on average. The 95% interval is the widest that can be had, in which errors go together within each province (10.7 degrees of freedom); the areas are too few for one by country and department. It would turn at a correlation of 0.04 between lateness and the margin among neighbours. Late votes that took their margin: 84.32% from their polling place, 2.28% from their locality, 13% from their municipality, 0.04% from their province, 0.1% from their department, 0.25% from their country, 0.01% from the whole count."
    )
    // The standard error of 5,415.970530857457 votes was found by a program of its own, sheet by sheet from the formulas.
    let errors = try outcome.rows("errors", "projection")
    #expect(errors.map { $0[1] } == [.missing] + Self.levels.map { .text($0) })
    guard case .number(let points) = errors[0][3], case .number(let degrees) = errors[0][4] else { throw Wrong() }
    let standardError = points * 6_137_671 / 100
    #expect(degrees > 100 && abs(standardError - 5415.970530857457) < 1e-5, "\(standardError)")
    let shift = try outcome.one("shift")
    #expect(try shift.value("late_votes").value == 981_713 && shift.value("early_votes").value == 5_155_958)
    let projection = try outcome.one("projection_outside")
    #expect(
      abs(try #require(projection.value("late_projected").value) - expected.projection.projected_late_margin_votes)
        <= 0.6e-3)
    #expect(try projection.value("late_actual").value == expected.projection.actual_late_margin_votes)
    #expect(
      abs(try #require(projection.value("projected").value) - expected.projection.projected_final_margin_pp) <= 0.6e-6)
    #expect(
      abs(try #require(projection.value("actual").value) - expected.projection.actual_final_margin_pp) <= 0.6e-6)
    let steps = try #require(outcome.tables["projection"])
    let keys = ["national"] + Self.names
    for row in 0..<steps.rowCount {
      #expect(steps["late_sheets"]?[row] == .integer(Int64(expected.projection.levels[keys[row]] ?? 0)), "\(keys[row])")
    }

    let needed = try outcome.one("needed_threshold")
    let feasibility = expected.feasibility
    #expect(
      abs(try #require(needed.value("needed").value) - (feasibility["needed_late_margin_for_10pp"] ?? 0)) <= 0.6e-6)
    #expect(abs(try #require(needed.value("actual").value) - (feasibility["actual_late_margin_pp"] ?? 0)) <= 0.6e-6)
    #expect(try needed.value("late_registered").value == feasibility["late_registered"])
  }
}

private struct Wrong: Error {}
