internal import Glibc

/// An open file of the system, closed when nobody needs it any more.
final class Descriptor: Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// What `call` returns, repeated while a signal interrupts it; throws where it fails.
  static func check(
    _ action: FileError.Action, _ path: String, _ call: () -> Int32
  ) throws(FileError) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw .last(action, path) }
    }
  }

  /// The file or folder at `path`, opened with `flags`.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileError) -> Descriptor {
    let action: FileError.Action = flags & O_CREAT == 0 ? .open : .create
    return Descriptor(try check(action, path) { Glibc.open(path, flags | O_CLOEXEC, mode) })
  }

  func status(_ path: String) throws(FileError) -> stat {
    var status = stat()
    _ = try Self.check(.inspect, path) { fstat(number, &status) }
    return status
  }

  func sync(_ path: String) throws(FileError) { _ = try Self.check(.sync, path) { fsync(number) } }

  func write(_ bytes: UnsafeRawBufferPointer, _ path: String) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno != EINTR { throw .last(.write, path) }
      rest = rest.dropFirst(max(count, 0))
    }
  }
}

extension stat {
  var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}

/// The folder that holds `path`; trailing slashes do not count.
func folder(of path: String) -> String {
  var bytes = Array(path.utf8)
  while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
  guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
}

/// The name at the end of `path`; trailing slashes do not count.
func lastComponent(of path: String) -> String {
  path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
}

/// Makes sure that what was created or renamed in the folder of `path` survives a power cut.
func syncFolder(of path: String) throws(FileError) {
  let folder = folder(of: path)
  try Descriptor.open(folder, O_RDONLY | O_DIRECTORY).sync(folder)
}
