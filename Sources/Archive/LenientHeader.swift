internal import Compression

/// An entry's header in the directory of an archive that another program wrote.
struct LenientHeader {
  /// The name's bytes.
  let name: UnsafeRawBufferPointer
  /// What the header says of name and data.
  let flags: UInt16
  /// Where the header ends.
  let end: Int
  private let method: UInt16
  private let checksum: UInt32
  private let sizes: (packed: UInt32, full: UInt32)
  private let offset: UInt32
  private let disk: UInt16
  private let attributes: UInt32
  private let extra: UnsafeRawBufferPointer

  /// Bit 3: checksum and sizes stand behind the data.
  private static let descriptorFlag: UInt16 = 1 << 3
  /// Bits 1 and 2 say how hard the packer tried.
  private static let allowedFlags = ZipRecords.utf8Flag | descriptorFlag | 0b110

  /// The header at `start`, which must end at or before `end`; `number` counts entries from 1.
  init(parsing bytes: UnsafeRawBufferPointer, at start: Int, before end: Int, number: Int) throws(ArchiveMessage) {
    guard end - start >= ZipRecords.centralSize, bytes.little(start, as: UInt32.self) == ZipRecords.centralSignature
    else { throw .directoryDamaged(number: number) }
    func short(_ at: Int) -> UInt16 { bytes.little(start + at, as: UInt16.self) }
    func long(_ at: Int) -> UInt32 { bytes.little(start + at, as: UInt32.self) }
    let nameEnd = start + ZipRecords.centralSize + Int(short(28))
    let extraEnd = nameEnd + Int(short(30))
    self.end = extraEnd + Int(short(32))
    guard self.end <= end else { throw .directoryDamaged(number: number) }
    name = UnsafeRawBufferPointer(rebasing: bytes[(start + ZipRecords.centralSize)..<nameEnd])
    extra = UnsafeRawBufferPointer(rebasing: bytes[nameEnd..<extraEnd])
    (flags, method, checksum) = (short(8), short(10), long(16))
    (sizes, offset, disk, attributes) = ((long(20), long(24)), long(42), short(34), long(38))
  }

  /// The entry with the name `path`, and all that belongs to it, from its local header to its descriptor.
  func entry(
    _ path: String, isFolder: Bool, in bytes: UnsafeRawBufferPointer, frame: LenientFrame
  ) throws(ArchiveMessage) -> (ArchiveEntry, span: Range<Int>) {
    if flags & ~Self.allowedFlags != 0 { throw .flags(entry: path, flags) }
    guard let method = ArchiveEntry.Method(rawValue: method) else { throw .method(entry: path, method) }
    let kind = attributes >> 16 & 0o170000
    guard kind == 0 || kind == 0o100000 || kind == 0o040000 && isFolder else { throw .notRegular(entry: path) }
    let fields = try LenientExtra(extra, path)
    if let other = fields.unicodePath, !other.elementsEqual(name) { throw .anotherName(entry: path) }
    var numbers = fields.zip64?[...]
    let full = try Self.number(sizes.full, &numbers, path)
    let packed = try Self.number(sizes.packed, &numbers, path)
    let offset = try Self.number(offset, &numbers, path)
    if disk != 0, disk != ZipRecords.left16 { throw .severalParts }
    let limit = UInt64(frame.directory.lowerBound - frame.base)
    guard offset <= limit, packed <= limit, full <= UInt64(Int.max) else { throw .outside(entry: path) }
    if isFolder, full != 0 { throw .folderContent(entry: path) }
    if method == .stored, full != packed { throw .storedSizes(entry: path) }
    let entry = ArchiveEntry(
      path: path, method: method, checksum: checksum, size: Int(full), packedSize: Int(packed),
      headerOffset: Int(offset) + frame.base, dataOffset: 0)
    return try located(entry, in: bytes, before: frame.directory.lowerBound)
  }

