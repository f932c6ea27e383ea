import Language

/// The outermost part of an archive: where its directory is, and how many entries it lists.
struct ArchiveFrame {
  /// Entries in the directory.
  var count: Int
  /// Where the directory is, ending where the end records begin.
  var directory: Range<Int>

  /// The frame of the archive in `bytes`, whose end record must be the last thing in it.
  init(parsing bytes: UnsafeRawBufferPointer) throws(ArchiveMessage) {
    let end = bytes.count - ZipRecords.endSize
    guard end >= 0, bytes.little(end, as: UInt32.self) == ZipRecords.endSignature else {
      throw Self.hasEndRecord(bytes) ? .comment : .noEndRecord
    }
    func field(_ offset: Int) -> Int { Int(bytes.little(end + offset, as: UInt16.self)) }
    if field(20) != 0 { throw .comment }
    if field(4) != 0 || field(6) != 0 { throw .severalParts }
    if field(8) != field(10) { throw .countsDiffer }
    let short = (
      count: field(10), size: bytes.little(end + 12, as: UInt32.self), offset: bytes.little(end + 16, as: UInt32.self)
    )
    if let long = try Zip64End(parsing: bytes, before: end) {
      // Each number stands in full in the shorter record, or is marked there as left to the longer one.
      guard short.count == long.count || short.count == Int(ZipRecords.left16),
        UInt64(short.size) == long.size || short.size == ZipRecords.left32,
        UInt64(short.offset) == long.offset || short.offset == ZipRecords.left32
      else { throw .zip64End(Text(en: "it differs from the end record", es: "difiere del registro final")) }
      try self.init(count: long.count, size: long.size, offset: long.offset, end: long.start)
    } else {
      guard short.count != Int(ZipRecords.left16), short.size != ZipRecords.left32, short.offset != ZipRecords.left32
      else {
        throw .zip64End(
          Text(
            en: "the end record leaves numbers to it, but it is missing",
            es: "el registro final le deja números, pero falta"))
      }
      try self.init(count: short.count, size: UInt64(short.size), offset: UInt64(short.offset), end: end)
    }
  }

  private init(count: Int, size: UInt64, offset: UInt64, end: Int) throws(ArchiveMessage) {
    let (sum, overflow) = offset.addingReportingOverflow(size)
    guard !overflow, sum == UInt64(end) else { throw .directoryPlace }
    self.count = count
    directory = Int(offset)..<end
  }

  /// Whether an end record stands somewhere before the end, where readers look for one behind which a comment follows.
  private static func hasEndRecord(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let last = bytes.count - ZipRecords.endSize
    let first = max(0, last - Int(UInt16.max))
    guard first <= last else { return false }
    return (first...last).contains { bytes.little($0, as: UInt32.self) == ZipRecords.endSignature }
  }
}

/// ZIP64's end record with its locator, which stands directly before the end record.
struct Zip64End {
  /// Where the record stands.
  let start: Int
  /// Entries, and the directory's size and offset.
  let count: Int, size: UInt64, offset: UInt64

  /// The numbers of the record at `start`, which is one of an archive in one part.
  init(at start: Int, in bytes: UnsafeRawBufferPointer) throws(ArchiveMessage) {
    guard bytes.little(start + 16, as: UInt32.self) == 0, bytes.little(start + 20, as: UInt32.self) == 0 else {
      throw .severalParts
    }
    let count = bytes.little(start + 32, as: UInt64.self)
    guard bytes.little(start + 24, as: UInt64.self) == count else { throw .countsDiffer }
    // More entries than bytes are as wrong as any other number that does not fit.
    guard count <= UInt64(bytes.count) else {
      throw .zip64End(Text(en: "it states more entries than there are bytes", es: "indica más entradas que bytes hay"))
    }
    self.start = start
    self.count = Int(count)
    size = bytes.little(start + 40, as: UInt64.self)
    offset = bytes.little(start + 48, as: UInt64.self)
  }

  /// The record whose locator ends at `end`; nil where there is no locator.
  init?(parsing bytes: UnsafeRawBufferPointer, before end: Int) throws(ArchiveMessage) {
    let locator = end - ZipRecords.zip64LocatorSize
    guard locator >= 0, bytes.little(locator, as: UInt32.self) == ZipRecords.zip64LocatorSignature else { return nil }
    let start = locator - ZipRecords.zip64EndSize
    guard start >= 0, bytes.little(locator + 8, as: UInt64.self) == UInt64(start),
      bytes.little(start, as: UInt32.self) == ZipRecords.zip64EndSignature
    else {
      throw .zip64End(
        Text(en: "it does not stand directly before its locator", es: "no está justo antes de su localizador"))
    }
    guard bytes.little(locator + 4, as: UInt32.self) == 0, bytes.little(locator + 16, as: UInt32.self) == 1 else {
      throw .severalParts
    }
    guard bytes.little(start + 4, as: UInt64.self) == UInt64(ZipRecords.zip64EndSize - 12) else {
      throw .zip64End(Text(en: "it holds extensible data", es: "contiene datos ampliables"))
    }
    guard bytes.little(start + 14, as: UInt16.self) <= 45 else {
      throw .zip64End(Text(en: "it needs a later version", es: "necesita una versión posterior"))
    }
    try self.init(at: start, in: bytes)
  }
}
