import Bundles
import Files
import Ledger
import ModuleKit
import Workspaces

/// The files that `attachments` in the workspace file names: files, folders with all that is below them, and patterns.
///
/// In a pattern `*` stands for any letters of a name and `?` for one, neither for a dot at its beginning, and `**` for any
/// folders. What the program itself keeps, `results/`, `bundles/`, `ledger/` and `.veedor/`, is never an attachment.
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
      if let part = pattern.first, !isAnyDepth, !Self.fits(entry.name, part) { continue }
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

  /// Whether `name` is one that `pattern`, a component, stands for.
  static func fits(_ name: String, _ pattern: String) -> Bool {
    let (name, pattern) = (Array(name.unicodeScalars), Array(pattern.unicodeScalars))
    if name.first == ".", pattern.first == "*" || pattern.first == "?" { return false }
    // Where the last star stands, and how much of the name it has taken so far.
    var (place, at, star, taken) = (0, 0, Int?.none, 0)
    while place < name.count {
      if at < pattern.count, pattern[at] == "*" {
        (star, taken) = (at, place)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[place] {
        (place, at) = (place + 1, at + 1)
      } else if let star {
        taken += 1
        (place, at) = (taken, star + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
