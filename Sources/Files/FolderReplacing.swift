internal import Glibc

extension Folder {
  /// Makes `bytes` the content of the file at `inner`, new or replaced, as ``AtomicFile`` does; missing folders above
  /// it are made.
  public func write(_ bytes: [UInt8], to inner: String, mode: UInt32 = 0o644) throws {
    let (parent, name, path) = try place(inner, making: true)
    _ = try parent.replace(naming: { _ in path }, mode: mode) { (name, try $0.write(bytes)) }
  }

  /// Makes what `body` writes the content of a file in the folder itself, new or replaced, with the permissions `mode` less the process's umask
  /// and the name that `body` returns, as it must where the name depends on the content.
  ///
  /// Where `body` throws, the folder is left as it was.
  public func replace<Success>(
    mode: UInt32 = 0o644, body: (OutputFile) throws -> (name: String, result: Success)
  ) throws -> (path: String, result: Success) {
    try replace(naming: { $0.isEmpty ? path : shown($0) }, mode: mode, body: body)
  }

  /// The same; errors and the result name the file of a name, empty where it has none yet, as `shown` does.
  func replace<Success>(
    naming shown: (_ name: String) -> String, mode: UInt32, body: (OutputFile) throws -> (name: String, result: Success)
  ) throws -> (path: String, result: Success) {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC
    let (temporary, number) = try makeTemporary(for: shown("")) { openat(descriptor.number, $0, flags, mode) }
    let opened = Descriptor(number)
    var placed = false
    defer { if !placed { unlinkat(descriptor.number, temporary, 0) } }
    let file = OutputFile(opened, path: shown(""))
    let (name, result) = try body(file)
    let path = shown(name)
    try file.finish()
    _ = try Descriptor.check(.rename, path) { renameat(descriptor.number, temporary, descriptor.number, name) }
    placed = true
    try sync()
    return (path, result)
  }
}
