/// A stretch of text in which each character is one byte, so that patterns are looked for in bytes: ASCII as it is, digits, dashes,
/// blanks and quotation marks of other kinds as their plain ones, Latin letters without accents, other letters as ``letter``.
struct FoldedLine {
  /// Degrees, also written as the ordinal mark.
  static let degree: UInt8 = 0x80
  /// A letter of another kind.
  static let letter: UInt8 = 0x81
  /// An accent that follows its letter.
  static let accent: UInt8 = 0x82
  /// Anything else.
  static let other: UInt8 = 0x83

  /// One byte a character.
  private(set) var text: [UInt8] = []
  /// Where in the line each character stands, where that is not its place in the text.
  private var columns: [Int]?

  /// The characters of `bytes`: UTF-8, or else Latin-1. In a string of JSON escapes stand for what they mean.
  init(_ bytes: some BidirectionalCollection<UInt8>, isJSON: Bool = false) {
    text.reserveCapacity(bytes.count)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      text.append(contentsOf: bytes)
    } else if let valid = String(validating: bytes, as: UTF8.self) {
      for scalar in valid.unicodeScalars { text.append(Self.folded(scalar)) }
    } else {
      for byte in bytes { text.append(Self.folded(Unicode.Scalar(byte))) }
    }
    if isJSON, text.contains(UInt8(ascii: "\\")) { unescape() }
  }

  subscript(_ place: Int) -> UInt8? { text.indices.contains(place) ? text[place] : nil }

  /// Where the character at `place` stands in the stretch, from 0.
  func column(_ place: Int) -> Int { columns?[place] ?? place }

  /// Whether a letter or a digit stands at `place`.
  func isWord(_ place: Int) -> Bool { self[place].map(Self.isWord) ?? false }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == letter || byte == accent
  }
  static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
  static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") }

  /// The Latin letters from U+00C0 to U+00FF without accents.
  private static let latin = Array("AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty".utf8)

  private static func folded(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0..<0x80: UInt8(scalar.value)
    case 0xB0, 0xBA, 0x2DA: degree
    case 0xD7, 0xF7: other
    case 0xC0...0xFF: latin[Int(scalar.value - 0xC0)]
    case 0x300...0x36F: accent
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: UInt8(ascii: " ")
    case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: UInt8(ascii: "-")
    case 0x2018, 0x2019, 0x2032, 0xB4: UInt8(ascii: "'")
    case 0x201C, 0x201D, 0x2033: UInt8(ascii: "\"")
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFF01 + 0x21)
    default: scalar.properties.isAlphabetic ? letter : other
    }
  }

  private mutating func unescape() {
    var (out, columns): ([UInt8], [Int]) = ([], [])
    var place = 0
    while place < text.count {
      columns.append(place)
      guard text[place] == UInt8(ascii: "\\"), let mark = self[place + 1] else {
        out.append(text[place])
        place += 1
        continue
      }
      if mark == UInt8(ascii: "u"), place + 6 <= text.count,
        let value = UInt32(String(decoding: text[place + 2..<place + 6], as: UTF8.self), radix: 16)
      {
        out.append(Unicode.Scalar(value).map(Self.folded) ?? Self.other)
        place += 6
      } else {
        let isMark = [UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\")].contains(mark)
        out.append(isMark ? mark : UInt8(ascii: " "))
        place += 2
      }
    }
    (text, self.columns) = (out, columns)
  }
}
