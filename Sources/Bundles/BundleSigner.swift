internal import Hashing
internal import Schema
public import Signatures
public import Times

/// Who signs a bundle, and the day on which that is. A key for minisign writes minisign's signature, every other an attestation.
public struct BundleSigner: Sendable {
  /// The key, which must be one for bundles or for minisign.
  public var key: SigningKey
  /// The day, which the signature states.
  public var day: Day

  /// The holder of `key` on `day`, in UTC.
  public init(_ key: SigningKey, on day: Day) {
    (self.key, self.day) = (key, day)
  }

  /// The file with the signature of a bundle with `statement`, and its path.
  func signature(of statement: BundleStatement) throws -> (path: String, bytes: [UInt8]) {
    switch key.purpose {
    case .minisign:
      let comment = "\(BundleSignature.timestamp)\(day.ordinal * 86_400)\tfile:statement.json\thashed"
      return (BundleLayout.minisig, try MinisignSignature(statement.canonicalJSON, comment, signedBy: key).text)
    case .bundles: return try attestation(of: statement.identity)
    case .cosignatures: preconditionFailure("a key for bundles or for minisign")
    }
  }

  private func attestation(of identity: Hash32) throws -> (path: String, bytes: [UInt8]) {
    let statement = InTotoStatement(
      BundleLayout.statement, identity, BundleSignature.predicateType, ["signed_on": .string(day.iso)])
    let bytes = try Envelope(statement.json, type: InTotoStatement.mediaType, signedBy: key).json
    return (BundleLayout.attestation(Hash32(of: bytes)), bytes)
  }
}
