/// A key without what typists and spreadsheets change in it: blanks, leading zeros, the Unicode form of letters.
///
/// Two keys of one form are the same key written in two ways, or, where zeros tell keys apart, two keys: who reads the
/// form counts it and never joins by it.
struct KeyForm: Hashable {
  private let text: String

  init(_ key: String) {
    // Blanks are no part of it, whatever their width; equality of strings takes NFC and NFD for one.
    let words = key.split { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" || $0 == "\u{2060}" }
    text = words.map(Self.withoutLeadingZeros).joined(separator: " ")
  }

  /// The last digit of a number stays.
  private static func withoutLeadingZeros(_ word: Substring) -> String {
    guard word.allSatisfy({ ("0"..."9").contains($0) }) else { return String(word) }
    let rest = word.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }
}
