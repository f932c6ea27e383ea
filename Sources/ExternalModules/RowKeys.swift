import ModuleKit
import Synchronization

/// The rows that an operation was given, by their keys: evidence that a module states is looked up here.
final class RowKeys: Sendable {
  private let datasets: [String: LoadedDataset]
  /// Evidence of the results that the operation was given; findings may rest on it too.
  private let handedOn: [String: Set<RowKey>]
  private let indexed = Mutex<[String: [RowKey: Int]]>([:])

  init(_ request: Request) {
    datasets = Dictionary(request.inputs.values.map { ($0.source.dataset, $0) }) { first, _ in first }
    var handedOn: [String: Set<RowKey>] = [:]
    for evidence in request.results.flatMap(\.outcome.findings).flatMap(\.evidence) {
      handedOn[evidence.dataset, default: []].formUnion(evidence.rows)
    }
    self.handedOn = handedOn
  }

  /// The evidence that `stated` is: sources and basis as the rows themselves tell them, where their kind does.
  /// - Throws: ``ExternalMessage`` for a dataset or row that the operation was not given.
  func evidence(_ stated: StatedEvidence, code: String, subject: String) throws(DiagnosticsError) -> Evidence {
    let name = stated.dataset
    func unknownRow(_ row: RowKey) -> DiagnosticsError {
      DiagnosticsError(ExternalMessage.unknownRow(row.text, dataset: name, code: code, subject: subject))
    }
    guard let dataset = datasets[name] else {
      guard let known = handedOn[name] else {
        throw DiagnosticsError(ExternalMessage.unknownDataset(name, code: code, subject: subject))
      }
      for row in stated.rows where !known.contains(row) { throw unknownRow(row) }
      return asStated(stated)
    }
    let positions = positions(of: dataset)
    var rows: [Int] = []
    for row in stated.rows {
      guard let position = positions[row] else { throw unknownRow(row) }
      rows.append(position)
    }
    return dataset.evidence(keys: stated.rows, rows: rows) ?? asStated(stated)
  }

  private func asStated(_ stated: StatedEvidence) -> Evidence {
    Evidence(
      dataset: stated.dataset, rows: stated.rows, sources: stated.sources,
      basis: stated.basis ?? .reported)
  }

  private func positions(of dataset: LoadedDataset) -> [RowKey: Int] {
    let name = dataset.source.dataset
    if let known = indexed.withLock({ $0[name] }) { return known }
    let positions = dataset.rowsByKey
    indexed.withLock { $0[name] = positions }
    return positions
  }
}
