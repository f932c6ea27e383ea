import Tables

/// A dataset as operations and external modules get it.
public struct LoadedDataset: Sendable {
  /// Where it comes from, with its rows.
  public var source: DatasetSource
  /// What kind of dataset it is.
  public var kind: any AnyDatasetKind
  /// What the kind made of it.
  public var content: any Sendable

  /// A dataset of `kind`.
  public init(_ source: DatasetSource, kind: any AnyDatasetKind, content: any Sendable) {
    (self.source, self.kind, self.content) = (source, kind, content)
  }
}

extension LoadedDataset {
  /// The rows, from 0, by their keys; where several columns make the key, their values stand with `/` between them.
  public var rowsByKey: [String: Int] {
    let table = source.table
    let columns = kind.columns(for: source.declaration).filter { $0.role == .key }.compactMap { table[$0.name] }
    return Dictionary((0..<table.rowCount).map { row in (columns.map { $0.text(row) }.joined(separator: "/"), row) }) {
      first, _ in first
    }
  }

  /// The evidence that the rows at `rows`, from 0, are, whose keys are `keys`; nil where the kind's rows do not say who
  /// says so.
  public func evidence(keys: [String], rows: [Int]) -> Evidence? {
    guard let fields = kind.fields(for: source.declaration) as? any SourcedFields else { return nil }
    let provenance = fields.provenance
    provenance.read(source.table)
    return Evidence(
      dataset: source.dataset, rows: keys, sources: Set(rows.map { provenance.source[$0] ?? "" }).sorted(),
      basis: rows.map { provenance.basis[$0] ?? .reported }.max() ?? .reported)
  }
}
