/// Files that systems put into folders and archives on their own, and that are nobody's evidence.
public enum SystemFile {
  /// Whether the file at `path` is one.
  public static func isOne(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return false }
    return parts.contains("__MACOSX") || name.hasPrefix("._")
      || [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"].contains(name)
  }
}
