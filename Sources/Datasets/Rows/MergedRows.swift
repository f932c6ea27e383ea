import Diagnostics
public import Tables

/// Two versions of a dataset's rows, made one by their keys.
public struct MergedRows: Sendable, Equatable {
  /// Our rows in their order, then those that they have added.
  public let table: Table
  /// The keys of rows that both have changed, each in its own way, or one changed and the other took away; the table has
  /// them as we do.
  public let conflicts: [RowKey]
}

extension AnyDatasetKind {
  /// `ours` and `theirs`, which both were made of `base`, as one; all have the columns of the kind.
  ///
  /// What one side alone has added, changed or taken away is so in what comes out. Without `base` nothing was taken away,
  /// and rows of one key that differ are conflicts.
  public func merged(
    _ ours: Table, _ theirs: Table, base: Table? = nil, _ declaration: DatasetDeclaration
  ) -> MergedRows {
    func rows(_ table: Table) -> (keys: [RowKey], cells: [RowKey: [Cell]]) {
      let keys = keys(of: table, declaration)
      return (keys, Dictionary(zip(keys, (0..<table.rowCount).map(table.cells))) { first, _ in first })
    }
    let (before, mine, other) = (rows(base ?? Table()).cells, rows(ours), rows(theirs))
    var merged: [[Cell]] = []
    var conflicts: [RowKey] = []
    for key in mine.keys + other.keys.filter({ mine.cells[$0] == nil }) {
      let (was, we, they) = (before[key], mine.cells[key], other.cells[key])
      if we != they, we != was, they != was { conflicts.append(key) }
      if let row = we == was ? they : we { merged.append(row) }
    }
    return MergedRows(table: ours.holding(merged), conflicts: conflicts)
  }
}

extension Table {
  /// A table of the same columns with `rows`, whose cells are of the columns' types.
  fileprivate func holding(_ rows: [[Cell]]) -> Table {
    do throws(TableMessage) {
      var builder = try TableBuilder(zip(columnNames, columns).map { ($0, $1.type) })
      for row in rows { try builder.append(row) }
      return builder.table
    } catch {
      preconditionFailure("the cells of a table belong in its columns: \(error.message)")
    }
  }
}
