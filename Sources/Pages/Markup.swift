/// HTML as it is written: the only place where a text becomes markup.
struct Markup {
  private(set) var html = ""

  /// Appends `text`, escaped: it can never be anything but text, between tags or in a quoted attribute.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      // No HTML document may hold these; U+FFFD stands for them.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}": html.unicodeScalars.append("\u{FFFD}")
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  /// Opens an element.
  mutating func open(_ element: PageElement, _ attributes: [PageAttribute]) {
    html += "<\(element.rawValue)"
    for attribute in attributes {
      html += " \(attribute.name)=\""
      text(attribute.value)
      html += "\""
    }
    html += ">"
  }

  /// Closes an element.
  mutating func close(_ element: PageElement) { html += "</\(element.rawValue)>" }

  /// Ends the line.
  mutating func line() { html += "\n" }

  /// Appends what this program wrote itself.
  mutating func own(_ markup: StaticString) { html += "\(markup)" }

  /// Appends a drawing that passed its check.
  mutating func drawing(_ drawing: SafeDrawing) { html += drawing.markup }

  /// Appends the style sheet.
  mutating func style(_ style: StyleSheet) { html += style.text }
}
