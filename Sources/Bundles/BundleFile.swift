public import Files
public import Hashing

/// A file that goes into a bundle.
public struct BundleFile: Sendable {
  /// Where the content comes from.
  public enum Source: Sendable {
    /// The file that is opened when its turn comes.
    case file(@Sendable () throws(FileError) -> MappedFile)
    /// These bytes.
    case bytes([UInt8])
  }

  /// The path below `data/`, such as `workspace/veedor.yaml`: it begins with `workspace/`, `results/` or `drafts/`.
  public var path: String
  /// Where the content comes from.
  public var source: Source
  /// The digest that the content must have; nil where any will do.
  public var digest: Hash32?

  /// The file at `path` in the bundle with the content of `source`, which must have `digest`.
  public init(_ path: String, _ source: Source, digest: Hash32? = nil) {
    (self.path, self.source, self.digest) = (path, source, digest)
  }

  /// The content's size in bytes, as it is now.
  var size: Int {
    get throws {
      switch source {
      case .file(let open): try open().count
      case .bytes(let bytes): bytes.count
      }
    }
  }

  /// Calls `body` with the content, which must still have `size` bytes and not change meanwhile.
  func withContent<Success>(size: Int, _ body: (UnsafeRawBufferPointer) throws -> Success) throws -> Success {
    switch source {
    case .bytes(let bytes): return try bytes.withUnsafeBytes(body)
    case .file(let open):
      let file = try open()
      guard file.count == size else { throw FileError.changed(path: file.path) }
      return try file.reading(body)
    }
  }
}
