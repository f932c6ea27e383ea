import Diagnostics
import TestSupport
import Testing
import YAML

/// A random value to be written as YAML and read back.
private indirect enum Tree {
  case scalar(text: String, value: Scalar.Value)
  case list([Tree])
  case mapping([(key: String, value: Tree)])
}

private func randomTree(depth: Int, _ generator: inout Seeded) -> Tree {
  let count = Int.random(in: 0...4, using: &generator)
  switch depth > 0 ? Int.random(in: 0...3, using: &generator) : 0 {
  case 1: return .list((0..<count).map { _ in randomTree(depth: depth - 1, &generator) })
  case 2:
    return .mapping(
      (0..<count).map { ("k\($0)" + randomString(&generator), randomTree(depth: depth - 1, &generator)) })
  default:
    switch Int.random(in: 0...5, using: &generator) {
    case 0: return .scalar(text: "~", value: .null)
    case 1: return .scalar(text: "true", value: .bool(true))
    case 2:
      let number = Int(truncatingIfNeeded: generator.next())
      return .scalar(text: "\(number)", value: .integer(number))
    case 3:
      let number = Double.random(in: -1e6...1e6, using: &generator)
      return .scalar(text: "\(number)", value: .float(number))
    default: return .scalar(text: randomString(&generator), value: .string)
    }
  }
}

private func randomString(_ generator: inout Seeded) -> String {
  let pieces = [
    "a", "B", "z9", "é", "選挙", "🗳", "e\u{301}", " ", "  ", ": ", " #", "#", ":", "'", "\"", "\\", "\n", "\n\n", "\t",
    "{", "[",
    "]", "}", ",", "- ", "?", "!", "&", "*", "|", ">", "%", "@", "`", "~", "null", "1", "---", "...", "\u{7}", "\u{0}",
    "\u{2028}",
    "\u{85}", "\r", "\u{FEFF}",
  ]
  return (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
    .joined()
}

/// Writes trees in random styles, and notes where each scalar must be found.
private struct Writer {
  var generator: Seeded
  private(set) var text = ""
  /// The source text of each scalar, in the order in which they are written.
  private(set) var written: [String] = []

  init(_ generator: Seeded) { self.generator = generator }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }

  mutating func document(_ tree: Tree) {
    if chance(3) { text += "\u{FEFF}" }
    if chance(3) { text += "# é\n" }
    if chance(3) { text += "---\n" }
    block(tree, indent: 0)
    if chance(2) { text += "\n# end" }
    if chance(3) { text.unicodeScalars = .init(text.unicodeScalars.flatMap { $0 == "\n" ? ["\r", "\n"] : [$0] }) }
  }

  /// Writes `tree` on lines of its own, or behind the `: ` or `-` that was just written.
  private mutating func block(_ tree: Tree, indent: Int) {
    switch tree {
    case .list(let items) where !items.isEmpty && !chance(3):
      for item in items {
        lineStart(indent)
        text += "-"
        block(item, indent: indent + Int.random(in: 1...3, using: &generator))
      }
    case .mapping(let entries) where !entries.isEmpty && !chance(3):
      for (key, value) in entries {
        lineStart(indent)
        scalar(key, .string, inFlow: true)
        text += ":"
        block(value, indent: indent + Int.random(in: 1...3, using: &generator))
      }
    default:
      text += text.isEmpty || text.hasSuffix("\n") ? String(repeating: " ", count: indent) : " "
      flow(tree)
    }
  }

  private mutating func lineStart(_ indent: Int) {
    if !text.isEmpty, !text.hasSuffix("\n"), text != "\u{FEFF}" { text += chance(4) ? "  # x: [\n" : "\n" }
    if chance(6) { text += "\n" }
    text += String(repeating: " ", count: indent)
  }

  private mutating func flow(_ tree: Tree) {
    switch tree {
    case .scalar(let string, let value): scalar(string, value, inFlow: false)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += chance(2) ? "," : " ,\t" }
        flow(item)
      }
      text += "]"
    case .mapping(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += ", " }
        scalar(entry.key, .string, inFlow: true)
        text += ": "
        flow(entry.value)
      }
      text += "}"
    }
  }

  private mutating func scalar(_ string: String, _ value: Scalar.Value, inFlow: Bool) {
    let scalars = string.unicodeScalars
    let isWord = !string.isEmpty && scalars.allSatisfy { $0.properties.isAlphabetic } && string != "null"
    let isPrintable = scalars.allSatisfy { $0 >= " " && $0 != "\u{85}" && $0 != "\u{2028}" && $0 != "\u{FEFF}" }
    let source: String
    if value != .string || isWord && !chance(3) {
      source = string
    } else if isPrintable, !chance(3) {
      source = "'" + string.replacing("'", with: "''") + "'"
    } else {
      source = "\"" + scalars.map(escaped).joined() + "\""
    }
    text += source
    written.append(source)
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where scalar < " " || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{FEFF}":
      "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count) + String(scalar.value, radix: 16)
    default: String(scalar)
    }
  }
}

private func matches(_ node: Node, _ tree: Tree) -> Bool {
  switch (node.content, tree) {
  case (.scalar(let scalar), .scalar(let text, let value)):
    scalar.text.utf8.elementsEqual(text.utf8) && scalar.value == value
  case (.sequence(let nodes), .list(let items)):
    nodes.count == items.count && zip(nodes, items).allSatisfy { matches($0, $1) }
  case (.mapping(let nodes), .mapping(let entries)):
    nodes.count == entries.count
      && zip(nodes, entries).allSatisfy {
        $0.key.scalar?.text.utf8.elementsEqual($1.key.utf8) == true && matches($0.value, $1.value)
      }
  default: false
  }
}

private func scalars(in node: Node) -> [Node] {
  switch node.content {
  case .scalar: [node]
  case .sequence(let items): items.flatMap(scalars)
  case .mapping(let entries): entries.flatMap { scalars(in: $0.key) + scalars(in: $0.value) }
  }
}

/// The text at a range of one line.
private func text(at range: MarkRange, in source: SourceText) -> String {
  let line = Array((source.line(range.start.line) ?? "").unicodeScalars)
  guard range.start.line == range.end.line, range.end.column - 1 <= line.count else { return "beyond the line" }
  return String(String.UnicodeScalarView(line[(range.start.column - 1)..<(range.end.column - 1)]))
}

@Test func randomValuesAreReadBackAndTheirMarksPointAtTheirText() throws {
  for seed in 0..<600 {
    var generator = Seeded(seed: UInt64(seed))
    let tree = randomTree(depth: seed % 6, &generator)
    var writer = Writer(generator)
    writer.document(tree)
    let source = SourceText(name: "t", writer.text)
    let parsed = parseYAML(source)
    #expect(parsed.diagnostics.isEmpty, "seed \(seed): \(render(parsed.diagnostics)) in\n\(writer.text)")
    guard let root = parsed.root else { continue }
    #expect(matches(root, tree), "seed \(seed):\n\(writer.text)\n\(describe(root))")
    let found = scalars(in: root).map { text(at: $0.range, in: source) }
    #expect(found == writer.written, "seed \(seed):\n\(writer.text)")
  }
}
