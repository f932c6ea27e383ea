public import Hashing

/// A file handed over between the host and a module, with the digest that it must have.
public struct HandedFile: Sendable, Equatable {
  /// Where it stands: an absolute path towards a module, one inside the folder of outputs towards the host.
  public var path: String
  /// The digest of its bytes.
  public var sha256: Hash32

  /// The file at `path` with the digest `sha256`.
  public init(path: String, sha256: Hash32) { (self.path, self.sha256) = (path, sha256) }

  /// The file as protocol messages name it.
  var document: Value { ["path": .string(path), "sha256": .string(sha256.hex)] }

  /// Reads what ``document`` writes; `place` is the way to it, none where the document is a whole message.
  init(document: Value?, at place: String? = nil) throws(DocumentError) {
    func error(_ member: String) -> DocumentError { DocumentError(place.map { "\($0).\(member)" } ?? member) }
    guard let path = document?["path"]?.string else { throw error("path") }
    guard let sha256 = document?["sha256"]?.string.flatMap(Hash32.init(hex:)) else { throw error("sha256") }
    self.init(path: path, sha256: sha256)
  }
}
