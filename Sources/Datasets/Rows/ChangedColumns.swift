import Diagnostics
import Tables

extension Table {
  /// The table with `columns` in the place of its own of the same names and types.
  func replacing(_ columns: [String: AnyColumn]) -> Table {
    Table(kindColumns: zip(columnNames, self.columns).map { ($0, columns[$0] ?? $1) })
  }

  /// The table of `columns`, which are those of a kind, or of a file that was read: distinct names, one length.
  init(kindColumns columns: [(name: String, column: AnyColumn)]) {
    guard let table = try? Table(columns) else {
      preconditionFailure("columns of a kind or a file have distinct names and one length")
    }
    self = table
  }

  /// The table without the values that `field` has in the rows, from 0, for which `isLost` holds.
  func removing<Value>(_ field: Field<Value>, where isLost: (Int) -> Bool) -> Table {
    do throws(TableMessage) {
      var builder = try TableBuilder([(field.name, field.column.specification.type)])
      for row in 0..<rowCount { try builder.append([isLost(row) ? .missing : self[field.name]?[row] ?? .missing]) }
      return replacing([field.name: builder.table.columns[0]])
    } catch {
      preconditionFailure("the values of a field belong in its column: \(error.message)")
    }
  }
}

extension Column<Int64> {
  /// The column with the sum of `parts` and of those of `others` that are there wherever it has no value: in rows
  /// where every part has one, and, where others are asked for, at least one of those.
  func filled(from parts: [Column<Int64>], _ others: [Column<Int64>] = []) -> Column<Int64> {
    guard !missing.isEmpty else { return self }
    var (values, gaps) = (values, RowSet())
    for row in 0..<count where missing.contains(row) {
      var sum: Int64 = 0
      let isComplete =
        !parts.isEmpty && parts.allSatisfy { !$0.isMissing(row) }
        && (others.isEmpty || others.contains { !$0.isMissing(row) })
      guard isComplete else {
        gaps.insert(row)
        continue
      }
      for part in parts { sum += part.values[row] }
      for other in others where !other.isMissing(row) { sum += other.values[row] }
      values[row] = sum
    }
    return Column(values: values, missing: gaps)
  }
}
