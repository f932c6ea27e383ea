import Bundles
import Files
import Ledger
import ModuleKit
import Workspaces

/// The files that `attachments` in the workspace file names: files, folders with all that is below them, and patterns
/// (``PathPattern``).
///
/// What the program itself keeps, `results/`, `bundles/`, `ledger/` and `.veedor/`, is never an attachment.
struct Attachments {
  /// Their paths inside the workspace, in the order of their bytes.
  private(set) var files: [String] = []
  /// Files that systems put into folders, which are left out.
  private(set) var leftOut: Set<String> = []
  /// Names that lead nowhere, and what is no file.
  private(set) var problems: [Diagnostic] = []

  private var found: Set<String> = []
  private var strange: Set<String> = []
  /// What was looked at already: a folder, and how much of the pattern was left. With several `**` many ways lead there.
  private var seen: Set<[String]> = []

  /// Folders of the program: what is made again, and what observers wrote, of which a bundle hands out by `ledger` what is for everybody.
  private static let own: Set<String> = ["results", Workspace.Bundle.folder, Ledger.folderName, PrivateFolder.name]
  /// How deep folders may nest, which is what a bundle can hold.
  private static let depth = 32

  /// The files that `patterns` name in `folder`. Throws a `FileError` for a folder that cannot be read.
  init(_ patterns: [String], in folder: Folder) throws {
    for pattern in patterns {
      var named = Attachments()
      try named.match(pattern.split(separator: "/").map(String.init)[...], in: folder, below: "", depth: 0)
      if named.found.isEmpty, named.leftOut.isEmpty, named.strange.isEmpty {
        problems.append(Diagnostic(RunMessage.attachmentMissing(pattern)))
      }
      found.formUnion(named.found)
      leftOut.formUnion(named.leftOut)
      strange.formUnion(named.strange)
    }
    files = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    problems += strange.sorted().map { Diagnostic(RunMessage.attachmentIsNoFile($0)) }
  }

  private init() {}

  /// Takes in what the components `pattern` name in `folder`, whose path inside the workspace is `path`; all of it where
  /// there are none.
  private mutating func match(
    _ pattern: ArraySlice<String>, in folder: Folder, below path: String, depth: Int
  ) throws {
    guard depth <= Self.depth else { throw FileError.tooDeep(folder: folder.path, limit: Self.depth) }
    guard seen.insert([path] + pattern).inserted else { return }
    let isAnyDepth = pattern.first == "**"
    if isAnyDepth, pattern.count > 1 { try match(pattern.dropFirst(), in: folder, below: path, depth: depth) }
    for entry in try folder.list() where !(path.isEmpty && Self.own.contains(entry.name)) {
      if let part = pattern.first, !isAnyDepth, !PathPattern.fits(entry.name, part) { continue }
      let inner = path + entry.name
      switch entry.kind {
      case .folder:
        let rest = isAnyDepth ? pattern : pattern.dropFirst()
        try match(rest, in: try folder.folder(entry.name), below: inner + "/", depth: depth + 1)
      case .file where pattern.count <= 1:
        if SystemFile.isOne(inner) { leftOut.insert(inner) } else { found.insert(inner) }
      case .link where pattern.count <= 1, .other where pattern.count <= 1: strange.insert(inner)
      case .file, .link, .other: break
      }
    }
  }
}
