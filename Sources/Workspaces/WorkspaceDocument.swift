import ModuleKit
import YAML

/// A YAML document with its place in the file: values for checking, nodes for order and marks.
struct WorkspaceDocument {
  let root: Node
  let value: Value
  let source: SourceText
  /// What stands right under the keys of the root: a section may have tens of thousands of members, each looked up often.
  private let sections: [String: Section]

  private struct Section {
    let keys: [String]
    let members: [String: Node]

    init(_ node: Node) {
      keys = node.keys
      members = node.entries.reduce(into: [:]) { members, entry in
        if let key = entry.key.scalar?.text, members[key] == nil { members[key] = entry.value }
      }
    }
  }

  init(root: Node, source: SourceText) {
    (self.root, self.value, self.source) = (root, root.value, source)
    sections = Dictionary(root.entries.compactMap { entry in entry.key.scalar.map { ($0.text, Section(entry.value)) } })
    {
      first, _ in first
    }
  }

  /// The keys of the mapping at `path`, in the order of the file, those of extensions left out.
  func keys(_ path: Path) -> [String] {
    if path.count == 1, case .key(let section) = path[0] { return sections[section]?.keys ?? [] }
    return node(path)?.keys ?? []
  }

  /// Whether the section has a member named `name`; those of extensions are none.
  func has(_ name: String, in section: String) -> Bool {
    !name.hasPrefix("x_") && sections[section]?.members[name] != nil
  }

  func value(_ path: Path) -> Value? { node(path)?.value }

  /// The text or the texts at `path`, as they are written: a code such as 010 is no number. Nil where there are none.
  func texts(_ path: Path) -> [String]? {
    func text(_ node: Node) -> String? { node.scalar.flatMap { $0.value == .null ? nil : $0.text } }
    guard let node = node(path) else { return nil }
    if case .sequence(let items) = node.content { return items.compactMap(text) }
    return text(node).map { [$0] }
  }

  /// A diagnostic for what stands at `path`: at its key, or at its value.
  func diagnostic(_ message: some DiagnosticMessage, at path: Path, onKey: Bool = false) -> Diagnostic {
    Diagnostic(message, at: .init(file: source.name, range: place(path, onKey: onKey)))
  }

  /// Where the value at `path` stands.
  func location(of path: Path) -> Diagnostic.Location { .init(file: source.name, range: place(path, onKey: false)) }

  private func node(_ path: Path) -> Node? {
    guard path.count > 1, case .key(let section) = path[0], case .key(let name) = path[1] else {
      return Self.node(path[...], in: root)
    }
    return sections[section]?.members[name].flatMap { Self.node(path.dropFirst(2), in: $0) }
  }

  private static func node(_ path: ArraySlice<PathStep>, in root: Node) -> Node? {
    path.reduce(root) { node, step in
      switch step {
      case .key(let key): node?[key]
      case .index(let index): node?[index]
      }
    }
  }

  /// A value's place; the key's where that is wanted, and for values so long that carets would help nobody.
  private func place(_ path: Path, onKey: Bool) -> MarkRange? {
    guard let last = path.last, let parent = node(path.dropLast()) else { return root.placeOfStart }
    switch last {
    case .key(let key):
      guard let node = parent[key] else { return parent.place }
      return onKey || node.scalar == nil ? parent.keyRange(of: key) : node.place
    case .index(let index): return parent[index]?.place ?? parent.place
    }
  }
}

extension Node {
  /// The entries; none where it is no mapping.
  fileprivate var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }

  /// The keys in the order of the file, those of extensions left out.
  fileprivate var keys: [String] { entries.compactMap(\.key.scalar?.text).filter { !$0.hasPrefix("x_") } }

  /// The value as JSON has it; text where a scalar is not a number, a truth value or nothing.
  var value: Value {
    switch content {
    case .scalar(let scalar):
      switch scalar.value {
      case .null: .null
      case .bool(let it): .bool(it)
      case .integer(let it): .integer(it)
      case .float(let it): .number(it)
      case .string: .string(scalar.text)
      }
    case .sequence(let items): .list(items.map(\.value))
    case .mapping(let entries):
      .object(Dictionary(entries.map { ($0.key.scalar?.text ?? "", $0.value.value) }) { first, _ in first })
    }
  }

  /// The first character of the node alone.
  var placeOfStart: MarkRange {
    MarkRange(place.start, Mark(line: place.start.line, column: place.start.column + 1))
  }
}

extension Path {
  static func / (path: Path, key: String) -> Path { path + [.key(key)] }
  static func / (path: Path, index: Int) -> Path { path + [.index(index)] }
}
