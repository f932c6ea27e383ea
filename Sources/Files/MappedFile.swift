internal import CMappings
internal import Glibc

/// A file's content, mapped into memory: read on demand by the system, never copied as a whole.
///
///     let file = try MappedFile(path: "data/sheets.csv")
///     let lines = file.withUnsafeBytes { bytes in bytes.count { $0 == 10 } }
///
/// The mapping shows the file as it is. Veedor replaces files and never rewrites them in place, so a mapped file keeps
/// its content; where another program cuts the file short meanwhile, zeros stand for what is gone. `isUnchanged` tells
/// after reading whether something wrote to it.
public final class MappedFile: @unchecked Sendable {
  // Sendable because nothing changes behind `init`, and the mapping is read-only.

  /// The path as the caller gave it.
  public let path: String
  /// What the file was when it was mapped.
  public let stamp: FileStamp
  private let descriptor: Descriptor
  /// Nil for a file without content, which cannot be mapped.
  private let mapping: OpaquePointer?
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
    mapping = size == 0 ? nil : veedor_map(descriptor.number, size)
    if size > 0, mapping == nil { throw .last(.map, path) }
    bytes = UnsafeRawBufferPointer(start: mapping.flatMap(veedor_mapping_start), count: size)
  }

  deinit { mapping.map(veedor_unmap) }

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

  /// What `body` makes of the content, which is valid during the call alone.
  ///
  /// Throws what `body` throws; `FileError.changed` before all else where something wrote to the file meanwhile, since
  /// what was found then says nothing.
  public func reading<Success>(_ body: (UnsafeRawBufferPointer) throws -> Success) throws -> Success {
    let result = Result { try withUnsafeBytes(body) }
    guard isUnchanged else { throw FileError.changed(path: path) }
    return try result.get()
  }

  /// Gives back the memory of `part`, bytes of the content that nobody looks at any more; they are there all the same. A
  /// large file that is passed once takes little memory so.
  public func giveBack(_ part: UnsafeRawBufferPointer) {
    guard let start = part.baseAddress, let first = bytes.baseAddress else { return }
    precondition(start >= first && start + part.count <= first + count, "other memory would lose what it holds")
    veedor_mapping_give_back(start, part.count)
  }

  /// The whole content, copied, of a file of at most 16 MiB (``FileLimit/stored``).
  public var content: [UInt8] { get throws(FileError) { try content(atMost: .stored) } }

  /// The whole content, copied. The size is asked before a byte is copied: a file can claim any size and take no room
  /// on the disk.
  /// - Throws: ``FileError/tooLarge(path:bytes:limit:)`` where it has more than `limit` bytes; `FileError.changed` where
  ///   something writes to the file meanwhile.
  public func content(atMost limit: FileLimit) throws(FileError) -> [UInt8] {
    try check(limit)
    let content = withUnsafeBytes { Array($0) }
    guard isUnchanged else { throw .changed(path: path) }
    return content
  }

  /// Throws ``FileError/tooLarge(path:bytes:limit:)`` where the file has more than `limit` bytes.
  public func check(_ limit: FileLimit) throws(FileError) {
    guard count <= limit.bytes else { throw .tooLarge(path: path, bytes: count, limit: limit.bytes) }
  }

  /// Whether size and times of change are still what they were when the file was mapped, and all that was read was there.
  public var isUnchanged: Bool {
    if let mapping, veedor_mapping_is_broken(mapping) { return false }
    guard let status = try? descriptor.status(path) else { return false }
    var now = FileStamp(status)
    // A file whose name another one has taken keeps its content: only the loss of the name moved its ctime.
    if status.st_nlink == 0 { now.ctimeNanoseconds = stamp.ctimeNanoseconds }
    return now == stamp
  }
}
