import Digests
import Files
import Glibc
import ModuleKit
import Synchronization

/// Digests of files, remembered by inode, size and modification time in `.veedor/digests.json`.
///
/// A digest is only trusted where the file's modification time is older than the moment at which the digest was
/// taken: a file written twice within one tick of the clock would keep its time.
final class DigestCache: Sendable {
  private struct Entry: Equatable {
    let stamp: FileStamp
    /// Nanoseconds since 1970 at which the digest was taken.
    let takenAt: Int64
    let digest: String
  }

  private struct State {
    var entries: [String: Entry]
    var isChanged = false
  }

  private let path: String
  private let state: Mutex<State>

  /// The cache kept in the file at `path`; empty where that is not there or cannot be read.
  init(path: String) {
    self.path = path
    var entries: [String: Entry] = [:]
    if let bytes = try? MappedFile(path: path).content, let members = try? Value(json: bytes).object {
      for (name, it) in members {
        guard let list = it.list, list.count == 5, let inode = list[0].string.flatMap({ UInt64($0) }),
          let size = list[1].integer, let mtime = list[2].integer, let takenAt = list[3].integer,
          let digest = list[4].string
        else { continue }
        entries[name] = Entry(
          stamp: FileStamp(inode: inode, size: Int64(size), mtimeNanoseconds: Int64(mtime)), takenAt: Int64(takenAt),
          digest: digest)
      }
    }
    state = Mutex(State(entries: entries))
  }

  /// The digest of the file at `path`.
  func digest(_ path: String) throws(FileError) -> String {
    let stamp = try FileStamp(path: path)
    let known = state.withLock { $0.entries[path] }
    if let known, known.stamp == stamp, stamp.mtimeNanoseconds < known.takenAt { return known.digest }
    let takenAt = Self.now
    let digest = try Digest.ofFile(path)
    state.withLock {
      $0.entries[path] = Entry(stamp: stamp, takenAt: takenAt, digest: digest)
      $0.isChanged = true
    }
    return digest
  }

  /// Writes what is new. A cache that cannot be written only costs time.
  func save() {
    let entries = state.withLock { state -> [String: Entry]? in
      defer { state.isChanged = false }
      return state.isChanged ? state.entries : nil
    }
    guard let entries else { return }
    let value = Value.object(
      entries.mapValues {
        [
          .string("\($0.stamp.inode)"), .integer(Int($0.stamp.size)), .integer(Int($0.stamp.mtimeNanoseconds)),
          .integer(Int($0.takenAt)), .string($0.digest),
        ]
      })
    try? AtomicFile.write(value.canonicalJSON, to: path)
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    // The kernel stamps files with a coarser clock, up to one tick behind: 10 ms covers every configuration.
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) - 10_000_000
  }
}
