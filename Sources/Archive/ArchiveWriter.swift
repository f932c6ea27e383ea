internal import Compression
public import Files
public import Hashing
internal import Parallel

/// Writes an archive entry by entry, in constant memory, so that the same content gives the same bytes.
///
/// Names ascend by their bytes; times, permissions and headers are fixed; the content alone decides whether an entry
/// is deflated, which it is where that makes it smaller and samples do not say that it is packed already. The bytes
/// depend on nothing else but the version of zlib, not on the number of threads; `PackingCheck` tells whether they are these.
public final class ArchiveWriter {
  private let output: OutputFile
  private let limits: ArchiveLimits
  private var collisions = NameCollisions()
  private var total = 0
  /// The entry that is being written.
  private var open: OpenEntry?

  /// The entries so far.
  public private(set) var entries: [ArchiveEntry] = []

  /// A writer of an archive that begins where `output` begins.
  public init(_ output: OutputFile, limits: ArchiveLimits = ArchiveLimits()) throws {
    (self.output, self.limits) = (output, limits)
  }

  /// Adds a file with `content` at `path`, which comes behind all paths before in the order of bytes; gives the hash of the
  /// content. Throws an `ArchiveMessage` for a path that is not allowed.
  @discardableResult
  public func add(_ path: String, _ content: [UInt8]) throws -> Hash32 {
    var hash = Hash32(of: [])
    try add([ArchiveFile(path, size: content.count) { content }], threads: 1) { hash = $1 }
    return hash
  }

  /// Adds `files`, which ascend by their paths' bytes and come behind all before, packed on up to `threads` threads; `added`
  /// is told the index of each, one after another, and the hash of its content.
  ///
  /// A content is read once. Where deflating does not make it smaller, against its samples, it is read a second time.
  /// Throws an `ArchiveMessage` for a path that is not allowed, `FileError.changed` for a content that changes meanwhile or
  /// does not have the size that was given, and what `added` throws.
  public func add(
    _ files: [ArchiveFile], threads: Int, added: (_ index: Int, Hash32) throws -> Void
  ) throws {
    let line = PackingLine(files)
    try makeInOrder(line.count, threads: threads) {
      try line.pack($0)
    } take: { block in
      if block.isFirst { try begin(files[block.file]) }
      try write(block)
      if block.isLast { try added(block.file, end()) }
    }
  }

  /// Adds `entry` of the archive in `bytes` as it is packed there, without a look at its content.
  public func copy(_ entry: ArchiveEntry, from bytes: UnsafeRawBufferPointer) throws {
    try check(entry.path, size: entry.size)
    var copy = entry
    copy.headerOffset = output.position
    try output.write(ZipRecords.local(copy))
    copy.dataOffset = output.position
    try output.write(UnsafeRawBufferPointer(rebasing: bytes[entry.dataOffset...].prefix(entry.packedSize)))
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

  // MARK: Blocks

  /// An entry of which some blocks are written.
  private struct OpenEntry {
    var entry: ArchiveEntry
    var checksum = ContentChecksum()
  }

  private func begin(_ file: ArchiveFile) throws {
    try check(file.path, size: file.size)
    var entry = ArchiveEntry(
      path: file.path, method: .deflated, checksum: 0, size: file.size, packedSize: file.size,
      headerOffset: output.position, dataOffset: 0)
    // Its length is that of the one which is written over it, as nothing gets larger.
    try output.write(ZipRecords.local(entry))
    entry.dataOffset = output.position
    open = OpenEntry(entry: entry)
  }

  private func write(_ block: PackedBlock) throws {
    guard var open else { preconditionFailure("a block of no entry") }
    try block.content.reading { content in
      let part = UnsafeRawBufferPointer(rebasing: content[block.range])
      if let whole = block.checksum { open.checksum = whole } else { open.checksum.update(part) }
      if let packed = block.deflated, open.entry.method == .deflated {
        try output.write(packed)
        if output.position - open.entry.dataOffset >= open.entry.size { try store(content, block.range, &open) }
      } else {
        open.entry.method = .stored
        try output.write(part)
      }
      block.content.giveBack(part)
    }
    self.open = open
  }

  /// Writes the content up to the end of `range` as it is, in place of what was deflated of it.
  private func store(_ content: UnsafeRawBufferPointer, _ range: Range<Int>, _ open: inout OpenEntry) throws {
    try output.truncate(to: open.entry.dataOffset)
    try output.write(UnsafeRawBufferPointer(rebasing: content[..<range.upperBound]))
    open.entry.method = .stored
  }

  /// Ends the entry whose last block was written; gives the hash of its content.
  private func end() throws -> Hash32 {
    guard let open else { preconditionFailure("the end of no entry") }
    var entry = open.entry
    (entry.checksum, entry.packedSize) = (open.checksum.crc, output.position - entry.dataOffset)
    try output.overwrite(ZipRecords.local(entry), at: entry.headerOffset)
    entries.append(entry)
    self.open = nil
    return open.checksum.hash
  }
}
