import Glibc

/// A folder for readers that want files; one a process, in memory where the system has such a place.
public struct FuzzFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// A new folder, which is taken away when the process ends well.
  public init() {
    var name = Array("\(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")/veedor_fuzz_XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { fatalError("there is no room for files") }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Makes the folder `inner`, whose own folder is there.
  public func makeFolder(_ inner: String) { mkdir("\(path)/\(inner)", 0o700) }

  /// Puts a file with `bytes` at `inner`.
  public func write(_ bytes: some Sequence<UInt8>, to inner: String) {
    let bytes = Array(bytes)
    let file = open("\(path)/\(inner)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0, Glibc.write(file, bytes, bytes.count) == bytes.count else {
      fatalError("a file cannot be written")
    }
    close(file)
  }

  /// Takes the file at `inner` away, or the folder itself, which must be empty.
  public func remove(_ inner: String = "") { Glibc.remove("\(path)/\(inner)") }
}
