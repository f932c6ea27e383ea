/// A key without what typists and spreadsheets change in it: blanks, leading zeros, the Unicode form of letters.
///
/// Two keys of one form are the same key written in two ways, or, where zeros tell keys apart, two keys: who reads the
/// form counts it and never joins by it.
struct KeyForm: Hashable {
  private let text: String

  init(_ key: String) {
    guard !Self.isPlain(key) else {
      text = key
      return
    }
    // Blanks are no part of it, whatever their width; equality of strings takes NFC and NFD for one.
    let words = key.split { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" || $0 == "\u{2060}" }
    text = words.map(Self.withoutLeadingZeros).joined(separator: " ")
  }

  /// Whether the key is its own form at a glance: visible ASCII with single blanks inside, and no zero begins a word.
  private static func isPlain(_ key: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in key.utf8 {
      let isBegin = last == UInt8(ascii: " ")
      guard (0x20..<0x7F).contains(byte), !isBegin || (byte != UInt8(ascii: " ") && byte != UInt8(ascii: "0")) else {
        return false
      }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }

  /// The last digit of a number stays.
  private static func withoutLeadingZeros(_ word: Substring) -> String {
    guard word.allSatisfy({ ("0"..."9").contains($0) }) else { return String(word) }
    let rest = word.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }
}
