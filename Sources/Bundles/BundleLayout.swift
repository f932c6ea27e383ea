internal import Hashing

/// Where things are in a bundle. Everything else is refused, so that nothing travels along unseen.
///
///     bagit.txt bag-info.txt manifest-sha256.txt tagmanifest-sha256.txt     the bag (RFC 8493)
///     evb/statement.json      what is vouched for: canonical JSON; the SHA-256 of its stored bytes is the identity
///     evb/leaves.bin          the leaves, 32 bytes each, in the order of the paths' bytes
///     evb/salts.bin           the salts, 16 bytes each, in the same order
///     evb/attestations/<sha256>.dsse.json                                   signatures of the statement
///     evb/statement.json.minisig                                            one for those who check with minisign
///     data/                   the files: workspace/, results/, drafts/, and ro-crate-metadata.json
///
/// Statement, leaves and salts vouch for the files; all else but signatures follows from statement and files, byte for
/// byte. The crate is such a file, and so no leaf.
///
/// `leaves.bin` and `salts.bin` have neither header nor gaps: the number of leaves stands in the statement, and the
/// leaf of the i-th file is the i-th of both. A leaf without its file keeps its 32 bytes; its 16 bytes in `salts.bin`
/// are zeros where the file is withheld, for then nobody may test guesses against the leaf, and remain where the file
/// is merely elsewhere. So the root follows from `leaves.bin` alone, a copy with fewer files keeps root, statement and
/// signatures, and its files find their leaves by going through the salts in order.
enum BundleLayout {
  static let declaration = "bagit.txt"
  static let info = "bag-info.txt"
  static let manifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
  static let statement = "evb/statement.json"
  static let minisig = "evb/statement.json.minisig"
  static let leaves = "evb/leaves.bin"
  static let salts = "evb/salts.bin"
  static let crate = "data/ro-crate-metadata.json"
  static let payload = "data/"

  /// What all files about a bundle, and none of the bag's, begin with.
  private static let folder = "evb/"
  private static let attestations = "evb/attestations/"

  /// The files besides the payload that every bundle has, ascending by their bytes.
  static let tagFiles = [info, declaration, leaves, salts, statement, manifest, tagManifest]

  /// The folders below `data/` that may hold files.
  static let folders = ["workspace", "results", "drafts"]

  /// What a file at a path is to this version.
  enum Place {
    /// One that every bundle has, besides the payload.
    case tag
    /// The payload's description, which follows from the payload.
    case crate
    /// One that the statement vouches for.
    case file
    /// What a key vouches for about the statement: a signature.
    case attestation
    /// The signature for those who check with minisign.
    case minisig
    /// One of a later version.
    case later
    /// One that no version has.
    case none
  }

  /// What a file at `path` is.
  static func place(_ path: String) -> Place {
    if tagFiles.contains(path) { return .tag }
    if path == crate { return .crate }
    if folders.contains(where: { path.hasPrefix("\(payload)\($0)/") }) { return .file }
    if isAttestation(path) { return .attestation }
    if path == minisig { return .minisig }
    return path.hasPrefix(folder) ? .later : .none
  }

  /// Whether a file at `path` is one about a bundle, which nothing else has.
  static func isAboutBundle(_ path: String) -> Bool { path.hasPrefix(folder) }

  private static let attestationEnd = ".dsse.json"

  /// The path of the attestation whose bytes have the hash `hash`.
  static func attestation(_ hash: Hash32) -> String { attestations + hash.hex + attestationEnd }

  /// Whether `path` is that of an attestation, which is named by the hash of its bytes.
  private static func isAttestation(_ path: String) -> Bool {
    guard path.hasPrefix(attestations), path.hasSuffix(attestationEnd) else { return false }
    return Hash32(hex: path.utf8.dropFirst(attestations.utf8.count).dropLast(attestationEnd.utf8.count)) != nil
  }

  /// What a bundle's file name ends with.
  static let nameEnd = ".evb.zip"
}
