/// The style sheet inside a drawing, held to the drawing itself.
///
/// In a page the sheet would apply to everything, so each selector must begin with the identifier of the drawing's
/// root, and nothing may fetch, import or escape. Rules and `@media` blocks around rules are all it may hold.
struct DrawingStyle {
  /// What identifiers begin with on the page.
  let prefix: String
  /// The root's identifier as the sheet writes it.
  let root: String

  /// The sheet with the root's identifier prefixed; nil where it reaches beyond the root.
  func scoped(_ sheet: String) -> String? {
    guard !root.isEmpty, Self.isSafe(sheet) else { return nil }
    var (out, rest, depth) = ("", sheet[...], 0)
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let before = rest[..<brace]
      if rest[brace] == "}" {
        guard depth > 0, before.allSatisfy(\.isWhitespace) else { return nil }
        depth -= 1
        out += before + "}"
        rest = rest[rest.index(after: brace)...]
        continue
      }
      let head = before.drop(while: \.isWhitespace)
      rest = rest[rest.index(after: brace)...]
      if head.hasPrefix("@media"), depth == 0 {
        depth += 1
        out += before + "{"
        continue
      }
      guard let selectors = scoped(selectors: head), let end = rest.firstIndex(of: "}"),
        !rest[..<end].contains("{")
      else { return nil }
      out += before.prefix(while: \.isWhitespace) + selectors + "{" + rest[...end]
      rest = rest[rest.index(after: end)...]
    }
    guard depth == 0, rest.allSatisfy(\.isWhitespace) else { return nil }
    return out + rest
  }

  private func scoped(selectors: Substring) -> String? {
    var parts: [String] = []
    for selector in selectors.split(separator: ",", omittingEmptySubsequences: false) {
      let selector = selector.drop(while: \.isWhitespace)
      guard selector.hasPrefix("#" + root) else { return nil }
      let rest = selector.dropFirst(root.count + 1)
      // A sibling of the root would be outside of it.
      guard rest.isEmpty || rest.first == " ", !rest.contains(where: { "+~#".contains($0) }) else { return nil }
      parts.append("#" + prefix + root + rest)
    }
    return parts.joined(separator: ",")
  }

  /// Whether a style holds no addresses, imports or escapes. Comments could hide any, so there are none.
  static func isSafe(_ text: String) -> Bool {
    var plain = text.lowercased()
    for reference in ["&quot;", "&apos;", "&gt;"] { plain = plain.split(separator: reference).joined() }
    let hidden = ["url", "src", "\\", "@import", "@font", "@namespace", "@charset", "expression", "image", "&", "<"]
    return !(hidden + ["/*", "position", "attr("]).contains { plain.contains($0) }
  }
}
