import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// Datasets that rest on one file.
@Suite struct DatasetLoaderTests {
  private let scratch: ScratchWorkspace

  init() throws { scratch = try ScratchWorkspace() }

  private func workspace(_ rows: String) throws -> Workspace {
    func columns(_ count: String) -> String {
      "columns: {sheet: tps, votes_amapola: \(count)_a, votes_bromelia: \(count)_b}"
    }
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          entered: {kind: sheets, path: data/all.csv, contest: president, track: official, \(columns("day"))}
          places: {kind: stations, path: data/all.csv, columns: {station: tps}}
          photographed: {kind: sheets, path: data/all.csv, contest: president, track: crowd, \(columns("night"))}
          other: {kind: stations, path: data/other.csv}

        """, to: "veedor.yaml")
    try scratch.write("tps,day_a,day_b,night_a,night_b\n" + rows, to: "data/all.csv")
    try scratch.write("station\n9\n", to: "data/other.csv")
    return try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
  }

  @Test(arguments: [nil, ["photographed", "entered"]] as [Set<String>?])
  func eachHasItsOwnColumns(wanted: Set<String>?) async throws {
    let workspace = try workspace("1,10,20,11,21\n2,30,40,31,41\n")
    let loader = DatasetLoader(workspace)
    #expect(await workspace.dataProblems(loader, of: wanted).isEmpty)
    func votes(_ id: String) async throws -> [Int64] {
      let sheets = try #require(try await loader.load(id).content as? Sheets)
      #expect(sheets.source.dataset == id && sheets.source.table.columnNames.contains("votes_bromelia"))
      return sheets.votes.flatMap(\.values)
    }
    #expect(try await votes("entered") == [10, 30, 20, 40])
    #expect(try await votes("photographed") == [11, 31, 21, 41])
    let places = try #require(try await loader.load("places").content as? Stations)
    #expect(places.keys[1] == "2" && places.count == 2)
    #expect((try await loader.load("other").content as? Stations)?.keys[0] == "9")
  }

  @Test func whatIsWrongIsToldOfEachInTheOrderOfTheWorkspace() async throws {
    let workspace = try workspace("1,10,20,11,x\n2,y,40,31,41\n")
    let problems = await workspace.dataProblems(DatasetLoader(workspace))
    #expect(problems.map(\.datum?.dataset) == ["entered", "photographed"])
    #expect(problems.map(\.datum?.value) == ["y", "x"])
  }
}
