public import Language
public import Tables

/// A key without what typists and spreadsheets change in it: blanks, leading zeros, the Unicode form of letters.
///
/// Two keys of one form are the same key written in two ways, or, where zeros tell keys apart, two keys: who reads the
/// form counts it and never joins by it.
public struct KeyForm: Sendable, Hashable {
  private let text: String

  /// The form of `key`.
  public init(_ key: String) {
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

  /// How findings that look at forms are reached.
  public static let method = Text(
    en: "keys and names by their form: blanks, leading zeros of numbers and Unicode composition set aside",
    es: "claves y nombres por su forma: sin espacios, ceros a la izquierda de números ni composición Unicode")

  /// A key whose blanks and marks can be seen: all but letters, digits, plain punctuation and single blanks by their codes.
  public static func writtenOut(_ key: String) -> String {
    var (text, isAfterBlank) = ("", true)
    for scalar in key.unicodeScalars {
      let isBlank = scalar == " "
      let isPlain =
        isBlank
        ? !isAfterBlank
        : !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
          && scalar.properties.canonicalCombiningClass == .notReordered
      text += isPlain ? String(scalar) : "‹U+\(String(scalar.value, radix: 16, uppercase: true))›"
      isAfterBlank = isBlank
    }
    if isAfterBlank, text.last == " " { text = text.dropLast() + "‹U+20›" }
    return text
  }
}

/// Keys of one list that another has in another form alone.
public struct AlikeKeys: Sendable {
  /// How many there are.
  public let count: Int
  /// The first of them, and the other list's, with what is not seen in them by its code.
  public let key, other: Text

  /// Of the rows of `keys` without a partner those whose form one of the rows of `others` has; nil where there is none.
  public init?(_ keys: TextColumn, _ rows: [Int], _ others: TextColumn, _ otherRows: [Int]) {
    guard !rows.isEmpty, !otherRows.isEmpty else { return nil }
    var forms: [KeyForm: String] = [:]
    for row in otherRows {
      if let key = others[row], forms[KeyForm(key)] == nil { forms[KeyForm(key)] = key }
    }
    let pairs = rows.compactMap { row -> (key: String, other: String)? in
      guard let key = keys[row], let other = forms[KeyForm(key)] else { return nil }
      return (key, other)
    }
    guard let first = pairs.first else { return nil }
    count = pairs.count
    (key, other) = (Text(KeyForm.writtenOut(first.key)), Text(KeyForm.writtenOut(first.other)))
  }
}
