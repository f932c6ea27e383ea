/// Texts as fields of a line: values between tabs, quoted where they hold tabs, quotes or line breaks.
enum FieldText {
  /// What separates the fields.
  static let delimiter = UInt8(ascii: "\t")

  /// Appends the field that holds `text`.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    guard text.contains(where: isSpecial) else { return out.append(text) }
    let quote = UInt8(ascii: "\"")
    out.append(quote)
    for byte in text {
      if byte == quote { out.append(quote) }
      out.append(byte)
    }
    out.append(quote)
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Appends the field that holds `text`, in which `_x000D_` stands for the character of that number (ECMA-376, part 1,
  /// 22.9.2.19), and `_x005F_` for the underscore of a text that merely looks so.
  static func append(escaped text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    guard hasEscape(text) else { return append(text, to: &out) }
    var plain = ByteBuffer(capacity: text.count)
    var place = 0
    while place < text.count {
      if let scalar = escape(text, at: place) {
        plain.append(text: String(scalar))
        place += 7
      } else {
        plain.append(text[place])
        place += 1
      }
    }
    append(plain.bytes, to: &out)
  }

  private static func hasEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 7 else { return false }
    return (0...(text.count - 7)).contains { text[$0] == UInt8(ascii: "_") && text[$0 + 1] == UInt8(ascii: "x") }
  }

  /// The character that the seven bytes at `place` stand for; nil where they stand for none that a text may hold.
  private static func escape(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Unicode.Scalar? {
    guard place + 7 <= text.count, text[place] == UInt8(ascii: "_"), text[place + 1] == UInt8(ascii: "x"),
      text[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in text[(place + 2)..<(place + 6)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 55)
      default: return nil
      }
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The text that a field holds.
  static func text(_ field: UnsafeBufferPointer<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    guard field.first == quote else { return String(decoding: field, as: UTF8.self) }
    var (plain, place) = ([UInt8](), 1)
    while place < field.count - 1 {
      plain.append(field[place])
      place += field[place] == quote ? 2 : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
