public import Diagnostics
public import Hashing

/// What is wrong with a bundle, or with what should go into one.
public enum BundleMessage: Error, DiagnosticMessage, Hashable {
  // Reading.

  /// The file is empty.
  case empty
  /// Something else than an archive, and what, where that is known.
  case notArchive(String?)
  /// The archive was written as text, in the encoding of that name.
  case asText(String)
  /// The archive's bytes were changed as if they were text.
  case convertedAsText
  /// The archive's end is missing, and zeros stand in its place.
  case cutShort(zeros: Int)
  /// Bytes follow the archive, which has `size` bytes without them.
  case appended(Int, size: Int)
  /// Bytes stand before the archive.
  case prepended(Int)
  /// An archive that is no bundle.
  case foreign
  /// An archive that holds a bundle as one of its files.
  case wrapped(String)
  /// Headers of the archive are not those that were written.
  case headers
  /// So many of the archive's files are damaged.
  case damagedFiles(Int, of: Int)
  /// The bundle was unpacked and made an archive again by another program.
  case zippedAgain
  /// The bundle was unpacked into a folder.
  case unpacked
  /// An archive that is not in a bundle's form, and that is refused by the rules for all archives as well.
  case otherRefused
  /// A folder in which no bundle, or more than one, was unpacked.
  case noBundleInFolder
  /// A folder that is a bag of others, and no bundle.
  case otherBag
  /// A file that a system puts into folders: left alone.
  case systemFile(String)
  /// A file that every bundle has is missing.
  case missing(String)
  /// A file that has no place in the layout.
  case unexpected(String)
  /// A file that follows from statement and files differs from what follows; lines count from 1, and the line is nil
  /// where the whole is compared.
  case derived(String, line: Int?)
  /// What only a later version of this format has.
  case later(String)
  /// The bundle has the format before this one.
  case formatOne
  /// What is said of the statement in a way that this version does not read: told, not refused.
  case unread(String)
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
  /// Keys that a statement cannot name as its signers.
  case signers
  /// So many problems more.
  case more(Int)

  // Writing.

