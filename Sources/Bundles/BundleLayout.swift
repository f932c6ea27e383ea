/// Where things are in a bundle. Everything else is refused, so that nothing travels along unseen.
///
///     bagit.txt bag-info.txt manifest-sha256.txt tagmanifest-sha256.txt     the bag (RFC 8493)
///     evb/statement.json      what is vouched for: canonical JSON; signatures are over its stored bytes
///     evb/leaves.bin          the leaves, 32 bytes each, in the order of the paths' bytes
///     evb/salts.bin           the salts, 16 bytes each, in the same order
///     data/                   the files: workspace/, results/, drafts/, and ro-crate-metadata.json
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
  static let leaves = "evb/leaves.bin"
  static let salts = "evb/salts.bin"
  static let crate = "data/ro-crate-metadata.json"
  static let payload = "data/"

  /// The files that are no payload, ascending by their bytes; all must exist.
  static let tagFiles = [info, declaration, leaves, salts, statement, manifest, tagManifest]

  /// The folders below `data/` that may hold files.
  static let folders = ["workspace", "results", "drafts"]

  /// Whether a file may stand at `path`.
  static func allows(_ path: String) -> Bool {
    path == crate || tagFiles.contains(path) || folders.contains { path.hasPrefix("\(payload)\($0)/") }
  }

  /// What a bundle's file name ends with.
  static let nameEnd = ".evb.zip"
}
