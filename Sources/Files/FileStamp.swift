public import Glibc

/// What tells without reading whether a file is still the same one: its place on the disk, size and times of change.
public struct FileStamp: Hashable, Sendable {
  /// The number of the file on its file system.
  public var inode: UInt64
  /// Its size in bytes.
  public var size: Int64
  /// When its content changed last, in nanoseconds since 1970 UTC; whoever owns the file can say otherwise.
  public var mtimeNanoseconds: Int64
  /// When anything of it changed last, in the same unit; only the system sets it.
  public var ctimeNanoseconds: Int64

  /// A stamp of these parts, such as one stored earlier.
  public init(inode: UInt64, size: Int64, mtimeNanoseconds: Int64, ctimeNanoseconds: Int64) {
    (self.inode, self.size) = (inode, size)
    (self.mtimeNanoseconds, self.ctimeNanoseconds) = (mtimeNanoseconds, ctimeNanoseconds)
  }

  /// The stamp of the file at `path` as it is now; a symbolic link is followed.
  public init(path: String) throws(FileError) {
    var status = stat()
    _ = try Descriptor.check(.inspect, path) { stat(path, &status) }
    self.init(status)
  }

  init(_ status: stat) {
    self.init(
      inode: UInt64(status.st_ino), size: Int64(status.st_size),
      mtimeNanoseconds: Self.nanoseconds(status.st_mtim), ctimeNanoseconds: Self.nanoseconds(status.st_ctim))
  }

  /// Nanoseconds since 1970 UTC at `time`. Those beyond the year 2262 do not fit, and are all the last moment that does:
  /// such times compare as equal, and none is before another. Those before 1678 likewise.
  public static func nanoseconds(_ time: timespec) -> Int64 {
    let (seconds, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, more) = seconds.addingReportingOverflow(Int64(time.tv_nsec))
    guard overflow || more else { return sum }
    return time.tv_sec < 0 ? .min : .max
  }
}
