/// Columns made of the parts that the blocks of a file gave.
enum Joining {
  /// The column made of `parts`, which are of type `type`.
  static func join(_ parts: [AnyColumn], _ type: ColumnType) -> AnyColumn {
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
