internal import CLanes

/// The text of a block in UTF-8: checked, or made from an encoding of one byte a character.
enum BlockText {
  /// Calls `body` with the bytes of `block` in UTF-8, and whether they are known to be valid and to hold no NUL.
  static func withUTF8<Success, Failure: Error>(
    of block: Block, _ encoding: CSVFormat.Encoding, _ body: (Bytes, _ isSound: Bool) throws(Failure) -> Success
  ) throws(Failure) -> Success {
    try block.withBytes { (bytes) throws(Failure) in
      if encoding == .latin1 || encoding == .windows1252, bytes.contains(where: { $0 >= 0x80 }) {
        let (text, isText) = decoded(bytes, encoding)
        return try text.withUnsafeBufferPointer { (text) throws(Failure) in
          try body(text, isText && text.first(0, from: 0) == nil)
        }
      }
      return try body(bytes, isSound(bytes))
    }
  }

  /// Whether `block`, which is said to be in `encoding`, is UTF-8 where it is more than ASCII: text in another encoding is
  /// never valid UTF-8 by chance for long. Nil where it is ASCII, or said to be UTF-8.
  static func isUTF8(_ block: Block, _ encoding: CSVFormat.Encoding) -> Bool? {
    guard encoding == .latin1 || encoding == .windows1252 else { return nil }
    return block.withBytes { bytes in bytes.contains { $0 >= 0x80 } ? fault(in: bytes) == nil : nil }
  }

  /// Whether `bytes` are valid UTF-8 and hold no NUL.
  static func isSound(_ bytes: Bytes) -> Bool {
    var isSound = true
    /// Where the next scalar begins, from the first on that is not ASCII.
    var next = 0
    bytes.forEach64 { pointer, place, valid in
      if veedor_equal(pointer, 0) != 0 { isSound = false }
      var others = veedor_not_ascii(pointer)
      while others != 0 {
        let at = place &+ others.trailingZeroBitCount
        if at >= next {
          let length = lengthOfScalar(bytes, at)
          if length == 0 { isSound = false }
          next = at &+ max(length, 1)
        }
        others &= others &- 1
      }
    }
    return isSound
  }

  /// The length of the scalar at `at`, which is not ASCII; 0 where it is not valid (Unicode, table 3-7).
  @inline(__always)
  private static func lengthOfScalar(_ bytes: Bytes, _ at: Int) -> Int {
    let left = bytes.count &- at
    guard left >= 2 else { return 0 }
    let (lead, second) = (bytes[at], bytes[at &+ 1])
    func isFollowing(_ place: Int) -> Bool { bytes[at &+ place] & 0xC0 == 0x80 }
    switch lead {
    case 0xC2...0xDF: return isFollowing(1) ? 2 : 0
    case 0xE0...0xEF:
      let isAllowed = lead == 0xE0 ? second >= 0xA0 : lead == 0xED ? second < 0xA0 : true
      return left >= 3 && isAllowed && isFollowing(1) && isFollowing(2) ? 3 : 0
    case 0xF0...0xF4:
      let isAllowed = lead == 0xF0 ? second >= 0x90 : lead == 0xF4 ? second < 0x90 : true
      return left >= 4 && isAllowed && isFollowing(1) && isFollowing(2) && isFollowing(3) ? 4 : 0
    default: return 0
    }
  }

  /// What is wrong with the text `bytes`, made from `encoding`, and where; nil for valid UTF-8 without NUL.
  static func fault(in bytes: Bytes, _ encoding: CSVFormat.Encoding = .utf8) -> (fault: FieldFault, place: Int)? {
    if let place = bytes.first(0, from: 0) { return (.nul, place) }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let place = error.byteOffsets.lowerBound
      return (.notText(byte: bytes[place], encoding), place)
    }
  }

  /// `bytes` in UTF-8, and whether all of them stand for characters. One that stands for none is left as it is, so that
  /// it is found where it stands: alone it is no UTF-8.
  private static func decoded(_ bytes: Bytes, _ encoding: CSVFormat.Encoding) -> (text: [UInt8], isText: Bool) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var isText = true
    for byte in bytes {
      switch byte {
      case ..<0x80: text.append(byte)
      case 0xA0...:
        text.append(0xC0 | byte >> 6)
        text.append(0x80 | byte & 0x3F)
      default:
        if encoding == .windows1252, case let character = windows1252[Int(byte) - 0x80], character != "\u{0}" {
          text.append(contentsOf: String(character).utf8)
        } else {
          text.append(byte)
          isText = false
        }
      }
    }
    return (text, isText)
  }

  /// The byte that stands for `scalar` in Windows-1252, or in Latin-1 where that has none; nil where there is none.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return windows1252.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
  }

  /// The characters of Windows-1252 from 0x80 to 0x9F (Unicode's mapping table for code page 1252); NUL where there is
  /// none.
  private static let windows1252: [Unicode.Scalar] = [
    "€", "\u{0}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{0}", "Ž", "\u{0}",
    "\u{0}", "‘", "’", "“", "”", "•", "–", "—", "\u{2DC}", "™", "š", "›", "œ", "\u{0}", "ž", "Ÿ",
  ]
}
