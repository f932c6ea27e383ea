/// What an archive holds that another program wrote: a spreadsheet, or what an authority publishes.
///
///     let archive = try LenientArchive(parsing: bytes)
///     if let entry = archive.entry("xl/workbook.xml") { try entry.read(from: bytes) { parser.feed($0) } }
///
/// Entries stand in any order, with data descriptors, times, extra fields and comments; folders may be listed, and bytes
/// may stand before and between the entries. What two programs could read differently is refused: overlaps, names that
/// some file system takes for one, headers that contradict each other, entries that the directory does not list, a second
/// end record. Nothing is ever unpacked to a disk out of such an archive, and never out of an archive inside.
public struct LenientArchive: Sendable {
  /// The files, in the directory's order.
  public let entries: [ArchiveEntry]

  /// The directory of the archive in `bytes`. Throws the first `ArchiveMessage` that applies.
  public init(
    parsing bytes: UnsafeRawBufferPointer, limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveMessage) {
    let frame = try LenientFrame(parsing: bytes)
    if frame.count > limits.entries { throw .tooManyEntries(frame.count, limit: limits.entries) }
    var entries: [ArchiveEntry] = []
    var spans: [(range: Range<Int>, path: String)] = []
    var names = LenientNames()
    var (place, total) = (frame.directory.lowerBound, 0)
    for number in 0..<frame.count {
      let header = try LenientHeader(parsing: bytes, at: place, before: frame.directory.upperBound, number: number + 1)
      place = header.end
      let path = try LenientName.parse(header.name, isMarked: header.flags & ZipRecords.utf8Flag != 0, limits: limits)
      let isFolder = path.utf8.last == UInt8(ascii: "/")
      try names.add(path)
      let (entry, span) = try header.entry(path, isFolder: isFolder, in: bytes, frame: frame)
      spans.append((span, path))
      let (sum, overflow) = total.addingReportingOverflow(entry.size)
      if overflow || sum > limits.size { throw .tooLarge(limit: limits.size) }
      total = sum
      if !isFolder { entries.append(entry) }
    }
    if place != frame.directory.upperBound { throw .directorySize }
    spans.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var end = 0
    for span in spans {
      if span.range.lowerBound < end { throw .overlap(entry: span.path) }
      try Self.checkGap(bytes, end..<span.range.lowerBound, isPrefix: end == 0)
      end = span.range.upperBound
    }
    try Self.checkGap(bytes, end..<frame.directory.lowerBound, isPrefix: end == 0 && frame.count == 0)
    self.entries = entries
  }

  /// The file at `path`, as the archive writes it; nil where there is none.
  public func entry(_ path: String) -> ArchiveEntry? {
    entries.first { $0.path.utf8.elementsEqual(path.utf8) }
  }

  /// Looks at bytes that belong to no entry: a program that reads from the front would take a local header there for an
  /// entry, and one that looks for an end record could stop there. Before the first entry a program may stand that
  /// unpacks the rest, and that holds anything but an end.
  private static func checkGap(
    _ bytes: UnsafeRawBufferPointer, _ gap: Range<Int>, isPrefix: Bool
  ) throws(ArchiveMessage) {
    guard gap.count >= 4 else { return }
    for place in gap.lowerBound...(gap.upperBound - 4) where bytes[place] == UInt8(ascii: "P") {
      let word = bytes.little(place, as: UInt32.self)
      if word == ZipRecords.endSignature { throw .severalEnds }
      if word == ZipRecords.localSignature, !isPrefix || place == 0 { throw .unlisted(at: place) }
    }
  }
}
