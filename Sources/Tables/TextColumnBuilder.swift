/// Gathers the texts of a column, row after row.
public struct TextColumnBuilder: ~Copyable {
  private var pool = TextPool(capacity: 0)
  private var slots: [TextColumn.Slot] = []
  private var missing = RowSet()

  /// A builder of a column for about `count` rows.
  public init(count: Int = 0) { slots.reserveCapacity(count) }

  /// Adds a row with the UTF-8 text `bytes`, of at most 16 MiB.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    let slot: TextColumn.Slot? = bytes.withContiguousStorageIfAvailable { pool.add(UnsafeRawBufferPointer($0)) }
    slots.append(slot ?? Array(bytes).withUnsafeBytes { pool.add($0) })
  }

  /// Adds a row without a text.
  public mutating func appendMissing() {
    missing.insert(slots.count)
    slots.append(0)
  }

  /// The column of the rows so far.
  public var column: TextColumn { TextColumn(pool: pool.bytes, slots: slots, missing: missing) }
}
