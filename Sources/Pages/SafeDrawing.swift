/// An SVG document that holds drawing and nothing else, ready to stand in a page.
///
/// Figures may come from other people's modules, and a page is opened by readers who trust the mission. So a figure is
/// read strictly and written again: known elements and attributes only, no script, no style sheet that reaches the
/// page, no address but fragments of itself. Its identifiers get a prefix, so that two figures do not share any.
public struct SafeDrawing: Sendable, Equatable {
  let markup: String

  /// The drawing in `svg`, its identifiers beginning with `prefix`.
  /// - Throws: ``Refusal``, which says what the document holds.
  public init(_ svg: String, prefix: String) throws(Refusal) {
    var reader = DrawingReader(svg, prefix: prefix)
    markup = try reader.read()
  }

  /// Why a document is refused.
  public struct Refusal: Error, Equatable {
    /// What the document holds that a drawing does not, or what it lacks, as a part of a sentence.
    public let reason: String
  }
}

private struct DrawingReader {
  private let bytes: [UInt8]
  private let prefix: String
  private var index = 0
  private var out = ""
  private var open: [String] = []
  /// The identifier of the document itself, without the prefix.
  private var root = ""

  init(_ svg: String, prefix: String) { (bytes, self.prefix) = (Array(svg.utf8), prefix) }

  mutating func read() throws(SafeDrawing.Refusal) -> String {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        try tag()
      } else {
        try text()
      }
    }
    guard open.isEmpty, out.utf8.starts(with: "<svg".utf8) else { throw refusal("no whole SVG document") }
    return out
  }

  private func refusal(_ reason: String) -> SafeDrawing.Refusal { SafeDrawing.Refusal(reason: reason) }

  // MARK: Text

  private mutating func text() throws(SafeDrawing.Refusal) {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    let text = string(start..<index)
    if open.isEmpty {
      guard text.allSatisfy(\.isWhitespace) else { throw refusal("text outside the document") }
    } else if open.last == "style" {
      guard let sheet = DrawingStyle(prefix: prefix, root: root).scoped(text) else {
        throw refusal("a style sheet that reaches beyond it")
      }
      out += sheet
    } else {
      guard !text.contains(">") else { throw refusal("a stray '>'") }
      try checkReferences(text)
      out += text
    }
  }

  /// Only the references of XML itself and numeric ones: others mean different things in HTML and XML.
  private func checkReferences(_ text: String) throws(SafeDrawing.Refusal) {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ";") else { throw refusal("a stray '&'") }
      let name = part[..<end]
      let isNumber = name.hasPrefix("#") && name.dropFirst().allSatisfy { $0.isHexDigit || $0 == "x" } && name.count > 1
      guard ["amp", "lt", "gt", "quot", "apos"].contains(name) || isNumber else {
        throw refusal("the reference '&\(name);'")
      }
    }
  }

  // MARK: Tags

  private mutating func tag() throws(SafeDrawing.Refusal) {
    index += 1
    guard index < bytes.count else { throw refusal("a broken tag") }
    if bytes[index] == UInt8(ascii: "?"), open.isEmpty, out.isEmpty,
      string(index..<min(index + 5, bytes.count)) == "?xml "
    {
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
      index += 1
      return
    }
    let isEnd = bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = self.name()
    guard !name.isEmpty else { throw refusal("markup other than elements") }
    guard Self.elements.contains(name) else { throw refusal("the element '\(name)'") }
    guard name == "svg" || !open.isEmpty else { throw refusal("the element '\(name)' outside the document") }
    if isEnd {
      skipBlanks()
      guard open.popLast() == name, take(">") else { throw refusal("the broken end of '\(name)'") }
      out += "</\(name)>"
    } else {
      guard !open.isEmpty || out.isEmpty else { throw refusal("a second document") }
      guard open.count < 64 else { throw refusal("too much nesting") }
      out += "<\(name)"
      try attributes()
      if take("/") {
        guard take(">") else { throw refusal("a broken tag") }
        out += "/>"
      } else {
        guard take(">") else { throw refusal("a broken tag") }
        out += ">"
        open.append(name)
      }
    }
  }

  private mutating func attributes() throws(SafeDrawing.Refusal) {
    while true {
      let before = index
      skipBlanks()
      guard index < bytes.count, ![UInt8(ascii: ">"), UInt8(ascii: "/")].contains(bytes[index]) else { return }
      guard index > before else { throw refusal("a broken attribute") }
      let name = self.name()
      skipBlanks()
      guard take("=") else { throw refusal("the attribute '\(name)' without a value") }
      skipBlanks()
      guard index < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index]) else {
        throw refusal("the attribute '\(name)' without quotes")
      }
      let quote = bytes[index]
      let start = index + 1
      guard let end = bytes[start...].firstIndex(of: quote) else { throw refusal("a broken attribute") }
      index = end + 1
      let value = string(start..<end)
      guard !value.contains("<"), !value.contains(">"), !value.contains("\"") else {
        throw refusal("a broken attribute")
      }
      try checkReferences(value)
      guard Self.attributes.contains(name) || name.hasPrefix("aria-") || name.hasPrefix("data-") else {
        throw refusal("the attribute '\(name)'")
      }
      out += " \(name)=\"\(try prefixed(value, name))\""
    }
  }

  /// The value with its identifiers prefixed; addresses other than fragments are refused.
  private mutating func prefixed(_ value: String, _ name: String) throws(SafeDrawing.Refusal) -> String {
    switch name {
    case "id":
      guard value.utf8.allSatisfy(isNameByte) else { throw refusal("the identifier '\(value)'") }
      if open.isEmpty { root = value }
      return prefix + value
    case "href":
      guard value.first == "#" else { throw refusal("the address '\(value)'") }
      return "#" + prefix + value.dropFirst()
    case "aria-labelledby", "aria-describedby":
      return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
    case "style": guard DrawingStyle.isSafe(value) else { throw refusal("the style '\(value)'") }
    case "xmlns":
      guard value == "http://www.w3.org/2000/svg" else { throw refusal("the namespace '\(value)'") }
    default: break
    }
    guard value.lowercased().contains("url") else { return value }
    let fragment = value.hasPrefix("url(#") && value.hasSuffix(")")
    let inner = value.dropFirst(5).dropLast()
    guard fragment, inner.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else {
      throw refusal("the address '\(value)'")
    }
    return "url(#\(prefix)\(inner))"
  }

  // MARK: Bytes

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    return string(start..<index)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ sign: UnicodeScalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: What is known

  private static let elements: Set<String> = [
    "svg", "g", "title", "desc", "defs", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text",
    "tspan", "clipPath", "marker", "pattern", "linearGradient", "stop", "use", "style",
  ]

  private static let attributes: Set<String> = [
    "xmlns", "id", "class", "style", "viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r",
    "rx", "ry", "dx", "dy", "d", "points", "transform", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity",
    "text-anchor", "dominant-baseline", "font-size", "font-weight", "font-family", "font-style", "letter-spacing",
    "role", "lang", "xml:lang", "href", "clip-path", "marker-start", "marker-mid", "marker-end", "markerWidth",
    "markerHeight", "markerUnits", "refX", "refY", "orient", "offset", "stop-color", "gradientUnits", "patternUnits",
    "patternTransform", "preserveAspectRatio", "shape-rendering", "vector-effect", "paint-order", "focusable",
    "textLength", "lengthAdjust", "baseline-shift", "font-variant-numeric", "visibility", "color",
  ]
}
