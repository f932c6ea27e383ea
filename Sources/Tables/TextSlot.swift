/// How texts stand in a pool: the length in one byte, or, from 255 on, a byte of 255 and three more, the lowest first;
/// then the UTF-8 bytes. A pool begins with the empty text, where the slots of missing ones lead too.
///
/// A slot takes four bytes, so that a column of a million texts that repeat takes little more than that.
enum TextSlot {
  /// A pool of nothing but the empty text.
  static let emptyPool: [UInt8] = [0]
  /// The longest text, in bytes.
  static let maximumLength = 1 << 24 - 1
  /// The bytes that a pool can hold: with one more text, its slots still fit.
  static let maximumPool = 1 << 32 - 1 << 25

  /// The bytes that tell a length of `length`.
  @inline(__always)
  static func prefix(_ length: Int) -> Int { length < 255 ? 1 : 4 }

  /// Writes `length` at `start`, where there is room for it.
  @inline(__always)
  static func write(_ length: Int, at start: UnsafeMutableRawPointer) {
    guard length >= 255 else { return start.storeBytes(of: UInt8(truncatingIfNeeded: length), as: UInt8.self) }
    start.storeBytes(of: (UInt32(truncatingIfNeeded: length) << 8 | 255).littleEndian, as: UInt32.self)
  }

  /// Where the text at `slot` stands in `pool`.
  @inline(__always)
  static func range(of slot: TextColumn.Slot, in pool: UnsafeRawBufferPointer) -> Range<Int> {
    let text = text(at: slot, in: pool)
    let start = Int(slot) + prefix(text.count)
    return start..<start + text.count
  }

  /// The text at `slot` of `pool`.
  @inline(__always)
  static func text(at slot: TextColumn.Slot, in pool: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let short = Int(pool[Int(slot)])
    guard short == 255 else {
      let start = Int(slot) + 1
      return UnsafeRawBufferPointer(rebasing: pool[start..<start + short])
    }
    let length = Int(UInt32(littleEndian: pool.loadUnaligned(fromByteOffset: Int(slot), as: UInt32.self)) >> 8)
    let start = Int(slot) + 4
    return UnsafeRawBufferPointer(rebasing: pool[start..<start + length])
  }
}