  /// The mission's identifier cannot be part of a file name.
  case mission(String)
  /// The edition's name has letters that no identifier has.
  case edition(String)
  /// A file should go to a place that has no place in the layout.
  case place(String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .empty: .init("B018", "the file is empty", hint: "it was not copied or sent to its end: ask for it again")
    case .notArchive(let kind): Self.notArchive(kind)
    case .asText(let encoding):
      .init("B019", "this is an archive written as text (\(encoding))", hint: "decode it, and verify what comes of it")
    case .convertedAsText:
      .init(
        "B020", "the bytes were changed on the way as if they were text, so that nothing can be read",
        hint: "ask for the file again, sent as a file: an attachment, or FTP in binary mode")
    case .cutShort(let zeros):
      .init(
        "B021", "the archive is cut short: its end is missing" + (zeros > 0 ? ", and it ends in \(zeros) zeros" : ""),
        hint: "it was not copied or sent to its end: compare its size with the sender's, and ask for it again")
    case .appended(let count, let size):
      .init(
        "B022", "\(count) \(count == 1 ? "byte follows" : "bytes follow") the end of the archive",
        hint: "the first \(size) bytes are the archive; ask who added the others")
    case .prepended(let count):
      .init(
        "B023", "\(count) \(count == 1 ? "byte stands" : "bytes stand") before the archive",
        hint: "ask for the file as it was made, and who added them")
    case .foreign:
      .init(
        "B024", "this is a ZIP archive, but no bundle: it has no '\(BundleLayout.statement)'",
        hint: "the names of bundles end in '\(BundleLayout.nameEnd)'")
    case .wrapped(let path):
      .init(
        "B025", "this is a ZIP archive with a bundle inside: '\(path)'",
        hint: "unpack it, and verify the file that comes out")
    case .headers:
      .init(
        "B026", "a header of the archive was changed or damaged",
        hint: "compare the file with the sender's, and ask for it again")
    case .damagedFiles(let count, let all):
      .init(
        "B027", "\(count) of \(all) files in the archive \(count == 1 ? "is" : "are") damaged",
        hint: "bytes were changed or lost on the way: ask for the file again")
    case .zippedAgain:
      .init(
        "B028",
        "this bundle was unpacked and packed again by another program: the archive is not the one that was made",
        hint: Self.otherContainer)
    case .unpacked:
      .init(
        "B029", "this is a bundle that was unpacked into a folder: there is no archive that was made",
        hint: Self.otherContainer)
    case .otherRefused:
      .init(
        "B031", "this archive is not in the form in which bundles are written, and cannot be read safely either",
        hint: "ask for the original file")
    case .noBundleInFolder:
      .init("B032", "this folder is not one into which a bundle was unpacked: it has no '\(BundleLayout.statement)'")
    case .otherBag:
      .init(
        "B044", "this folder is a BagIt bag, but no bundle: it has no '\(BundleLayout.statement)'",
        hint: "a validator of bags, such as bagit.py, says whether it is whole")
    case .systemFile(let path):
      .init("B030", "'\(path)' is a file that a system puts into folders, and not the bundle's")
    case .missing(let path): .init("B002", "the bundle has no '\(path)'")
    case .unexpected(let path): .init("B003", "'\(path)' has no place in a bundle")
    case .derived(let path, let line):
      .init(
        "B004",
        (line.map { "line \($0) of '\(path)'" } ?? "'\(path)'")
          + " is not what follows from the statement and the files")
    case .later(let what):
      .init("B005", "\(what) needs a later version of Veedor", hint: "get the version that the bundle was made with")
    case .formatOne:
      .init(
        "B006", "the bundle has format 1, in which title, notice and mission could be changed unseen",
        hint: "Veedor wrote it before its first release: ask for the bundle to be made again")
    case .unread(let path):
      .init(
        "B007", "'\(path)' says something of the bundle that cannot be checked here",
        hint: path == BundleLayout.minisig
          ? "'minisign -V' checks it with the signer's public key; a roster that is trusted here can name that key"
          : nil)
    case .statement(let rule): .init("B008", "the statement is wrong: \(rule)")
    case .lengthOf(let path): .init("B009", "'\(path)' does not have the length that follows from the statement")
    case .fileCount(let stated, let found):
      .init("B010", "the statement is about \(stated) files, and there are \(found)")
    case .leafDiffers(let path): .init("B011", "'\(path)' is not a file that the bundle was made with")
    case .saltDiffers(let path): .init("B012", "the salt of '\(path)' is not the one that the profile prescribes")
    case .rootDiffers(let stated, let computed):
      .init("B013", "the root is \(computed.hex), and the statement says \(stated.hex)")
    case .signers:
      .init("B042", "a statement names up to \(BundleDescription.mostSigners) signers, each once, in order")
    case .more(let count): .init("B014", "\(count) more of this kind")
    case .mission(let id):
      .init("B015", "'\(id)' cannot be part of a file name: use lower-case letters, digits, '_' and '-'")
    case .edition(let name):
      .init("B016", "'\(name)' cannot name an edition: use lower-case letters, digits, '_' and '-'")
    case .place(let path):
      .init("B017", "'\(path)' cannot go into a bundle: it is not below workspace, results or drafts")
    }
  }

  private static let otherContainer =
    "ask for the original file; 'veedor bundle verify --content-only' is content with the files that are in it"

  private static func notArchive(_ kind: String?) -> MessageText {
    let (what, hint): (String, String?) =
      switch kind {
      case "HTML":
        (
          ", but a page of the web",
          "a page that asks for a password or tells an error was saved in place of the file: fetch it again"
        )
      case "age": (", but one encrypted by age", "decrypt it, and verify what comes of it")
      case "zeros": (": it holds zeros", "it was not copied or sent to its end: ask for it again")
      case let kind?: (": it begins as files of \(kind) do", "a bundle may be inside: unpack it first")
      case nil: (", and so no bundle", nil)
      }
    return .init("B001", "this is no ZIP archive\(what)", hint: hint)
  }

  /// A warning where something is merely left alone.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unread, .systemFile: .warning
    case .empty, .notArchive, .asText, .convertedAsText, .cutShort, .appended, .prepended, .foreign, .wrapped, .headers,
      .damagedFiles, .zippedAgain, .unpacked, .otherRefused, .noBundleInFolder, .otherBag, .missing, .unexpected,
      .derived, .later,
      .formatOne, .statement, .lengthOf, .fileCount,
      .leafDiffers, .saltDiffers, .rootDiffers, .signers, .more, .mission, .edition, .place:
      .error
    }
  }
}
