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

  /// The whole content, copied, of a file of at most 16 MiB (``FileLimit/stored``).
  public var content: [UInt8] { get throws(FileError) { try content(atMost: .stored) } }

  /// The whole content, copied. The size is asked before a byte is copied: a file can claim any size and take no room
  /// on the disk.
  /// - Throws: ``FileError/tooLarge(path:bytes:limit:)`` where it has more than `limit` bytes.
  public func content(atMost limit: FileLimit) throws(FileError) -> [UInt8] {
    try check(limit)
    return withUnsafeBytes { Array($0) }
  }

  /// Throws ``FileError/tooLarge(path:bytes:limit:)`` where the file has more than `limit` bytes.
  public func check(_ limit: FileLimit) throws(FileError) {
    guard count <= limit.bytes else { throw .tooLarge(path: path, bytes: count, limit: limit.bytes) }
  }

  /// Whether size and time of change are still what they were when the file was mapped.
  public var isUnchanged: Bool {
    guard let status = try? descriptor.status(path) else { return false }
    return FileStamp(status) == stamp
  }
}
