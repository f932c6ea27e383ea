internal import Archive
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

  /// The file as an archive takes it in at `path`; its content must still have `size` bytes.
  func entry(at path: String, size: Int) -> ArchiveFile {
    let source = source
    return ArchiveFile(path, size: size) {
      switch source {
      case .file(let open): try open()
      case .bytes(let bytes): bytes
      }
    }
  }
}
