public import Diagnostics
public import Hashing
public import Language
public import Signatures

/// What is wrong with the signatures of a bundle: each way of forging one has its own sentence.
public enum SignatureMessage: Error, DiagnosticMessage, Hashable {
  /// An attestation that is none, and why.
  case noAttestation(String, Text)
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
    case .noAttestation(let path, let why):
      .init(
        "B033", en: "'\(path)' is no signature of a bundle: \(why.en)",
        es: "«\(path)» no es la firma de un paquete: \(why.es)",
        hint: Text(en: "ask the signer for the bundle", es: "pida el paquete a quien firmó"))
    case .badSignature(let path, let key):
      .init(
        "B034",
        en: "the signature in '\(path)' is not one of the key '\(key)', nor of any key that the statement names",
        es: "la firma en «\(path)» no es de la clave «\(key)», ni de ninguna que nombre la declaración",
        hint: Text(
          en: "it was changed or forged: ask the signer for the bundle",
          es: "se cambió o se falsificó: pida el paquete a quien firmó"))
    case .otherBundle(let key, let signed, let here):
      .init(
        "B035",
        en: "the key \(key) signed another bundle, with the identity \(signed.hex), and not this one, with \(here.hex)",
        es: "la clave \(key) firmó otro paquete, con la identidad \(signed.hex), y no este, con \(here.hex)",
        hint: Text(
          en: "the signature was taken from another bundle, or this one's statement was changed after it was signed",
          es: "la firma se tomó de otro paquete, o la declaración de este se cambió después de firmarse"))
    case .missingSigner(let key):
      .init(
        "B036", en: "the statement names the key \(key) as a signer, and its signature is not there",
        es: "la declaración nombra la clave \(key) como firmante, y su firma no está",
        hint: Text(
          en: "it was taken off, or not made yet: ask the signer for the bundle",
          es: "se quitó, o aún no se hizo: pida el paquete a quien firma"))
    case .editedAfterSigning:
      .init(
        "B037",
        en:
          "files were changed, added or taken away after the bundle was signed: the signatures are not of these files",
        es:
          "se cambiaron, agregaron o quitaron archivos después de firmarse el paquete: las firmas no son de estos archivos",
        hint: Text(en: "ask the signer for the bundle", es: "pida el paquete a quien firmó"))
    case .replayedStatement:
      .init(
        "B038",
        en:
          "no file here is one of the bundle that was signed: its statement and signatures were put beside other files",
        es:
          "ningún archivo de aquí es del paquete que se firmó: su declaración y sus firmas se pusieron junto a otros archivos",
        hint: Text(en: "ask the signer for the bundle", es: "pida el paquete a quien firmó"))
    case .otherLeaves:
      .init(
        "B039",
        en:
          "the list of leaves is not the one that was signed: a leaf was changed, or statement and signatures are another "
          + "bundle's",
        es:
          "la lista de hojas no es la que se firmó: se cambió una hoja, o la declaración y las firmas son de otro paquete",
        hint: Text(en: "ask the signer for the bundle", es: "pida el paquete a quien firmó"))
    case .tooMany(let count, let limit):
      .init(
        "B040", en: "the bundle has \(count) signatures, and at most \(limit) are read",
        es: "el paquete tiene \(count) firmas, y se leen \(limit) como máximo",
        hint: Text(en: "ask the signer for the bundle", es: "pida el paquete a quien firmó"))
    case .tooManyTrials(let limit):
      .init(
        "B045",
        en: "the bundle has so many signatures that more than \(limit) pairs of a signature and a key would be tried",
        es: "el paquete tiene tantas firmas que se probarían más de \(limit) pares de firma y clave",
        hint: Text(en: "ask the signer for the bundle", es: "pida el paquete a quien firmó"))
    case .otherMinisig:
      .init(
        "B043", en: "the bundle has a signature of minisign already, and has room for one",
        es: "el paquete ya tiene una firma de minisign, y hay lugar para una",
        hint: Text(en: "sign without --minisign", es: "firme sin --minisign"))
    case .alreadySigned(let key):
      .init("B041", en: "the key \(key) has signed this bundle already", es: "la clave \(key) ya firmó este paquete")
    }
  }
}
