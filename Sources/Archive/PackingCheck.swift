internal import Compression
internal import Glibc

/// Holds entries' packed data against those that `ArchiveWriter` makes of the same content.
///
/// A content can be deflated in many ways, and something could hide in the choice between them. zlib's own choice
/// differs between its versions, though, so that another one is no fault.
public final class PackingCheck {
  private let deflater: Deflater

  /// A check with this program's zlib. Throws where memory runs out.
  public init() throws { deflater = try Deflater(.raw) }

  /// Reads `entry` as `ArchiveEntry.read` does; gives what is unusual about its packed data, `ArchiveMessage.packing`, or
  /// nil.
  public func read(
    _ entry: ArchiveEntry, from bytes: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> ArchiveMessage? {
    defer { deflater.reset() }
    let packed = UnsafeRawBufferPointer(rebasing: bytes[entry.dataOffset..<(entry.dataOffset + entry.packedSize)])
    let isUsual: Bool
    switch entry.method {
    case .stored:
      try entry.read(from: bytes, to: sink)
      isUsual = try packed.isEmpty || ContentSamples(packed).arePacked(by: deflater) || !getsSmaller(packed)
    case .deflated: isUsual = try readDeflated(entry, packed, from: bytes, to: sink)
    }
    return isUsual ? nil : .packing(entry: entry.path, zlib: zlibVersion)
  }

  /// Whether deflating `content` makes it smaller, found out as early as can be.
  private func getsSmaller(_ content: UnsafeRawBufferPointer) throws -> Bool {
    var size = 0
    var rest = content[...]
    while !rest.isEmpty, size < content.count {
      let piece = rest.prefix(1 << 17)
      rest = rest.dropFirst(piece.count)
      try deflater.write(UnsafeRawBufferPointer(rebasing: piece)) { size += $0.count }
    }
    if size < content.count { try deflater.finish { size += $0.count } }
    return size < content.count
  }

  /// Whether the deflated data `packed` are those of the writer, which are smaller than the content.
  private func readDeflated(
    _ entry: ArchiveEntry, _ packed: UnsafeRawBufferPointer, from bytes: UnsafeRawBufferPointer,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Bool {
    var samples = ContentSamples(size: entry.size)
    var (place, isSame) = (0, packed.count < entry.size)
    func compare(_ written: UnsafeRawBufferPointer) {
      let rest = packed[place...].prefix(written.count)
      isSame = isSame && rest.count == written.count && Self.areEqual(UnsafeRawBufferPointer(rebasing: rest), written)
      place += rest.count
    }
    try entry.read(from: bytes) { piece in
      try sink(piece)
      samples.add(piece)
      if isSame { try deflater.write(piece, to: compare) }
    }
    guard isSame else { return false }
    try deflater.finish(to: compare)
    return try isSame && place == packed.count && !samples.arePacked(by: deflater)
  }

  private static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard let one = left.baseAddress, let other = right.baseAddress else { return left.count == right.count }
    return left.count == right.count && memcmp(one, other, left.count) == 0
  }
}
