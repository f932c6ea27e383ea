public import Diagnostics
public import Hashing

/// What is wrong with a bundle, or with what should go into one.
public enum BundleMessage: Error, DiagnosticMessage, Hashable {
  // Reading.

  /// The container is refused; the archive's own message says why.
  case container
  /// A file that every bundle has is missing.
  case missing(String)
  /// A file that has no place in the layout.
  case unexpected(String)
  /// The bag's declaration says something else than it must.
  case declaration
  /// A line of a manifest is malformed; lines count from 1.
  case manifestLine(manifest: String, line: Int)
  /// A manifest names a file twice.
  case listedTwice(manifest: String, path: String)
  /// A manifest names a file that does not exist.
  case listedButMissing(manifest: String, path: String)
  /// A file is not in the manifest.
  case notListed(manifest: String, path: String)
  /// A file's hash is not the one in the manifest.
  case hashDiffers(manifest: String, path: String)
  /// The payload's size or number of files differs from what the bag states.
  case oxum
  /// The statement breaks a rule, and which.
  case statement(String)
  /// The list of leaves or salts does not have the stated length.
  case lengthOf(String)
  /// The number of files is not the stated number of leaves.
  case fileCount(stated: Int, found: Int)
  /// A file's leaf is not the one in the list.
  case leafDiffers(path: String)
  /// A file's salt is not the one that the profile prescribes.
  case saltDiffers(path: String)
  /// The list of leaves does not have the stated root.
  case rootDiffers(stated: Hash32, computed: Hash32)
  /// So many problems more.
  case more(Int)

  // Writing.

  /// The mission's identifier cannot be part of a file name.
  case mission(String)
  /// A file should go to a place that has no place in the layout.
  case place(String)
  /// A name with a percent sign, which readers of BagIt unescape in different ways.
  case percent(String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .container:
      .init(
        "B001", "this is not a bundle in the form in which bundles are written",
        hint: "a bundle that was unpacked and zipped again is refused by design: ask for the original file")
    case .missing(let path): .init("B002", "the bundle has no '\(path)'")
    case .unexpected(let path): .init("B003", "'\(path)' has no place in a bundle")
    case .declaration: .init("B004", "'bagit.txt' does not declare a bag of BagIt 1.0 in UTF-8")
    case .manifestLine(let manifest, let line): .init("B005", "line \(line) of '\(manifest)' is not a hash and a path")
    case .listedTwice(let manifest, let path): .init("B006", "'\(manifest)' names '\(path)' twice")
    case .listedButMissing(let manifest, let path): .init("B007", "'\(manifest)' names '\(path)', which does not exist")
    case .notListed(let manifest, let path): .init("B008", "'\(manifest)' does not name '\(path)'")
    case .hashDiffers(let manifest, let path):
      .init("B009", "the content of '\(path)' is not the one that '\(manifest)' vouches for")
    case .oxum: .init("B010", "the files are not as many, or not as large, as 'bag-info.txt' states")
    case .statement(let rule): .init("B011", "the statement is wrong: \(rule)")
    case .lengthOf(let path): .init("B012", "'\(path)' does not have the length that follows from the statement")
    case .fileCount(let stated, let found):
      .init("B013", "the statement is about \(stated) files, and there are \(found)")
    case .leafDiffers(let path): .init("B014", "'\(path)' is not the file that the bundle was made with")
    case .saltDiffers(let path): .init("B015", "the salt of '\(path)' is not the one that the profile prescribes")
    case .rootDiffers(let stated, let computed):
      .init("B016", "the root is \(computed.hex), and the statement says \(stated.hex)")
    case .more(let count): .init("B017", "\(count) more problems of this kind")
    case .mission(let id):
      .init("B018", "'\(id)' cannot be part of a file name: use lower-case letters, digits, '_' and '-'")
    case .place(let path):
      .init("B019", "'\(path)' cannot go into a bundle: it is not below workspace, results or drafts")
    case .percent(let path):
      .init(
        "B020", "'\(path)' cannot go into a bundle: programs disagree about '%' in a bag's names",
        hint: "rename the file")
    }
  }
}
