/// The records of a ZIP archive as this format writes them: each is a function of what it states.
///
/// Section numbers are those of PKWARE's APPNOTE 6.3.10.
enum ZipRecords {
  /// A 32-bit field with this value says that the ZIP64 field holds the number.
  static let left32 = UInt32.max
  /// A 16-bit field with this value says the same.
  static let left16 = UInt16.max
  /// 1980-01-01, as MS-DOS writes dates: the year from 1980 in seven bits, the month in four, the day in five.
  static let date: UInt16 = 1 << 5 | 1
  /// Bit 11: the name is UTF-8.
  static let utf8Flag: UInt16 = 1 << 11
  /// Unix in the upper byte, the version of ZIP64 in the lower.
  static let madeBy: UInt16 = 3 << 8 | 45
  /// A regular file with mode 0644, in the upper half as Unix does.
  static let attributes: UInt32 = 0o100644 << 16
  /// The identifier of the ZIP64 extra field.
  static let zip64Field: UInt16 = 1

  static let localSignature: UInt32 = 0x0403_4b50
  static let centralSignature: UInt32 = 0x0201_4b50
  static let endSignature: UInt32 = 0x0605_4b50
  static let zip64EndSignature: UInt32 = 0x0606_4b50
  static let zip64LocatorSignature: UInt32 = 0x0706_4b50
  static let localSize = 30
  static let centralSize = 46
  static let endSize = 22
  static let zip64EndSize = 56
  static let zip64LocatorSize = 20

  /// The header before the entry's data (4.3.7).
  static func local(_ entry: ArchiveEntry) -> [UInt8] {
    var record: [UInt8] = []
    record.append(little: localSignature)
    appendCommon(entry, to: &record)
    let extra = extraField(entry, withOffset: false)
    record.append(little: UInt16(extra.count))
    record += Array(entry.path.utf8)
    record += extra
    return record
  }

  /// The entry's header in the directory (4.3.12).
  static func central(_ entry: ArchiveEntry) -> [UInt8] {
    var record: [UInt8] = []
    record.append(little: centralSignature)
    record.append(little: madeBy)
    appendCommon(entry, to: &record)
    let extra = extraField(entry, withOffset: true)
    record.append(little: UInt16(extra.count))
    // No comment, the first disk, nothing known about the content.
    for _ in 0..<3 { record.append(little: UInt16(0)) }
    record.append(little: attributes)
    record.append(little: hasLongOffset(entry) ? left32 : UInt32(entry.headerOffset))
    record += Array(entry.path.utf8)
    record += extra
    return record
  }

  /// The end of the archive: ZIP64's records where a number is too large for the others (4.3.14 to 4.3.16).
  static func end(count: Int, directoryOffset: Int, directorySize: Int) -> [UInt8] {
    var record: [UInt8] = []
    let isLong = count >= left16 || directoryOffset >= left32 || directorySize >= left32
    if isLong {
      record.append(little: zip64EndSignature)
      record.append(little: UInt64(zip64EndSize - 12))
      record.append(little: madeBy)
      record.append(little: UInt16(45))
      record.append(little: UInt32(0))
      record.append(little: UInt32(0))
      record.append(little: UInt64(count))
      record.append(little: UInt64(count))
      record.append(little: UInt64(directorySize))
      record.append(little: UInt64(directoryOffset))
      record.append(little: zip64LocatorSignature)
      record.append(little: UInt32(0))
      record.append(little: UInt64(directoryOffset + directorySize))
      record.append(little: UInt32(1))
    }
    record.append(little: endSignature)
    record.append(little: UInt16(0))
    record.append(little: UInt16(0))
    record.append(little: UInt16(clamping: count))
    record.append(little: UInt16(clamping: count))
    record.append(little: UInt32(clamping: directorySize))
    record.append(little: UInt32(clamping: directoryOffset))
    record.append(little: UInt16(0))
    return record
  }

  /// What both headers state in the same order: from the version needed to the length of the name.
  private static func appendCommon(_ entry: ArchiveEntry, to record: inout [UInt8]) {
    record.append(little: UInt16(hasLongSizes(entry) || hasLongOffset(entry) ? 45 : 20))
    record.append(little: utf8Flag)
    record.append(little: entry.method.rawValue)
    record.append(little: UInt16(0))
    record.append(little: date)
    record.append(little: entry.checksum)
    record.append(little: hasLongSizes(entry) ? left32 : UInt32(entry.packedSize))
    record.append(little: hasLongSizes(entry) ? left32 : UInt32(entry.size))
    record.append(little: UInt16(entry.path.utf8.count))
  }

  private static func extraField(_ entry: ArchiveEntry, withOffset: Bool) -> [UInt8] {
    var numbers: [UInt8] = []
    if hasLongSizes(entry) {
      numbers.append(little: UInt64(entry.size))
      numbers.append(little: UInt64(entry.packedSize))
    }
    if withOffset, hasLongOffset(entry) { numbers.append(little: UInt64(entry.headerOffset)) }
    if numbers.isEmpty { return [] }
    var field: [UInt8] = []
    field.append(little: zip64Field)
    field.append(little: UInt16(numbers.count))
    return field + numbers
  }

  // The content alone decides, so that a header's length is known before the content is packed.
  private static func hasLongSizes(_ entry: ArchiveEntry) -> Bool { max(entry.size, entry.packedSize) >= left32 }

  private static func hasLongOffset(_ entry: ArchiveEntry) -> Bool { entry.headerOffset >= left32 }
}

extension [UInt8] {
  /// Appends a number, the lowest byte first.
  mutating func append<Number: FixedWidthInteger>(little number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

extension UnsafeRawBufferPointer {
  /// The number at `offset`, the lowest byte first; it must lie inside.
  func little<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Number.Type) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }
}
