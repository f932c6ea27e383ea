internal import Glibc

/// Making a folder so that its path holds nothing or the complete folder, whatever happens meanwhile.
public enum AtomicFolder {
  /// Makes a folder at `path` with what `body` writes into it.
  ///
  /// It is filled beside the target, synced, renamed, and the folder above is synced. Where something other than an
  /// empty folder stands at `path`, or where `body` throws, everything is left as it was. What a kill has left beside the
  /// target is removed by the next call there.
  public static func create<Success>(_ path: String, body: (Folder) throws -> Success) throws -> Success {
    try refuseTaken(path)
    let above = folder(of: path)
    removeLeftovers(in: above)
    let (temporary, handle) = try makeHeld(for: path, in: above)
    var placed = false
    defer { if !placed { discard(temporary) } }
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

  /// A new folder in the folder `above`, locked as long as the handle is open: one that nobody holds is left over.
  private static func makeHeld(for path: String, in above: String) throws(FileError) -> (path: String, Folder) {
    while true {
      let temporary = "\(above)/" + (try makeTemporary(for: path) { mkdir("\(above)/\($0)", 0o755) }.name)
      do throws(FileError) {
        let handle = try Folder(path: temporary)
        // Some network file systems lock no folders; there nothing counts as left over either.
        let isTaken = flock(handle.descriptor.number, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
        if !isTaken, try handle.identity() == Folder(path: temporary).identity() { return (temporary, handle) }
      } catch {
        guard case .system(_, _, SystemReason(number: ENOENT)) = error else { throw error }
      }
      // Before it was locked, another call took it for left over.
    }
  }

  /// Removes the folders in the folder `above` that killed calls have left. What stays is in nobody's way.
  private static func removeLeftovers(in above: String) {
    guard let folder = try? Folder(path: above), let entries = try? folder.list() else { return }
    for entry in entries where entry.kind == .folder && AtomicFile.isTemporary(entry.name) {
      guard let left = try? folder.folder(entry.name), flock(left.descriptor.number, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? left.removeContent()
      try? folder.remove(entry.name)
    }
  }

  private static func discard(_ temporary: String) {
    // The error that led here is the one to tell.
    try? Folder(path: temporary).removeContent()
    rmdir(temporary)
  }
}
