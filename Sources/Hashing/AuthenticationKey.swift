import Crypto

/// A secret key whose holder alone can make and check codes of bytes: HMAC (RFC 2104, FIPS 198-1) with SHA-256.
public struct AuthenticationKey: Sendable {
  private let key: SymmetricKey

  /// A new key of 32 random bytes.
  public init() { key = SymmetricKey(size: .bits256) }

  /// The key that consists of `bytes`.
  public init(_ bytes: some Sequence<UInt8>) { key = SymmetricKey(data: Array(bytes)) }

  /// The key's bytes.
  public var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// The code of `bytes`.
  public func code(of bytes: [UInt8]) -> Hash32 {
    HMAC<SHA256>.authenticationCode(for: bytes, using: key).withUnsafeBytes { Hash32($0, at: 0) }
  }

  /// Whether `code` is the code of `bytes`; how long that takes tells nothing of the right one.
  public func isValid(_ code: Hash32, of bytes: [UInt8]) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(code.bytes, authenticating: bytes, using: key)
  }
}

extension AuthenticationKey: CustomStringConvertible, CustomReflectable {
  /// No byte of the key.
  public var description: String { "a secret key" }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
