internal import Crypto
internal import Hashing

/// What keeps a leaf from being guessed once its file is withheld: 16 bytes that depend on a secret, the path and the
/// content.
///
/// Salt = the first 16 bytes of HMAC-SHA-256(K, path || 0x00 || SHA-256(content)). In the `public` profile K is
/// published, so that every clone makes the same salts, and nothing may be withheld.
struct Salt: Hashable, Sendable {
  /// Bytes of a salt.
  static let size = 16

  let bytes: [UInt8]

  /// The salt of the file at `path` whose content has the hash `content`, under `key`.
  init(path: String, content: Hash32, key: SymmetricKey) {
    var code = HMAC<SHA256>(key: key)
    code.update(data: Array(path.utf8))
    code.update(data: [0])
    code.update(data: content.bytes)
    bytes = Array(code.finalize().prefix(Self.size))
  }

  /// The key of the `public` profile: SHA-256 of `veedor.public.salt.v1`.
  static let publicKey = SymmetricKey(data: Hash32(of: "veedor.public.salt.v1".utf8).bytes)
}
