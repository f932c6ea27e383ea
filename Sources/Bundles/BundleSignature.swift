import Language
public import Schema
public import Signatures
public import Times

/// A signature of a bundle's statement that holds, and what it says of itself. Whose the key is it does not say.
public struct BundleSignature: Hashable, Sendable {
  /// What kind of claim a signature is among in-toto statements.
  static let predicateType = "urn:veedor:bundle-signature:v1"
  /// What stands before the seconds since 1970 in minisign's comment.
  static let timestamp = "timestamp:"

  /// The key that made it.
  public var key: VerifyingKey
  /// Whether the statement names the key among its signers, so that nobody takes the signature off unseen.
  public var isNamed: Bool
  /// The day on which it was made, in UTC, as its signer says. Whoever has the key can say any.
  public var signedOn: Day

  /// The signature for programs.
  public var document: Value {
    ["key": .string(key.hex), "named": .bool(isNamed), "signed_on": .string(signedOn.iso)]
  }
}
