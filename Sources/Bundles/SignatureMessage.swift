public import Diagnostics
public import Hashing
public import Signatures

/// What is wrong with the signatures of a bundle: each way of forging one has its own sentence.
public enum SignatureMessage: Error, DiagnosticMessage, Hashable {
  /// An attestation that is none, and why.
  case noAttestation(String, String)
  /// A signature that holds for no key that it or the statement names.
  case badSignature(String, key: String)
  /// A signature that holds, of another statement.
  case otherBundle(VerifyingKey, signed: Hash32, here: Hash32)
  /// A key that the statement names, and whose signature is not there.
  case missingSigner(VerifyingKey)
  /// Signatures that hold for the statement, of whose files some are here and others are not.
  case editedAfterSigning
  /// Signatures that hold for the statement, of whose files none is here.
  case replayedStatement
  /// Signatures that hold for the statement, which is about another list of leaves.
  case otherLeaves
  /// More attestations than are read.
  case tooMany(Int, limit: Int)
  /// More signatures, times the keys that can have made them, than are tried.
  case tooManyTrials(limit: Int)
  /// A signature of minisign beside which there is no room for another.
  case otherMinisig
  /// A key that has signed the bundle already.
  case alreadySigned(VerifyingKey)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .noAttestation(let path, let why): .init("B033", "'\(path)' is no signature of a bundle: \(why)")
    case .badSignature(let path, let key):
      .init(
        "B034", "the signature in '\(path)' is not one of the key '\(key)', nor of any key that the statement names",
        hint: "it was changed or forged: ask the signer for the bundle")
    case .otherBundle(let key, let signed, let here):
      .init(
        "B035",
        "the key \(key) signed another bundle, with the identity \(signed.hex), and not this one, with \(here.hex)",
        hint: "the signature was taken from another bundle, or this one's statement was changed after it was signed")
    case .missingSigner(let key):
      .init(
        "B036", "the statement names the key \(key) as a signer, and its signature is not there",
        hint: "it was taken off, or not made yet: ask the signer for the bundle")
    case .editedAfterSigning:
      .init(
        "B037",
        "files were changed, added or taken away after the bundle was signed: the signatures are not of these files",
        hint: "ask the signer for the bundle")
    case .replayedStatement:
      .init(
        "B038",
        "no file here is one of the bundle that was signed: its statement and signatures were put beside other files",
        hint: "ask the signer for the bundle")
    case .otherLeaves:
      .init(
        "B039",
        "the list of leaves is not the one that was signed: a leaf was changed, or statement and signatures are another "
          + "bundle's", hint: "ask the signer for the bundle")
    case .tooMany(let count, let limit):
      .init("B040", "the bundle has \(count) signatures, and at most \(limit) are read")
    case .tooManyTrials(let limit):
      .init(
        "B045",
        "the bundle has so many signatures that more than \(limit) pairs of a signature and a key would be tried")
    case .otherMinisig:
      .init(
        "B043", "the bundle has a signature of minisign already, and has room for one", hint: "sign without --minisign")
    case .alreadySigned(let key): .init("B041", "the key \(key) has signed this bundle already")
    }
  }
}
