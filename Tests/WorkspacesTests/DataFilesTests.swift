import BuiltIn
import Files
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// What `path:` of a dataset names: a file, a list of files, or those whose names are as a pattern has them.
@Suite struct DataFilesTests {
  private let scratch: ScratchWorkspace

  init() throws {
    scratch = try ScratchWorkspace()
    for (path, box) in [
      ("data/b.csv", 2), ("data/a.csv", 1), ("data/é.csv", 3), ("data/x/a.csv", 4), ("data/y/a.csv", 5),
    ] {
      try scratch.write("station\n\(box)\n", to: path)
    }
    try scratch.write("no table", to: "data/a.txt")
    try scratch.write("station\n9\n", to: "data/.hidden.csv")
    try scratch.write("", to: "data/z/b.csv")
  }

  private func read(_ path: String, _ rest: String = "") throws -> WorkspaceReading {
    try scratch.write(
      ScratchWorkspace.mission + "datasets:\n  boxes: {kind: stations, path: \(path)\(rest)}\n", to: "veedor.yaml")
    return Workspace.read(scratch.path, modules: builtInModules)
  }

  private func files(_ path: String) throws -> [String]? { try read(path).workspace?.datasets.first?.files }

  private func problems(_ path: String, _ rest: String = "") throws -> [String] {
    try read(path, rest).diagnostics.map { "\($0.code) \($0.message)" + ($0.hint.map { " (\($0))" } ?? "") }
  }

  @Test func filesInTheOrderOfTheirBytes() throws {
    #expect(try files("data/*.csv") == ["data/a.csv", "data/b.csv", "data/é.csv"])
    #expect(try files("data/*/a.csv") == ["data/x/a.csv", "data/y/a.csv"])
    #expect(try files("data/*/*.csv") == ["data/x/a.csv", "data/y/a.csv", "data/z/b.csv"])
    #expect(try files("d*/b*") == ["data/b.csv"])
    #expect(try files("data/.h*") == ["data/.hidden.csv"])
  }

  @Test func aListIsReadAsItStands() throws {
    #expect(try files("[data/b.csv, data/a.csv]") == ["data/b.csv", "data/a.csv"])
    #expect(try files("[data/b.csv, data/*/a.csv]") == ["data/b.csv", "data/x/a.csv", "data/y/a.csv"])
    #expect(try read("[data/b.csv, data/a.csv]").workspace?.datasets[0].name == "data/b.csv and 1 more file")
    #expect(try read("data/*.csv").workspace?.datasets[0].name == "data/*.csv")
    #expect(try read("d*/b*").workspace?.datasets[0].name == "data/b.csv")
  }

