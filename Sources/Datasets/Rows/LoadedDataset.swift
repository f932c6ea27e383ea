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
  /// The evidence that the rows at `rows`, from 0, are, whose keys are `keys`; nil where the kind's rows do not say who
  /// says so.
  public func evidence(keys: [RowKey], rows: [Int]) -> Evidence? {
    guard let fields = kind.fields(for: source.declaration) as? any SourcedFields else { return nil }
    let provenance = fields.provenance
    provenance.read(source.table)
    return Evidence(
      dataset: source.dataset, rows: keys, citations: rows.map { provenance.citation($0, in: source) },
      basis: rows.map { provenance.basis[$0] ?? .reported }.max() ?? .reported)
  }
}
