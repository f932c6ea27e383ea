internal import Times

/// A column that grows by the columns of blocks.
protocol GrowingColumn: Sendable {
  /// Adds the rows of `part`, a column of the same type, after making room for `room` rows in all.
  mutating func append(_ part: AnyColumn, room: Int)

  /// The column so far.
  var column: AnyColumn { get }
}

extension ColumnType {
  /// A column of this type without rows.
  var growingColumn: any GrowingColumn {
    switch self {
    case .integer: GrowingValues(AnyColumn.integer) { if case .integer(let it) = $0 { it } else { nil } }
    case .decimal: GrowingValues(AnyColumn.decimal) { if case .decimal(let it) = $0 { it } else { nil } }
    case .number: GrowingValues(AnyColumn.number) { if case .number(let it) = $0 { it } else { nil } }
    case .dateTime: GrowingValues(AnyColumn.dateTime) { if case .dateTime(let it) = $0 { it } else { nil } }
    case .date: GrowingValues(AnyColumn.date) { if case .date(let it) = $0 { it } else { nil } }
    case .boolean: GrowingValues(AnyColumn.boolean) { if case .boolean(let it) = $0 { it } else { nil } }
    case .text: GrowingTexts()
    }
  }
}

private struct GrowingValues<Value: Sendable & Hashable>: GrowingColumn {
  private var values: [Value] = []
  private var missing = RowSet()
  private let wrapped: @Sendable (Column<Value>) -> AnyColumn
  private let unwrapped: @Sendable (AnyColumn) -> Column<Value>?

  init(
    _ wrapped: @escaping @Sendable (Column<Value>) -> AnyColumn,
    unwrapped: @escaping @Sendable (AnyColumn) -> Column<Value>?
  ) {
    (self.wrapped, self.unwrapped) = (wrapped, unwrapped)
  }

  mutating func append(_ part: AnyColumn, room: Int) {
    guard let part = unwrapped(part) else { preconditionFailure("parts have the column's type") }
    if room > values.capacity { values.reserveCapacity(room) }
    missing.insert(part.missing, at: values.count)
    values.append(contentsOf: part.values)
  }

  var column: AnyColumn { wrapped(Column(values: values, missing: missing)) }
}

private struct GrowingTexts: GrowingColumn {
  private var pool: [UInt8] = []
  private var slots: [TextColumn.Slot] = []
  private var missing = RowSet()

  mutating func append(_ part: AnyColumn, room: Int) {
    guard case .text(let part) = part else { preconditionFailure("parts have the column's type") }
    if room > slots.capacity {
      slots.reserveCapacity(room)
      // So far, the bytes of a text are those of the part's texts in the same proportion.
      pool.reserveCapacity(Int(Double(room) / Double(max(part.count, 1)) * Double(part.pool.count)))
    }
    missing.insert(part.missing, at: slots.count)
    let offset = TextColumn.slot(offset: pool.count, length: 0)
    slots.append(contentsOf: part.slots.lazy.map { $0 &+ offset })
    pool.append(contentsOf: part.pool)
  }

  var column: AnyColumn { .text(TextColumn(pool: pool, slots: slots, missing: missing)) }
}
