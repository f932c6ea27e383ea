import Files
import Glibc
import TestSupport
import Testing

@testable import Archive

/// Numbers beyond 32 bits, which nobody wants to write out for a test.
@Suite struct ZipRecordsTests {
  private let long = 5 << 30

  private func entry(size: Int = 7, packed: Int = 7, offset: Int = 0) -> ArchiveEntry {
    ArchiveEntry(
      path: "a", method: .stored, checksum: 0x0403_0201, size: size, packedSize: packed, headerOffset: offset,
      dataOffset: 0)
  }

  @Test func headersLeaveLongSizesToZip64() {
    let sizes = little(UInt64(long)) + little(UInt64(long))
    let local = ZipRecords.local(entry(size: long, packed: long))
    #expect(Array(local[4..<6]) == [45, 0])
    #expect(
      Array(local[14...]) == [1, 2, 3, 4] + [UInt8](repeating: 0xff, count: 8) + [1, 0, 20, 0, 0x61, 1, 0, 16, 0]
        + sizes)
    let central = ZipRecords.central(entry(size: long, packed: long, offset: long))
    #expect(Array(central[46...]) == [0x61, 1, 0, 24, 0] + sizes + little(UInt64(long)))
    #expect(Array(central[42..<46]) == [0xff, 0xff, 0xff, 0xff])
    // What deflates to little has both sizes in the field all the same.
    let deflated = ZipRecords.local(entry(size: long, packed: 5))
    #expect(Array(deflated.suffix(16)) == little(UInt64(long)) + little(UInt64(5)))
  }

  @Test func headersLeaveLongOffsetsToZip64() {
    let central = ZipRecords.central(entry(offset: long))
    #expect(Array(central[20..<28]) == [7, 0, 0, 0, 7, 0, 0, 0])
    #expect(Array(central[46...]) == [0x61, 1, 0, 8, 0] + little(UInt64(long)))
    let local = ZipRecords.local(entry(offset: long))
    #expect(Array(local[4..<6]) == [45, 0] && local.count == 31)
  }

  @Test func theLargestShortNumbersAreOneBelowTheMark() {
    let most = Int(UInt32.max) - 1
    #expect(ZipRecords.local(entry(size: most, packed: most)).count == 31)
    #expect(ZipRecords.local(entry(size: most + 1, packed: most)).count == 51)
    #expect(ZipRecords.central(entry(offset: most)).count == 47)
    #expect(ZipRecords.central(entry(offset: most + 1)).count == 59)
    #expect(ZipRecords.end(count: 65_534, directoryOffset: most, directorySize: most).count == 22)
    #expect(ZipRecords.end(count: 65_535, directoryOffset: most, directorySize: most).count == 98)
    #expect(ZipRecords.end(count: 1, directoryOffset: most + 1, directorySize: 47).count == 98)
    #expect(ZipRecords.end(count: 1, directoryOffset: 0, directorySize: most + 1).count == 98)
  }

  /// A file of 10 GiB, nearly all of it a hole on the disk.
  @Test func longNumbersAreReadBack() throws {
    try withScratch { root in
      var first = entry(size: long, packed: long)
      var second = entry(size: long, packed: long)
      (first.path, second.path) = ("a", "b")
      first.dataOffset = ZipRecords.local(first).count
      second.headerOffset = first.dataOffset + long
      second.dataOffset = second.headerOffset + ZipRecords.local(second).count
      let directory = ZipRecords.central(first) + ZipRecords.central(second)
      let place = second.dataOffset + long
      let end = ZipRecords.end(count: 2, directoryOffset: place, directorySize: directory.count)
      let file = open(root + "/long.zip", O_CREAT | O_WRONLY, 0o600)
      for (bytes, offset) in [
        (ZipRecords.local(first), 0), (ZipRecords.local(second), second.headerOffset), (directory + end, place),
      ] { #expect(pwrite(file, bytes, bytes.count, offset) == bytes.count) }
      close(file)
      let archive = try Archive(MappedFile(path: root + "/long.zip"))
      #expect(archive.entries == [first, second])
      let deviation = try archive.file.withUnsafeBytes { try ArchiveDirectory(parsing: $0).deviation }
      #expect(deviation == nil)
    }
  }
}
