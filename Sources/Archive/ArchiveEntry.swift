/// One file of an archive: what its headers state, and where its bytes are.
public struct ArchiveEntry: Sendable, Hashable {
  /// How the content is held.
  public enum Method: UInt16, Sendable {
    /// As it is.
    case stored = 0
    /// As a raw deflate stream.
    case deflated = 8
  }

  /// The relative path: UTF-8 in normalization form C, `/` between components.
  public var path: String
  /// How the content is held.
  public var method: Method
  /// The CRC-32 of the content.
  public var checksum: UInt32
  /// Bytes of the content.
  public var size: Int
  /// Bytes that it takes in the archive.
  public var packedSize: Int
  /// Where the entry's local header begins.
  var headerOffset: Int
  /// Where its data begin.
  var dataOffset: Int
}
