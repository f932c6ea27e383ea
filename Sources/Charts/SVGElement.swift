internal import Diagnostics

/// A piece of SVG: what a mark is drawn as.
///
/// Marks of a plugin's own are put together from lines, rectangles, texts and what the marks of this room draw. All of
/// them take their colours from a ``Tone``, so that a figure is legible on light and dark ground.
public struct SVGElement {
  private let name: String
  private let attributes: [(String, String)]
  private let children: [SVGElement]
  private let text: String?

  /// An element with attributes in the order given, that holds others.
  init(_ name: String, _ attributes: [(String, String)] = [], _ children: [SVGElement] = []) {
    (self.name, self.attributes, self.children, text) = (name, attributes, children, nil)
  }

  /// An element with attributes in the order given, that holds text.
  init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    (self.name, self.attributes, self.text, children) = (name, attributes, text, [])
  }

  /// Appends the markup. Elements that hold others take a line each; texts stay on one, so that no blank gets in. Every
  /// element has an end tag, so that it ends at the same place for a reader of HTML.
  func write(to out: inout String) {
    out += "<" + name
    for (name, value) in attributes { out += " \(name)=\"" + Self.escaped(value) + "\"" }
    out += ">" + Self.escaped(text ?? "")
    if !children.isEmpty { out += "\n" }
    for child in children { child.write(to: &out) }
    out += "</\(name)>\n"
  }

  /// The text with markup characters escaped. What steers a page or a terminal, and
  /// control characters, which no XML 1.0 document can hold, are shown by their number.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n", "\t": out += " "
      case "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      case _ where scalar.needsShowing: out += String(scalar).visible
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

/// A coordinate as SVG text: at most two decimals, no exponent, no locale.
func coordinate(_ value: Double) -> String {
  guard let hundredths = Int(exactly: (value * 100).rounded()) else { return "0" }
  let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

/// Coordinate attributes, in the order given.
func coordinates(_ values: KeyValuePairs<String, Double>) -> [(String, String)] {
  values.map { ($0.key, coordinate($0.value)) }
}
