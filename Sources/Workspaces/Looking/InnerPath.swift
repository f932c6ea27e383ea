import Files
import Glibc

extension WorkspaceFolder {
  /// The path inside the folder of what stands at `path`, as the program's user names it; nil where that lies outside.
  /// Links in the folders on the way are followed: whether they may be there is for whoever opens the file.
  public func inner(of path: String) -> String? {
    guard let folder = Self.resolved(home.path), let parent = Self.resolved(Self.parent(of: path)) else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let base = folder == "/" ? "/" : folder + "/"
    guard parent == folder || parent.hasPrefix(base) else { return nil }
    return parent == folder ? name : "\(parent.dropFirst(base.count))/\(name)"
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
