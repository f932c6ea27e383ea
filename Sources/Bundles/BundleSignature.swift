internal import Diagnostics
public import Hashing
import Language
public import Schema
public import Signatures
public import Times

/// Who signs a bundle, and the day on which that is.
public struct BundleSigner: Sendable {
  /// The key, which must be one for bundles.
  public var key: SigningKey
  /// The day, which the signature states.
  public var day: Day

  /// The holder of `key` on `day`, in UTC.
  public init(_ key: SigningKey, on day: Day) {
    precondition(key.purpose == .bundles, "a key for bundles")
    (self.key, self.day) = (key, day)
  }

  /// The attestation of the bundle with `identity`, and the path of its file.
  func attestation(of identity: Hash32) throws -> (path: String, bytes: [UInt8]) {
    let statement = InTotoStatement(
      BundleLayout.statement, identity, BundleSignature.predicateType, ["signed_on": .string(day.iso)])
    let bytes = try Envelope(statement.json, type: InTotoStatement.mediaType, signedBy: key).json
    return (BundleLayout.attestation(Hash32(of: bytes)), bytes)
  }
}

/// A signature of a bundle's statement that holds, and what it says of itself. Whose the key is it does not say.
public struct BundleSignature: Hashable, Sendable {
  /// What kind of claim a signature is among in-toto statements.
  static let predicateType = "urn:veedor:bundle-signature:v1"

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

/// What the attestations of a bundle come to. A key counts once, however often it signed.
struct SignatureCheck {
  /// The most attestations that are read.
  static let most = 64

  private(set) var signatures: [BundleSignature] = []
  private(set) var problems: [SignatureMessage] = []
  /// Attestations of other kinds than a signature.
  private(set) var unread: [String] = []
  private let statement: BundleStatement

  /// Holds the `attestations`, ascending by path, against `statement`.
  init(_ attestations: [(path: String, bytes: [UInt8])], of statement: BundleStatement) {
    self.statement = statement
    guard attestations.count <= Self.most else {
      problems.append(.tooMany(attestations.count, limit: Self.most))
      return
    }
    for (path, bytes) in attestations {
      do throws(SignatureMessage) {
        try add(path, bytes)
      } catch {
        problems.append(error)
      }
    }
    signatures.sort { ($0.key, $0.signedOn) < ($1.key, $1.signedOn) }
    signatures = signatures.enumerated().filter { $0 == 0 || signatures[$0 - 1].key != $1.key }.map(\.element)
  }

  private mutating func add(_ path: String, _ bytes: [UInt8]) throws(SignatureMessage) {
    guard BundleLayout.attestation(Hash32(of: bytes)) == path else {
      throw .noAttestation(
        path, Text(en: "it is not named by the hash of its bytes", es: "no lleva por nombre la huella de sus bytes"))
    }
    guard let envelope = Envelope(json: bytes) else {
      throw .noAttestation(path, Text(en: "it is no DSSE envelope", es: "no es un sobre DSSE"))
    }
    guard envelope.payloadType == InTotoStatement.mediaType else {
      unread.append(path)
      return
    }
    // Nothing is read that no key vouches for.
    let keys = try Set(
      envelope.signatures.map { signature throws(SignatureMessage) in try key(of: signature, in: envelope, path) })
    guard let claim = InTotoStatement(json: envelope.payload) else {
      throw .noAttestation(
        path, Text(en: "it is no in-toto statement of one file", es: "no es una declaración in-toto de un solo archivo")
      )
    }
    guard claim.subject == BundleLayout.statement else {
      throw .noAttestation(
        path,
        Text(
          en: "it is of '\(claim.subject)', and not of '\(BundleLayout.statement)'",
          es: "es de «\(claim.subject)», y no de «\(BundleLayout.statement)»"))
    }
    if claim.digest != statement.identity, let key = keys.min() {
      throw .otherBundle(key, signed: claim.digest, here: statement.identity)
    }
    guard claim.predicateType == BundleSignature.predicateType else {
      unread.append(path)
      return
    }
    guard let day = claim.predicate["signed_on"]?.string.flatMap({ Day(iso: $0) }) else {
      throw .noAttestation(path, Text(en: "it does not say on which day it was made", es: "no dice en qué día se hizo"))
    }
    signatures += keys.map { BundleSignature(key: $0, isNamed: statement.signers.contains($0), signedOn: day) }
  }

  /// The key that made `signature`: the one that it names itself, or one that the statement names. What it calls its key is a hint, and
  /// tools of others call keys otherwise.
  private func key(
    of signature: Envelope.Signature, in envelope: Envelope, _ path: String
  ) throws(SignatureMessage) -> VerifyingKey {
    let candidates = [VerifyingKey(hex: signature.keyID)].compactMap(\.self) + statement.signers
    guard let key = candidates.first(where: { envelope.isValid(signature, by: $0) }) else {
      throw .badSignature(path, key: signature.keyID)
    }
    return key
  }
}
