import Counts
import ModuleKit

/// An operation of `counts` as the host runs it, on files read as a workspace declares them.
struct OperationRun {
  private var request: Request
  private let mission: Mission

  /// A run of `operation` with `parameters`.
  init(_ operation: String, _ parameters: [String: Value] = [:]) throws {
    guard let zone = Zone("UTC"), let day = Day(iso: "2018-03-18") else { throw Failure("there is no UTC") }
    mission = Mission(
      id: "bench", title: Text("Bench"), electionDay: day, zone: zone, languages: [.english, .spanish], notice: nil)
    request = Request(operation)
    request.parameters = parameters
  }

  /// The run with `dataset` in `slot`.
  func giving(_ slot: String, _ dataset: LoadedDataset) -> OperationRun {
    var run = self
    run.request.inputs[slot] = dataset
    return run
  }

  /// What it finds: sentences, tables and figures in both languages.
  func outcome() async throws -> Outcome { try await counts.run(request, Context(mission: mission)) }
}

extension AnyDatasetKind {
  /// The file at `path` read with two threads, checked, and made content.
  func dataset(_ declaration: DatasetDeclaration, named name: String, path: String) throws -> LoadedDataset {
    guard let zone = Zone("UTC") else { throw Failure("there is no UTC") }
    let source = try source(declaration, dataset: name, path: path, name: path, zone: zone, threads: 2)
    return LoadedDataset(source, kind: self, content: try content(of: source))
  }
}

extension Outcome {
  /// A table that must be there.
  func table(_ name: String) throws -> Table {
    guard let table = tables[name] else { throw Failure("there is no table \(name)") }
    return table
  }
}
