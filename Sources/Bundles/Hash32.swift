internal import Crypto

/// A SHA-256 hash: 32 bytes.
public struct Hash32: Hashable, Sendable {
  private var words: SIMD4<UInt64>

  /// The hash of `bytes`.
  init(of bytes: some Sequence<UInt8>) {
    var hasher = SHA256()
    hasher.update(data: Array(bytes))
    self.init(hasher.finalize())
  }

  init(_ digest: SHA256Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
  }

  /// The hash that stands at `offset` in `bytes`, which must hold it.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    words = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
  }

  /// The hash that `hex` writes in 64 lower-case digits; nil where it is anything else.
  init?(hex: some Collection<UInt8>) {
    guard hex.count == 64 else { return nil }
    var bytes: [UInt8] = []
    var half: UInt8?
    for letter in hex {
      let digit: UInt8
      switch letter {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = letter - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = letter - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let high = half {
        bytes.append(high << 4 | digit)
        half = nil
      } else {
        half = digit
      }
    }
    self = bytes.withUnsafeBytes { Hash32($0, at: 0) }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// The hash in 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension SHA256 {
  /// Takes in a hash.
  mutating func update(_ hash: Hash32) { update(data: hash.bytes) }

  /// Takes in a number as eight bytes, the highest first.
  mutating func update(_ number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { update(bufferPointer: $0) }
  }
}
