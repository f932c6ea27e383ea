import Datasets
import Diagnostics
import Language
import Synchronization
import Tables
import TestSupport
import Testing
import Times

/// A file on which several datasets rest is read once, and each dataset is what it is when it is read alone.
@Suite struct FilePassTests {
  private static let contest = KindSample().contest

  /// Sheets that take their votes from the columns that begin with `count`.
  private static func sheets(
    _ count: String, key: ColumnSource = ["village", "tps"], _ change: (inout DatasetDeclaration) -> Void = { _ in }
  ) -> DatasetDeclaration {
    var declaration = DatasetDeclaration(
      contest: contest, track: .official,
      columns: [
        "sheet": key, "votes_amapola": ColumnSource(["\(count)_a"]), "votes_bromelia": ColumnSource(["\(count)_b"]),
      ])
    change(&declaration)
    return declaration
  }

  private static let text = """
    serial,village,tps,day_a,day_b,night_a,night_b,covered
    1,v1,1,10,20,11,20,1
    2,v1,2,30,40,30,41,0
    3,v2,1,50,60,52,60,1

    """

  private struct Reads {
    var passes: Int
    var results: [Result<DatasetSource, DiagnosticsError>]
  }

  private func read(
    _ declarations: [DatasetDeclaration], kind: any AnyDatasetKind = DatasetKind.sheets, _ text: String = text
  ) -> Reads {
    let passes = Mutex(0)
    let readings = declarations.enumerated().map { index, it in
      DatasetReading(kind, it, dataset: "d\(index)", file: "all.csv", zone: KindSample().zone)
    }
    let pass = FilePass(readings, files: ["all.csv"]) { (reader, _) throws(DiagnosticsError) in
      passes.withLock { $0 += 1 }
      return try reader.read(Array(text.utf8), name: "all.csv")
    }
    let results = readings.indices.map { index in
      Result { () throws(DiagnosticsError) in try pass.source(index) }
    }
    return Reads(passes: passes.withLock { $0 }, results: results)
  }

  /// Reads `declarations` together, in so many passes, and holds each against itself read alone.
  private func expect(
    passes: Int, _ declarations: [DatasetDeclaration], kind: any AnyDatasetKind = DatasetKind.sheets,
    _ text: String = text, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let together = read(declarations, kind: kind, text)
    #expect(together.passes == passes, sourceLocation: sourceLocation)
    for (index, declaration) in declarations.enumerated() {
      // Under its own name: the others ask for nothing.
      var alone = read([declaration], kind: kind, text).results[0]
      if case .failure(let error) = alone {
        alone = .failure(
          DiagnosticsError(
            error.all.map {
              var problem = $0
              problem.datum?.dataset = "d\(index)"
              return problem
            }))
      }
      switch (together.results[index], alone) {
      case (.success(let together), .success(let alone)):
        #expect(together.table == alone.table && together.selection == alone.selection, sourceLocation: sourceLocation)
      case (.failure(let together), .failure(let alone)):
        #expect(together.all == alone.all && !alone.all.isEmpty, sourceLocation: sourceLocation)
      default: Issue.record("read together and alone are not alike", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func otherColumnsOfOneFileAreReadInOnePass() {
    expect(
      passes: 1,
      [
        Self.sheets("day"), Self.sheets("night"),
        Self.sheets("night", key: "tps") { $0.filters = [RowFilter("village", ["v1"])] },
      ])
  }

  /// What makes a pass of its own necessary.
  @Test func eachIsReadAsItNeeds() {
    let day = Self.sheets("day")
    // Another format.
    expect(passes: 2, [day, Self.sheets("night") { $0.format.missing = ["0"] }])
    // One column as a number and as a text.
    expect(
      passes: 2,
      [
        day,
        Self.sheets("night") {
          $0.areas = ["night_x"]; $0.columns["night_x"] = "day_a"
        },
      ])
    // A filter of its own has it as a text beside.
    expect(passes: 1, [day, Self.sheets("night") { $0.filters = [RowFilter("day_a", ["10", "30"])] }])
    // Rows that are told apart by other columns.
    expect(passes: 2, [day, Self.sheets("night", key: "serial")])
    // The third can go with the first.
    expect(passes: 2, [day, Self.sheets("night") { $0.format.missing = ["0"] }, Self.sheets("night")])
  }

  /// A filter lets rows with one key stand in the file, as long as no dataset reads them all.
  @Test func whatIsWrongIsToldByEachForItself() {
    let twice = Self.text + "4,v2,1,50,60,52,60,0\n"
    let covered: (inout DatasetDeclaration) -> Void = { $0.filters = [RowFilter("covered", ["1"])] }
    expect(passes: 1, [Self.sheets("day", covered), Self.sheets("night", covered)], twice)
    // Together, then each alone.
    expect(passes: 3, [Self.sheets("day"), Self.sheets("night", covered)], twice)
    expect(passes: 3, [Self.sheets("day"), Self.sheets("night")], Self.text + "4,v3,1,x,,,y,\n")
    // A column that is not there.
    expect(passes: 3, [Self.sheets("day"), Self.sheets("evening")])
    // A mapping that no file can satisfy never opens it.
    expect(
      passes: 1,
      [
        Self.sheets("day"),
        Self.sheets("night", key: ["day_a"]) {
          $0.columns["votes_amapola"] = ["village"]; $0.columns["area"] = "village"; $0.areas = ["area"]
        },
      ])
  }

  @Test func filesOfTheKindsOwnColumnsAreReadOnceWhereTheirColumnsAreTheSame() {
    let own = "station,region\n1,North\n2,South\n"
    let plain = DatasetDeclaration(areas: ["region"])
    expect(passes: 1, [plain, plain], kind: DatasetKind.stations, own)
    // Without its areas the file has a column too many, and that is still told.
    expect(passes: 2, [plain, DatasetDeclaration()], kind: DatasetKind.stations, own)
  }
}
