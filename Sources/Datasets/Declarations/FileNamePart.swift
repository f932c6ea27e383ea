internal import Schema

/// What a dataset takes from the names of its files.
public struct FileNamePart: Sendable, Equatable {
  /// What stands for the name under `from`.
  public static let word = "file_name"

  /// The pattern of which the part is taken (``NamePattern``); the whole name where nil. One with a `/` is held against
  /// the path in the workspace, any other against the name without folders.
  public var pattern: String?

  /// The part that `pattern` takes.
  public init(pattern: String? = nil) { self.pattern = pattern }

  /// What is taken of the file at `path`; nil where its name is not as the pattern has it.
  func text(of path: String) -> String? {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    guard let pattern else { return name }
    return NamePattern(taking: pattern)?.part(of: pattern.utf8.contains(UInt8(ascii: "/")) ? path : name)
  }

  /// The part as keys of results hold it.
  var document: Value { ["pattern": Value(pattern)] }
}
