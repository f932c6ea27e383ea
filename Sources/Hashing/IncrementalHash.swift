import Crypto

/// The hash of bytes that come piece by piece.
///
///     var hash = IncrementalHash()
///     try entry.read(from: archive) { hash.update($0) }
///     let content = hash.finalize()
public struct IncrementalHash: Sendable {
  private var hasher = SHA256()

  /// The hash of no bytes so far.
  public init() {}

  /// Takes in the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) { hasher.update(bufferPointer: bytes) }

  /// Takes in the bytes of `text` in UTF-8.
  public mutating func update(text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// The hash of all bytes taken in.
  public func finalize() -> Hash32 { Hash32(hasher.finalize()) }
}
