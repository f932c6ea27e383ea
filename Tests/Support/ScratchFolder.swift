import Files
import Glibc

/// An empty folder that is removed, with what is in it, once nobody holds it any more.
public final class ScratchFolder {
  /// The folder.
  public let path: String

  /// A folder of a name that no other has.
  public init() throws {
    var template = Array("/tmp/veedor-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError.system(.create, path: "/tmp", reason: SystemReason(number: errno))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? Folder(path: path).removeContent()
    rmdir(path)
  }
}

/// Calls `body` with the path of an empty folder that is removed afterwards.
public func withScratch<Success>(_ body: (String) throws -> Success) throws -> Success {
  let folder = try ScratchFolder()
  return try withExtendedLifetime(folder) { try body(folder.path) }
}
