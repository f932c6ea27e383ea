internal import Glibc

/// A file being written from its start: buffered, with corrections behind the writing position.
///
/// Nothing is promised to be on the disk before `finish`.
public final class OutputFile {
  /// The path that errors name.
  public let path: String
  private let descriptor: Descriptor
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  private var held = 0
  /// Bytes that the system has.
  private var written = 0

  init(_ descriptor: Descriptor, path: String) { (self.descriptor, self.path) = (descriptor, path) }

  deinit { buffer.deallocate() }

  /// Bytes written so far, which is where the next ones go.
  public var position: Int { written + held }

  /// Appends `bytes`.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    if bytes.count > buffer.count - held { try flush() }
    if bytes.count >= buffer.count {
      try descriptor.write(bytes, path)
      written += bytes.count
    } else {
      UnsafeMutableRawBufferPointer(rebasing: buffer[held...]).copyMemory(from: bytes)
      held += bytes.count
    }
  }

  /// Appends `bytes`.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in try write(UnsafeRawBufferPointer(bytes)) }
  }

  /// Replaces what was written from `offset` on by `bytes`, which must end at or before `position`.
  public func overwrite(_ bytes: [UInt8], at offset: Int) throws(FileError) {
    precondition(offset >= 0 && offset + bytes.count <= position)
    if offset >= written {
      let place = (offset - written)..<(offset - written + bytes.count)
      UnsafeMutableRawBufferPointer(rebasing: buffer[place]).copyBytes(from: bytes)
      return
    }
    try flush()
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { pwrite(descriptor.number, $0.baseAddress, $0.count, offset + done) }
      if count < 0, errno != EINTR { throw .last(.write, path) }
      done += max(count, 0)
    }
  }

  /// Forgets what was written from `offset` on; the next bytes go there.
  public func truncate(to offset: Int) throws(FileError) {
    precondition(offset >= 0 && offset <= position)
    if offset >= written {
      held = offset - written
      return
    }
    held = 0
    _ = try Descriptor.check(.write, path) { ftruncate(descriptor.number, offset) }
    guard lseek(descriptor.number, offset, SEEK_SET) == offset else { throw .last(.write, path) }
    written = offset
  }

  /// Makes sure that everything written is on the disk.
  public func finish() throws(FileError) {
    try flush()
    try descriptor.sync(path)
  }

  /// Hands everything written to the system, without waiting for the disk.
  public func flush() throws(FileError) {
    try descriptor.write(UnsafeRawBufferPointer(rebasing: buffer[..<held]), path)
    (written, held) = (written + held, 0)
  }
}
