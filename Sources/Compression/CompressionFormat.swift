/// What stands around a deflate stream.
public enum CompressionFormat: Sendable, Hashable {
  /// Nothing: the stream itself (RFC 1951), as ZIP archives hold it.
  case raw
  /// A zlib header and an Adler-32 (RFC 1950).
  case zlib
  /// A gzip header, a CRC-32 and the size (RFC 1952); a file may hold several such members one behind another.
  case gzip

  /// zlib's parameter for the format, with the largest window.
  var windowBits: Int32 {
    switch self {
    case .raw: -15
    case .zlib: 15
    case .gzip: 15 + 16
    }
  }
}

/// Why a stream was refused.
public enum CompressionError: Error, Hashable, Sendable {
  /// The bytes end before the stream does.
  case truncated
  /// Bytes follow the end of the stream.
  case trailingBytes
  /// The stream breaks its format's rules, or its checksum does not match.
  case corrupt
  /// The content is larger than the `limit` in bytes that was allowed.
  case overLimit(Int)
  /// The machine has no memory left for the compressor.
  case outOfMemory
}
