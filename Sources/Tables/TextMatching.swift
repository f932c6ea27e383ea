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
/// The hash has another seed in every process, so that no input can be made to collide; no result depends on it.
private struct TextIndex {
  private let column: TextColumn
  /// The first row of each text, in the lower half, with half of the text's hash in the upper one.
  private var places: [UInt64]
  private static let seed = UInt64.random(in: .min ... .max)
  private static let empty = UInt64.max

  init(_ column: TextColumn) {
    self.column = column
    var size = 16
    while size < column.count * 2 { size *= 2 }
    places = Array(repeating: Self.empty, count: size)
    column.pool.withUnsafeBytes { pool in
      for row in 0..<column.count where !column.missing.contains(row) {
        let text = TextColumn.text(column.slots[row], in: pool)
        let hash = Self.hash(text)
        let place = place(of: text, hash, pool)
        if places[place] == Self.empty { places[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(row) }
      }
    }
  }

  /// The first row that holds `text`; -1 where none does.
  func row(of text: UnsafeRawBufferPointer) -> Int32 {
    let known = column.pool.withUnsafeBytes { places[place(of: text, Self.hash(text), $0)] }
    return known == Self.empty ? -1 : Int32(truncatingIfNeeded: known)
  }

  /// Where `text` stands in the table, or would.
  private func place(of text: UnsafeRawBufferPointer, _ hash: UInt64, _ pool: UnsafeRawBufferPointer) -> Int {
    var place = Int(hash & UInt64(places.count - 1))
    while places[place] != Self.empty {
      let known = places[place]
      if (known ^ hash) >> 32 == 0 {
        let other = TextColumn.text(column.slots[Int(known & 0xFFFF_FFFF)], in: pool)
        if other.count == text.count, other.elementsEqual(text) { break }
      }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  /// Eight bytes at a time, each folded in by a full multiplication, as in wyhash (Wang Yi, public domain).
  private static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var mixed = seed ^ UInt64(text.count)
    func fold(_ word: UInt64) {
      let product = (mixed ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      mixed = product.high ^ product.low
    }
    var at = 0
    while at + 8 <= text.count {
      fold(text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < text.count {
      rest = rest << 8 | UInt64(text[at])
      at += 1
    }
    fold(rest)
    fold(seed)
    return mixed
  }
}
