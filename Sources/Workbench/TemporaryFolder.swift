import Files
import Glibc

/// A new folder of the system's for temporary files, for the user alone.
struct TemporaryFolder {
  let path: String

  init() throws(FileError) {
    let above = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(above)/veedor-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .system(.create, path: "\(above)/veedor-XXXXXX", reason: SystemReason(number: errno))
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes it with what it holds. What stays is in nobody's way.
  func remove() {
    try? Folder(path: path).removeContent()
    rmdir(path)
  }
}
