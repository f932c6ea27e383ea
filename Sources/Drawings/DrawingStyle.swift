/// The styles inside a drawing, held to the drawing itself.
///
/// A sheet may come to stand in somebody's page, where it would apply to everything: so each selector begins with the
/// identifier of the drawing's root. Rules and `@media` blocks around rules are all it may hold, and no value fetches
/// anything: the functions that values may use are known by name, and there are no escapes and no comments that could
/// hide another.
struct DrawingStyle {
  /// The root's identifier.
  let root: String

  /// Whether the sheet keeps to the root.
  func holds(_ sheet: String) -> Bool {
    var (rest, depth) = (sheet[...], 0)
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let head = rest[..<brace].drop(while: \.isWhitespace)
      let isEnd = rest[brace] == "}"
      rest = rest[rest.index(after: brace)...]
      if isEnd {
        guard depth > 0, head.isEmpty else { return false }
        depth -= 1
      } else if head.hasPrefix("@media"), depth == 0 {
        guard Self.isPlain(head.dropFirst()), !head.contains(where: { ";\"'".contains($0) }) else { return false }
        depth += 1
      } else {
        guard selects(head), let end = rest.firstIndex(of: "}"), Self.declares(rest[..<end]) else { return false }
        rest = rest[rest.index(after: end)...]
      }
    }
    return depth == 0 && rest.allSatisfy(\.isWhitespace)
  }

  private func selects(_ selectors: Substring) -> Bool {
    guard !root.isEmpty, Self.isPlain(selectors) else { return false }
    return selectors.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { selector in
      let selector = selector.drop(while: \.isWhitespace)
      guard selector.hasPrefix("#" + root) else { return false }
      let rest = selector.dropFirst(root.count + 1)
      // A sibling of the root would be outside of it.
      return (rest.isEmpty || rest.first == " ") && !rest.contains { "+~#;\"'".contains($0) }
    }
  }

  /// Whether a block declares values and ends where its brace is: no brace of it stands in a text.
  private static func declares(_ block: Substring) -> Bool {
    guard isPlain(block), !block.contains("{") else { return false }
    var quote: Character?
    for character in block where "\"'\n".contains(character) {
      if character == "\n" {
        guard quote == nil else { return false }
      } else if quote == nil {
        quote = character
      } else if quote == character {
        quote = nil
      }
    }
    return quote == nil
  }

  /// Whether a value, or several, neither fetch nor hide anything.
  static func isPlain(_ text: some StringProtocol) -> Bool {
    var (word, last): (String, Unicode.Scalar) = ("", " ")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "@", "<": return false
      case "*" where last == "/": return false
      case "(":
        guard word.isEmpty || functions.contains(word.lowercased()) else { return false }
        word = ""
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "\u{80}"...: word.unicodeScalars.append(scalar)
      default: word = ""
      }
      last = scalar
    }
    return true
  }

  /// The identifier that a value such as `url(#hatch)` names; nil for every other value.
  static func fragment(_ value: String) -> Substring? {
    guard value.hasPrefix("url(#"), value.hasSuffix(")") else { return nil }
    let inner = value.dropFirst(5).dropLast()
    return inner.utf8.allSatisfy(DrawingReader.isNameByte) ? inner : nil
  }

  private static let functions: Set<String> = [
    "rgb", "rgba", "hsl", "hsla", "var", "calc", "min", "max", "clamp", "translate", "translatex", "translatey",
    "scale",
    "scalex", "scaley", "rotate", "skewx", "skewy", "matrix", "media", "and", "not", "or", "is", "where", "nth-child",
  ]
}
