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
    // Of several of one figure the first says what it was.
    var undone: [String: [Int: Revision]] = [:]
    for revision in revisions.reversed() where revision.at > instant {
      undone[revision.column, default: [:]][revision.row] = revision
    }
    var (source, columns) = (self, [String: AnyColumn]())
    for (name, revisions) in undone {
      guard case .integer(let column)? = table[name] else { continue }
      columns[name] = .integer(column.undoing(revisions))
    }
    source.table = table.replacing(columns)
    source.revisions.removeAll { $0.at > instant }
    return source
  }
}

extension Column<Int64> {
  /// The column with the figures from before `revisions`, each by its row.
  fileprivate func undoing(_ revisions: [Int: Revision]) -> Column<Int64> {
    var (values, revised, blank) = (values, RowSet(), RowSet())
    for (row, revision) in revisions {
      values[row] = Int64(revision.before ?? 0)
      revised.insert(row)
      if revision.before == nil { blank.insert(row) }
    }
    var missing = missing.subtracting(revised)
    missing.formUnion(blank)
    return Column(values: values, missing: missing)
  }
}
