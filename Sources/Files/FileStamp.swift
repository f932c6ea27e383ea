internal import Glibc

/// What tells without reading whether a file is still the same one: its place on the disk, size and time of change.
public struct FileStamp: Hashable, Sendable {
  /// The number of the file on its file system.
  public var inode: UInt64
  /// Its size in bytes.
  public var size: Int64
  /// When its content changed last, in nanoseconds since 1970 UTC.
  public var mtimeNanoseconds: Int64

  /// A stamp of these parts, such as one stored earlier.
  public init(inode: UInt64, size: Int64, mtimeNanoseconds: Int64) {
    (self.inode, self.size, self.mtimeNanoseconds) = (inode, size, mtimeNanoseconds)
  }

  /// The stamp of the file at `path` as it is now; a symbolic link is followed.
  public init(path: String) throws(FileError) {
    var status = stat()
    _ = try Descriptor.check(.inspect, path) { stat(path, &status) }
    self.init(status)
  }

  init(_ status: stat) {
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    // Times beyond the year 2262 do not fit; they compare as equal.
    let (seconds, overflow) = Int64(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    mtimeNanoseconds = overflow ? .max : seconds.addingReportingOverflow(Int64(status.st_mtim.tv_nsec)).partialValue
  }
}
