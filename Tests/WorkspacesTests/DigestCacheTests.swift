import Files
import Glibc
import Hashing
import ModuleKit
import TestSupport
import Testing

@testable import Workspaces

@Suite struct DigestCacheTests {
  private static let other = Hash32(of: "other".utf8)

  /// What a cache gives for a file whose entry says the digest `stated`, taken `later` nanoseconds behind its last
  /// change; the entry is of the file as `change` makes it look.
  private func digest(
    stating stated: Value, later: Int, of change: (FileStamp) -> FileStamp = { $0 }
  ) throws -> (given: Hash32, right: Hash32) {
    try withScratch { folder in
      let home = try Folder(path: folder)
      try home.write(Array("id\n".utf8), to: "data.csv")
      let file = try home.file("data.csv")
      let stamp = change(file.stamp)
      let entry: Value = [
        .string("\(stamp.inode)"), .integer(Int(stamp.size)), .integer(Int(stamp.mtimeNanoseconds)),
        .integer(Int(stamp.ctimeNanoseconds)),
        .integer(Int(max(file.stamp.mtimeNanoseconds, file.stamp.ctimeNanoseconds)) + later), stated,
      ]
      try home.write(Value.object(["data.csv": entry]).canonicalJSON, to: "\(PrivateFolder.name)/digests.json")
      return (try DigestCache(in: PrivateFolder(in: home)).digest(of: file, at: "data.csv"), Hash32(of: "id\n".utf8))
    }
  }

  @Test func anEntryIsBelievedWhereTheFileIsOlder() throws {
    #expect(try digest(stating: .string(Self.other.hex), later: 1).given == Self.other)
    let (given, right) = try digest(stating: .string(Self.other.hex), later: 0)
    #expect(given == right)
  }

  @Test func anEntryOfAFileThatLookedOtherwiseIsNone() throws {
    for part: WritableKeyPath<FileStamp, Int64> in [\.size, \.mtimeNanoseconds, \.ctimeNanoseconds] {
      let (given, right) = try digest(stating: .string(Self.other.hex), later: 1) { stamp in
        var stamp = stamp
        stamp[keyPath: part] -= 1
        return stamp
      }
      #expect(given == right)
    }
  }

  /// Whoever owns a file can set its time of change back, as copying and unpacking do.
  @Test func anotherContentOfTheSameSizeAndTimeIsSeen() throws {
    try withScratch { folder in
      let home = try Folder(path: folder)
      let path = "\(folder)/data.csv"
      let times = [timespec(tv_sec: 1_000_000, tv_nsec: 0), timespec(tv_sec: 1_000_000, tv_nsec: 0)]
      try home.write(Array("id\n1\n".utf8), to: "data.csv")
      utimensat(AT_FDCWD, path, times, 0)
      let cache = DigestCache(in: PrivateFolder(in: home))
      #expect(try cache.digest(of: home.file("data.csv"), at: "data.csv") == Hash32(of: "id\n1\n".utf8))
      let file = open(path, O_WRONLY)
      #expect(pwrite(file, "2", 1, 3) == 1)
      close(file)
      utimensat(AT_FDCWD, path, times, 0)
      #expect(try cache.digest(of: home.file("data.csv"), at: "data.csv") == Hash32(of: "id\n2\n".utf8))
    }
  }

  @Test func anEntryWithoutADigestIsNone() throws {
    let hex = Self.other.hex
    for stated: Value in ["", "00", .string(hex.uppercased()), .string(hex + "0"), .null, 7] {
      let (given, right) = try digest(stating: stated, later: 1)
      #expect(given == right)
    }
  }

  /// A file that is rewritten in place under whoever holds it.
  @Test func aFileThatChangesWhileItIsHeldHasNoDigest() throws {
    try withScratch { folder in
      let home = try Folder(path: folder)
      try home.write(Array("id\n".utf8), to: "data.csv")
      let cache = DigestCache(in: PrivateFolder(in: home))
      let held = try home.file("data.csv")
      _ = try cache.digest(of: held, at: "data.csv")
      try SyncedAppend.append(Array("1\n".utf8), to: "\(folder)/data.csv")
      #expect(throws: FileError.changed(path: "\(folder)/data.csv")) { try cache.digest(of: held, at: "data.csv") }
      #expect(try cache.digest(of: home.file("data.csv"), at: "data.csv") == Hash32(of: "id\n1\n".utf8))
    }
  }
}
