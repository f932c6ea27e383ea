/// Short runs of decimal digits, read eight at a time in one word.
enum Digits {
  /// Fewer digits than this are read at a time.
  static let limit = 8

  /// The word of the eight bytes at `bytes`, of which the first `count`, 1 to 7, are kept, moved to the top behind zeros.
  @inline(__always)
  static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    aligned(UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)), count)
  }

  /// The first `count` bytes of `word`, 1 to 7, moved to the top behind zeros.
  @inline(__always)
  static func aligned(_ word: UInt64, _ count: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: count &* 8)
    return word &<< (64 &- bits) | 0x3030_3030_3030_3030 &>> bits
  }

  /// The number that eight digits write; nil where not all of them are digits.
  ///
  /// Neighbours are put together, twice as many digits each time, by multiplications that do several at once.
  @inline(__always)
  static func number(_ word: UInt64) -> Int64? {
    // The bytes of digits become 0 to 9, to which 6 can be added without reaching the upper half.
    let digits = word ^ 0x3030_3030_3030_3030
    guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
    let pairs = digits &* 10 &+ digits &>> 8
    let (even, odd) = (pairs & 0x0000_00FF_0000_00FF, pairs &>> 16 & 0x0000_00FF_0000_00FF)
    let sum = even &* (100 + 1_000_000 << 32) &+ odd &* (1 + 10_000 << 32)
    return Int64(truncatingIfNeeded: sum &>> 32)
  }
}
