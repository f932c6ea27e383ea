import Crypto

/// A public key of Ed25519 (RFC 8032), written as 64 lower-case hexadecimal digits, against which signatures are held strictly.
///
/// Refused are encodings of points, of the key or of R, that are not canonical or of low order, and S from L on; what is left must keep
/// the equation without the cofactor. So no signature has a second form, no key holds for every text, and all who check like
/// this agree.
public struct VerifyingKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Bytes of a key.
  public static let size = 32
  /// Bytes of a signature: R, then S.
  public static let signatureSize = 64

  /// The 32 bytes.
  public let bytes: [UInt8]

  /// The key of these bytes; nil where they have another length or encode no point that a key may be.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size, PointEncoding.isAdmitted(Array(bytes)) else { return nil }
    self.bytes = Array(bytes)
  }

  /// The key that `hex` writes; nil where it writes none.
  public init?(hex: String) {
    guard let bytes = hexBytes(hex) else { return nil }
    self.init(bytes)
  }

  /// The key that `text` writes in 64 digits, or as minisign writes keys; nil where it writes none.
  public init?(_ text: String) {
    guard let key = VerifyingKey(hex: text) ?? MinisignKey(text)?.key else { return nil }
    self = key
  }

  /// The digits, by which people and programs name the key.
  public var hex: String { hexDigits(bytes) }
  /// The digits.
  public var description: String { hex }

  /// Whether the holder of the secret key signed `message` with `signature`.
  public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureSize, PointEncoding.isAdmitted(Array(signature.prefix(32))),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }

  /// Keys come in the order of their bytes.
  public static func < (a: VerifyingKey, b: VerifyingKey) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

/// How a point of edwards25519 is written: y in 255 bits, the lowest byte first, and the sign of x in the highest bit.
private enum PointEncoding {
  /// Whether 32 bytes are canonical and not of low order. Whether they are a point at all shows when a signature is held against them.
  static func isAdmitted(_ bytes: [UInt8]) -> Bool {
    var y = bytes
    y[31] &= 0x7F
    return isBelowPrime(y) && !lowOrder.contains(y)
  }

  /// Whether y < p = 2^255 - 19.
  private static func isBelowPrime(_ y: [UInt8]) -> Bool {
    y[0] < 0xED || y[31] != 0x7F || !y[1..<31].allSatisfy { $0 == 0xFF }
  }

  /// y of the eight points whose order divides the cofactor: 0 (order 4), 1 (order 1), p - 1 (order 2), and two of order 8.
  private static let lowOrder: Set<[UInt8]> = Set(
    [
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    ].compactMap(hexBytes))
}
