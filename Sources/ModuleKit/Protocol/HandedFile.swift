/// A file handed over between the host and a module, with the digest that it must have.
public struct HandedFile: Sendable, Equatable {
  /// Where it stands: an absolute path towards a module, one inside the folder of outputs towards the host.
  public var path: String
  /// The SHA-256 digest of its bytes, in lower-case hexadecimal.
  public var sha256: String

  /// The file at `path` with the digest `sha256`.
  public init(path: String, sha256: String) { (self.path, self.sha256) = (path, sha256) }

  /// The file as protocol messages name it.
  var document: Value { ["path": .string(path), "sha256": .string(sha256)] }

  init?(document: Value?) {
    guard let path = document?["path"]?.string, let sha256 = document?["sha256"]?.string else { return nil }
    self.init(path: path, sha256: sha256)
  }
}
