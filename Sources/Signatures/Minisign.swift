/// A signature of a file as minisign 0.8 and later writes it (jedisct1.github.io/minisign): Ed25519 over BLAKE2b of the file, and over that
/// signature with its trusted comment.
///
/// The legacy form, over the file itself, is refused: a key that signs chosen texts so would sign envelopes and heads of ledgers.
public struct MinisignSignature: Hashable, Sendable {
  /// The most bytes of a signature that is read.
  static let largest = 4096

  /// What tells keys apart: eight bytes that are no secret and vouch for nothing.
  public let keyID: [UInt8]
  /// The comment that is signed too.
  public let comment: String
  private let signature: [UInt8]
  private let commentSignature: [UInt8]

  /// The signature of `file` by `key`, with `comment`, which is one line.
  public init(_ file: [UInt8], _ comment: String, signedBy key: SigningKey) throws {
    keyID = MinisignKey(key.verifier).keyID
    self.comment = comment
    signature = try key.signature(of: Blake2b.hash(file))
    commentSignature = try key.signature(of: signature + Array(comment.utf8))
  }

  /// Whether the holder of `key` signed `file`, and the comment.
  public func isValid(for file: [UInt8], by key: VerifyingKey) -> Bool {
    // The short text first: the file is hashed for the key that made it alone.
    key.isValid(commentSignature, for: signature + Array(comment.utf8))
      && key.isValid(signature, for: Blake2b.hash(file))
  }

  // MARK: Text

  private static let untrusted = "untrusted comment: "
  private static let trusted = "trusted comment: "
  private static let algorithm = Array("ED".utf8)

  /// The four lines of the file.
  public var text: [UInt8] {
    let lines = [
      Self.untrusted + "signature from veedor, of evb/statement.json", base64Text(Self.algorithm + keyID + signature),
      Self.trusted + comment, base64Text(commentSignature),
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// The signature that `bytes` write; nil where there is none, or one of the legacy form.
  public init?(text bytes: [UInt8]) {
    guard bytes.count <= Self.largest, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    guard lines.count == 4, lines[0].hasPrefix(Self.untrusted), lines[2].hasPrefix(Self.trusted),
      let signed = base64Bytes(lines[1]), signed.count == 10 + VerifyingKey.signatureSize,
      signed.starts(with: Self.algorithm), let over = base64Bytes(lines[3]), over.count == VerifyingKey.signatureSize
    else { return nil }
    comment = String(lines[2].dropFirst(Self.trusted.count))
    (keyID, signature, commentSignature) = (Array(signed[2..<10]), Array(signed[10...]), over)
  }
}

/// A public key as minisign writes it: `RW` and 54 more letters.
public struct MinisignKey: Hashable, Sendable {
  /// The key.
  public let key: VerifyingKey
  /// What tells it apart from others.
  public let keyID: [UInt8]

  /// `key`, under an id that follows from it.
  public init(_ key: VerifyingKey) { (self.key, keyID) = (key, Array(key.bytes.prefix(8))) }

  /// The key that `text` writes; nil where it writes none.
  public init?(_ text: String) {
    guard let bytes = base64Bytes(text), bytes.count == 10 + VerifyingKey.size, bytes.starts(with: "Ed".utf8),
      let key = VerifyingKey(bytes.dropFirst(10))
    else { return nil }
    (self.key, keyID) = (key, Array(bytes[2..<10]))
  }

  /// The key as text.
  public var text: String { base64Text(Array("Ed".utf8) + keyID + key.bytes) }
}
