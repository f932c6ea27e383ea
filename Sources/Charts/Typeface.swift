/// How wide texts are, estimated without any font: readers' systems set them in their own.
///
/// The widths are those of a wide sans serif (about those of DejaVu Sans), so that texts set in a narrower one, as most
/// systems do, leave a little air rather than run into each other.
public enum Typeface {
  /// The width of `text` at `size`, both in units of the figure.
  public static func width(of text: String, size: Double, bold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + em(of: $1) } * size * (bold ? 1.1 : 1)
  }

  /// `text` in lines of at most `width`, broken at spaces; a longer word has a line of its own.
  static func lines(of text: String, within width: Double, size: Double, bold: Bool = false) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, self.width(of: last + " " + word, size: size, bold: bold) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// `text`, cut and ended with an ellipsis where it is wider than `width`.
  static func shortened(_ text: String, within width: Double, size: Double) -> String {
    guard self.width(of: text, size: size) > width else { return text }
    var kept = text
    while !kept.isEmpty, self.width(of: kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }

  private static func em(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "\u{200B}"..."\u{200F}": return 0
    case "\u{202F}": return 0.2
    case "i", "l", "j", "I", "'", "|", "í": return 0.29
    case " ", "\u{00A0}", ".", ",", ":", ";", "!", "/", "·": return 0.33
    case "f", "t", "r", "(", ")", "[", "]", "-": return 0.41
    case "a"..."e", "g", "h", "k", "n"..."q", "s", "u", "v", "x"..."z": return 0.61
    case "0"..."9": return 0.64
    case "m", "M", "W", "w", "%", "@", "—", "…": return 0.95
    case "A"..."Z": return 0.73
    default:
      if scalar.properties.generalCategory == .nonspacingMark { return 0 }
      // Latin with accents is about as wide as without; for other scripts the widest is assumed.
      return scalar.value < 0x250 ? 0.66 : 1
    }
  }
}
