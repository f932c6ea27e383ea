internal import Glibc

/// Appending to a file so that what was appended is on the disk when the call returns.
public enum SyncedAppend {
  /// Appends `bytes` in one piece to the file at `path`, which is made where it does not exist.
  ///
  /// A kill in between can leave the beginning of `bytes` alone; readers must recognise a last entry that is cut short.
  public static func append(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(FileError) {
    var status = stat()
    let isNew = stat(path, &status) != 0
    let descriptor = try Descriptor.open(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, mode: mode)
    guard try descriptor.status(path).isRegular else { throw .notRegular(path: path) }
    try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
      try descriptor.write(UnsafeRawBufferPointer(bytes), path)
    }
    try descriptor.sync(path)
    if isNew { try syncFolder(of: path) }
  }
}
