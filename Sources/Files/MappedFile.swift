internal import Glibc

/// A file's content, mapped into memory: read on demand by the system, never copied as a whole.
///
///     let file = try MappedFile(path: "data/sheets.csv")
///     let lines = file.withUnsafeBytes { bytes in bytes.count { $0 == 10 } }
///
/// The mapping shows the file as it is. Veedor replaces files and never rewrites them in place, so a mapped file keeps
/// its content; where another program cuts the file short meanwhile, the system ends the process on reading there.
/// `isUnchanged` tells after reading whether something wrote to it.
public final class MappedFile: @unchecked Sendable {
  // Sendable because nothing changes behind `init`, and the mapping is read-only.

  /// The path as the caller gave it.
  public let path: String
  /// What the file was when it was mapped.
  public let stamp: FileStamp
  private let descriptor: Descriptor
  private let bytes: UnsafeRawBufferPointer

  /// The content of the regular file at `path`; a symbolic link is followed. Throws a `FileError`.
  public convenience init(path: String) throws(FileError) {
    // Opening a pipe would wait for a writer.
    try self.init(Descriptor.open(path, O_RDONLY | O_NONBLOCK), path: path)
  }

  init(_ descriptor: Descriptor, path: String) throws(FileError) {
    let status = try descriptor.status(path)
    guard status.isRegular else { throw .notRegular(path: path) }
    (self.path, self.descriptor, stamp) = (path, descriptor, FileStamp(status))
    let size = Int(status.st_size)
    if size == 0 {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    } else {
      let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0)
      guard let start, start != MAP_FAILED else { throw .last(.map, path) }
      bytes = UnsafeRawBufferPointer(start: start, count: size)
    }
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
  }

  /// The size in bytes.
  public var count: Int { bytes.count }

  /// Calls `body` with the content, which is valid during the call alone.
  public func withUnsafeBytes<Success, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Success
  ) throws(Failure) -> Success {
    let result = try body(bytes)
    withExtendedLifetime(self) {}
    return result
  }

  /// The whole content, copied.
  public var content: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Whether size and times of change are still what they were when the file was mapped.
  public var isUnchanged: Bool {
    guard let status = try? descriptor.status(path) else { return false }
    var now = FileStamp(status)
    // A file whose name another one has taken keeps its content: only the loss of the name moved its ctime.
    if status.st_nlink == 0 { now.ctimeNanoseconds = stamp.ctimeNanoseconds }
    return now == stamp
  }
}
