internal import Compression
internal import Hashing

/// CRC-32 and SHA-256 of a content that is read once.
struct ContentChecksum: Sendable {
  private(set) var crc: UInt32 = 0
  private var hasher = IncrementalHash()

  /// Takes in the next bytes.
  mutating func update(_ part: UnsafeRawBufferPointer) {
    crc = crc32(part, seed: crc)
    hasher.update(part)
  }

  /// The hash of the bytes so far.
  var hash: Hash32 { hasher.finalize() }
}
