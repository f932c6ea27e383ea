/// The text of a block in UTF-8: checked, or made from Latin-1.
enum BlockText {
  /// Calls `body` with the bytes of `block` in UTF-8, and whether they are known to be valid and to hold no NUL.
  static func withUTF8<Success, Failure: Error>(
    of block: Block, _ encoding: CSVFormat.Encoding, _ body: (Bytes, _ isSound: Bool) throws(Failure) -> Success
  ) throws(Failure) -> Success {
    try block.withBytes { (bytes) throws(Failure) in
      if encoding == .latin1, bytes.contains(where: { $0 >= 0x80 }) {
        let text = latin1(bytes)
        return try text.withUnsafeBufferPointer { (text) throws(Failure) in
          try body(text, text.first(0, from: 0) == nil)
        }
      }
      return try body(bytes, bytes.first(0, from: 0) == nil && fault(in: bytes) == nil)
    }
  }

  /// What is wrong with the text `bytes`, and where; nil for valid UTF-8 without NUL.
  static func fault(in bytes: Bytes) -> (fault: FieldFault, place: Int)? {
    if let place = bytes.first(0, from: 0) { return (.nul, place) }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let place = error.byteOffsets.lowerBound
      return (.notUTF8(byte: bytes[place]), place)
    }
  }

  private static func latin1(_ bytes: Bytes) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text.append(0xC0 | byte >> 6)
        text.append(0x80 | byte & 0x3F)
      }
    }
    return text
  }
}
