import Files
import Glibc
import TestSupport
import Testing

@Suite struct FileStampTests {
  /// 2262-04-11T23:47:16.854775807Z is the last nanosecond of 64 bits.
  @Test(
    arguments: [
      (0, 0, 0), (1, 5, 1_000_000_005), (-1, 999_999_999, -1), (9_223_372_036, 854_775_807, Int64.max),
      (9_223_372_036, 854_775_808, .max), (10_413_792_000, 0, .max), (.max, 999_999_999, .max),
      (-9_223_372_037, 0, .min), (.min, 0, .min),
    ] as [(Int, Int, Int64)])
  func nanosecondsEndWhereTheyDoNotFit(seconds: Int, rest: Int, wanted: Int64) {
    #expect(FileStamp.nanoseconds(timespec(tv_sec: seconds, tv_nsec: rest)) == wanted)
  }

  @Test func aFileOfTheYear2300HasAStamp() throws {
    try withScratch { root in
      try AtomicFile.write([1], to: root + "/a")
      let late = [timespec(tv_sec: 10_413_792_000, tv_nsec: 0), timespec(tv_sec: 10_413_792_000, tv_nsec: 0)]
      try #require(utimensat(AT_FDCWD, root + "/a", late, 0) == 0)
      var status = stat()
      stat(root + "/a", &status)
      // Some file systems keep no such time.
      guard status.st_mtim.tv_sec == 10_413_792_000 else { return }
      #expect(try FileStamp(path: root + "/a").mtimeNanoseconds == .max)
      #expect(try MappedFile(path: root + "/a").isUnchanged)
    }
  }
}
