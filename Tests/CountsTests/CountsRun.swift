import Counts
import ModuleKit
import Testing

/// Runs operations of the module as the host does: a CSV file read with the columns of its kind, restricted where an
/// instant is given, made content, and handed over in a request.
struct CountsRun {
  static let zone = Zone("America/Tegucigalpa")
  /// The folder of this package.
  static let package = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  var operation: String
  var slot: String
  var kind: any AnyDatasetKind
  var contest: Contest?
  var parameters: [String: Value] = [:]
  var asOf: Instant?

  static func timeline(_ contest: Contest = Samples.contest) -> CountsRun {
    CountsRun(operation: "timeline", slot: "bulletins", kind: DatasetKind.bulletins, contest: contest)
  }

  static let claims = CountsRun(operation: "claims", slot: "claims", kind: DatasetKind.claims)

  func known(at text: String) throws -> CountsRun {
    var run = self
    run.asOf = Instant(rfc3339: text)
    try #require(run.asOf != nil)
    return run
  }

  func with(_ parameters: [String: Value]) -> CountsRun {
    var run = self
    run.parameters = parameters
    return run
  }

  /// The outcome for the rows of `csv`.
  func outcome(_ csv: String) async throws -> Outcome {
    let table = try reader.read(Array(csv.utf8), name: "\(slot).csv")
    return try await outcome(table)
  }

  /// The outcome for the file at `path` in the package.
  func outcome(file path: String) async throws -> Outcome {
    try await outcome(try reader.read(path: Self.package + "/" + path))
  }

  private var reader: CSVReader { CSVReader(columns: kind.columns(for: contest).map(\.specification), dataset: slot) }

  private func outcome(_ table: Table) async throws -> Outcome {
    let zone = try #require(Self.zone)
    var source = DatasetSource(dataset: slot, file: "\(slot).csv", table: table, contest: contest, zone: zone)
    if let asOf { source = kind.known(source, at: asOf) }
    var request = Request(operation)
    request.parameters = parameters
    request.inputs[slot] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    let day = try #require(Day(iso: "2017-11-26"))
    let mission = Mission(
      id: "test", title: Text("Test"), electionDay: day, zone: zone, languages: [.english, .spanish], notice: nil)
    return try await counts.run(request, Context(mission: mission, asOf: asOf))
  }
}

extension Outcome {
  func all(_ code: String) -> [Finding] { findings.filter { $0.code == code } }

  func one(_ code: String, about subject: String? = nil) throws -> Finding {
    let all = all(code).filter { subject == nil || $0.subject == subject }
    #expect(all.count == 1, "\(code) \(subject ?? "")")
    return try #require(all.first)
  }

  var codes: Set<String> { Set(findings.map(\.code)) }

  /// The rows of a table whose first cells are `start`.
  func rows(_ name: String, _ start: Cell...) throws -> [[Cell]] {
    let table = try #require(tables[name])
    return (0..<table.rowCount).map { table.cells($0) }.filter { Array($0.prefix(start.count)) == start }
  }
}

extension Finding {
  func value(_ name: String) throws -> Quantity { try #require(values[name]) }
}
