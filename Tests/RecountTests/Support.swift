import Foundation
import ModuleKit
import Recount
import Testing

/// Runs operations of the module on tables written here.
struct Bench {
  static let contest = Contest(
    "president", rule: .plurality,
    options: [
      Contest.Option("hernandez", name: Text("Juan Orlando Hernández")),
      Contest.Option("nasralla", name: Text("Salvador Nasralla")),
    ])

  let zone: Zone
  let context: Context

  init() throws {
    zone = try #require(Zone("America/Tegucigalpa"))
    context = Context(
      mission: Mission(
        id: "honduras_2017", title: Text("Honduras 2017"),
        electionDay: try #require(Day(iso: "2017-11-26")), zone: zone, languages: [.english, .spanish], notice: nil))
  }

  /// The dataset of `kind` that `csv` writes, under the kind's name.
  func dataset(
    _ kind: any AnyDatasetKind, _ csv: String, contest: Contest = Bench.contest
  ) throws -> LoadedDataset {
    let contest = kind.takes.contains(.contest) ? contest : nil
    let reader = CSVReader(columns: kind.columns(for: contest).map(\.specification), dataset: kind.id)
    let table = try reader.read(Array(csv.utf8), name: "\(kind.id).csv")
    let source = DatasetSource(dataset: kind.id, file: "\(kind.id).csv", table: table, contest: contest, zone: zone)
    return LoadedDataset(source, kind: kind, content: try kind.content(of: source))
  }

  func run(_ operation: String, _ inputs: [LoadedDataset], with parameters: [String: Value] = [:]) async throws
    -> Outcome
  {
    var request = Request(operation)
    let slots = ["bulletins": "bulletins", "recounts": "recounts", "copy_checks": "copy_checks"]
    for input in inputs { request.inputs[try #require(slots[input.kind.id])] = input }
    request.parameters = parameters
    return try await recount.run(request, context)
  }

  static let declared = """
    id,stage,total_sheets,votes_hernandez,percent_hernandez,votes_nasralla,percent_nasralla,source,published
    declared,declared,18128,1410888,42.95,1360442,41.42,press,2017-12-17

    """
  static let december = """
    id,boxes_total,boxes_recounted,selection,rule_en,rule_es,document,percent_hernandez,percent_nasralla,source,published
    december,18128,4753,not_random,all sheets processed at the central facility,todas las actas procesadas en el centro de cómputo,"communiqué of 9 December",50.1,31.5,press,2017-12-10

    """
  static let copies = """
    id,compared_by_en,compared_by_es,track,sheets_total,copies_covered,copies_sampled,copies_differ,selection,source,published
    eu,the EU mission,la misión de la UE,party,18128,14364,300,0,random,press,2017-12-17

    """

  func bulletins(_ csv: String = declared, contest: Contest = Bench.contest) throws -> LoadedDataset {
    try dataset(DatasetKind.bulletins, csv, contest: contest)
  }
  func recounts(_ csv: String = december) throws -> LoadedDataset { try dataset(DatasetKind.recounts, csv) }
  func copyChecks(_ csv: String = copies) throws -> LoadedDataset { try dataset(DatasetKind.copyChecks, csv) }

  /// A recount with the columns `columns` beside the numbers of boxes.
  func recounts(_ columns: [String: String], boxes: Int = 100, recounted: Int = 10) throws -> LoadedDataset {
    let all = columns.merging([
      "id": "r", "boxes_total": "\(boxes)", "boxes_recounted": "\(recounted)", "source": "court",
    ]) { first, _ in first }.sorted { $0.key < $1.key }
    return try recounts(all.map(\.key).joined(separator: ",") + "\n" + all.map(\.value).joined(separator: ",") + "\n")
  }
}

extension Outcome {
  func find(_ code: String, _ subject: String? = nil) throws -> Finding {
    try #require(
      findings.first { $0.code == code && (subject == nil || $0.subject == subject) }, "no finding \(code)")
  }

  var codes: [String] { findings.map(\.code) }
}

extension Finding {
  func value(_ name: String) throws -> Double { try #require(values[name]?.value) }
}

/// What `work` says it cannot do.
func problems(_ work: () async throws -> Outcome) async throws -> [Diagnostic] {
  do {
    _ = try await work()
    return []
  } catch let error as DiagnosticsError { return error.all }
}

/// The reference results, which are not part of the repository: VEEDOR_SHARED, or the folder beside it.
enum SharedVectors {
  static let folder =
    ProcessInfo.processInfo.environment["VEEDOR_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../shared").standardizedFileURL

  static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "vectors").path)

  static func decode<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: path)))
  }
}
