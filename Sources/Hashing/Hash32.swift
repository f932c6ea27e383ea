import Crypto
public import Files

/// A SHA-256 hash (FIPS 180-4): 32 bytes. The digests of bytes and files are such hashes.
public struct Hash32: Hashable, Sendable {
  // Not a vector: what is aligned to more than 16 bytes is misplaced in the frames of asynchronous functions.
  private let first, second, third, fourth: UInt64

  /// The hash of `bytes`.
  public init(of bytes: some Sequence<UInt8>) { self.init(SHA256.hash(data: Array(bytes))) }

  /// The hash of the content of `file`. Throws `FileError.changed` where something writes to it meanwhile.
  public init(of file: MappedFile) throws(FileError) {
    self = file.withUnsafeBytes { bytes in
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
        let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + (1 << 20), bytes.count)])
        hash.update(bufferPointer: part)
        file.giveBack(part)
      }
      return Hash32(hash.finalize())
    }
    guard file.isUnchanged else { throw .changed(path: file.path) }
  }

  init(_ digest: SHA256Digest) { self = digest.withUnsafeBytes { Hash32($0, at: 0) } }

  /// The hash that stands at `offset` in `bytes`, which must hold it.
  public init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    precondition(offset >= 0 && bytes.count - offset >= 32, "a hash has 32 bytes")
    func word(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset + 8 * index, as: UInt64.self) }
    (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
  }

  /// The hash that `hex` writes in 64 lower-case hexadecimal digits; nil where it is anything else.
  public init?(hex: some Collection<UInt8>) {
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

  /// The hash that `hex` writes in 64 lower-case hexadecimal digits; nil where it is anything else.
  public init?(hex: String) { self.init(hex: hex.utf8) }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

  /// The hash as a number of four words, the most significant first.
  public var words: (UInt64, UInt64, UInt64, UInt64) {
    (first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian)
  }

  /// The hash in 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
