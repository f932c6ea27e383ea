extension ArchiveEntry {
  /// Hands `sink` the content, piece by piece, from the archive in `bytes` whose directory lists the entry.
  ///
  /// Sizes are claims: nothing beyond the stated size is ever handed on. Throws an `ArchiveMessage` where the data are
  /// damaged, too long, too short, or do not match the checksum, which for damage at the end is after the last piece;
  /// and what `sink` throws.
  public func read(
    from bytes: UnsafeRawBufferPointer, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var reader = try EntryReader(self, in: bytes)
    while try reader.next(to: sink) {}
  }
}
