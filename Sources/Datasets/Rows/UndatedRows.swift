public import Language
import Tables

/// The rows of a dataset whose time of publication is not known, and which are therefore in no edition.
///
/// What they say is not told: it may be of a later time than the edition.
public struct UndatedRows: Sendable, Equatable {
  /// A source with how many of the rows are its own.
  public struct Source: Sendable, Equatable {
    /// The source's name for readers.
    public var name: Text
    /// Its rows of unknown date.
    public var count: Int

    /// The source called `name`, with `count` rows.
    public init(_ name: Text, count: Int) { (self.name, self.count) = (name, count) }
  }

  /// The dataset.
  public var dataset: String
  /// How many there are.
  public var count: Int
  /// Their sources, in the order of the file; none where the kind's rows do not tell.
  public var sources: [Source]

  /// `count` rows of `dataset`, by `sources`.
  public init(dataset: String, count: Int, sources: [Source] = []) {
    (self.dataset, self.count, self.sources) = (dataset, count, sources)
  }
}

extension LoadedDataset {
  /// The rows that are in no edition.
  public var undated: UndatedRows {
    let fields = kind.fields(for: source.declaration)
    fields.read(source.table)
    let rows = fields.publication.undatedRows
    var undated = UndatedRows(dataset: source.dataset, count: rows.count)
    guard let provenance = (fields as? any SourcedFields)?.provenance else { return undated }
    var places: [String: Int] = [:]
    for row in rows {
      let key = provenance.source[row] ?? ""
      if let place = places[key] {
        undated.sources[place].count += 1
      } else {
        places[key] = undated.sources.count
        undated.sources.append(.init(provenance.citation(row, in: source).source.label, count: 1))
      }
    }
    return undated
  }
}

extension PublicationFields {
  /// The rows, from 0, that have no latest time of publication.
  fileprivate var undatedRows: [Int] {
    let (days, to) = (day.values, to.values)
    return (0..<days.count).filter { days.isMissing($0) && to.isMissing($0) }
  }
}
