extension TextColumn {
  /// For each row, the first row of `other` that holds the same text; -1 where none does, or the text is missing.
  ///
  /// Costs one look a row of either column, and copies no text.
  public func matches(in other: TextColumn) -> [Int32] {
    let index = TextIndex(other)
    return [Int32](unsafeUninitializedCapacity: count) { rows, initialized in
      pool.withUnsafeBytes { pool in
        for row in 0..<count {
          let match = missing.contains(row) ? -1 : index.row(of: Self.text(slots[row], in: pool))
          rows.initializeElement(at: row, to: match)
        }
      }
      initialized = count
    }
  }

  fileprivate static func text(_ slot: Slot, in pool: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let start = Int(slot >> 24)
    return UnsafeRawBufferPointer(rebasing: pool[start..<start + Int(slot & 0xFF_FFFF)])
  }
}

/// The rows of a column by their texts: a hash table with linear probing, at most half full.
///
/// The standard library's hash has another seed in every process, so that no input can be made to collide.
private struct TextIndex {
  private let column: TextColumn
  private var places: [Int32]

  init(_ column: TextColumn) {
    self.column = column
    var size = 16
    while size < column.count * 2 { size *= 2 }
    places = Array(repeating: -1, count: size)
    column.pool.withUnsafeBytes { pool in
      for row in 0..<column.count where !column.missing.contains(row) {
        let text = TextColumn.text(column.slots[row], in: pool)
        let place = place(of: text, pool)
        if places[place] < 0 { places[place] = Int32(row) }
      }
    }
  }

  /// The first row that holds `text`; -1 where none does.
  func row(of text: UnsafeRawBufferPointer) -> Int32 {
    column.pool.withUnsafeBytes { places[place(of: text, $0)] }
  }

  /// Where `text` stands in the table, or would.
  private func place(of text: UnsafeRawBufferPointer, _ pool: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: text)
    var place = Int(truncatingIfNeeded: UInt(bitPattern: hasher.finalize()) & UInt(places.count - 1))
    while places[place] >= 0 {
      let known = TextColumn.text(column.slots[Int(places[place])], in: pool)
      if known.count == text.count && known.elementsEqual(text) { break }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }
}
