/// Finds names that some file system takes for one, and files that stand where a folder must be.
///
/// Costs a set of the folded names of all files and folders.
struct NameCollisions {
  /// The exact path behind each folded one; folders end in a slash.
  private var paths: [String: String] = [:]
  /// The folder of the name before, whose folders above are all known.
  private var lastFolder: Substring = ""

  /// Takes in `name`, which keeps the rules for names.
  mutating func add(_ name: String) throws(ArchiveMessage) {
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { name[..<$0] } ?? ""
    if !folder.utf8.elementsEqual(lastFolder.utf8) {
      for end in folder.utf8.indices where folder.utf8[end] == UInt8(ascii: "/") {
        try add(folder[..<end], isFolder: true, for: name)
      }
      if !folder.isEmpty { try add(folder, isFolder: true, for: name) }
      lastFolder = folder
    }
    try add(name[...], isFolder: false, for: name)
  }

  private mutating func add(_ path: Substring, isFolder: Bool, for name: String) throws(ArchiveMessage) {
    let exact = isFolder ? "\(path)/" : String(path)
    if let other = paths.updateValue(exact, forKey: ArchiveName.folded(path)) {
      guard isFolder, other.utf8.elementsEqual(exact.utf8) else {
        throw .collision(entry: ArchiveName.shown(name), with: ArchiveName.shown(other))
      }
    }
  }
}
