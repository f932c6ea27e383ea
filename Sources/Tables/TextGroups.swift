/// The rows of a column grouped by their text, and by a coarser grouping where there is one: groups have numbers in the
/// order of their first rows.
public struct TextGroups: Sendable {
  /// The group of each row.
  public let rows: [Int32]
  /// The first row of each group.
  public let first: [Int32]
}

extension TextColumn {
  /// The rows grouped by their text; missing texts count as one text of their own. Rows of different `coarser` groups
  /// are in different groups.
  ///
  /// Costs one look a row where neighbours have the same text, else a hash. Copies no text.
  public func grouped(within coarser: TextGroups? = nil) -> TextGroups {
    var table = RowTable(capacity: 256)
    let rows = pool.withUnsafeBytes { pool in
      [Int32](unsafeUninitializedCapacity: count) { groups, initialized in
        var (lastSlot, lastParent, lastGroup): (Slot, Int32, Int32) = (.max, -1, -1)
        for row in 0..<count {
          let slot = missing.contains(row) ? .max - 1 : slots[row]
          let parent = coarser?.rows[row] ?? 0
          if slot != lastSlot || parent != lastParent {
            (lastSlot, lastParent) = (slot, parent)
            let hash = slot == .max - 1 ? table.seed : TextColumn.hash(of: slot, in: pool, table.seed)
            lastGroup = table.number(of: row, hash: hash ^ UInt64(UInt32(bitPattern: parent)) &* 0x9E37_79B9_7F4A_7C15)
            {
              (coarser?.rows[$0] ?? 0) == parent && isSame($0, row)
            }
          }
          groups.initializeElement(at: row, to: lastGroup)
        }
        initialized = count
      }
    }
    return TextGroups(rows: rows, first: table.first)
  }
}
