/// Text in UTF-16, which some programs write where people ask for “Unicode”.
enum UTF16Text {
  /// The text in `bytes` as UTF-8; nil where it is not UTF-16: no mark says so, and not every second byte of its beginning is zero.
  static func utf8(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    guard bytes.count >= 4, let isBig = isBigEndian(bytes) else { return nil }
    let units = (0..<bytes.count / 2).lazy.map { place in
      let (first, second) = (UInt16(bytes[2 * place]), UInt16(bytes[2 * place + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func isBigEndian(_ bytes: UnsafeRawBufferPointer) -> Bool? {
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    let beginning = bytes.prefix(8192)
    var zeros = (even: 0, odd: 0)
    for (place, byte) in beginning.enumerated() where byte == 0 {
      if place % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    // Letters of Latin scripts have a zero on one side alone.
    let most = beginning.count / 4
    return zeros.odd > most && zeros.even == 0 ? false : zeros.even > most && zeros.odd == 0 ? true : nil
  }
}
