/// Where the directory of an archive is that another program wrote.
struct LenientFrame {
  /// Entries in the directory.
  var count: Int
  /// Where the directory is.
  var directory: Range<Int>
  /// What is to be added to every offset that the archive states, where something was put before it later.
  var base: Int

  /// The frame of the archive in `bytes`, which end with its end record and that record's comment.
  init(parsing bytes: UnsafeRawBufferPointer) throws(ArchiveMessage) {
    let end = try Self.endRecord(bytes)
    func field(_ offset: Int) -> Int { Int(bytes.little(end + offset, as: UInt16.self)) }
    var size = UInt64(bytes.little(end + 12, as: UInt32.self))
    var offset = UInt64(bytes.little(end + 16, as: UInt32.self))
    var (count, directoryEnd) = (field(8), end)
    if let long = try LenientZip64End(parsing: bytes, before: end) {
      guard count == long.count || count == Int(ZipRecords.left16),
        size == long.size || size == UInt64(ZipRecords.left32),
        offset == long.offset || offset == UInt64(ZipRecords.left32)
      else { throw .zip64End("it differs from the end record") }
      (count, size, offset, directoryEnd) = (long.count, long.size, long.offset, long.start)
    } else {
      if field(4) != 0 || field(6) != 0 { throw .severalParts }
      if field(8) != field(10) { throw .countsDiffer }
    }
    let (sum, overflow) = offset.addingReportingOverflow(size)
    guard !overflow, sum <= UInt64(directoryEnd) else { throw .directoryPlace }
    self.count = count
    base = directoryEnd - Int(sum)
    directory = (directoryEnd - Int(size))..<directoryEnd
  }

  /// The one place at which an end record stands whose comment ends where the bytes do.
  private static func endRecord(_ bytes: UnsafeRawBufferPointer) throws(ArchiveMessage) -> Int {
    let last = bytes.count - ZipRecords.endSize
    guard last >= 0 else { throw .noEndRecord }
    var found: Int?
    for place in max(0, last - Int(UInt16.max))...last
    where bytes[place] == UInt8(ascii: "P") && bytes.little(place, as: UInt32.self) == ZipRecords.endSignature {
      guard Int(bytes.little(place + 20, as: UInt16.self)) == last - place else { continue }
      if found != nil { throw .severalEnds }
      found = place
    }
    guard let found else { throw .noEndRecord }
    return found
  }
}

/// ZIP64's end record, which its locator points at.
private struct LenientZip64End {
  var start: Int
  var count: Int
  var size: UInt64
  var offset: UInt64

  /// The record whose locator ends at `end`; nil where there is no locator.
  init?(parsing bytes: UnsafeRawBufferPointer, before end: Int) throws(ArchiveMessage) {
    let locator = end - ZipRecords.zip64LocatorSize
    guard locator >= 0, bytes.little(locator, as: UInt32.self) == ZipRecords.zip64LocatorSignature else { return nil }
    let stated = bytes.little(locator + 8, as: UInt64.self)
    guard stated <= UInt64(locator), Int(stated) <= locator - ZipRecords.zip64EndSize,
      bytes.little(Int(stated), as: UInt32.self) == ZipRecords.zip64EndSignature,
      // What is extensible stands behind the record's numbers, and ends where the locator begins.
      bytes.little(Int(stated) + 4, as: UInt64.self) == UInt64(locator - Int(stated) - 12)
    else { throw .zip64End("its locator does not point at it") }
    start = Int(stated)
    let start = start
    guard bytes.little(locator + 4, as: UInt32.self) == 0, bytes.little(start + 16, as: UInt32.self) == 0,
      bytes.little(start + 20, as: UInt32.self) == 0
    else { throw .severalParts }
    let count = bytes.little(start + 32, as: UInt64.self)
    guard bytes.little(start + 24, as: UInt64.self) == count else { throw .countsDiffer }
    guard count <= UInt64(bytes.count) else { throw .zip64End("it states more entries than there are bytes") }
    self.count = Int(count)
    size = bytes.little(start + 40, as: UInt64.self)
    offset = bytes.little(start + 48, as: UInt64.self)
  }
}
