internal import Hashing

/// The manifests of a bag, and its declaration (RFC 8493, sections 2.1.1, 2.1.3 and 2.2.1).
///
/// Of the ways in which programs write manifests one is taken: lower-case hexadecimal, two blanks, the path, LF; the
/// paths ascend by their bytes. No percent-encoding (names with `%` are refused), no `*` before the path, no `./`.
/// Nothing here reads a manifest: who checks a bundle writes it again and compares.
enum BagManifest {
  /// The declaration of a bag of BagIt 1.0.
  static let declaration = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// The manifest of `files`, in their order.
  static func write(_ files: some Sequence<(path: String, hash: Hash32)>) -> [UInt8] {
    var bytes: [UInt8] = []
    for (path, hash) in files { bytes += Array("\(hash.hex)  \(path)\n".utf8) }
    return bytes
  }
}
