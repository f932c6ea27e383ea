internal import Archive
internal import Files

/// The bytes of an archive, which several threads read.
struct BundleBytes: @unchecked Sendable {
  // Sendable because nobody writes to them, and whoever hands them out waits for all that read them.

  /// All of them.
  let all: UnsafeRawBufferPointer
  /// The file that they are mapped from; nil for bytes at hand.
  private let file: MappedFile?

  /// The bytes of `file`, which are `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, of file: MappedFile? = nil) { (all, self.file) = (bytes, file) }

  /// All but the last `count`.
  func dropLast(_ count: Int) -> BundleBytes {
    BundleBytes(UnsafeRawBufferPointer(rebasing: all.dropLast(count)), of: file)
  }

  /// The directory of the archive. Throws the first `ArchiveMessage` that applies.
  func directory(_ limits: ArchiveLimits) throws(ArchiveMessage) -> ArchiveDirectory {
    try ArchiveDirectory(parsing: all, limits: limits) { file?.giveBack($0) }
  }

  /// Hands `sink` the content of `entry`, and gives back the memory of what was read.
  func read(_ entry: ArchiveEntry, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var reader = try EntryReader(entry, in: all)
    var start = reader.position
    while try reader.next(to: sink) {
      if reader.position - start > 1 << 20 { giveBack(&start, reader.position) }
    }
    giveBack(&start, reader.position)
  }

  private func giveBack(_ start: inout Int, _ end: Int) {
    file?.giveBack(UnsafeRawBufferPointer(rebasing: all[start..<end]))
    start = end
  }
}