  /// `entry` with the place of its data, after its local header and its descriptor were held against the directory.
  private func located(
    _ entry: ArchiveEntry, in bytes: UnsafeRawBufferPointer, before end: Int
  ) throws(ArchiveMessage) -> (ArchiveEntry, span: Range<Int>) {
    let (path, start) = (entry.path, entry.headerOffset)
    guard end - start >= ZipRecords.localSize, bytes.little(start, as: UInt32.self) == ZipRecords.localSignature
    else { throw .outside(entry: path) }
    func short(_ at: Int) -> UInt16 { bytes.little(start + at, as: UInt16.self) }
    func long(_ at: Int) -> UInt32 { bytes.little(start + at, as: UInt32.self) }
    func differ(_ part: String) -> ArchiveMessage { .headersDiffer(entry: path, part: part) }
    let nameEnd = start + ZipRecords.localSize + Int(short(26))
    let dataOffset = nameEnd + Int(short(28))
    guard dataOffset <= end, entry.packedSize <= end - dataOffset else { throw .outside(entry: path) }
    guard bytes[(start + ZipRecords.localSize)..<nameEnd].elementsEqual(name) else { throw differ("name") }
    if short(6) != flags { throw differ("set of flags") }
    if short(8) != method { throw differ("method") }
    let fields = try LenientExtra(UnsafeRawBufferPointer(rebasing: bytes[nameEnd..<dataOffset]), path)
    if let other = fields.unicodePath, !other.elementsEqual(name) { throw .anotherName(entry: path) }
    var numbers = fields.zip64?[...]
    let full = try Self.number(long(22), &numbers, path)
    let packed = try Self.number(long(18), &numbers, path)
    let isLater = flags & Self.descriptorFlag != 0
    let isLeftOpen = isLater && long(14) == 0 && full == 0 && packed == 0
    if !isLeftOpen {
      if long(14) != entry.checksum, !(isLater && long(14) == 0) { throw differ("checksum") }
      if full != UInt64(entry.size), !(isLater && full == 0) { throw differ("size") }
      if packed != UInt64(entry.packedSize), !(isLater && packed == 0) { throw differ("packed size") }
    }
    var entry = entry
    entry.dataOffset = dataOffset
    var spanEnd = dataOffset + entry.packedSize
    if isLater {
      // How long stored data are that state no length depends on where a reader looks for their end.
      if entry.method == .stored, isLeftOpen, entry.size > 0 { throw .flags(entry: path, flags) }
      guard let length = Self.descriptorLength(of: entry, in: bytes, at: spanEnd, before: end) else {
        throw .descriptor(entry: path)
      }
      spanEnd += length
    }
    return (entry, start..<spanEnd)
  }

  /// The length of the descriptor at `start` that says what `entry` says; nil where none stands there (4.3.9).
  private static func descriptorLength(
    of entry: ArchiveEntry, in bytes: UnsafeRawBufferPointer, at start: Int, before end: Int
  ) -> Int? {
    for hasSignature in [true, false] {
      for isLong in [false, true] {
        var expected: [UInt8] = []
        if hasSignature { expected.append(little: UInt32(0x0807_4b50)) }
        expected.append(little: entry.checksum)
        for size in [entry.packedSize, entry.size] {
          if isLong { expected.append(little: UInt64(size)) } else { expected.append(little: UInt32(clamping: size)) }
        }
        if start + expected.count <= end, bytes[start..<(start + expected.count)].elementsEqual(expected) {
          return expected.count
        }
      }
    }
    return nil
  }

  /// The number that a header gives, or leaves to the ZIP64 field.
  private static func number(
    _ short: UInt32, _ numbers: inout ArraySlice<UInt64>?, _ path: String
  ) throws(ArchiveMessage) -> UInt64 {
    guard short == ZipRecords.left32 else { return UInt64(short) }
    guard let number = numbers?.popFirst() else { throw .zip64Field(entry: path) }
    return number
  }
}

/// The extra fields of a header: what they say of sizes and of the name.
private struct LenientExtra {
  /// The numbers of the ZIP64 field; nil where there is none.
  private(set) var zip64: [UInt64]?
  /// The name in UTF-8 that Info-ZIP's field gives for this name.
  private(set) var unicodePath: UnsafeRawBufferPointer?

  init(_ extra: UnsafeRawBufferPointer, _ path: String) throws(ArchiveMessage) {
    var place = 0
    while place < extra.count {
      guard extra.count - place >= 4 else { throw .extraField(entry: path) }
      let (id, size) = (extra.little(place, as: UInt16.self), Int(extra.little(place + 2, as: UInt16.self)))
      guard extra.count - place - 4 >= size else { throw .extraField(entry: path) }
      let content = UnsafeRawBufferPointer(rebasing: extra[(place + 4)..<(place + 4 + size)])
      switch id {
      case ZipRecords.zip64Field:
        if zip64 != nil { throw .zip64Field(entry: path) }
        zip64 = stride(from: 0, through: size - 8, by: 8).map { content.little($0, as: UInt64.self) }
      case 0x7075:
        guard size >= 5 else { throw .extraField(entry: path) }
        unicodePath = UnsafeRawBufferPointer(rebasing: content[5...])
      default: break
      }
      place += 4 + size
    }
  }
}
