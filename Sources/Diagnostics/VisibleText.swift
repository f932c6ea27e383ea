extension String {
  /// The text in one line, with every character that steers or hides shown by its number: `\u{202E}`.
  ///
  /// These are control characters, line and paragraph separators, and the invisible characters of formatting: those that
  /// turn text around (Unicode Standard Annex 9), tags, marks of annotations. The joiners that some scripts and emoji
  /// need (U+200C, U+200D), the soft hyphen, and signs of Arabic and its relatives that are seen stay as they are.
  public var visible: String {
    guard unicodeScalars.contains(where: \.needsShowing) else { return self }
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.needsShowing {
        out.append(contentsOf: scalar.shown.unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}

extension Unicode.Scalar {
  /// Whether it steers a terminal or a page, or is not seen.
  public var needsShowing: Bool {
    // Most of all texts.
    if value < 0x7F { return value < 0x20 }
    switch value {
    case 0xAD, 0x200C, 0x200D, 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
    case 0xE0000...0xE0FFF: return true
    default: break
    }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: return true
    default: return false
    }
  }

  /// How it is shown: its number in hexadecimal digits, as `\u{1B}`.
  var shown: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
