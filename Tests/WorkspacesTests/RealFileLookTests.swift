import BuiltIn
import Files
import ModuleKit
import TestSupport
import Testing

@testable import Workspaces

/// What is proposed of real files reads them: as many rows and votes as somebody counted who read them otherwise (Python's
/// csv module, by the names of columns as the sources of the files describe them).
@Suite(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED names no folder of real data"))
struct RealFileLookTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let kind: String
    let rows: Int
    let registered: Int?
    /// The votes of the options, in the order of the file.
    let votes: [Int]

    init(_ file: String, kind: String, rows: Int, registered: Int?, votes: [Int]) {
      (self.file, self.kind, self.rows, self.registered, self.votes) = (file, kind, rows, registered, votes)
    }

    var testDescription: String { file }
  }

  static let cases: [Case] = [
    Case(
      "albania2013/Albania2013.csv.gz", kind: "sheets", rows: 5_508, registered: 3_185_255,
      votes: [
        1_069, 416, 8_928, 1_210, 955, 14_741, 2_489, 513, 6_136, 2_984, 556, 545, 901, 2_084, 625, 489, 808, 3_577,
        11_915, 7_993, 729, 452, 476, 1_373, 1_354, 180_613, 2_175, 4_556, 714_118, 2_277, 508, 459, 904, 316, 10_219,
        2_284, 287, 3_121, 1_165, 1_065, 972, 1_384, 2_329, 528_925, 52_200, 3_307, 555, 771, 5_430, 44_958, 2_243, 550,
        6_090, 13_297, 635, 2_304, 4_870, 2_681, 408, 633, 1_191, 2_642, 1_230, 607, 10_198, 29_313,
      ]),
    Case(
      "bolivia2019/final_computo.csv.gz", kind: "sheets", rows: 34_555, registered: 7_315_364,
      votes: [2_240_920, 23_725, 76_827, 25_283, 2_889_359, 260_316, 539_081, 42_334, 39_826]),
    Case(
      "bolivia2019/trep_2019-10-20_19-40-57.csv.gz", kind: "sheets", rows: 28_975, registered: 6_137_228,
      votes: [1_950_000, 19_479, 63_955, 21_786, 2_355_644, 222_726, 450_445, 35_226, 33_718]),
    Case(
      "bolivia2019/trep_2019-10-21_18-29-53.csv.gz", kind: "sheets", rows: 32_806, registered: 6_964_976,
      votes: [2_145_237, 22_522, 73_039, 24_813, 2_738_136, 246_017, 513_407, 40_021, 38_260]),
    Case(
      "georgia2024/cec_scrape_proportional.csv.gz", kind: "sheets", rows: 3_095, registered: 3_494_146,
      votes: [
        3_882, 223_243, 208_326, 7_919, 50_384, 180_464, 14_910, 1_836, 12_430, 2_770, 4_121, 2_481, 2_581, 160_024,
        1_257, 4_465, 61_488, 1_118_736,
      ]),
    Case(
      "indonesia2019/tps_open.csv.gz", kind: "sheets", rows: 318_658, registered: 73_671_601,
      votes: [29_254_112, 29_501_535]),
    Case(
      "mexico2018_quickcount/REMESAS0100020000.txt.gz", kind: "sheets", rows: 6_307, registered: 3_620_769,
      votes: [516_739, 360_034, 1_207_530, 127_800]),
    Case(
      "mexico2018_quickcount/sample_design_2018.csv.gz", kind: "stations", rows: 7_787, registered: 4_420_377, votes: []
    ),
    Case("mexico2018_quickcount/frame_strata_2018.csv", kind: "strata", rows: 350, registered: nil, votes: []),
    Case(
      "quickcountmx/nal_2012.csv.gz", kind: "sheets", rows: 143_132, registered: 79_433_171,
      votes: [19_220_407, 12_769_479, 1_149_833, 15_881_019, 1_261_348]),
    Case(
      "russia/2007.csv.gz", kind: "sheets", rows: 96_193, registered: 109_148_196,
      votes: [
        1_600_234, 733_604, 89_780, 8_046_886, 669_444, 154_083, 5_660_823, 5_383_639, 615_417, 44_714_241, 1_108_985,
      ]),
    Case(
      "russia/2018.csv.gz", kind: "sheets", rows: 97_699, registered: 109_008_428,
      votes: [479_013, 8_659_206, 4_154_985, 56_430_712, 1_238_031, 499_342, 556_801, 769_644]),
    Case(
      "russia/2021.csv.gz", kind: "sheets", rows: 96_325, registered: 109_204_662,
      votes: [
        10_660_669, 512_418, 4_252_252, 2_997_744, 28_064_200, 4_201_744, 753_268, 291_465, 431_530, 715_621, 86_964,
        357_870, 450_449, 1_381_915,
      ]),
    Case("incidents/honduras_2017_claims.csv", kind: "claims", rows: 26, registered: nil, votes: []),
  ]

  @Test(arguments: cases) func theProposalReadsTheFile(_ one: Case) async throws {
    let scratch = try ScratchWorkspace()
    try scratch.write(MappedFile(path: SharedFolder.data(one.file)).content(atMost: .data), to: "data/\(one.file)")
    let proposal = try FileLook(
      "data/\(one.file)", in: WorkspaceFolder(path: scratch.path), kinds: Array(Catalogue(builtInModules).kinds.values)
    ).proposal()
    let mission = ScratchWorkspace.mission.split(separator: "contests:").first.map(String.init) ?? ""
    try scratch.write(mission + proposal.text, to: "veedor.yaml")
    let reading = Workspace.read(scratch.path, modules: builtInModules)
    #expect(reading.diagnostics.isEmpty, "\(proposal.text)")
    let workspace = try #require(reading.workspace, "\(proposal.text)")
    let loader = DatasetLoader(workspace)
    #expect(await workspace.dataProblems(loader).map(\.message) == [], "\(proposal.text)")
    let source = try await loader.load(proposal.name).source
    #expect(workspace.dataset(proposal.name)?.kind.id == one.kind)
    #expect(source.table.rowCount == one.rows)
    let options = source.contest?.options.map { "votes_\($0.id)" } ?? []
    #expect(try options.map { try sum(source.table, $0) } == one.votes, "\(proposal.text)")
    #expect(try one.registered == nil || sum(source.table, "registered") == one.registered)
  }

  private func sum(_ table: Table, _ name: String) throws -> Int {
    let column = try table.integers(name)
    return (0..<table.rowCount).reduce(0) { $0 + Int(column[$1] ?? 0) }
  }
}
