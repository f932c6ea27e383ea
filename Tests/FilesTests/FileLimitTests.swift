import Files
import Glibc
import TestSupport
import Testing

@Suite struct FileLimitTests {
  /// A file that claims a terabyte and takes no room on the disk.
  @Test func bytesAreAskedBeforeTheyAreCopied() throws {
    try withScratch { root in
      let path = root + "/sparse"
      try AtomicFile.write([], to: path)
      try #require(truncate(path, 1 << 40) == 0)
      let file = try MappedFile(path: path)
      for limit in [FileLimit.small, .stored, .data] {
        #expect(throws: FileError.tooLarge(path: path, bytes: 1 << 40, limit: limit.bytes)) {
          try file.content(atMost: limit)
        }
      }
      #expect(throws: FileError.tooLarge(path: path, bytes: 1 << 40, limit: FileLimit.stored.bytes)) {
        try file.content
      }
    }
  }

  @Test func aFileAtItsLimitIsRead() throws {
    try withScratch { root in
      try AtomicFile.write([1, 2, 3], to: root + "/a")
      let file = try MappedFile(path: root + "/a")
      #expect(try file.content(atMost: FileLimit(bytes: 3)) == [1, 2, 3])
      #expect(throws: FileError.tooLarge(path: root + "/a", bytes: 3, limit: 2)) {
        try file.content(atMost: FileLimit(bytes: 2))
      }
    }
  }

  @Test func thereIsMemoryAtHand() { #expect(MemoryAtHand.bytes > 0) }
}
