import Files
import Hashing
import ModuleKit
import TestSupport
import Testing

@testable import Workbench

@Suite struct DigestCacheTests {
  private static let other = Hash32(of: "other".utf8)

  /// What a cache gives for a file whose entry says the digest `stated`, taken `later` nanoseconds behind its change.
  private func digest(stating stated: Value, later: Int) throws -> (given: Hash32, right: Hash32) {
    try withScratch { folder in
      let path = "\(folder)/data.csv"
      try AtomicFile.write(Array("id\n".utf8), to: path)
      let stamp = try FileStamp(path: path)
      let entry: Value = [
        .string("\(stamp.inode)"), .integer(Int(stamp.size)), .integer(Int(stamp.mtimeNanoseconds)),
        .integer(Int(stamp.mtimeNanoseconds) + later), stated,
      ]
      try AtomicFile.write(Value.object([path: entry]).canonicalJSON, to: "\(folder)/digests.json")
      return (try DigestCache(path: "\(folder)/digests.json").digest(path), Hash32(of: "id\n".utf8))
    }
  }

  @Test func anEntryIsBelievedWhereTheFileIsOlder() throws {
    #expect(try digest(stating: .string(Self.other.hex), later: 1).given == Self.other)
    let (given, right) = try digest(stating: .string(Self.other.hex), later: 0)
    #expect(given == right)
  }

  @Test func anEntryWithoutADigestIsNone() throws {
    let hex = Self.other.hex
    for stated: Value in ["", "00", .string(hex.uppercased()), .string(hex + "0"), .null, 7] {
      let (given, right) = try digest(stating: stated, later: 1)
      #expect(given == right)
    }
  }
}
