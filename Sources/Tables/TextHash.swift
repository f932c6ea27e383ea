extension TextColumn {
  /// A hash of the text at `slot` of `pool`, mixed with `seed`. Equal texts have equal hashes, wherever they stand.
  @inline(__always)
  static func hash(of slot: Slot, in pool: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
    let text = TextSlot.text(at: slot, in: pool)
    var (at, left) = (0, text.count)
    var hash = mixed(seed, UInt64(left))
    while left >= 8 {
      hash = mixed(hash, text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      (at, left) = (at &+ 8, left &- 8)
    }
    var last: UInt64 = 0
    for byte in at..<at &+ left { last = last &<< 8 | UInt64(text[byte]) }
    return mixed(hash, last)
  }
}

/// `hash` with `word` mixed into it: the halves of a product of 128 bits, folded.
@inline(__always)
func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
  let (high, low) = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return (high ^ low) &+ 0xD6E8_FEB8_6659_FD93
}
