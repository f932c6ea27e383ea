internal import Compression
internal import Glibc

/// Holds entries' packed data against those that `ArchiveWriter` makes of the same content.
///
/// A content can be deflated in many ways, and something could hide in the choice between them. zlib's own choice
/// differs between its versions, though, so that another one is no fault.
public struct PackingCheck {
  private let packer: BlockPacker

  /// What is unusual about the packed data of `entry` in the archive in `bytes`, which was read without a fault:
  /// `ArchiveMessage.packing`, or nil. Throws where memory runs out.
  public static func check(_ entry: ArchiveEntry, in bytes: UnsafeRawBufferPointer) throws -> ArchiveMessage? {
    try PackingCheck(packer: BlockPacker()).check(entry, in: bytes)
  }

  private func check(_ entry: ArchiveEntry, in bytes: UnsafeRawBufferPointer) throws -> ArchiveMessage? {
    let packed = UnsafeRawBufferPointer(rebasing: bytes[entry.dataOffset..<(entry.dataOffset + entry.packedSize)])
    let isUsual =
      switch entry.method {
      case .stored: try packer.isPacked(packed) || !getsSmaller(packed)
      case .deflated: try packed.count < entry.size && isOurs(entry, packed, in: bytes)
      }
    return isUsual ? nil : .packing(entry: entry.path, zlib: zlibVersion)
  }

  /// Whether deflating `content` makes it smaller, found out as early as can be.
  private func getsSmaller(_ content: UnsafeRawBufferPointer) throws -> Bool {
    var (size, start) = (0, 0)
    while start < content.count, size < content.count {
      let end = min(start + BlockPacker.size, content.count)
      let block = UnsafeRawBufferPointer(rebasing: content[start..<end])
      size += try packer.deflate(block, isLast: end == content.count).count
      start = end
    }
    return size < content.count
  }

  /// Whether the deflated data `packed` are those of the writer.
  private func isOurs(
    _ entry: ArchiveEntry, _ packed: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer
  ) throws -> Bool {
    var samples = ContentSamples(size: entry.size)
    var block: [UInt8] = []
    var (read, place, isSame) = (0, 0, true)
    func compareBlock() throws {
      let made = try block.withUnsafeBytes { try packer.deflate($0, isLast: read == entry.size) }
      block.removeAll(keepingCapacity: true)
      let stored = packed[place...].prefix(made.count)
      isSame = isSame && stored.elementsEqual(made)
      place += stored.count
    }
    try entry.read(from: bytes) { piece in
      guard isSame else { return }
      samples.add(piece)
      var rest = piece[...]
      while !rest.isEmpty {
        let part = rest.prefix(BlockPacker.size - block.count)
        rest = rest.dropFirst(part.count)
        block.append(contentsOf: part)
        read += part.count
        if block.count == BlockPacker.size || read == entry.size { try compareBlock() }
      }
    }
    return try isSame && place == packed.count && !packer.arePacked(samples)
  }
}
