internal import Hashing
import Language
internal import Schema
internal import Signatures
internal import Times

/// What the attestations of a bundle come to. A key counts once, however often it signed.
struct SignatureCheck {
  /// The most attestations that are read.
  static let most = 64

  private(set) var signatures: [BundleSignature] = []
  private(set) var problems: [SignatureMessage] = []
  /// Attestations of other kinds than a signature.
  private(set) var unread: [String] = []
  private let statement: BundleStatement
  /// The statement as it is signed, and its hash: written once, however many signatures there are.
  private let stored: [UInt8]
  private let identity: Hash32
  private let known: [VerifyingKey]
  /// How many pairs of a signature and a key were tried.
  private var trials = 0
  /// The most that are: a signature that nobody made is held against every key.
  static let mostTrials = 4096

  /// Holds the `attestations`, ascending by path, and the file of minisign against `statement`, whose signers are tried, and `keys`.
  init(
    _ attestations: [(path: String, bytes: [UInt8])], minisig: [UInt8]? = nil, of statement: BundleStatement,
    knowing keys: [VerifyingKey] = []
  ) {
    self.statement = statement
    stored = statement.canonicalJSON
    identity = Hash32(of: stored)
    known = statement.signers + keys
    guard attestations.count <= Self.most else {
      problems.append(.tooMany(attestations.count, limit: Self.most))
      return
    }
    for (path, bytes) in attestations {
      do throws(SignatureMessage) {
        try add(path, bytes)
      } catch {
        tell(error)
      }
    }
    if let minisig {
      do throws(SignatureMessage) {
        try add(minisig)
      } catch {
        tell(error)
      }
    }
    signatures.sort { ($0.key, $0.signedOn) < ($1.key, $1.signedOn) }
    signatures = signatures.enumerated().filter { $0 == 0 || signatures[$0 - 1].key != $1.key }.map(\.element)
  }

  /// One problem of several attestations, such as the limit of trials, is told once.
  private mutating func tell(_ problem: SignatureMessage) {
    if !problems.contains(problem) { problems.append(problem) }
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
    if claim.digest != identity, let key = keys.min() {
      throw .otherBundle(key, signed: claim.digest, here: identity)
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

  private mutating func add(_ minisig: [UInt8]) throws(SignatureMessage) {
    let path = BundleLayout.minisig
    guard let signature = MinisignSignature(text: minisig) else {
      throw .noAttestation(
        path, Text(en: "it is no signature of minisign over a hash", es: "no es una firma de minisign sobre una huella")
      )
    }
    // It says an id, and not the key: whoever knows none cannot say whether it holds.
    var maker: VerifyingKey?
    for key in known where maker == nil {
      try countTrial()
      if signature.isValid(for: stored, by: key) { maker = key }
    }
    guard let key = maker else {
      unread.append(path)
      return
    }
    let parts = signature.comment.split(separator: "\t")
    guard
      let time = parts.first(where: { $0.hasPrefix(BundleSignature.timestamp) })?.dropFirst(
        BundleSignature.timestamp.count),
      let seconds = UInt32(time)
    else {
      throw .noAttestation(path, Text(en: "it does not say on which day it was made", es: "no dice en qué día se hizo"))
    }
    let day = Day(ordinal: Int(seconds) / 86_400)
    signatures.append(BundleSignature(key: key, isNamed: statement.signers.contains(key), signedOn: day))
  }

  /// The key that made `signature`: the one that it names itself, or one that the statement names or that is known otherwise. What it
  /// calls its key is a hint, and tools of others call keys otherwise.
  private mutating func key(
    of signature: Envelope.Signature, in envelope: Envelope, _ path: String
  ) throws(SignatureMessage) -> VerifyingKey {
    let candidates = [VerifyingKey(hex: signature.keyID)].compactMap(\.self) + known
    for key in candidates {
      try countTrial()
      if envelope.isValid(signature, by: key) { return key }
    }
    throw .badSignature(path, key: signature.keyID)
  }

  private mutating func countTrial() throws(SignatureMessage) {
    guard trials < Self.mostTrials else { throw .tooManyTrials(limit: Self.mostTrials) }
    trials += 1
  }
}
