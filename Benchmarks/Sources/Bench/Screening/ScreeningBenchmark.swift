import Foundation
import ModuleKit

extension Benchmark {
  /// `counts.screen` as the host runs it, sheets read and checked beforehand: all tests but the drawn ones, with tables,
  /// sentences and figure.
  static let screening = Benchmark(
    name: "screening",
    work: "whole percentages, digits, endings, shapes, dips, correlations and slopes of 97,699 stations",
    target: Target(processor: 1),
    input: StationsFile.input,
    ours: [
      Contender("Veedor, counts.screen") { files in
        try OperationRun("screen", ["denominator": "all"]).giving("sheets", try sheets(files[0]))
      } work: { run in
        try await run.outcome()
      } answer: { outcome in
        let table = try outcome.table("tests")
        let (tests, quantities) = (try table.texts("test"), try table.texts("quantity"))
        let (measures, values) = (try table.texts("measure"), try table.numbers("statistic"))
        func value(_ test: String, _ quantity: String, _ measure: String) throws -> Double {
          let row = (0..<table.rowCount).first {
            tests[$0] == test && quantities[$0] == quantity && measures[$0] == measure
          }
          guard let row, let value = values[row] else { throw Failure("there is no \(test)") }
          return value
        }
        return String(
          format: "dip %.6f, spearman %.6f, second digits %.4f, whole percentages %.0f",
          try value("dip", "share", "dip"), try value("turnout_and_share", "turnout_share", "spearman"),
          try value("second_digit", "share", "chi_square"), try value("whole_percentages", "turnout_share", "stations")
        )
      }
    ],
    peers: [Peer(name: "numpy, scipy and diptest", needs: .python("diptest"), command: ["screening.py"])])

  private static func sheets(_ path: String) throws -> LoadedDataset {
    let contest = Contest("president", rule: .twoRound, options: [.init("leader", name: Text("The leader"))])
    let declaration = DatasetDeclaration(
      contest: contest, track: .official,
      columns: ["sheet": "station", "issued": "given", "cast": "received", "votes_leader": "leader"])
    return try DatasetKind.sheets.dataset(declaration, named: "sheets", path: path)
  }
}