  @Test func theRowsOfAll() async throws {
    let workspace = try #require(
      try read("data/*.csv", ", columns: {station: {from: [file_name, station], pattern: \"{}.csv\"}}").workspace)
    let stations = try #require(try await DatasetLoader(workspace).load("boxes").content as? Stations)
    #expect((0..<3).map { stations.keys[$0] } == ["a-1", "b-2", "é-3"])
  }

  @Test func whatCannotBeMeant() throws {
    let hint = "'*' stands for what a name may hold, and not for folders; see that the ending is right"
    #expect(try problems("data/*.CSV") == ["W100 no file is named as 'data/*.CSV' has it (\(hint))"])
    #expect(try problems("date/*.csv") == ["W100 no file is named as 'date/*.csv' has it (\(hint))"])
    #expect(try problems("data/*/c.csv") == ["W100 no file is named as 'data/*/c.csv' has it (\(hint))"])
    #expect(
      try problems("data/**/*.csv") == [
        "W101 'data/**/*.csv' has '**', which goes into no folders here (write a '*' for each folder, such as data/*/*.csv, and several patterns as a list)"
      ])
    #expect(
      try problems("[data/a.csv, data/*.csv]") == ["W102 the file 'data/a.csv' is named twice (each file is read once)"]
    )
    #expect(try problems("[data/a.csv, data/c.csv]") == ["W051 there is no file 'data/c.csv'"])
    #expect(try problems("[]") == ["W016 datasets.boxes.path is empty"])
    #expect(
      try problems("data/a.csv", ", columns: {station: {from: file_name, pattern: a.csv}}") == [
        "W104 the pattern 'a.csv' does not say which part of the file's name is taken (write {} for it, once, and * for what may be anything: 'count_{}.csv')"
      ])
    #expect(
      try problems("data/a.csv", ", columns: {station: {from: station, pattern: \"{}\"}}") == [
        "W105 'pattern' is one of the file's name, which is not taken here (write 'from: file_name')"
      ])
  }

  @Test(arguments: [
    (
      "from: station, join: /",
      "W110 'join' stands between several columns, and one is named (name the others, or leave it out)"
    ),
    (
      "from: station, split: /",
      "W111 'split' and 'part' go together (split: \" / \", part: 2 is what stands behind the first sign)"
    ),
    (
      "from: station, part: 2",
      "W111 'split' and 'part' go together (split: \" / \", part: 2 is what stands behind the first sign)"
    ),
    (
      "from: [station, x], split: /, part: 1",
      "W112 'split' is for one column of the file, and several things are named"
    ),
    ("from: file_name, split: /, part: 1", "W112 'split' is for one column of the file, and several things are named"),
    ("from: station, split: \"\", part: 1", "W017 datasets.boxes.columns.station.split is empty"),
  ])
  func whatIsSplitOrJoined(_ source: String, _ message: String) throws {
    #expect(try problems("data/a.csv", ", columns: {station: {\(source)}}") == [message])
  }

  /// Names that differ in capitals, accents, blanks, folders or what stands behind the point.
  @Test(
    arguments: [
      ("data/Official.csv", "data/official.csv", "did you mean 'data/Official.csv'?"),
      ("data/official.csv ", "data/official.csv", "did you mean 'data/official.csv '?"),
      ("data/offical.csv", "data/official.csv", "did you mean 'data/offical.csv'?"),
      ("Data/official.csv", "data/official.csv", "did you mean 'Data/official.csv'?"),
      ("data/official.csv.gz", "data/official.csv", "did you mean 'data/official.csv.gz'?"),
      ("data/official.xlsx", "data/official.csv", "did you mean 'data/official.xlsx'?"),
      (
        "data/Can\u{303}on.csv", "data/Ca\u{F1}on.csv",
        "there is one whose name is of the same letters in other characters, as some systems write accents: rename it"
      ),
      ("data/count_1.csv", "data/count_2.csv", nil), ("data/ab.csv", "data/ac.csv", nil),
      ("data/register.csv", "data/official.csv", nil), ("official.csv", "data/official.csv", nil),
      (".official.csv", "official.csv", nil),
    ] as [(String, String, String?)])
  func filesThatAreNear(_ there: String, _ wanted: String, _ hint: String?) throws {
    let scratch = try ScratchWorkspace()
    try scratch.write("station\n1\n", to: there)
    try scratch.write(
      ScratchWorkspace.mission + "datasets:\n  boxes: {kind: stations, path: \"\(wanted)\"}\n", to: "veedor.yaml")
    let told = Workspace.read(scratch.path, modules: builtInModules).diagnostics
    #expect(told.map(\.code) == ["W051"] && told.first?.hint == hint)
  }

  /// A link among the files that a pattern meets is told of and not left out.
  @Test func linksAreNotPassedOver() throws {
    try scratch.link("a.csv", from: "data/c.csv")
    #expect(
      try read("data/*.csv").diagnostics.map { "\($0.code) \($0.message)" } == [
        "F001 cannot open '\(scratch.path)/data/c.csv': it is a symbolic link"
      ])
  }

  @Test func aFolderAmongTheFiles() throws {
    try scratch.write("station\n1\n", to: "data/w.csv/a.csv")
    #expect(
      try problems("data/w*.csv") == [
        "W113 'data/w.csv' is a folder, and a file is wanted (name the file in it, or all of them: 'data/w.csv/*.csv')"
      ])
  }

  @Test func tooManyFiles() {
    let message = WorkspaceMessage.tooManyFiles(10_001, limit: 10_000)
    #expect(
      "\(message.code) \(message.message)" == "W103 these are 10001 files, and a dataset is read from 10000 at most")
  }

  @Test func thousandsOfFiles() async throws {
    OpenFiles.allowMost()
    for number in 1...1_500 { try scratch.write("station\n\(number)\n", to: "many/\(number).csv") }
    let workspace = try #require(try read("many/*.csv").workspace)
    #expect((try await DatasetLoader(workspace).load("boxes").content as? Stations)?.count == 1_500)
  }
}
