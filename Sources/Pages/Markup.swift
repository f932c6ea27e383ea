import Diagnostics
import Drawings

/// HTML as it is written: the only place where a text becomes markup.
struct Markup {
  private(set) var html = ""

  /// Appends `text`, escaped: it can never be anything but text, between tags or in a quoted attribute, and it turns
  /// nothing around: characters that steer are shown by their number, as a terminal shows them.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      case "\t", "\n": html.unicodeScalars.append(scalar)
      case _ where scalar.needsShowing: html += String(scalar).visible
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

  /// Appends a drawing as an image whose address holds it.
  ///
  /// A drawing may be a stranger's. Inside the page it could cover, restyle or, read as HTML, rewrite what stands around
  /// it, and a check of it would have to foresee how. An image is a document of its own: it runs and fetches nothing, and
  /// ends where its frame does, whatever it holds. The page stays one file that needs no network; the same drawing gives
  /// the same bytes; and a reader who does not see it is told its title and description, as before.
  mutating func image(_ drawing: SafeDrawing, alternative: String) {
    html += "<img src=\"data:image/svg+xml;base64,"
    html += base64(drawing.document.utf8)
    html += "\" alt=\""
    text(alternative)
    html += "\">"
  }

  /// Appends the style sheet.
  mutating func style(_ style: StyleSheet) { html += style.text }
}
