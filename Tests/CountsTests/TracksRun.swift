import Counts
import FoundationEssentials
import ModuleKit
import TestSupport
import Testing

/// Runs an operation over several datasets, each read as a workspace reads it: by a declaration with its mapping.
struct TracksRun {
  let operation: String
  var parameters: [String: Value] = [:]
  var asOf: Instant?
  private var inputs: [String: LoadedDataset] = [:]

  init(_ operation: String) { self.operation = operation }

  /// The rows of `csv` in the slot `slot`, whose dataset has the same name.
  func giving(
    _ csv: String, as slot: String, _ declaration: DatasetDeclaration, _ kind: any AnyDatasetKind = DatasetKind.sheets
  ) throws -> TracksRun {
    try ScratchFile.with(csv) { path in try giving(path: path, as: slot, declaration, kind) }
  }

  /// The file at `path` in the slot `slot`.
  func giving(
    path: String, as slot: String, _ declaration: DatasetDeclaration, _ kind: any AnyDatasetKind = DatasetKind.sheets
  ) throws -> TracksRun {
    let zone = try #require(CountsRun.zone)
    var source = try kind.source(declaration, dataset: slot, path: path, name: path, zone: zone)
    if let asOf { source = kind.known(source, at: asOf) }
    var run = self
    run.inputs[slot] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    return run
  }

  func with(_ parameters: [String: Value]) -> TracksRun {
    var run = self
    run.parameters = parameters
    return run
  }

  func known(at text: String) throws -> TracksRun {
    var run = self
    run.asOf = try #require(Instant(rfc3339: text))
    return run
  }

  func outcome() async throws -> Outcome {
    var request = Request(operation)
    (request.parameters, request.inputs) = (parameters, inputs)
    let (day, zone) = (try #require(Day(iso: "2017-11-26")), try #require(CountsRun.zone))
    let mission = Mission(
      id: "test", title: Text("Test"), electionDay: day, zone: zone, languages: [.english, .spanish], notice: nil)
    return try await counts.run(request, Context(mission: mission, asOf: asOf))
  }

  /// The sentences of the problems with which the run fails, each with its hint.
  func problems() async -> [String] {
    do {
      _ = try await outcome()
      return []
    } catch let error as DiagnosticsError {
      return error.all.map { problem in problem.message + (problem.hint.map { ": \($0)" } ?? "") }
    } catch {
      return ["\(error)"]
    }
  }
}

/// The data of real elections, which are not part of the repository: VEEDOR_SHARED, or the folder beside it.
enum SharedData {
  static let folder = ProcessInfo.processInfo.environment["VEEDOR_SHARED"] ?? CountsRun.package + "/../shared"
  static let isPresent = FileManager.default.fileExists(atPath: folder + "/data/SOURCES.md")

  static func path(_ name: String) -> String { folder + "/data/" + name }

  static func vector(_ name: String) throws -> Value {
    try Value(json: Array(try Data(contentsOf: URL(filePath: folder + "/vectors/counts/" + name))))
  }

  /// The two tracks of Indonesia 2019 stand in one file: what the commission entered, and what volunteers read.
  static func indonesia(_ track: Track) -> DatasetDeclaration {
    let prefix = track == .official ? "kpu" : "kp"
    return DatasetDeclaration(
      contest: Contest(
        "president", rule: .plurality, options: [.init("c1", name: Text("One")), .init("c2", name: Text("Two"))]),
      track: track, areas: ["province", "regency", "district", "village"],
      format: CSVFormat(missing: ["-1"]),
      columns: [
        "sheet": ["village_id", "tps"], "registered": ["reg_m", "reg_f"],
        "votes_c1": .init(["\(prefix)_c1"]), "votes_c2": .init(["\(prefix)_c2"]),
      ],
      filters: track == .official ? [] : [RowFilter("kp_coverage", ["1"])])
  }

  /// Bolivia 2019: the final count, or the preliminary one as of some hour.
  static func bolivia(_ track: Track) -> DatasetDeclaration {
    let parties: KeyValuePairs = [
      "mas": "MAS - IPSP", "cc": "CC", "fpv": "FPV", "mts": "MTS", "ucs": "UCS", "f21": "21F", "pdc": "PDC",
      "mnr": "MNR", "pan_bol": "PAN-BOL",
    ]
    let areas: KeyValuePairs = [
      "country": "País", "department": "Departamento", "province": "Provincia", "municipality": "Municipio",
      "locality": "Localidad", "place": "Recinto",
    ]
    var columns: [String: ColumnSource] = [
      "sheet": "Número Mesa", "registered": "Inscritos", "blank": "Blancos", "null": "Nulos",
    ]
    for (id, name) in parties { columns["votes_\(id)"] = ColumnSource([name]) }
    for (level, name) in areas { columns[level] = ColumnSource([name]) }
    return DatasetDeclaration(
      contest: Contest("president", rule: .majority, options: parties.map { .init($0.key, name: Text($0.value)) }),
      track: track, areas: areas.map(\.key), format: CSVFormat(encoding: .utf8WithMark), columns: columns)
  }
}
