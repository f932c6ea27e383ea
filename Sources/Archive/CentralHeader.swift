import Language

/// An entry's header in the directory, and the checks that hold it against the rules and the local header.
struct CentralHeader {
  /// Where the header is.
  let range: Range<Int>
  /// The name's bytes.
  let name: UnsafeRawBufferPointer
  private let versionNeeded: UInt16
  let flags: UInt16
  let method: UInt16
  private let time: UInt16
  private let date: UInt16
  let checksum: UInt32
  private(set) var size: UInt64
  private(set) var packedSize: UInt64
  private(set) var offset: UInt64
  /// Whether a number is left to the ZIP64 field.
  private let leaves: (size: Bool, packedSize: Bool, offset: Bool)
  let extra: UnsafeRawBufferPointer
  private let commentLength: UInt16
  private let madeBy: UInt16
  let disk: UInt16
  let attributes: UInt32

  /// The header at `start`, which must end at or before `end`; `number` counts entries from 1.
  init(parsing bytes: UnsafeRawBufferPointer, at start: Int, before end: Int, number: Int) throws(ArchiveMessage) {
    guard end - start >= ZipRecords.centralSize, bytes.little(start, as: UInt32.self) == ZipRecords.centralSignature
    else { throw .directoryDamaged(number: number) }
    func short(_ at: Int) -> UInt16 { bytes.little(start + at, as: UInt16.self) }
    func long(_ at: Int) -> UInt32 { bytes.little(start + at, as: UInt32.self) }
    let nameEnd = start + ZipRecords.centralSize + Int(short(28))
    let extraEnd = nameEnd + Int(short(30))
    let recordEnd = extraEnd + Int(short(32))
    guard recordEnd <= end else { throw .directoryDamaged(number: number) }
    range = start..<recordEnd
    name = UnsafeRawBufferPointer(rebasing: bytes[(start + ZipRecords.centralSize)..<nameEnd])
    extra = UnsafeRawBufferPointer(rebasing: bytes[nameEnd..<extraEnd])
    (madeBy, versionNeeded, flags, method) = (short(4), short(6), short(8), short(10))
    (time, date, checksum) = (short(12), short(14), long(16))
    (packedSize, size, offset) = (UInt64(long(20)), UInt64(long(24)), UInt64(long(42)))
    leaves = (long(24) == ZipRecords.left32, long(20) == ZipRecords.left32, long(42) == ZipRecords.left32)
    (commentLength, disk, attributes) = (short(32), short(34), long(38))
  }

  /// The entry, after the checks of this header, of the local one, and of the data's place.
  ///
  /// `dataEnd` is where the data of the entry before end, `directory` where the directory begins.
  func entry(
    in bytes: UnsafeRawBufferPointer, behind dataEnd: Int, directory: Int, limits: ArchiveLimits
  ) throws(ArchiveMessage) -> ArchiveEntry {
    let path = try ArchiveName.parse(name, isMarked: flags & ZipRecords.utf8Flag != 0, limits: limits)
    let method = try checkedMethod(path)
    let full = try withNumbersFromZip64(path)
    // Numbers beyond the archive's own size cannot be right, and what is left fits an Int.
    guard full.offset <= UInt64(directory), full.packedSize <= UInt64(directory), full.size <= UInt64(Int.max) else {
      throw .outside(entry: path)
    }
    let headerOffset = Int(full.offset)
    if headerOffset < dataEnd { throw .overlap(entry: path) }
    if headerOffset > dataEnd { throw .gap(at: dataEnd) }
    let dataOffset = try full.checkLocalHeader(in: bytes, at: headerOffset, before: directory, path)
    guard Int(full.packedSize) <= directory - dataOffset else { throw .outside(entry: path) }
    if method == .stored, full.size != full.packedSize { throw .storedSizes(entry: path) }
    return ArchiveEntry(
      path: path, method: method, checksum: checksum, size: Int(full.size), packedSize: Int(full.packedSize),
      headerOffset: headerOffset, dataOffset: dataOffset)
  }

  private func checkedMethod(_ path: String) throws(ArchiveMessage) -> ArchiveEntry.Method {
    if flags & ~ZipRecords.utf8Flag != 0 { throw .flags(entry: path, flags) }
    guard let method = ArchiveEntry.Method(rawValue: method) else { throw .method(entry: path, method) }
    if time != 0 || date != ZipRecords.date { throw .timestamp(entry: path) }
    if versionNeeded > 45 { throw .version(entry: path, versionNeeded) }
    if commentLength != 0 { throw .entryComment(entry: path) }
    if disk != 0 { throw .severalParts }
    // Unix alone in the upper byte; of MS-DOS's attributes "read-only" and "to be archived".
    let mode = attributes >> 16
    let isRegular = mode & 0o170000 == 0o100000 || mode & 0o170000 == 0
    guard madeBy >> 8 == 3, isRegular, mode & 0o7000 == 0, attributes & 0xffff & ~0x21 == 0 else {
      throw .notRegular(entry: path)
    }
    return method
  }

