import Counts
import ModuleKit
import Testing

/// A run of `counts.quick_count` on datasets that tests write down, or that stand in files.
struct QuickCountRun {
  var parameters: [String: Value] = ["probability_sample": "stratified_random"]
  var asOf: Instant?
  private var inputs: [String: LoadedDataset] = [:]
  private let zone: Zone

  init(zone: Zone? = CountsRun.zone) throws { self.zone = try #require(zone) }

  /// The run with the rows of `csv` as the dataset of `slot`.
  func giving(
    _ slot: String, _ kind: any AnyDatasetKind, _ csv: String, as declaration: DatasetDeclaration = DatasetDeclaration()
  ) throws -> QuickCountRun {
    let table = try kind.reader(for: declaration, dataset: slot).read(Array(csv.utf8), name: "\(slot).csv")
    return try giving(
      slot, kind, DatasetSource(dataset: slot, file: "\(slot).csv", table: table, declaration: declaration, zone: zone))
  }

  /// The run with the file at `path` as the dataset of `slot`.
  func giving(
    _ slot: String, _ kind: any AnyDatasetKind, file path: String, as declaration: DatasetDeclaration
  ) throws -> QuickCountRun {
    try giving(slot, kind, try kind.source(declaration, dataset: slot, path: path, name: path, zone: zone))
  }

  private func giving(_ slot: String, _ kind: any AnyDatasetKind, _ source: DatasetSource) throws -> QuickCountRun {
    var run = self
    let known = asOf.map { kind.known(source, at: $0) } ?? source
    run.inputs[slot] = LoadedDataset(known, kind: kind, content: try kind.content(of: known))
    return run
  }

  func with(_ parameters: [String: Value]) -> QuickCountRun {
    var run = self
    run.parameters.merge(parameters) { _, new in new }
    return run
  }

  func outcome() async throws -> Outcome {
    var request = Request("quick_count")
    (request.parameters, request.inputs) = (parameters, inputs)
    let day = try #require(Day(iso: "2018-07-01"))
    let mission = Mission(
      id: "test", title: Text("Test"), electionDay: day, zone: zone, languages: [.english, .spanish], notice: nil)
    return try await counts.run(request, Context(mission: mission, asOf: asOf))
  }

  /// The sentences with which the run fails.
  func problems() async -> [String] {
    do {
      _ = try await outcome()
      return []
    } catch let error as DiagnosticsError {
      return error.all.map { $0.message + ($0.hint.map { "; \($0)" } ?? "") }
    } catch {
      return ["\(error)"]
    }
  }
}
