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
  /// A file that follows from statement and files differs from what follows; lines count from 1, and the line is nil
  /// where the whole is compared.
  case derived(String, line: Int?)
  /// What only a later version of this format has.
  case later(String)
  /// The bundle has the format before this one.
  case formatOne
  /// A signature, which this version does not read: told, not refused.
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
    case .container:
      .init(
        "B001", "this is not a bundle in the form in which bundles are written",
        hint: "a bundle that was unpacked and zipped again is refused by design: ask for the original file")
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
    case .unread(let path): .init("B007", "'\(path)' is a signature, and this version reads none")
    case .statement(let rule): .init("B008", "the statement is wrong: \(rule)")
    case .lengthOf(let path): .init("B009", "'\(path)' does not have the length that follows from the statement")
    case .fileCount(let stated, let found):
      .init("B010", "the statement is about \(stated) files, and there are \(found)")
    case .leafDiffers(let path): .init("B011", "'\(path)' is not a file that the bundle was made with")
    case .saltDiffers(let path): .init("B012", "the salt of '\(path)' is not the one that the profile prescribes")
    case .rootDiffers(let stated, let computed):
      .init("B013", "the root is \(computed.hex), and the statement says \(stated.hex)")
    case .more(let count): .init("B014", "\(count) more of this kind")
    case .mission(let id):
      .init("B015", "'\(id)' cannot be part of a file name: use lower-case letters, digits, '_' and '-'")
    case .edition(let name):
      .init("B016", "'\(name)' cannot name an edition: use lower-case letters, digits, '_' and '-'")
    case .place(let path):
      .init("B017", "'\(path)' cannot go into a bundle: it is not below workspace, results or drafts")
    }
  }

  /// A warning where something is merely left alone.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unread: .warning
    case .container, .missing, .unexpected, .derived, .later, .formatOne, .statement, .lengthOf, .fileCount,
      .leafDiffers, .saltDiffers, .rootDiffers, .more, .mission, .edition, .place:
      .error
    }
  }
}
