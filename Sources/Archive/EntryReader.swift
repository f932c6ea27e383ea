internal import Compression

/// Reads the content of an entry piece by piece, as much at a time as the caller asks for.
///
///     var reader = try EntryReader(entry, in: bytes)
///     while try reader.next(to: { parser.feed($0) }) {}
///
/// Sizes are claims: nothing beyond the stated size is ever handed on.
public struct EntryReader {
  private let entry: ArchiveEntry
  private let inflater: Inflater?
  /// What was not looked at yet of the packed data.
  private var rest: Slice<UnsafeRawBufferPointer>
  private var checksum: UInt32 = 0
  private var isDone = false

  /// A reader of `entry` from the archive in `bytes` whose directory lists it; the bytes must outlive the reader. Throws
  /// where memory runs out.
  public init(_ entry: ArchiveEntry, in bytes: UnsafeRawBufferPointer) throws {
    self.entry = entry
    rest = bytes[entry.dataOffset..<(entry.dataOffset + entry.packedSize)]
    inflater = entry.method == .deflated ? try Inflater(.raw, limit: entry.size) : nil
  }

  /// The part of the packed data that was read, from 0 to 1.
  public var share: Double {
    entry.packedSize == 0 ? 1 : Double(entry.packedSize - rest.count) / Double(entry.packedSize)
  }

  /// Where in the archive what was not looked at yet begins.
  public var position: Int { rest.startIndex }

  /// Hands `sink` the next piece of the content; false behind the last.
  ///
  /// Throws an `ArchiveMessage` where the data are damaged, too long, too short, or do not match the checksum, which for
  /// damage at the end is after the last piece; and what `sink` throws.
  public mutating func next(to sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
    guard !isDone else { return false }
    // Packed bytes in small parts, as each may become a thousand times as many.
    let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(inflater == nil ? 1 << 18 : 1 << 14))
    rest = rest.dropFirst(piece.count)
    var checksum = checksum
    func pass(_ piece: UnsafeRawBufferPointer) throws {
      checksum = crc32(piece, seed: checksum)
      try sink(piece)
    }
    if let inflater {
      do {
        try inflater.write(piece, to: pass)
        if rest.isEmpty { try inflater.finish() }
      } catch let error as CompressionError {
        throw entry.refusal(error)
      }
    } else if !piece.isEmpty {
      try pass(piece)
    }
    self.checksum = checksum
    if rest.isEmpty {
      isDone = true
      if let inflater, inflater.count != entry.size { throw ArchiveMessage.size(entry: entry.path, stated: entry.size) }
      if checksum != entry.checksum { throw ArchiveMessage.checksum(entry: entry.path) }
    }
    return !isDone
  }
}

extension ArchiveEntry {
  fileprivate func refusal(_ error: CompressionError) -> any Error {
    switch error {
    case .truncated: ArchiveMessage.cutShort(entry: path)
    case .trailingBytes: ArchiveMessage.trailingBytes(entry: path)
    case .corrupt: ArchiveMessage.damaged(entry: path)
    case .overLimit: ArchiveMessage.size(entry: path, stated: size)
    case .outOfMemory: error
    }
  }
}
