import Foundation
import Incidents
import ModuleKit
import Testing

/// Runs the operation on tables written here, as of an instant where one is asked.
struct Bench {
  let zone: Zone
  let context: Context

  init() throws {
    zone = try #require(Zone("America/Tegucigalpa"))
    context = Context(
      mission: Mission(
        id: "honduras_2017", title: Text("Honduras 2017"),
        electionDay: try #require(Day(iso: "2017-11-26")), zone: zone, languages: [.english, .spanish], notice: nil))
  }

  func run(_ csv: String, asOf: String? = nil, with parameters: [String: Value] = [:]) async throws -> Outcome {
    let kind = DatasetKind<Claims>.claims
    let reader = CSVReader(columns: kind.columns(for: nil).map(\.specification), dataset: "claims")
    let table = try reader.read(Array(csv.utf8), name: "claims.csv")
    var source = DatasetSource(dataset: "claims", file: "claims.csv", table: table, zone: zone)
    if let asOf {
      let day = try #require(Day(iso: asOf))
      let end = Instant(seconds: zone.start(of: Day(ordinal: day.ordinal + 1)).seconds - 1)
      source = kind.known(source, at: end)
    }
    var request = Request("casualties")
    request.inputs["claims"] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    request.parameters = parameters
    return try await incidents.run(request, context)
  }
}

/// One row of the table of claims.
struct Row: Equatable {
  var id: String
  var source: String
  var published: String
  var from = "2017-11-26"
  var to = "2017-12-31"
  var measure = "killed"
  var population = ""
  var qualifier = ""
  var value: String

  static func csv(_ rows: [Row]) -> String {
    let header = "id,source,source_en,source_es,published,period_from,period_to,measure,population,qualifier,value\n"
    return header
      + rows.map { row in
        [
          row.id, row.source, "the \(row.source)", "la \(row.source)", row.published, row.from, row.to, row.measure,
          row.population, row.qualifier, row.value,
        ].joined(separator: ",") + "\n"
      }.joined()
  }
}

extension Outcome {
  func find(_ code: String, _ subject: String? = nil) throws -> Finding {
    try #require(
      findings.first { $0.code == code && (subject == nil || $0.subject == subject) }, "no finding \(code)")
  }
  func all(_ code: String) -> [Finding] { findings.filter { $0.code == code } }
  var codes: [String] { findings.map(\.code) }

  /// The keys of the claims of `measure` that the table puts to the use `use`, in byte order.
  func claims(_ use: String, _ measure: String = "killed") throws -> [String] {
    let table = try #require(tables["claims"])
    let (ids, measures, uses) = (try table.texts("claim"), try table.texts("measure"), try table.texts("use"))
    return (0..<table.rowCount).filter { uses[$0] == use && measures[$0] == measure }.compactMap { ids[$0] }.sorted()
  }
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

  /// The 26 claims; how their dates are known is written there in free words.
  static func claims() throws -> String {
    let text = try String(
      contentsOf: folder.appending(path: "data/incidents/honduras_2017_claims.csv"), encoding: .utf8)
    let inferred = ["\"approximate (AFP, early January 2018)\"", "approximate", "inferred from weekday in text"]
    return inferred.reduce(text) { $0.replacing(",\($1),", with: ",inferred,") }
  }
}
