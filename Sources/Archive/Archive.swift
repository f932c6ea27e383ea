public import Files

/// An archive in a file, its directory checked.
///
///     let archive = try Archive(MappedFile(path: "mission.zip"))
///     try archive.verify()
///     try archive.extract(to: "mission")
public struct Archive: Sendable {
  /// The file.
  public let file: MappedFile
  /// The entries, ascending by their paths' bytes.
  public let entries: [ArchiveEntry]

  /// The archive in `file`; throws the `ArchiveMessage` of the first rule that it breaks.
  public init(_ file: MappedFile, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveMessage) {
    self.file = file
    entries = try file.withUnsafeBytes { (bytes) throws(ArchiveMessage) in
      try ArchiveDirectory(parsing: bytes, limits: limits).entries
    }
  }

  /// The entry at `path`; nil where there is none. Costs a binary search.
  public func entry(_ path: String) -> ArchiveEntry? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].path.utf8.lexicographicallyPrecedes(path.utf8) { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].path.utf8.elementsEqual(path.utf8) else { return nil }
    return entries[low]
  }

  /// Hands `sink` the content of `entry`, piece by piece; see `ArchiveEntry.read`.
  public func read(_ entry: ArchiveEntry, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try file.withUnsafeBytes { try entry.read(from: $0, to: sink) }
  }

  /// The whole content of `entry`, which may have at most `limit` bytes.
  public func content(of entry: ArchiveEntry, limit: Int) throws -> [UInt8] {
    guard entry.size <= limit else { throw ArchiveMessage.tooLarge(limit: limit) }
    var content: [UInt8] = []
    content.reserveCapacity(entry.size)
    try read(entry) { content.append(contentsOf: $0) }
    return content
  }

  /// Reads the content of every entry, and throws the `ArchiveMessage` of the first one that is damaged.
  public func verify() throws {
    for entry in entries { try read(entry) { _ in } }
  }

  /// Writes every entry below a new folder at `path`, which appears when it is complete.
  ///
  /// Everything is verified before anything is written. Nothing is ever unpacked out of an entry that is itself an
  /// archive.
  public func extract(to path: String) throws {
    try verify()
    try AtomicFolder.create(path) { folder in
      for entry in entries {
        let file = try folder.create(entry.path)
        try read(entry) { try file.write($0) }
        try file.flush()
      }
    }
  }
}
