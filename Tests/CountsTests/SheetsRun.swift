import Counts
import ModuleKit
import Testing

/// Runs operations over datasets of sheets as the host does.
struct SheetsRun {
  var operation: String
  var parameters: [String: Value] = [:]
  var seed: UInt64 = 0
  private var inputs: [String: LoadedDataset] = [:]

  init(_ operation: String) { self.operation = operation }

  /// The sheets of `csv` in the slot `slot`, whose dataset has the same name.
  mutating func read(_ csv: String, as slot: String, _ declaration: DatasetDeclaration) throws {
    let kind = DatasetKind.sheets
    let table = try kind.reader(for: declaration, dataset: slot).read(Array(csv.utf8), name: "\(slot).csv")
    let zone = try #require(CountsRun.zone)
    let source = DatasetSource(
      dataset: slot, file: "\(slot).csv", table: table, declaration: declaration, zone: zone)
    inputs[slot] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
  }

  /// The sheets of the file at `path`.
  mutating func read(path: String, as slot: String, _ declaration: DatasetDeclaration) throws {
    let (kind, zone) = (DatasetKind.sheets, try #require(CountsRun.zone))
    let source = try kind.source(declaration, dataset: slot, path: path, name: path, zone: zone)
    inputs[slot] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
  }

  func outcome(_ parameters: [String: Value] = [:]) async throws -> Outcome {
    var request = Request(operation)
    request.parameters = self.parameters.merging(parameters) { $1 }
    request.inputs = inputs
    let (day, zone) = (try #require(Day(iso: "2017-11-26")), try #require(CountsRun.zone))
    let mission = Mission(
      id: "test", title: Text("Test"), electionDay: day, zone: zone, languages: [.english, .spanish], notice: nil)
    return try await counts.run(request, Context(mission: mission, seed: seed))
  }

  /// The sentences of the problems with which the run fails, hints behind them.
  func problems(_ parameters: [String: Value] = [:]) async -> [String] {
    do {
      _ = try await outcome(parameters)
      return []
    } catch let error as DiagnosticsError {
      return error.all.map { $0.message + ($0.hint.map { " | \($0)" } ?? "") }
    } catch {
      return ["\(error)"]
    }
  }
}
