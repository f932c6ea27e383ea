import Glibc

/// The size of the file at `path`; nil where there is none.
func byteCount(_ path: String) -> Int? {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : nil
}

/// Moves the file at `old` to `new`.
func rename(_ old: String, to new: String) throws(Failure) {
  guard Glibc.rename(old, new) == 0 else { throw Failure("\(new) cannot be written") }
}

/// Writes text to a file at `path` in large pieces.
struct TextFile: ~Copyable {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: [UInt8] = []

  init(_ path: String) throws(Failure) {
    guard let file = fopen(path, "w") else { throw Failure("\(path) cannot be written") }
    (self.path, self.file) = (path, file)
  }

  /// Adds `text`.
  mutating func write(_ text: String) throws(Failure) { try write(text.utf8) }

  /// Adds `bytes`.
  mutating func write(_ bytes: some Sequence<UInt8>) throws(Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 20 { try flush() }
  }

  /// Writes what is left. Must be called.
  consuming func close() throws(Failure) {
    try flush()
    guard fclose(file) == 0 else { throw Failure("\(path) cannot be written") }
  }

  private mutating func flush() throws(Failure) {
    guard fwrite(buffer, 1, buffer.count, file) == buffer.count else { throw Failure("\(path) cannot be written") }
    buffer.removeAll(keepingCapacity: true)
  }
}
