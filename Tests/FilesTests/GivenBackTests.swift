import Files
import Glibc
import TestSupport
import Testing

/// Memory of a mapped file that was read and is given back.
@Suite struct GivenBackTests {
  private static let size = 10 * 4_096 + 100

  /// The KiB of memory that hold the mapping of `file`, as the system tells.
  private func resident(_ file: MappedFile) throws -> Int {
    let start = file.withUnsafeBytes { String(UInt(bitPattern: $0.baseAddress), radix: 16) }
    let maps = try #require(fopen("/proc/self/smaps", "r"))
    defer { fclose(maps) }
    var (buffer, isHere) = ([CChar](repeating: 0, count: 8_192), false)
    while fgets(&buffer, Int32(buffer.count), maps) != nil {
      let line = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      isHere = isHere || line.hasPrefix(start + "-")
      if isHere, line.hasPrefix("Rss:") { return try #require(Int(line.split(separator: " ")[1])) }
    }
    throw FileError.badPath("no mapping")
  }

  @Test func whatIsGivenBackTakesNoMemoryAndIsStillThere() throws {
    try withScratch { root in
      let content = (0..<Self.size).map { UInt8(truncatingIfNeeded: $0 / 7) }
      try AtomicFile.write(content, to: root + "/a")
      let file = try MappedFile(path: root + "/a")
      #expect(try file.content == content)
      #expect(try resident(file) > 0)
      file.withUnsafeBytes { file.giveBack($0) }
      // The part of a page at the end may be somebody's who reads on.
      #expect(try resident(file) <= 4)
      #expect(try file.content == content)
    }
  }

  @Test func anyPartCanBeGivenBack() throws {
    try withScratch { root in
      let content = (0..<Self.size).map { UInt8(truncatingIfNeeded: $0 / 7) }
      try AtomicFile.write(content, to: root + "/a")
      let file = try MappedFile(path: root + "/a")
      for (from, to) in [(0, 0), (0, 1), (1, 4_096), (4_095, 4_097), (5_000, 30_000), (Self.size - 1, Self.size)] {
        file.withUnsafeBytes { file.giveBack(UnsafeRawBufferPointer(rebasing: $0[from..<to])) }
        #expect(try file.content == content && file.isUnchanged)
      }
    }
  }

  @Test func aFileWithoutContentHasNothingToGive() throws {
    try withScratch { root in
      try AtomicFile.write([], to: root + "/a")
      let file = try MappedFile(path: root + "/a")
      file.withUnsafeBytes { file.giveBack($0) }
      #expect(try file.content == [])
    }
  }
}
