import Files
import Glibc
import Hashing
import ModuleKit

/// Digests of files, remembered by inode, size and times of change in `.veedor/digests.json`.
///
/// A digest is only trusted where the file's times are older than the moment at which the digest was taken: a file
/// written twice within one tick of the clock would keep them.
final class DigestCache: Sendable {
  private struct Entry {
    let stamp: FileStamp
    /// Nanoseconds since 1970 at which the digest was taken.
    let takenAt: Int64
    let digest: Hash32

    var document: Value {
      [
        .string("\(stamp.inode)"), .integer(Int(stamp.size)), .integer(Int(stamp.mtimeNanoseconds)),
        .integer(Int(stamp.ctimeNanoseconds)), .integer(Int(takenAt)), .string(digest.hex),
      ]
    }

    init(stamp: FileStamp, takenAt: Int64, digest: Hash32) {
      (self.stamp, self.takenAt, self.digest) = (stamp, takenAt, digest)
    }

    init?(document: Value) {
      guard let list = document.list, list.count == 6, let inode = list[0].string.flatMap({ UInt64($0) }),
        let size = list[1].integer, let mtime = list[2].integer, let ctime = list[3].integer,
        let takenAt = list[4].integer, let digest = list[5].string.flatMap(Hash32.init(hex:))
      else { return nil }
      let stamp = FileStamp(
        inode: inode, size: Int64(size), mtimeNanoseconds: Int64(mtime), ctimeNanoseconds: Int64(ctime))
      self.init(stamp: stamp, takenAt: Int64(takenAt), digest: digest)
    }
  }

  private let state: StateFile

  /// The cache kept in `folder`.
  init(in folder: PrivateFolder) { state = StateFile("digests.json", in: folder) }

  /// The digest of `file`, whose path in the workspace is `path`.
  func digest(of file: MappedFile, at path: String) throws(FileError) -> Hash32 {
    if let known = state[path].flatMap(Entry.init(document:)), known.stamp == file.stamp,
      max(file.stamp.mtimeNanoseconds, file.stamp.ctimeNanoseconds) < known.takenAt
    {
      guard file.isUnchanged else { throw .changed(path: file.path) }
      return known.digest
    }
    let takenAt = Self.now
    let digest = try Hash32(of: file)
    state[path] = Entry(stamp: file.stamp, takenAt: takenAt, digest: digest).document
    return digest
  }

  /// Forgets all digests, so that each is taken anew.
  func forget() { state.removeAll() }

  /// Writes what is new. A cache that cannot be written only costs time.
  func save() { try? state.save() }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    // The kernel stamps files with a coarser clock, up to one tick behind: 10 ms covers every configuration.
    time.tv_nsec -= 10_000_000
    return FileStamp.nanoseconds(time)
  }
}
