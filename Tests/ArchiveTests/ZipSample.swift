import Compression

/// An archive put together field by field, so that a test can make any of them wrong.
///
/// Written against the format's specification and not with the room's own writer, which it also checks.
struct ZipSample {
  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var version: UInt16 = 20
    var time: UInt16 = 0
    var date: UInt16 = 33
    var checksum: UInt32
    var size: UInt32
    var packedSize: UInt32
    var attributes: UInt32 = 0o100644 << 16
    var madeBy: UInt16 = 3 << 8 | 45
    var disk: UInt16 = 0
    var localExtra: [UInt8] = []
    var extra: [UInt8] = []
    var comment: [UInt8] = []
    /// Where the directory says that the entry begins, where that is not the truth.
    var offset: UInt32?
    /// Changes the local header alone.
    var local: @Sendable (inout Entry) -> Void = { _ in }
    /// Bytes before the local header that belong to nobody.
    var gap: [UInt8] = []

    init(_ name: String, _ content: [UInt8] = Array("content".utf8), deflated: Bool = false) throws {
      self.name = Array(name.utf8)
      data = deflated ? try compress(content, .raw) : content
      method = deflated ? 8 : 0
      checksum = content.withUnsafeBytes { crc32($0) }
      (size, packedSize) = (UInt32(content.count), UInt32(data.count))
    }
  }

  var entries: [Entry]
  /// Bytes before the directory, behind it, and behind the end record.
  var beforeDirectory: [UInt8] = []
  var directoryTail: [UInt8] = []
  var behind: [UInt8] = []
  /// Writes ZIP64's end record, after a change.
  var zip64: (@Sendable (inout Zip64) -> Void)?
  /// Changes the end record.
  var end: @Sendable (inout End) -> Void = { _ in }

  struct Zip64 {
    var recordSize: UInt64 = 44
    var needed: UInt16 = 45
    var disk: UInt32 = 0
    var count: UInt64
    var total: UInt64
    var size: UInt64
    var offset: UInt64
    var locatorOffset: UInt64
    var disks: UInt32 = 1
    var extensible: [UInt8] = []
  }

  struct End {
    var disk: UInt16 = 0
    var count: UInt16
    var total: UInt16
    var size: UInt32
    var offset: UInt32
    var commentLength: UInt16 = 0
  }

  init(_ entries: Entry...) { self.entries = entries }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      out += entry.gap
      let start = UInt32(out.count)
      var local = entry
      entry.local(&local)
      out += little(UInt32(0x0403_4b50)) + common(local) + little(UInt16(local.localExtra.count)) + local.name
      out += local.localExtra + local.data
      directory += little(UInt32(0x0201_4b50)) + little(entry.madeBy) + common(entry)
      directory += little(UInt16(entry.extra.count)) + little(UInt16(entry.comment.count)) + little(entry.disk)
      directory += little(UInt16(0)) + little(entry.attributes) + little(entry.offset ?? start)
      directory += entry.name + entry.extra + entry.comment
    }
    out += beforeDirectory
    let offset = UInt32(out.count)
    directory += directoryTail
    out += directory
    if let zip64 {
      let count = UInt64(entries.count)
      var record = Zip64(
        count: count, total: count, size: UInt64(directory.count), offset: UInt64(offset),
        locatorOffset: UInt64(out.count))
      zip64(&record)
      out += little(UInt32(0x0606_4b50)) + little(record.recordSize) + little(UInt16(45)) + little(record.needed)
      out += little(record.disk) + little(UInt32(0)) + little(record.count) + little(record.total)
      out += little(record.size) + little(record.offset) + record.extensible
      out += little(UInt32(0x0706_4b50)) + little(UInt32(0)) + little(record.locatorOffset) + little(record.disks)
    }
    var end = End(
      count: UInt16(entries.count), total: UInt16(entries.count), size: UInt32(directory.count), offset: offset)
    self.end(&end)
    out += little(UInt32(0x0605_4b50)) + little(end.disk) + little(UInt16(0)) + little(end.count) + little(end.total)
    out += little(end.size) + little(end.offset) + little(end.commentLength)
    return out + behind
  }

  private func common(_ entry: Entry) -> [UInt8] {
    little(entry.version) + little(entry.flags) + little(entry.method) + little(entry.time) + little(entry.date)
      + little(entry.checksum) + little(entry.packedSize) + little(entry.size) + little(UInt16(entry.name.count))
  }
}

/// A number, the lowest byte first.
func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
