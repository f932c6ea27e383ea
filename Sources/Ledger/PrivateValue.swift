import Hashing
import Schema
import Signatures

/// A value that stands apart from its entry, which holds a salted hash in its place.
struct PrivateValue: Sendable, Equatable {
  /// The member of a body that holds the hashes, by field.
  static let member = "private"
  private static let domain = Array("veedor.private.v1".utf8) + [0]

  /// The value.
  let value: Value
  /// 16 random bytes of its own: whoever has the hash alone cannot tell whether a guess is right.
  let salt: Salt

  /// SHA-256 over the 17 bytes `veedor.private.v1`, a byte 0, the 16 bytes of the salt, and the canonical JSON (RFC 8785) of the list of
  /// the field's name and the value.
  func hash(in field: String) -> Hash32 {
    Hash32(of: Self.domain + salt.bytes + Value.list([.string(field), value]).ledgerText)
  }
}

/// 16 random bytes.
struct Salt: Sendable, Equatable {
  private static let size = 16

  let bytes: [UInt8]

  /// A new one.
  init() {
    var generator = SystemRandomNumberGenerator()
    bytes = (0..<Self.size).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// The salt that `hex` writes in 32 lower-case digits; nil where it is anything else.
  init?(hex: String) {
    guard let twice = Hash32(hex: hex + hex) else { return nil }
    bytes = Array(twice.bytes.prefix(Self.size))
  }

  /// The salt in 32 lower-case digits.
  var hex: String { hexDigits(bytes) }
}

extension Entry {
  /// The hashes that stand in place of its private fields, as it has them.
  var privateHashes: [String: String] {
    guard mentions(PrivateValue.member) else { return [:] }
    return body[PrivateValue.member]?.object?.compactMapValues(\.string) ?? [:]
  }

  /// The names of its private fields.
  public var privateFields: [String] { privateHashes.keys.sorted() }
}
