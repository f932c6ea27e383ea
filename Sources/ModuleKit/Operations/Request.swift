/// One call of an operation: everything it may read.
public struct Request: Sendable {
  /// The operation's name within its module.
  public var operation: String
  /// The datasets, by slot.
  public var inputs: [String: LoadedDataset] = [:]
  /// The files, by slot.
  public var files: [String: [Language: TextFile]] = [:]
  /// The stored results of the analyses it uses, in the order of the workspace file.
  public var results: [StoredResult] = []
  /// The parameters; what is left out stands at its default.
  public var parameters: [String: Value] = [:]

  /// A call of `operation`.
  public init(_ operation: String) { self.operation = operation }
}

/// A file of text that an operation reads.
public struct TextFile: Sendable, Equatable {
  /// The path as users see it: relative to the workspace.
  public var path: String
  /// What it holds.
  public var text: String

  /// The file at `path`.
  public init(path: String, text: String) { (self.path, self.text) = (path, text) }
}
