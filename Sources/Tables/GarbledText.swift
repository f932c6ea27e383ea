extension String {
  /// The text that this one was before its UTF-8 was taken for Latin-1 or Windows-1252, such as `São` of `SÃ£o`; nil where it
  /// does not look like that.
  ///
  /// Each character must stand for a byte, and the bytes must be UTF-8. A text of two such characters may be meant as it is:
  /// an accented capital letter before a dash or a quote. Those before which nobody writes these are letters of Latin
  /// and punctuation; of other scripts three are wanted.
  public var withoutGarbling: String? {
    guard unicodeScalars.contains(where: { $0.value >= 0x80 }) else { return nil }
    var bytes: [UInt8] = []
    for scalar in unicodeScalars {
      guard let byte = BlockText.byte(of: scalar) else { return nil }
      bytes.append(byte)
    }
    guard bytes.withUnsafeBufferPointer({ BlockText.fault(in: $0) == nil }) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let others = text.unicodeScalars.filter { $0.value >= 0x80 }
    let isLatin = others.allSatisfy { 0xA0...0x17F ~= $0.value || 0x2010...0x203F ~= $0.value }
    return isLatin || others.count >= 3 ? text : nil
  }
}
