internal import Compression
public import Files

/// Writes an archive entry by entry, in constant memory, so that the same content gives the same bytes.
///
/// Names ascend by their bytes; times, permissions and headers are fixed; the content alone decides whether an entry
/// is deflated, which it is where that makes it smaller and samples do not say that it is packed already. The bytes
/// depend on nothing else but the version of zlib; `PackingCheck` tells whether they are these.
public final class ArchiveWriter {
  private let output: OutputFile
  private let limits: ArchiveLimits
  private let deflater: Deflater
  private var collisions = NameCollisions()
  private var total = 0

  /// The entries so far.
  public private(set) var entries: [ArchiveEntry] = []

  /// A writer of an archive that begins where `output` begins.
  public init(_ output: OutputFile, limits: ArchiveLimits = ArchiveLimits()) throws {
    (self.output, self.limits) = (output, limits)
    deflater = try Deflater(.raw)
  }

  /// Adds a file with `content` at `path`, which comes behind all paths before in the order of bytes.
  ///
  /// `content` is read once, from its beginning, and each piece is handed to `observe` as well; where deflating does
  /// not make it smaller it is read a second time. Throws an `ArchiveMessage` for a path that is not allowed,
  /// `FileError.changed` where the second reading differs from the first, or what `observe` throws.
  @discardableResult
  public func add(
    _ path: String, _ content: UnsafeRawBufferPointer,
    observe: (UnsafeRawBufferPointer) throws -> Void = { _ in }
  ) throws -> ArchiveEntry {
    try check(path, size: content.count)
    var entry = ArchiveEntry(
      path: path, method: .deflated, checksum: 0, size: content.count, packedSize: content.count,
      headerOffset: output.position, dataOffset: 0)
    let placeholder = ZipRecords.local(entry)
    try output.write(placeholder)
    entry.dataOffset = output.position
    let deflated = try deflate(content, observe: observe)
    (entry.checksum, entry.packedSize) = (deflated.checksum, output.position - entry.dataOffset)
    if !deflated.isSmaller {
      try output.truncate(to: entry.dataOffset)
      try store(content, checksum: entry.checksum, path)
      (entry.method, entry.packedSize) = (.stored, entry.size)
    }
    try output.overwrite(ZipRecords.local(entry), at: entry.headerOffset)
    entries.append(entry)
    return entry
  }

  /// Adds `entry` of the archive in `bytes` as it is packed there, without a look at its content.
  public func copy(_ entry: ArchiveEntry, from bytes: UnsafeRawBufferPointer) throws {
    try check(entry.path, size: entry.size)
    var copy = entry
    copy.headerOffset = output.position
    try output.write(ZipRecords.local(copy))
    copy.dataOffset = output.position
    try pieces(of: UnsafeRawBufferPointer(rebasing: bytes[entry.dataOffset...].prefix(entry.packedSize))) {
      try output.write($0)
    }
    entries.append(copy)
  }

  /// Writes the directory; nothing can be added any more.
  public func finish() throws {
    let start = output.position
    for entry in entries { try output.write(ZipRecords.central(entry)) }
    let size = output.position - start
    try output.write(ZipRecords.end(count: entries.count, directoryOffset: start, directorySize: size))
  }

  private func check(_ path: String, size: Int) throws {
    try ArchiveName.check(path, limits: limits)
    if let last = entries.last, !last.path.utf8.lexicographicallyPrecedes(path.utf8) {
      if last.path.utf8.elementsEqual(path.utf8) { throw ArchiveMessage.collision(entry: path, with: last.path) }
      throw ArchiveMessage.order(entry: path)
    }
    try collisions.add(path)
    if entries.count >= limits.entries {
      throw ArchiveMessage.tooManyEntries(entries.count + 1, limit: limits.entries)
    }
    total += size
    if total > limits.size { throw ArchiveMessage.tooLarge(limit: limits.size) }
  }

  /// Deflates `content` until it is clear that this does not make it smaller.
  private func deflate(
    _ content: UnsafeRawBufferPointer, observe: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> (checksum: UInt32, isSmaller: Bool) {
    let start = output.position
    var checksum: UInt32 = 0
    var isSmaller = try !content.isEmpty && !ContentSamples(content).arePacked(by: deflater)
    try pieces(of: content) { piece in
      checksum = crc32(piece, seed: checksum)
      try observe(piece)
      if isSmaller { try deflater.write(piece) { try output.write($0) } }
      isSmaller = isSmaller && output.position - start < content.count
    }
    guard isSmaller else {
      deflater.reset()
      return (checksum, false)
    }
    try deflater.finish { try output.write($0) }
    return (checksum, output.position - start < content.count)
  }

  private func store(_ content: UnsafeRawBufferPointer, checksum: UInt32, _ path: String) throws {
    var second: UInt32 = 0
    try pieces(of: content) { piece in
      second = crc32(piece, seed: second)
      try output.write(piece)
    }
    if second != checksum { throw FileError.changed(path: path) }
  }

  private func pieces(of content: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    var rest = content[...]
    while !rest.isEmpty {
      let piece = rest.prefix(1 << 17)
      rest = rest.dropFirst(piece.count)
      try body(UnsafeRawBufferPointer(rebasing: piece))
    }
  }
}
