import Glibc

/// A file that lasts as long as a test needs it.
public enum ScratchFile {
  /// Calls `body` with the path of a file that holds `text`.
  public static func with<Success>(_ text: String, _ body: (String) throws -> Success) throws -> Success {
    try with(Array(text.utf8), body)
  }

  /// Calls `body` with the path of a file that holds `bytes`.
  public static func with<Success>(_ bytes: [UInt8], _ body: (String) throws -> Success) throws -> Success {
    var name = Array("/tmp/veedor-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    guard descriptor >= 0, write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure() }
    close(descriptor)
    return try body(path)
  }

  struct Failure: Error {}
}
