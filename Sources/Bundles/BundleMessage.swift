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

  /// `B001` and so on.
  public var code: String {
    switch self {
    case .container: "B001"
    case .missing: "B002"
    case .unexpected: "B003"
    case .declaration: "B004"
    case .manifestLine: "B005"
    case .listedTwice: "B006"
    case .listedButMissing: "B007"
    case .notListed: "B008"
    case .hashDiffers: "B009"
    case .oxum: "B010"
    case .statement: "B011"
    case .lengthOf: "B012"
    case .fileCount: "B013"
    case .leafDiffers: "B014"
    case .saltDiffers: "B015"
    case .rootDiffers: "B016"
    case .more: "B017"
    case .mission: "B018"
    case .place: "B019"
    case .percent: "B020"
    }
  }

  /// The sentence that users see.
  public var message: String {
    switch self {
    case .container: "this is not a bundle in the form in which bundles are written"
    case .missing(let path): "the bundle has no '\(path)'"
    case .unexpected(let path): "'\(path)' has no place in a bundle"
    case .declaration: "'bagit.txt' does not declare a bag of BagIt 1.0 in UTF-8"
    case .manifestLine(let manifest, let line): "line \(line) of '\(manifest)' is not a hash and a path"
    case .listedTwice(let manifest, let path): "'\(manifest)' names '\(path)' twice"
    case .listedButMissing(let manifest, let path): "'\(manifest)' names '\(path)', which does not exist"
    case .notListed(let manifest, let path): "'\(manifest)' does not name '\(path)'"
    case .hashDiffers(let manifest, let path): "the content of '\(path)' is not the one that '\(manifest)' vouches for"
    case .oxum: "the files are not as many, or not as large, as 'bag-info.txt' states"
    case .statement(let rule): "the statement is wrong: \(rule)"
    case .lengthOf(let path): "'\(path)' does not have the length that follows from the statement"
    case .fileCount(let stated, let found): "the statement is about \(stated) files, and there are \(found)"
    case .leafDiffers(let path): "'\(path)' is not the file that the bundle was made with"
    case .saltDiffers(let path): "the salt of '\(path)' is not the one that the profile prescribes"
    case .rootDiffers(let stated, let computed): "the root is \(computed.hex), and the statement says \(stated.hex)"
    case .more(let count): "\(count) more problems of this kind"
    case .mission(let id): "'\(id)' cannot be part of a file name: use lower-case letters, digits, '_' and '-'"
    case .place(let path): "'\(path)' cannot go into a bundle: it is not below workspace, results or drafts"
    case .percent(let path): "'\(path)' cannot go into a bundle: programs disagree about '%' in a bag's names"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .container: "a bundle that was unpacked and zipped again is refused by design: ask for the original file"
    case .percent: "rename the file"
    default: nil
    }
  }
}