  /// The header with the numbers that the ZIP64 field holds (4.5.3): those left out, in this order, and no others.
  private func withNumbersFromZip64(_ path: String) throws(ArchiveMessage) -> CentralHeader {
    var full = self
    var numbers = try ZipExtra.zip64(extra, path)
    guard numbers != nil || !(leaves.size || leaves.packedSize || leaves.offset) else {
      throw .zip64Field(entry: path)
    }
    if numbers?.isEmpty == true { throw .zip64Field(entry: path) }
    func take() throws(ArchiveMessage) -> UInt64 {
      guard numbers?.isEmpty == false, let number = numbers?.removeFirst() else { throw .zip64Field(entry: path) }
      return number
    }
    if leaves.size { full.size = try take() }
    if leaves.packedSize { full.packedSize = try take() }
    if leaves.offset { full.offset = try take() }
    guard numbers?.isEmpty ?? true else { throw .zip64Field(entry: path) }
    return full
  }

  /// Holds the local header at `start` against this one; returns where the data begin.
  private func checkLocalHeader(
    in bytes: UnsafeRawBufferPointer, at start: Int, before end: Int, _ path: String
  ) throws(ArchiveMessage) -> Int {
    guard end - start >= ZipRecords.localSize, bytes.little(start, as: UInt32.self) == ZipRecords.localSignature
    else { throw .outside(entry: path) }
    func short(_ at: Int) -> UInt16 { bytes.little(start + at, as: UInt16.self) }
    func long(_ at: Int) -> UInt32 { bytes.little(start + at, as: UInt32.self) }
    func differ(_ part: Text) -> ArchiveMessage { .headersDiffer(entry: path, part: part) }
    let nameEnd = start + ZipRecords.localSize + Int(short(26))
    let dataOffset = nameEnd + Int(short(28))
    guard dataOffset <= end else { throw .outside(entry: path) }
    guard bytes[(start + ZipRecords.localSize)..<nameEnd].elementsEqual(name) else {
      throw differ(Text(en: "name", es: "el nombre"))
    }
    if short(4) != versionNeeded { throw differ(Text(en: "version", es: "la versión")) }
    if short(6) != flags { throw differ(Text(en: "set of flags", es: "las marcas")) }
    if short(8) != method { throw differ(Text(en: "method", es: "el método")) }
    if short(10) != time || short(12) != date { throw differ(Text(en: "time", es: "la hora")) }
    if long(14) != checksum { throw differ(Text(en: "checksum", es: "la suma de control")) }
    let extra = UnsafeRawBufferPointer(rebasing: bytes[nameEnd..<dataOffset])
    var (localSize, localPackedSize) = (UInt64(long(22)), UInt64(long(18)))
    if let numbers = try ZipExtra.zip64(extra, path) {
      // In a local header the field holds both sizes or does not exist.
      guard numbers.count == 2, long(22) == ZipRecords.left32, long(18) == ZipRecords.left32 else {
        throw .zip64Field(entry: path)
      }
      (localSize, localPackedSize) = (numbers[0], numbers[1])
    } else if long(22) == ZipRecords.left32 || long(18) == ZipRecords.left32 {
      throw .zip64Field(entry: path)
    }
    if localSize != size { throw differ(Text(en: "size", es: "el tamaño")) }
    if localPackedSize != packedSize { throw differ(Text(en: "packed size", es: "el tamaño comprimido")) }
    return dataOffset
  }
}

/// The extra fields of a header, of which ZIP64's alone is allowed.
enum ZipExtra {
  /// The numbers in the ZIP64 field; nil where there is no field at all.
  static func zip64(_ extra: UnsafeRawBufferPointer, _ path: String) throws(ArchiveMessage) -> [UInt64]? {
    if extra.isEmpty { return nil }
    guard extra.count >= 4, extra.little(0, as: UInt16.self) == ZipRecords.zip64Field,
      Int(extra.little(2, as: UInt16.self)) == extra.count - 4
    else { throw .extraField(entry: path) }
    guard extra.count <= 28, extra.count % 8 == 4 else { throw .zip64Field(entry: path) }
    return stride(from: 4, to: extra.count, by: 8).map { extra.little($0, as: UInt64.self) }
  }
}
