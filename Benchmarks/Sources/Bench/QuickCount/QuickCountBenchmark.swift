import Counts
import Foundation
import ModuleKit

extension Benchmark {
  /// `counts.quick_count` on Mexico's sample of 2018, sheets read and checked beforehand.
  static let quickCount = Benchmark(
    name: "quick_count",
    work: "shares and standard errors from a stratified sample of 6,307 sheets",
    input: { _ in
      let files = ["REMESAS0100020000.txt.gz", "frame_strata_2018.csv"]
      return Input(
        files: try files.map { try SharedData.needed("mexico2018_quickcount/" + $0) }, note: "Mexico 2018")
    },
    ours: [
      Contender("Veedor, counts.quick_count") { files in
        try OperationRun("quick_count", ["probability_sample": "stratified_random", "denominator": "all"])
          .giving("sample", try sample(files[0]))
          .giving("strata", try DatasetKind.strata.dataset(DatasetDeclaration(), named: "strata", path: files[1]))
      } work: { run in
        try await run.outcome()
      } answer: { outcome in
        let table = try outcome.table("estimates")
        let (options, errors) = (try table.texts("option"), try table.numbers("standard_error"))
        let shares = try table.numbers("percent")
        // The last line is the lead.
        return (0..<table.rowCount - 1).map { row in
          "\(options[row] ?? "") " + String(format: "%.6f (%.6f)", shares[row] ?? .nan, errors[row] ?? .nan)
        }.joined(separator: ", ")
      }
    ],
    peers: [Peer(name: "R, survey", needs: .r("survey"), command: ["quick_count.R"])])

  private static func sample(_ path: String) throws -> LoadedDataset {
    let options = ["RAC", "JAMK", "AMLO", "JHRC"]
    let contest = Contest(
      "president", rule: .plurality, options: options.map { .init($0.lowercased(), name: Text($0)) })
    var columns: [String: ColumnSource] = [
      "sheet": ["ID_ESTRATO_F", "SECCION", "TIPO_CASILLA", "ID_CASILLA", "EXT_CONTIGUA"], "stratum": "ID_ESTRATO_F",
      "registered": "LISTA_NOMINAL", "cast": "TOTAL", "null": "NULOS",
    ]
    for option in options { columns["votes_\(option.lowercased())"] = .init([option]) }
    let declaration = DatasetDeclaration(
      contest: contest, track: .observer, format: CSVFormat(delimiter: .bar, headerLine: 2), columns: columns)
    return try DatasetKind.sheets.dataset(declaration, named: "sample", path: path)
  }
}
