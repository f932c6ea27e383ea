internal import Glibc
internal import Times

/// A column that grows by the columns of blocks.
protocol GrowingColumn: Sendable {
  /// Adds the rows of `part`, a column of the same type, after making room for `room` rows in all.
  mutating func append(_ part: AnyColumn, room: Int)

  /// The column so far.
  var column: AnyColumn { get }
  /// Whether rows were added for which there was no room.
  var isOverfull: Bool { get }
}

extension ColumnType {
  /// A column of this type without rows; texts may take `texts` bytes.
  func growingColumn(texts: Int) -> any GrowingColumn {
    switch self {
    case .integer: GrowingValues(AnyColumn.integer) { if case .integer(let it) = $0 { it } else { nil } }
    case .decimal: GrowingValues(AnyColumn.decimal) { if case .decimal(let it) = $0 { it } else { nil } }
    case .number: GrowingValues(AnyColumn.number) { if case .number(let it) = $0 { it } else { nil } }
    case .dateTime: GrowingValues(AnyColumn.dateTime) { if case .dateTime(let it) = $0 { it } else { nil } }
    case .date: GrowingValues(AnyColumn.date) { if case .date(let it) = $0 { it } else { nil } }
    case .boolean: GrowingValues(AnyColumn.boolean) { if case .boolean(let it) = $0 { it } else { nil } }
    case .text: GrowingTexts(limit: texts)
    }
  }
}

private struct GrowingValues<Value: Sendable & Hashable>: GrowingColumn {
  private var values: [Value] = []
  private var missing = RowSet()
  private let wrapped: @Sendable (Column<Value>) -> AnyColumn
  private let unwrapped: @Sendable (AnyColumn) -> Column<Value>?
  var isOverfull: Bool { false }

  init(
    _ wrapped: @escaping @Sendable (Column<Value>) -> AnyColumn,
    unwrapped: @escaping @Sendable (AnyColumn) -> Column<Value>?
  ) {
    (self.wrapped, self.unwrapped) = (wrapped, unwrapped)
  }

  mutating func append(_ part: AnyColumn, room: Int) {
    guard let part = unwrapped(part) else { preconditionFailure("parts have the column's type") }
    if room > values.capacity { values.reserveLarge(room) }
    missing.insert(part.missing, at: values.count)
    values.append(contentsOf: part.values)
  }

  var column: AnyColumn { wrapped(Column(values: values, missing: missing)) }
}

private struct GrowingTexts: GrowingColumn {
  private var pool: [UInt8] = []
  private var slots: [TextColumn.Slot] = []
  private var missing = RowSet()
  private let limit: Int
  private(set) var isOverfull = false

  init(limit: Int) { self.limit = limit }

  mutating func append(_ part: AnyColumn, room: Int) {
    guard case .text(let part) = part else { preconditionFailure("parts have the column's type") }
    if room > slots.capacity {
      slots.reserveLarge(room)
      // The other blocks are taken to have as much text in a row as the first.
      let bytes = Double(part.pool.count) / Double(max(part.count, 1)) * Double(room)
      pool.reserveLarge(Int(min(bytes, 0x1p28)))
    }
    missing.insert(part.missing, at: slots.count)
    isOverfull = isOverfull || pool.count + part.pool.count > limit
    guard !isOverfull else { return }
    let offset = TextColumn.Slot(pool.count)
    slots.append(contentsOf: part.slots.lazy.map { $0 + offset })
    pool.append(contentsOf: part.pool)
  }

  var column: AnyColumn { .text(TextColumn(pool: pool, slots: slots, missing: missing)) }
}

extension Array {
  /// Reserves room for `capacity` elements, which will be filled from the first on.
  ///
  /// Where the system has pages of two megabytes, it is asked for them, as to fill memory in pages of the usual size
  /// takes a good part of the time of reading.
  fileprivate mutating func reserveLarge(_ capacity: Int) {
    reserveCapacity(capacity)
    withUnsafeMutableBytes { bytes in
      let page: UInt = 1 << 21
      let start = UInt(bitPattern: bytes.baseAddress)
      let (first, end) = (
        (start + page - 1) & ~(page - 1), (start + UInt(capacity * MemoryLayout<Element>.stride)) & ~(page - 1)
      )
      // No more than a hint: where it is not taken, nothing is lost.
      if first < end { _ = madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), Int32(MADV_HUGEPAGE)) }
    }
  }
}
