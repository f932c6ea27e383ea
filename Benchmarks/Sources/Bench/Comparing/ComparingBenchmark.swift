import Foundation
import ModuleKit

extension Benchmark {
  /// `counts.compare` from the files on: what the commission entered in Indonesia in 2019, and what volunteers read from
  /// photographs, at 318,658 stations.
  static let comparing = Benchmark(
    name: "comparing",
    work: "two tracks of 318,658 stations read, joined and compared",
    target: Target(processor: 1, peak: 200_000_000),
    input: { _ in Input(files: [try SharedData.needed("indonesia2019/tps_open.csv.gz")], note: "Indonesia 2019") },
    ours: [
      Contender("Veedor, counts.compare") { files, stages in
        let run = try await stages.time("reading both") {
          try OperationRun("compare").giving("first", try track(.official, files[0]))
            .giving("second", try track(.crowd, files[0]))
        }
        let outcome = try await stages.time("counts.compare") { try await run.outcome() }
        let all = try outcome.table("areas")
        let numbers = try ["both", "only_first", "only_second", "differing", "net"].map {
          try all.integers($0)[0] ?? 0
        }
        return numbers.map(String.init).joined(separator: " ")
      }
    ],
    peers: [
      Peer(name: "polars, 2 threads", needs: .python("polars"), command: ["comparing_polars.py"]),
      Peer(name: "pandas", needs: .python("pandas"), command: ["comparing_pandas.py"]),
    ])

  /// Both tracks stand in one file.
  private static func track(_ track: Track, _ path: String) throws -> LoadedDataset {
    let prefix = track == .official ? "kpu" : "kp"
    let contest = Contest(
      "president", rule: .plurality, options: ["c1", "c2"].map { .init($0, name: Text($0)) })
    let declaration = DatasetDeclaration(
      contest: contest, track: track, areas: ["province", "regency", "district", "village"],
      format: CSVFormat(missing: ["-1"]),
      columns: [
        "sheet": ["village_id", "tps"], "registered": ["reg_m", "reg_f"], "votes_c1": .init(["\(prefix)_c1"]),
        "votes_c2": .init(["\(prefix)_c2"]),
      ], filters: track == .official ? [] : [RowFilter("kp_coverage", ["1"])])
    return try DatasetKind.sheets.dataset(declaration, named: track.rawValue, path: path)
  }
}
