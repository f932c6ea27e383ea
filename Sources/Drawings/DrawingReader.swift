/// Reads the XML that drawings are written in into a tree, and refuses all else.
struct DrawingReader {
  private let bytes: [UInt8]
  private var index = 0
  /// The elements that are open, innermost last.
  private var open: [DrawingElement] = []
  private var root: DrawingElement?

  init(_ svg: String) { bytes = Array(svg.utf8) }

  /// The outermost element.
  mutating func read() throws(DrawingRefusal) -> DrawingElement {
    skipDeclaration()
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        try tag()
      } else {
        try text()
      }
    }
    guard open.isEmpty, let root else { throw .noDocument }
    return root
  }

  /// Passes over `<?xml ... ?>`: what is written has one encoding and needs none.
  private mutating func skipDeclaration() {
    guard bytes.starts(with: "<?xml ".utf8) else { return }
    index = bytes.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
  }

  // MARK: Text

  private mutating func text() throws(DrawingRefusal) {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    let text = try characters(index..<end, blanks: false)
    index = end
    guard let place = open.indices.last else {
      guard text.allSatisfy(\.isWhitespace) else { throw .textOutside }
      return
    }
    if open[place].name == "style" {
      // A sheet in parts could hold in the whole what none of them holds.
      guard open[place].children.isEmpty, DrawingStyle(root: open[0]["id"] ?? "").holds(text) else {
        throw .styleSheet
      }
    }
    open[place].children.append(.text(text))
  }

  /// The characters of a text or, with `blanks`, of a value, in which every blank is a space: references resolved, line
  /// ends as LF. Only the references of XML itself and numeric ones: others mean different things in HTML and XML.
  private func characters(_ range: Range<Int>, blanks: Bool) throws(DrawingRefusal) -> String {
    var (out, at) = (String.UnicodeScalarView(), range.lowerBound)
    func append(_ scalar: Unicode.Scalar) throws(DrawingRefusal) {
      switch scalar {
      case "\t", "\n", "\r": out.append(blanks ? " " : scalar == "\t" ? "\t" : "\n")
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": throw .controlCharacter
      default: out.append(scalar)
      }
    }
    while at < range.upperBound {
      let next = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) ?? range.upperBound
      var last: Unicode.Scalar = " "
      for scalar in string(at..<next).unicodeScalars {
        // CR LF is one line end.
        if !(last == "\r" && scalar == "\n") { try append(scalar) }
        last = scalar
      }
      at = next
      guard at < range.upperBound else { break }
      guard let end = bytes[at..<min(range.upperBound, at + 12)].firstIndex(of: UInt8(ascii: ";")) else {
        throw .strayAmpersand
      }
      let name = string((at + 1)..<end)
      guard let scalar = Self.references[name] ?? Self.numbered(name) else {
        throw .reference("&\(name);")
      }
      try append(scalar)
      at = end + 1
    }
    return String(out)
  }

  private static let references: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]

  /// The scalar that `#38` or `#x26` names.
  private static func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.hasPrefix("#x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard digits.utf8.allSatisfy(isNameByte) else { return nil }
    return UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
  }

  // MARK: Tags

  private mutating func tag() throws(DrawingRefusal) {
    index += 1
    let isEnd = take("/")
    let name = self.name()
    guard !name.isEmpty else { throw index < bytes.count ? .otherMarkup : .brokenTag }
    guard Self.elements.contains(name) else { throw .element(name) }
    guard !isEnd else {
      skipBlanks()
      guard open.last?.name == name, take(">") else { throw .brokenEnd(name) }
      return close()
    }
    guard name == "svg" || !open.isEmpty else { throw .outside(name) }
    guard !open.isEmpty || root == nil else { throw .secondDocument }
    guard open.count < 64 else { throw .nesting }
    if let around = open.last?.name, ["title", "desc", "style"].contains(around) {
      throw .inside(name, around: around)
    }
    open.append(try element(name))
    let isEmpty = take("/")
    guard take(">") else { throw .brokenTag }
    if isEmpty { close() }
  }

  private mutating func close() {
    let element = open.removeLast()
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  private mutating func element(_ name: String) throws(DrawingRefusal) -> DrawingElement {
    var element = DrawingElement(name: name)
    var known: Set<String> = []
    while true {
      let before = index
      skipBlanks()
      guard index < bytes.count, ![UInt8(ascii: ">"), UInt8(ascii: "/")].contains(bytes[index]) else { return element }
      guard index > before else { throw .brokenAttribute }
      let attribute = self.name()
      skipBlanks()
      guard take("=") else { throw .noValue(attribute) }
      skipBlanks()
      guard index < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index]) else {
        throw .noQuotes(attribute)
      }
      let start = index + 1
      guard let end = bytes[start...].firstIndex(of: bytes[index]), !bytes[start..<end].contains(UInt8(ascii: "<"))
      else {
        throw .brokenAttribute
      }
      index = end + 1
      guard Self.isKnown(attribute) else { throw .attribute(attribute) }
      guard known.insert(attribute).inserted else { throw .attributeTwice(attribute) }
      let value = try characters(start..<end, blanks: true)
      try check(value, of: attribute, on: name)
      if attribute != "xmlns" { element.attributes.append((attribute, value)) }
    }
  }

  /// Refuses addresses other than fragments, and values that fetch.
  private func check(_ value: String, of attribute: String, on element: String) throws(DrawingRefusal) {
    switch attribute {
    case "id":
      guard !value.isEmpty, value.utf8.allSatisfy(Self.isNameByte) else {
        throw .identifier(value)
      }
    case "href":
      guard value.first == "#" else { throw .address(value) }
    case "style":
      guard DrawingStyle.isPlain(value) else { throw .style(value) }
    case "xmlns":
      guard value == DrawingElement.namespace else { throw .namespace(value) }
    case "marker-start", "marker-mid", "marker-end":
      // On a group, every line within would have them.
      guard ["path", "line", "polyline", "polygon"].contains(element) else {
        throw .attributeElsewhere(attribute, element: element)
      }
      fallthrough
    default:
      guard !Self.isText(attribute), DrawingStyle.fragment(value) == nil else { return }
      guard DrawingStyle.isPlain(value) else {
        throw value.lowercased().contains("url") ? .address(value) : .value(value)
      }
    }
  }

  // MARK: Bytes

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, Self.isNameByte(bytes[index]) || bytes[index] == UInt8(ascii: ":") { index += 1 }
    return string(start..<index)
  }

  /// Whether names of elements, attributes and identifiers may hold the byte.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
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

  private static func isKnown(_ attribute: String) -> Bool {
    attributes.contains(attribute) || isText(attribute)
  }

  /// Whether nothing but people and programs of their own read the attribute.
  private static func isText(_ attribute: String) -> Bool {
    if attribute.hasPrefix("aria-") || attribute.hasPrefix("data-") { return !attribute.contains(":") }
    return texts.contains(attribute)
  }

  private static let texts: Set<String> = ["class", "role", "lang", "xml:lang"]

  private static let attributes: Set<String> = [
    "xmlns", "id", "style", "viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r",
    "rx", "ry", "dx", "dy", "d", "points", "transform", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity",
    "text-anchor", "dominant-baseline", "font-size", "font-weight", "font-family", "font-style", "letter-spacing",
    "href", "clip-path", "marker-start", "marker-mid", "marker-end", "markerWidth",
    "markerHeight", "markerUnits", "refX", "refY", "orient", "offset", "stop-color", "gradientUnits", "patternUnits",
    "patternTransform", "preserveAspectRatio", "shape-rendering", "vector-effect", "paint-order", "focusable",
    "textLength", "lengthAdjust", "baseline-shift", "font-variant-numeric", "visibility", "color",
  ]
}
