/// Texts being gathered for a column: the bytes so far, and a small memory of where recent ones stand.
///
/// Area names and codes repeat, often in neighbouring rows. A text that the memory knows is not stored again. The
/// memory is a table of fixed size in which a newer text displaces an older one, so that a column of distinct texts
/// costs no more than a look, and no input can make it slow.
struct TextPool {
  private(set) var bytes: [UInt8] = []
  private var recent = [TextColumn.Slot](repeating: 0, count: 256)

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Where `text` stands; it is added unless the memory knows it. At most `TextColumn.maximumLength` bytes.
  mutating func add(_ text: UnsafeRawBufferPointer) -> TextColumn.Slot {
    guard let start = text.baseAddress, !text.isEmpty else { return 0 }
    let place = Self.place(start, text.count)
    let known = recent[place]
    if Int(known & 0xFF_FFFF) == text.count, isSame(start, at: Int(known >> 24), count: text.count) { return known }
    let slot = TextColumn.slot(offset: bytes.count, length: text.count)
    bytes.append(contentsOf: text)
    recent[place] = slot
    return slot
  }

  private func isSame(_ text: UnsafeRawPointer, at offset: Int, count: Int) -> Bool {
    bytes.withUnsafeBytes { pool in
      var at = 0
      while at + 8 <= count {
        if text.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          != pool.loadUnaligned(fromByteOffset: offset + at, as: UInt64.self)
        {
          return false
        }
        at += 8
      }
      while at < count {
        if text.load(fromByteOffset: at, as: UInt8.self) != pool[offset + at] { return false }
        at += 1
      }
      return true
    }
  }

  /// A place in the memory, from the length and the first and last eight bytes.
  private static func place(_ text: UnsafeRawPointer, _ count: Int) -> Int {
    var mixed = UInt64(count)
    if count >= 8 {
      mixed ^= text.loadUnaligned(as: UInt64.self)
      mixed = mixed &* 0x9E37_79B9_7F4A_7C15
      mixed ^= text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else {
      for at in 0..<count { mixed = mixed << 8 | UInt64(text.load(fromByteOffset: at, as: UInt8.self)) }
    }
    return Int((mixed &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
