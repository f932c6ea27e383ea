internal import Glibc

/// Making a folder so that its path holds nothing or the complete folder, whatever happens meanwhile.
public enum AtomicFolder {
  /// Makes a folder at `path` with what `body` writes into it.
  ///
  /// It is filled beside the target, synced, renamed, and the folder above is synced. Where something other than an
  /// empty folder stands at `path`, or where `body` throws, everything is left as it was.
  public static func create<Success>(_ path: String, body: (Folder) throws -> Success) throws -> Success {
    try refuseTaken(path)
    let above = folder(of: path)
    let temporary = "\(above)/" + (try makeTemporary(for: path) { mkdir("\(above)/\($0)", 0o755) }.name)
    var placed = false
    defer { if !placed { discard(temporary) } }
    let handle = try Folder(path: temporary)
    let result = try body(handle)
    // One call for everything on the machine: for thousands of small files that is much faster than syncing each.
    sync()
    try handle.sync()
    // The system itself refuses where something came to stand at the path meanwhile.
    _ = try Descriptor.check(.create, path) { rename(temporary, path) }
    placed = true
    try syncFolder(of: path)
    return result
  }

  /// Says at once what the system would say at the end.
  private static func refuseTaken(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.isFolder, try Folder(path: path).list().isEmpty { return }
    throw FileError.system(.create, path: path, reason: SystemReason(number: EEXIST))
  }

  private static func discard(_ temporary: String) {
    // The error that led here is the one to tell.
    try? Folder(path: temporary).removeContent()
    rmdir(temporary)
  }
}
