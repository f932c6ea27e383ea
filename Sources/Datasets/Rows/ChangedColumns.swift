import Diagnostics
import Tables

extension Table {
  /// The table with `columns` in the place of its own of the same names and types.
  func replacing(_ columns: [String: AnyColumn]) -> Table {
    Table(kindColumns: zip(columnNames, self.columns).map { ($0, columns[$0] ?? $1) })
  }

  /// The table with the columns `names` alone, which are among its own.
  func keeping(_ names: [String]) -> Table {
    Table(kindColumns: names.compactMap { name in self[name].map { (name, $0) } })
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
    guard let first = parts.first else { return self }
    let incomplete = parts.reduce(into: RowSet()) { $0.formUnion($1.missing) }
    var made = missing.subtracting(incomplete)
    if let other = others.first {
      made = made.subtracting(others.dropFirst().reduce(other.missing) { $0.intersection($1.missing) })
    }
    guard !made.isEmpty else { return self }
    // Column by column, so that a look at a row is one at flat numbers.
    var values = values
    for row in 0..<count where made.contains(row) { values[row] = first.values[row] }
    for part in parts.dropFirst() + others {
      let (numbers, absent) = (part.values, part.missing)
      for row in 0..<count where made.contains(row) && !absent.contains(row) { values[row] += numbers[row] }
    }
    let gaps = missing.subtracting(made)
    return Column(values: values, missing: gaps)
  }
}
