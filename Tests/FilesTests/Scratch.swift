import Files
import Glibc

/// Calls `body` with the path of an empty folder that is removed afterwards.
func withScratch<Success>(_ body: (String) throws -> Success) throws -> Success {
  var template = Array("/tmp/veedor-files-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else {
    throw FileError.system(.create, path: "/tmp", reason: SystemReason(number: errno))
  }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer {
    try? Folder(path: path).removeContent()
    rmdir(path)
  }
  return try body(path)
}

/// The permissions of the file at `path`.
func permissions(_ path: String) -> UInt32 {
  var status = stat()
  stat(path, &status)
  return status.st_mode & 0o7777
}
