internal import Glibc

/// Writing a file so that its path holds the old content or the new one, complete, whatever happens meanwhile.
///
/// The content is written beside the target, synced, renamed onto it, and the folder is synced. A kill leaves at worst
/// a stray file whose name `isTemporary`.
public enum AtomicFile {
  /// What the names of files and folders that are being written begin with.
  static let prefix = ".veedor-part-"

  /// Whether `name`, without a folder, is that of a file or folder being written, or left over from a kill.
  public static func isTemporary(_ name: String) -> Bool { name.hasPrefix(prefix) }

  /// Makes `bytes` the content of the file at `path`, new or replaced, with the permissions `mode`.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws {
    try replace(path, mode: mode) { try $0.write(bytes) }
  }

  /// Makes what `body` writes the content of the file at `path`, new or replaced, with the permissions `mode`.
  ///
  /// Where `body` throws, the path is left as it was.
  public static func replace<Success>(
    _ path: String, mode: UInt32 = 0o644, body: (OutputFile) throws -> Success
  ) throws -> Success {
    try place(in: folder(of: path), for: path, mode: mode) { (path, try body($0)) }
  }

  /// Makes what `body` writes the content of a file in `folder`, new or replaced, with the permissions `mode` and the
  /// name that `body` returns, as it must where the name depends on the content.
  ///
  /// Where `body` throws, the folder is left as it was.
  public static func replace<Success>(
    in folder: String, mode: UInt32 = 0o644, body: (OutputFile) throws -> (name: String, result: Success)
  ) throws -> (path: String, result: Success) {
    try place(in: folder, for: folder, mode: mode) {
      let (name, result) = try body($0)
      let path = "\(folder)/\(name)"
      return (path, (path, result))
    }
  }

  private static func place<Success>(
    in folder: String, for name: String, mode: UInt32, body: (OutputFile) throws -> (path: String, result: Success)
  ) throws -> Success {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC
    let (temporary, number) = try makeTemporary(in: folder, for: name) { open($0, flags, 0o600) }
    let descriptor = Descriptor(number)
    var placed = false
    defer { if !placed { unlink(temporary) } }
    let file = OutputFile(descriptor, path: name)
    let (path, result) = try body(file)
    _ = try Descriptor.check(.write, path) { fchmod(descriptor.number, mode) }
    try file.finish()
    _ = try Descriptor.check(.rename, path) { rename(temporary, path) }
    placed = true
    try syncFolder(of: path)
    return result
  }
}
