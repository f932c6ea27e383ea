internal import Compression

extension ArchiveEntry {
  /// Hands `sink` the content, piece by piece, from the archive in `bytes` whose directory lists the entry.
  ///
  /// Sizes are claims: nothing beyond the stated size is ever handed on. Throws an `ArchiveMessage` where the data are
  /// damaged, too long, too short, or do not match the checksum, which for damage at the end is after the last piece;
  /// and what `sink` throws.
  public func read(
    from bytes: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let packed = bytes[dataOffset..<(dataOffset + packedSize)]
    var actual: UInt32 = 0
    func pass(_ piece: UnsafeRawBufferPointer) throws {
      actual = crc32(piece, seed: actual)
      try sink(piece)
    }
    switch method {
    case .stored:
      var rest = packed
      while !rest.isEmpty {
        let piece = rest.prefix(1 << 18)
        rest = rest.dropFirst(piece.count)
        try pass(UnsafeRawBufferPointer(rebasing: piece))
      }
    case .deflated:
      let inflater = try Inflater(.raw, limit: size)
      do {
        try inflater.write(UnsafeRawBufferPointer(rebasing: packed), to: pass)
        try inflater.finish()
      } catch let error as CompressionError {
        throw refusal(error)
      }
      if inflater.count != size { throw ArchiveMessage.size(entry: path, stated: size) }
    }
    if actual != checksum { throw ArchiveMessage.checksum(entry: path) }
  }

  private func refusal(_ error: CompressionError) -> any Error {
    switch error {
    case .truncated: ArchiveMessage.cutShort(entry: path)
    case .trailingBytes: ArchiveMessage.trailingBytes(entry: path)
    case .corrupt: ArchiveMessage.damaged(entry: path)
    case .overLimit: ArchiveMessage.size(entry: path, stated: size)
    case .outOfMemory: error
    }
  }
}
