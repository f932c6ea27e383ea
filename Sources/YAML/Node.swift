public import Diagnostics

/// A value of a YAML document, and where it stands.
public struct Node: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A key of a mapping and its value.
  public struct Entry: Sendable {
    /// The key, always a scalar.
    public let key: Node
    /// The value.
    public let value: Node

    /// The entry `key: value`.
    public init(key: Node, value: Node) { (self.key, self.value) = (key, value) }
  }

  /// What it holds.
  public let content: Content
  /// Where the value is written, its anchor and its tag not included; behind an alias, the place of the anchor's value.
  public let range: MarkRange
  /// Where the alias stands, for a node that was reached through one.
  public let alias: MarkRange?

  /// A node with `content` that is written at `range`.
  public init(_ content: Content, range: MarkRange, alias: MarkRange? = nil) {
    (self.content, self.range, self.alias) = (content, range, alias)
  }

  /// Where it stands in the value around it: the alias, where there is one.
  public var place: MarkRange { alias ?? range }

  /// The value at `key`, compared with the keys' text; nil where there is none, or where the node is no mapping.
  public subscript(key: String) -> Node? { entry(at: key)?.value }

  /// The place of the key `key` itself; nil where there is none.
  public func keyRange(of key: String) -> MarkRange? { entry(at: key)?.key.place }

  /// The item at `index`, from 0; nil where there is none, or where the node is no sequence.
  public subscript(index: Int) -> Node? {
    guard case .sequence(let items) = content, items.indices.contains(index) else { return nil }
    return items[index]
  }

  /// The scalar; nil for a list or a mapping.
  public var scalar: Scalar? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar
  }

  private func entry(at key: String) -> Entry? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.scalar?.text == key }
  }
}
