/// Writing a file so that its path holds the old content or the new one, complete, whatever happens meanwhile.
///
/// The content is written beside the target, synced, renamed onto it, and the folder is synced. A kill leaves at worst
/// a stray file whose name `isTemporary`.
public enum AtomicFile {
  /// What the names of files and folders that are being written begin with.
  static let prefix = ".veedor-part-"

  /// Whether `name`, without a folder, is that of a file or folder being written, or left over from a kill.
  public static func isTemporary(_ name: String) -> Bool { name.hasPrefix(prefix) }

  /// Makes `bytes` the content of the file at `path`, new or replaced, with the permissions `mode` less the process's umask.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws {
    try replace(path, mode: mode) { try $0.write(bytes) }
  }

  /// Makes what `body` writes the content of the file at `path`, new or replaced, with the permissions `mode` less the process's umask.
  ///
  /// Where `body` throws, the path is left as it was.
  public static func replace<Success>(
    _ path: String, mode: UInt32 = 0o644, body: (OutputFile) throws -> Success
  ) throws -> Success {
    let home: Folder
    do throws(FileError) {
      home = try Folder(path: folder(of: path))
    } catch {
      guard case .system(_, _, let reason) = error else { throw error }
      throw FileError.system(.create, path: path, reason: reason)
    }
    return try home.replace(naming: { _ in path }, mode: mode) { (lastComponent(of: path), try body($0)) }.result
  }
}
