/// One step of the way from a value to a part of it.
public enum PathStep: Sendable, Hashable {
  /// The member of an object with this key.
  case key(String)
  /// The element of a list at this position, from 0.
  case index(Int)
}

extension PathStep: ExpressibleByStringLiteral {
  /// The member with this key.
  public init(stringLiteral key: String) { self = .key(key) }
}

/// A way from a value to a part of it.
public typealias Path = [PathStep]

extension [PathStep] {
  /// The way as users read it: `datasets.sheets`, `drafts.preliminary.uses[0]`.
  public var text: String {
    reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}

/// A problem at a path; whoever holds the source text turns the path into file:line:column.
public struct Problem: Error, Sendable, Equatable {
  /// The way to the value at fault.
  public var path: Path
  /// Whether the key at the end of the path is at fault, rather than its value.
  public var concernsKey: Bool
  /// What is wrong.
  public var message: SchemaMessage

  /// The problem `message` at `path`.
  public init(_ path: Path, concernsKey: Bool = false, _ message: SchemaMessage) {
    (self.path, self.concernsKey, self.message) = (path, concernsKey, message)
  }
}
