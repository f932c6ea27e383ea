public import Files

/// Bytes of a file that goes into an archive, which several threads read at once.
public protocol ArchiveContent: Sendable {
  /// What `body` makes of all bytes. Throws what `body` throws, and where they changed since they were opened.
  func reading<Success>(_ body: (UnsafeRawBufferPointer) throws -> Success) throws -> Success

  /// Gives back the memory of `part` of the bytes, which nobody looks at any more.
  func giveBack(_ part: UnsafeRawBufferPointer)
}

extension MappedFile: ArchiveContent {}

/// Bytes at hand.
extension [UInt8]: ArchiveContent {
  /// What `body` makes of them.
  public func reading<Success>(_ body: (UnsafeRawBufferPointer) throws -> Success) throws -> Success {
    try withUnsafeBytes(body)
  }

  /// Nothing: their memory is the array's.
  public func giveBack(_ part: UnsafeRawBufferPointer) {}
}

/// A file that goes into an archive.
public struct ArchiveFile: Sendable {
  /// Its path in the archive.
  public var path: String
  /// Bytes of its content.
  public var size: Int
  /// Opens the content, when its turn comes. It must have `size` bytes.
  public var open: @Sendable () throws -> any ArchiveContent

  /// A file of `size` bytes at `path`, whose content `open` opens.
  public init(_ path: String, size: Int, open: @escaping @Sendable () throws -> any ArchiveContent) {
    (self.path, self.size, self.open) = (path, size, open)
  }
}
