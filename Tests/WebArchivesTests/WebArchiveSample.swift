import Compression
import Files
import Hashing
import Schema

@testable import WebArchives

/// A WACZ archive put together part by part, so that a test can make any of them wrong.
struct WebArchiveSample {
  /// The files that are listed, by path, and those that are not.
  var files = [
    "archive/data.warc": Array("WARC/1.0".utf8),
    "pages/pages.jsonl": Array(
      #"""
      {"format": "json-pages-1.0", "id": "pages"}
      {"url": "https://example.org/a", "ts": "2017-11-26T07:00:00Z", "text": "a"}

      {"url": "https://example.org/b"}
      """#.utf8),
  ]
  var unlisted: [String: [UInt8]] = [:]
  var version: Value? = "1.1.1"
  /// Changes the list before it is written, and its bytes behind that.
  var list: (inout [Value]) -> Void = { _ in }
  var package: (inout [UInt8]) -> Void = { _ in }
  /// The digest of the list; nil leaves the file out.
  var digest: ((Hash32) -> Value)? = { ["path": "datapackage.json", "hash": .string("sha256:\($0.hex)")] }
  var isDeflated = false

  /// What the list says of a file.
  static func resource(_ path: String, _ content: [UInt8]) -> Value {
    ["path": .string(path), "hash": .string("sha256:\(Hash32(of: content).hex)"), "bytes": .integer(content.count)]
  }

  var bytes: [UInt8] {
    get throws {
      var resources = files.sorted { $0.key < $1.key }.map { Self.resource($0.key, $0.value) }
      list(&resources)
      var members: [String: Value] = ["resources": .list(resources), "created": "2017-11-26T08:00:00Z"]
      members["wacz_version"] = version
      var package = Value.object(members).canonicalJSON
      let seal = digest?(Hash32(of: package))
      self.package(&package)
      var all = files.merging(unlisted) { $1 }
      all["datapackage.json"] = package
      if let seal { all["datapackage-digest.json"] = seal.canonicalJSON }
      return try Self.zip(all.sorted { $0.key < $1.key }, isDeflated: isDeflated)
    }
  }

  /// A ZIP archive of `files`, in which a name may stand twice.
  static func zip(_ files: [(key: String, value: [UInt8])], isDeflated: Bool = false) throws -> [UInt8] {
    var (out, directory): ([UInt8], [UInt8]) = ([], [])
    for (path, content) in files {
      let data = isDeflated ? try compress(content, .raw) : content
      var header = little(UInt16(20)) + little(UInt16(0)) + little(UInt16(isDeflated ? 8 : 0)) + [0, 0, 33, 0]
      header += little(content.withUnsafeBytes { crc32($0) }) + little(UInt32(data.count))
      header += little(UInt32(content.count)) + little(UInt16(path.utf8.count)) + [0, 0]
      directory += little(UInt32(0x0201_4b50)) + [20, 3] + header + [UInt8](repeating: 0, count: 6)
      directory += little(UInt32(0o100644 << 16)) + little(UInt32(out.count)) + path.utf8
      out += little(UInt32(0x0403_4b50)) + header + path.utf8 + data
    }
    let count = little(UInt16(files.count))
    return out + directory + little(UInt32(0x0605_4b50)) + [0, 0, 0, 0] + count + count
      + little(UInt32(directory.count)) + little(UInt32(out.count)) + [0, 0]
  }

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

extension WebArchive {
  /// The archive in `bytes`, checked.
  static func checked(_ bytes: [UInt8]) throws -> WebArchive {
    try bytes.withUnsafeBytes { try WebArchive(checking: $0) }
  }
}
