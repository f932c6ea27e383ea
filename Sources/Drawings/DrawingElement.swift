/// An element of a drawing, and all within.
struct DrawingElement {
  /// What stands in an element.
  enum Child {
    case text(String)
    case element(DrawingElement)
  }

  let name: String
  /// The attributes with their values, references resolved, in the order of the document. The name space is not among them.
  var attributes: [(name: String, value: String)] = []
  var children: [Child] = []

  /// The value of the attribute `name`; nil where there is none.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Title and description, one behind the other.
  var words: String {
    let parts = ["title", "desc"].compactMap { name in
      children.lazy.compactMap { child -> String? in
        guard case .element(let element) = child, element.name == name else { return nil }
        return element.text
      }.first { !$0.isEmpty }
    }
    return parts.joined(separator: ". ")
  }

  /// The text that stands in the element itself, each run of blanks as one.
  private var text: String {
    children.map { child in
      if case .text(let text) = child { text } else { "" }
    }.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Appends the markup. The outermost element names the name space, without which a reader of XML sees no drawing.
  func write(to out: inout String, isRoot: Bool = true) {
    out += "<" + name
    if isRoot { out += " xmlns=\"\(Self.namespace)\"" }
    for (name, value) in attributes {
      out += " \(name)=\""
      Self.write(value, to: &out)
      out += "\""
    }
    out += ">"
    for child in children {
      switch child {
      case .text(let text): Self.write(text, to: &out)
      case .element(let element): element.write(to: &out, isRoot: false)
      }
    }
    out += "</\(name)>"
  }

  static let namespace = "http://www.w3.org/2000/svg"

  private static func write(_ text: String, to out: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
