internal import Glibc

/// A lock between processes, held as long as the value lives; a process that dies lets go of it.
public final class FileLock: Sendable {
  private let descriptor: Descriptor

  /// Takes the lock of the file at `path`, which is made where it does not exist and is never removed.
  ///
  /// A shared lock excludes exclusive ones alone. Throws `FileError.locked` where another process, or another value in
  /// this one, holds the lock, unless it may be waited for.
  public convenience init(path: String, shared: Bool = false, waits: Bool = false) throws(FileError) {
    try self.init(
      Descriptor.open(path, O_RDWR | O_CREAT | O_NONBLOCK, mode: 0o644), path: path, shared: shared, waits: waits)
  }

  // Not by closing alone: a process that is being started holds a copy of the descriptor until its program runs.
  deinit { flock(descriptor.number, LOCK_UN) }

  init(_ descriptor: Descriptor, path: String, shared: Bool, waits: Bool) throws(FileError) {
    guard try descriptor.status(path).isRegular else { throw .notRegular(path: path) }
    self.descriptor = descriptor
    let operation = (shared ? LOCK_SH : LOCK_EX) | (waits ? 0 : LOCK_NB)
    while flock(descriptor.number, operation) != 0 {
      if errno == EWOULDBLOCK { throw .locked(path: path) }
      guard errno == EINTR else { throw .last(.lock, path) }
    }
  }
}
