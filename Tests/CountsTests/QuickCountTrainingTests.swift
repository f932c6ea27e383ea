import Counts
import ModuleKit
import TestSupport
import Testing

/// The quick count of the training mission, with the faults planted in its official count.
struct QuickCountTrainingTests {
  private static let data = Repository.path + "/Workspaces/training/data/"
  private static let areas = ["region", "municipality", "place"]
  private static let contest = Contest(
    "president", rule: .plurality,
    options: ["oak", "cedar", "willow", "maple"].map { .init($0, name: Text($0)) })

  private static func sheets(_ track: Track) -> DatasetDeclaration {
    DatasetDeclaration(contest: contest, track: track, areas: areas)
  }

  private func rows(_ kind: any AnyDatasetKind, _ declaration: DatasetDeclaration, _ file: String) throws -> Table {
    try kind.reader(for: declaration, dataset: file).read(path: Self.data + file)
  }

  @Test func theSampleAndThePlantedFaults() async throws {
    let lists = DatasetDeclaration(areas: Self.areas)
    let outcome = try await OperationRun.quickCount
      .giving(path: Self.data + "observer.csv", as: "sample", Self.sheets(.observer))
      .giving(path: Self.data + "stations.csv", as: "frame", lists)
      .giving(path: Self.data + "sample.csv", as: "design", lists)
      .giving(path: Self.data + "official.csv", as: "official", Self.sheets(.official))
      .with(["per": "region"]).outcome()
    #expect(outcome.all("left_out").isEmpty && outcome.all("empty_strata").isEmpty)
    let mine = try rows(DatasetKind.sheets, Self.sheets(.observer), "observer.csv")
    let official = try rows(DatasetKind.sheets, Self.sheets(.official), "official.csv")
    let partial = try outcome.one("partial")
    #expect(try partial.value("used").value == Double(mine.rowCount))
    // Sheet by sheet, in the plainest way.
    let names = ["valid"] + Self.contest.options.map { "votes_\($0.id)" }
    func figures(_ table: Table) throws -> [String: [Int64?]] {
      let keys = try table.texts("sheet")
      let columns = try names.map(table.integers)
      return Dictionary(
        uniqueKeysWithValues: (0..<table.rowCount).map { row in (keys[row] ?? "", columns.map { $0[row] }) })
    }
    let (a, b) = (try figures(mine), try figures(official))
    let shared = a.keys.filter { b[$0] != nil }
    let differing = shared.filter { a[$0] != b[$0] }
    let finding = try outcome.one("sheets_differ")
    #expect(try finding.value("shared").value == Double(shared.count))
    #expect(try finding.value("differing").value == Double(differing.count) && !differing.isEmpty)
    #expect(Set(finding.evidence[0].rows) == Set(differing.map { RowKey($0) }))
    // Each of them was planted.
    let truth = try CSVReader(
      columns: ["fault", "dataset", "key", "field", "was", "is", "found_by"].map { ColumnSpec($0, .text, .optional) }
    ).read(path: Self.data + "ground_truth.csv")
    let (datasets, keys) = (try truth.texts("dataset"), try truth.texts("key"))
    let planted = Set((0..<truth.rowCount).filter { datasets[$0] == "official" }.map { keys[$0] ?? "" })
    #expect(differing.allSatisfy(planted.contains))
    #expect(try outcome.rows("strata").count == 12)
    #expect(try outcome.one("areas").value("areas").value == 6)
    // A partial sample tests nothing.
    #expect(outcome.all("official_consistent").isEmpty && outcome.all("official_not_consistent").isEmpty)
    #expect(outcome.codes.contains("official_untested") && outcome.codes.contains("worst_case"))
  }
}
