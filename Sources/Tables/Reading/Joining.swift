internal import Synchronization

/// Columns made of the parts that the blocks of a file gave.
enum Joining {
  private enum Work: Sendable {
    case column(AnyColumn)
    case duplicates([(row: Int, first: Int)])
  }

  /// The columns that `specs` describe, whose parts are `parts`, and the rows whose key an earlier row has.
  static func join(
    _ parts: consuming [[AnyColumn]], _ specs: [ColumnSpec], threads: Int
  ) -> (columns: [AnyColumn], duplicates: [(row: Int, first: Int)]) {
    // Parts are let go of column by column, so that the whole never stands in memory twice.
    let parts = Mutex(parts)
    let join: @Sendable (Int) -> AnyColumn = { column in
      let own = parts.withLock { parts in
        defer { parts[column] = [] }
        return parts[column]
      }
      return Self.join(own, specs[column].type)
    }
    let keys = specs.indices.filter { specs[$0].role == .key }
    let others = specs.indices.filter { specs[$0].role != .key }
    let keyColumns = concurrentMap(keys.count, threads: threads) { join(keys[$0]) }
    // The keys are compared on one thread while the others put the other columns together.
    let check = KeyCheck(keyColumns)
    let work = concurrentMap(others.count + 1, threads: threads) { number -> Work in
      number == 0 ? .duplicates(check.duplicates()) : .column(join(others[number - 1]))
    }
    var columns = specs.map { AnyColumn($0.type, []) }
    var duplicates: [(row: Int, first: Int)] = []
    for (key, column) in zip(keys, keyColumns) { columns[key] = column }
    for (number, work) in work.enumerated() {
      switch work {
      case .column(let column): columns[others[number - 1]] = column
      case .duplicates(let found): duplicates = found
      }
    }
    return (columns, duplicates)
  }

  /// The column made of `parts`, which are of type `type`.
  private static func join(_ parts: [AnyColumn], _ type: ColumnType) -> AnyColumn {
    switch type {
    case .integer: .integer(fixed(parts) { if case .integer(let it) = $0 { it } else { nil } })
    case .decimal: .decimal(fixed(parts) { if case .decimal(let it) = $0 { it } else { nil } })
    case .number: .number(fixed(parts) { if case .number(let it) = $0 { it } else { nil } })
    case .dateTime: .dateTime(fixed(parts) { if case .dateTime(let it) = $0 { it } else { nil } })
    case .date: .date(fixed(parts) { if case .date(let it) = $0 { it } else { nil } })
    case .boolean: .boolean(fixed(parts) { if case .boolean(let it) = $0 { it } else { nil } })
    case .text: .text(text(parts.compactMap { if case .text(let it) = $0 { it } else { nil } }))
    }
  }

  private static func fixed<Value>(_ parts: [AnyColumn], _ column: (AnyColumn) -> Column<Value>?) -> Column<Value> {
    var (values, missing): ([Value], RowSet) = ([], RowSet())
    values.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts.lazy.compactMap(column) {
      missing.insert(part.missing, at: values.count)
      values += part.values
    }
    return Column(values: values, missing: missing)
  }

  private static func text(_ parts: [TextColumn]) -> TextColumn {
    var (pool, slots, missing): ([UInt8], [TextColumn.Slot], RowSet) = ([], [], RowSet())
    pool.reserveCapacity(parts.reduce(0) { $0 + $1.pool.count })
    slots.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts {
      missing.insert(part.missing, at: slots.count)
      let offset = TextColumn.slot(offset: pool.count, length: 0)
      slots += part.slots.lazy.map { $0 + offset }
      pool += part.pool
    }
    return TextColumn(pool: pool, slots: slots, missing: missing)
  }
}
