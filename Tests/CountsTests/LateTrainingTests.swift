import Counts
import ModuleKit
import TestSupport
import Testing

/// The late count of the training mission: in one region late sheets had votes moved, everywhere else they are like
/// their neighbours.
struct LateTrainingTests {
  private static let data = Repository.path + "/Workspaces/training/data/"
  private static let cut: Value = "2031-05-05T02:00:00Z"

  private func outcome() async throws -> Outcome {
    let contest = Contest(
      "president", rule: .plurality,
      options: ["oak", "cedar", "willow", "maple"].map { .init($0, name: Text($0)) })
    let before = Contest(
      "president_2027", rule: .plurality,
      options: ["oak", "birch", "willow", "maple"].map { .init($0, name: Text($0)) })
    let run = try OperationRun(counts, "late").giving(
      path: Self.data + "official.csv", as: "sheets",
      DatasetDeclaration(contest: contest, track: .official, areas: ["region", "municipality", "place"])
    ).giving(
      path: Self.data + "previous.csv", as: "previous",
      DatasetDeclaration(contest: before, track: .official, areas: ["region", "municipality", "place"]))
    return try await run.outcome([
      "cut": Self.cut, "per": "region", "option": "oak", "against": "cedar", "previous_against": "birch",
    ])
  }

  /// The columns `names` of the file `file`, texts all.
  private func columns(_ names: [String], of file: String) throws -> [TextColumn] {
    var reader = CSVReader(columns: names.map { ColumnSpec($0, .text, .optional) }, dataset: file)
    reader.isForeign = true
    let table = try reader.read(path: Self.data + file)
    return try names.map { try table.texts($0) }
  }

  /// The regions of the sheets that the ground truth says were changed.
  private func plantedRegions() throws -> Set<String> {
    let truth = try columns(["fault", "key"], of: "ground_truth.csv")
    let changed = Set((0..<truth[0].count).filter { truth[0][$0] == "late_jump" }.map { truth[1][$0] })
    let sheets = try columns(["sheet", "region"], of: "official.csv")
    return Set((0..<sheets[0].count).filter { changed.contains(sheets[0][$0]) }.compactMap { sheets[1][$0] })
  }

  @Test func theRegionOfThePlantedShiftStandsOut() async throws {
    let areas = try #require(try await outcome().tables["areas"])
    let (names, within) = (try areas.texts("area"), try areas.numbers("within_points"))
    let rows = (0..<areas.rowCount).sorted { abs(within[$0] ?? 0) > abs(within[$1] ?? 0) }
    let first = try #require(rows.first)
    #expect(try plantedRegions() == [try #require(names[first])], "\(rows.map { (names[$0], within[$0]) })")
    // Votes went to oak, which moves the margin within places: by 17 points there, by less than 3 elsewhere.
    #expect((within[first] ?? 0) > 15 && rows.dropFirst().allSatisfy { abs(within[$0] ?? 0) < 3 })
  }

  @Test func lateSheetsLeaveTheIntervalByWhatWasPlanted() async throws {
    let outcome = try await outcome()
    let projection = outcome.findings.filter { $0.code.hasPrefix("projection") }
    #expect(projection.count == 1)
    #expect(try (projection[0].value("difference").value ?? 0) > 0)
    #expect(outcome.codes.contains("jump"))
  }

  /// Most of the shift was there four years before; what was planted was not, and lies within what six regions leave open.
  @Test func thePreviousElectionHasMostOfTheShift() async throws {
    let outcome = try await outcome()
    let shift = try outcome.one("previous_shift")
    let (today, before) = (shift.values["today"]?.value ?? 0, shift.values["before"]?.value ?? 0)
    #expect(before > today / 2 && before < today)
    let projection = try outcome.one("previous_projection")
    let (plain, actual) = (try projection.value("plain").value ?? 0, try projection.value("actual").value ?? 0)
    let difference = try projection.value("difference").value ?? 0
    #expect(difference > 1 && difference < actual - plain)
    #expect(try outcome.rows("previous_order").count == 12)
  }
}
