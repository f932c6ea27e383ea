import Files
import Glibc

/// A repeatable source of numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Calls `body` with the path of an empty folder that is removed afterwards.
func withScratch<Success>(_ body: (String) throws -> Success) throws -> Success {
  var template = Array("/tmp/veedor-archive-XXXXXX".utf8CString)
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
