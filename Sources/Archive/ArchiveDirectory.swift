/// What an archive holds, after every rule about its frame, headers and names was checked.
///
/// The one parse that listing, verifying and extracting share. It reads the bytes where they are, so it can be given a
/// mapped file or what a fuzzer makes up; it allocates no more than the directory's own size allows.
public struct ArchiveDirectory: Sendable, Hashable {
  /// The entries, ascending by their paths' bytes.
  public let entries: [ArchiveEntry]
  /// The first header that is within the rules, but not byte for byte what `ArchiveWriter` writes; nil where all are, so
  /// that archives with the same entries differ in their packed data at most.
  public let deviation: ArchiveMessage?

  /// The directory of the archive in `bytes`; `passed` is told what of them is not looked at any more, part by part. Throws
  /// the first `ArchiveMessage` that applies.
  public init(
    parsing bytes: UnsafeRawBufferPointer, limits: ArchiveLimits = ArchiveLimits(),
    passed: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(ArchiveMessage) {
    let frame = try ArchiveFrame(parsing: bytes)
    if frame.count > limits.entries { throw .tooManyEntries(frame.count, limit: limits.entries) }
    var entries: [ArchiveEntry] = []
    entries.reserveCapacity(min(frame.count, frame.directory.count / ZipRecords.centralSize))
    var collisions = NameCollisions()
    var deviation: ArchiveMessage?
    var (place, dataEnd, total, passedEnd) = (frame.directory.lowerBound, 0, 0, 0)
    for number in 0..<frame.count {
      let central = try CentralHeader(parsing: bytes, at: place, before: frame.directory.upperBound, number: number + 1)
      let entry = try central.entry(
        in: bytes, behind: dataEnd, directory: frame.directory.lowerBound, limits: limits)
      if let last = entries.last, !last.path.utf8.lexicographicallyPrecedes(entry.path.utf8) {
        if last.path.utf8.elementsEqual(entry.path.utf8) { throw .collision(entry: entry.path, with: last.path) }
        throw .order(entry: entry.path)
      }
      try collisions.add(entry.path)
      if deviation == nil {
        let local = UnsafeRawBufferPointer(rebasing: bytes[entry.headerOffset..<entry.dataOffset])
        let directory = UnsafeRawBufferPointer(rebasing: bytes[central.range])
        let isCanonical =
          local.elementsEqual(ZipRecords.local(entry)) && directory.elementsEqual(ZipRecords.central(entry))
        if !isCanonical { deviation = .notCanonical(entry: entry.path) }
      }
      let (sum, overflow) = total.addingReportingOverflow(entry.size)
      if overflow || sum > limits.size { throw .tooLarge(limit: limits.size) }
      (place, dataEnd, total) = (central.range.upperBound, entry.dataOffset + entry.packedSize, sum)
      entries.append(entry)
      // Around each header the system maps what lies near, which for many headers is most of a file.
      if dataEnd - passedEnd >= 1 << 25 {
        passed(UnsafeRawBufferPointer(rebasing: bytes[passedEnd..<dataEnd]))
        passedEnd = dataEnd
      }
    }
    if place != frame.directory.upperBound { throw .directorySize }
    if dataEnd != frame.directory.lowerBound { throw .gap(at: dataEnd) }
    if deviation == nil {
      let end = ZipRecords.end(
        count: frame.count, directoryOffset: frame.directory.lowerBound, directorySize: frame.directory.count)
      if !bytes[frame.directory.upperBound...].elementsEqual(end) { deviation = .notCanonical(entry: nil) }
    }
    (self.entries, self.deviation) = (entries, deviation)
  }
}
