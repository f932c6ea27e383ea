internal import Glibc

/// A file that only grows, held open: what was appended is on the disk when the call returns.
///
/// A kill in between can leave the beginning of what was being appended; whoever appends next cuts it off.
public final class AppendedFile {
  /// The path that errors name.
  public let path: String
  /// The bytes that it holds.
  public private(set) var size: Int
  private let descriptor: Descriptor

  init(_ descriptor: Descriptor, path: String) throws(FileError) {
    let status = try descriptor.status(path)
    guard status.isRegular else { throw .notRegular(path: path) }
    (self.descriptor, self.path, size) = (descriptor, path, Int(status.st_size))
  }

  /// Appends `bytes` and waits for the disk. Where the system refuses, on a full disk say, the file is what it was.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError) {
      var done = 0
      while done < bytes.count {
        let count = bytes[done...].withUnsafeBytes { pwrite(descriptor.number, $0.baseAddress, $0.count, size + done) }
        if count < 0, errno != EINTR { throw .last(.write, path) }
        done += max(count, 0)
      }
      try descriptor.sync(path)
    } catch {
      // What stays all the same is a line without its end, which is never taken for an entry.
      _ = ftruncate(descriptor.number, size)
      throw error
    }
    size += bytes.count
  }

  /// Takes away what stands behind the first `size` bytes.
  public func cut(to size: Int) throws(FileError) {
    precondition(size >= 0 && size <= self.size, "a cut makes nothing longer")
    _ = try Descriptor.check(.write, path) { ftruncate(descriptor.number, size) }
    try descriptor.sync(path)
    self.size = size
  }
}

extension Folder {
  /// The file at `inner`, to append to; made where it does not exist, with the folders above it, so that it survives a
  /// power cut.
  public func appended(_ inner: String, mode: UInt32 = 0o644) throws(FileError) -> AppendedFile {
    let (parent, name, path) = try place(inner, making: true)
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let opened = try Descriptor.check(.create, path) { openat(parent.descriptor.number, name, flags, mode) }
    let file = try AppendedFile(Descriptor(opened), path: path)
    if file.size == 0 { try parent.sync() }
    return file
  }
}
