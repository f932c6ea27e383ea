/// A strict little reader of the XML that figures are written in: elements, quoted attributes, five entities.
public struct SVGReader {
  /// An element.
  public struct Node: Sendable {
    /// Its name.
    public let name: String
    /// Its attributes, each once.
    public let attributes: [String: String]
    /// The text that stands in it, without that of the elements within.
    public fileprivate(set) var text = ""
    /// The elements within, in order.
    public fileprivate(set) var children: [Node] = []

    /// This element and all within, in order.
    public var all: [Node] { [self] + children.flatMap(\.all) }
    /// Those of them that are called `name`.
    public func all(named name: String) -> [Node] { all.filter { $0.name == name } }
    /// The attribute `name` as a number.
    public func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }
  }

  /// What is not the XML that figures are written in.
  public struct Malformed: Error, CustomStringConvertible {
    /// What is wrong with it.
    public let description: String
    init(_ description: String) { self.description = description }
  }

  private var rest: Substring

  /// The root element of `text`.
  public static func read(_ text: String) throws -> Node {
    var reader = SVGReader(rest: text[...])
    let root = try reader.element()
    guard reader.rest.allSatisfy(\.isWhitespace) else { throw Malformed("text behind the root") }
    return root
  }

  private mutating func element() throws -> Node {
    guard rest.first == "<" else { throw Malformed("no element at \(rest.prefix(20))") }
    rest.removeFirst()
    let name = String(take { $0.isLetter })
    guard !name.isEmpty else { throw Malformed("no name") }
    var attributes: [String: String] = [:]
    while rest.first == " " {
      rest.removeFirst()
      let key = String(take { $0 != "=" && $0 != ">" })
      guard rest.hasPrefix("=\"") else { throw Malformed("attribute \(key) without a quoted value") }
      rest.removeFirst(2)
      guard attributes.updateValue(try Self.decoded(take { $0 != "\"" }), forKey: key) == nil else {
        throw Malformed("attribute \(key) twice")
      }
      rest.removeFirst()
    }
    var node = Node(name: name, attributes: attributes)
    if rest.hasPrefix("/>") {
      rest.removeFirst(2)
      return node
    }
    guard rest.first == ">" else { throw Malformed("tag \(name) not closed") }
    rest.removeFirst()
    while !rest.hasPrefix("</") {
      guard !rest.isEmpty else { throw Malformed("\(name) not ended") }
      node.text += try Self.decoded(take { $0 != "<" })
      if !rest.hasPrefix("</") { node.children.append(try element()) }
    }
    guard rest.hasPrefix("</\(name)>") else { throw Malformed("\(name) ended by \(rest.prefix(20))") }
    rest.removeFirst(name.count + 3)
    return node
  }

  private mutating func take(while holds: (Character) -> Bool) -> Substring {
    let taken = rest.prefix(while: holds)
    rest = rest[taken.endIndex...]
    return taken
  }

  private static func decoded(_ text: Substring) throws -> String {
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    var out = String(parts[0])
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: ";"),
        let character = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""][String(part[..<end])]
      else { throw Malformed("bare ampersand before \(part)") }
      out += character + part[part.index(after: end)...]
    }
    guard !out.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" }) else { throw Malformed("control") }
    return out
  }
}
