import Tables
public import Times

/// A figure that a later file of a series has otherwise than the files before it.
public struct Revision: Sendable, Equatable {
  /// The row of the dataset, from 0.
  public var row: Int
  /// The column of the figure.
  public var column: String
  /// The figure before, and since then; nil where there is none.
  public var before, after: Int?
  /// The file that first has it.
  public var file: String
  /// The latest moment at which that can have been made.
  public var at: Instant
}

extension DatasetSource {
  /// The rows as they stood at `instant`: figures that changed later are as they were.
  func undoingRevisions(after instant: Instant) -> DatasetSource {
    guard revisions.contains(where: { $0.at > instant }) else { return self }
    var (source, columns) = (self, [String: AnyColumn]())
    // The last is undone first.
    for revision in revisions.reversed() where revision.at > instant {
      guard case .integer(let column)? = columns[revision.column] ?? table[revision.column] else { continue }
      columns[revision.column] = .integer(column.replacing(revision.row, with: revision.before.map(Int64.init)))
    }
    source.table = table.replacing(columns)
    source.revisions.removeAll { $0.at > instant }
    return source
  }
}

extension Column<Int64> {
  /// The column with `value` in `row`.
  fileprivate func replacing(_ row: Int, with value: Int64?) -> Column<Int64> {
    var values = values
    values[row] = value ?? 0
    var one = RowSet()
    one.insert(row)
    var missing = missing.subtracting(one)
    if value == nil { missing.insert(row) }
    return Column(values: values, missing: missing)
  }
}
