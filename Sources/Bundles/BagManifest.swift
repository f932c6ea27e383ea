internal import Hashing

/// The manifests of a bag, and its declaration (RFC 8493, sections 2.1.1, 2.1.3 and 2.2.1).
///
/// Of the ways in which programs write manifests one is taken: lower-case hexadecimal, two blanks, the path. No
/// percent-encoding (names with `%` are refused), no `*` before the path, no `./`. Of the standard's features these are
/// left out: fetching (`fetch.txt`), for a bundle is complete; encodings other than UTF-8; several manifests.
enum BagManifest {
  /// The declaration of a bag of BagIt `version`.
  static func declaration(version: String = "1.0") -> [UInt8] {
    Array("BagIt-Version: \(version)\nTag-File-Character-Encoding: UTF-8\n".utf8)
  }

  /// The manifest of `files`, in their order.
  static func write(_ files: some Sequence<(path: String, hash: Hash32)>) -> [UInt8] {
    var bytes: [UInt8] = []
    for (path, hash) in files { bytes += Array("\(hash.hex)  \(path)\n".utf8) }
    return bytes
  }

  /// Holds the manifest `name` with the content `bytes` against the bag's files.
  ///
  /// `hashes` are those of all files of the bag, by path; `required` are the paths that the manifest must name. Returns
  /// what is wrong, in the order of the manifest's lines.
  static func problems(
    of name: String, _ bytes: [UInt8], required: some Sequence<String>, hashes: [String: Hash32]
  ) -> [BundleMessage] {
    var problems: [BundleMessage] = []
    var listed: Set<String> = []
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // The last line ends like the others.
    if lines.last?.isEmpty == true {
      lines.removeLast()
    } else {
      problems.append(.manifestLine(manifest: name, line: lines.count))
    }
    for (index, line) in lines.enumerated() {
      guard let (stated, path) = parse(line) else {
        problems.append(.manifestLine(manifest: name, line: index + 1))
        continue
      }
      guard listed.insert(path).inserted else {
        problems.append(.listedTwice(manifest: name, path: path))
        continue
      }
      guard let actual = hashes[path] else {
        problems.append(.listedButMissing(manifest: name, path: path))
        continue
      }
      if stated != actual { problems.append(.hashDiffers(manifest: name, path: path)) }
    }
    for path in required where !listed.contains(path) { problems.append(.notListed(manifest: name, path: path)) }
    return problems
  }

  private static func parse(_ line: ArraySlice<UInt8>) -> (hash: Hash32, path: String)? {
    let blank = UInt8(ascii: " ")
    let digits = line.prefix { $0 != blank }
    let rest = line[digits.endIndex...]
    guard let hash = Hash32(hex: digits), rest.count > 2, rest.prefix(2).elementsEqual([blank, blank]),
      let path = String(validating: rest.dropFirst(2), as: UTF8.self)
    else { return nil }
    return (hash, path)
  }
}
