import Crypto
import Files
import Glibc
import Hashing
import Testing

@testable import Bundles

/// The conformance bags of the shared corpus, where they are at hand; the folder's name is the verdict.
private let corpus: String? = {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  let shared = getenv("VEEDOR_SHARED").map { String(cString: $0) } ?? root + "/../shared"
  let folder = shared + "/corpus/bagit"
  return (try? FileStamp(path: folder)) == nil ? nil : folder
}()

/// A tag file as bundles write it: lines end in LF, and two blanks stand between hash and path.
///
/// BagIt leaves the choice; a bundle must be exact, so that every changed byte is noticed.
private func normalized(_ bytes: [UInt8]) -> [UInt8] {
  let lines = bytes.split(separator: 0x0a).map { $0.last == 0x0d ? $0.dropLast() : $0 }
  return lines.flatMap { line in
    let hash = line.prefix { $0 != 0x20 }
    let isManifest = hash.count >= 32
    let path = line.dropFirst(hash.count).drop { $0 == 0x20 }
    return isManifest ? hash + [0x20, 0x20] + path + [0x0a] : line + [0x0a]
  }
}

/// The manifest `bytes` with SHA-256 in place of another hash: a line that states what `hash` gives for a file's content
/// states its SHA-256, and every other line stays as it is, which is wrong either way.
private func translated(
  _ bytes: [UInt8], from hash: ([UInt8]) -> String, _ contents: [String: [UInt8]]
) -> [UInt8] {
  bytes.split(separator: 0x0a).flatMap { line in
    let stated = line.prefix { $0 != 0x20 }
    let path = String(decoding: line.dropFirst(stated.count + 2), as: UTF8.self)
    guard let content = contents[path], stated.elementsEqual(hash(content).utf8) else { return line + [0x0a] }
    return Hash32(of: content).hex.utf8 + line.dropFirst(stated.count) + [0x0a]
  }
}

/// What the rules for bags say of a folder: with BagIt 1.0 or 0.97, and any of the usual hashes.
private func isGood(_ path: String, version: String) throws -> Bool {
  let bag = try Folder(path: path)
  let files = try bag.files()
  guard files.contains("bagit.txt"), !files.contains("fetch.txt"),
    try normalized(bag.file("bagit.txt").content) == BagManifest.declaration(version: version)
  else { return false }
  let payload = files.filter { $0.hasPrefix("data/") }
  var contents: [String: [UInt8]] = [:]
  for file in files { contents[file] = try bag.file(file).content }
  let hashes: [(name: String, of: ([UInt8]) -> String)] = [
    ("md5", { hex(Insecure.MD5.hash(data: $0)) }), ("sha1", { hex(Insecure.SHA1.hash(data: $0)) }),
    ("sha256", { hex(SHA256.hash(data: $0)) }), ("sha512", { hex(SHA512.hash(data: $0)) }),
  ]
  var isGood = false
  for (algorithm, hash) in hashes {
    for (name, required) in [("manifest-\(algorithm).txt", payload), ("tagmanifest-\(algorithm).txt", [])]
    where files.contains(name) {
      let manifest = translated(normalized(contents[name] ?? []), from: hash, contents)
      let problems = BagManifest.problems(
        of: name, manifest, required: required, hashes: contents.mapValues { Hash32(of: $0) })
      if !problems.isEmpty { return false }
      isGood = true
    }
  }
  return isGood
}

@Suite struct BagCorpusTests {
  /// What bundles leave out of the standard, so that these valid bags are refused: fetching, other encodings, SHA-224.
  static let leftOut: Set<String> = [
    "holey-bag", "ISO-8859-1-encoded-tag-files", "UTF-16-encoded-tag-files", "uncommon-metadata-separators",
  ]

  @Test(.enabled(if: corpus != nil, "needs the shared corpus: set VEEDOR_SHARED"))
  func verdictsAreThoseOfTheFolders() throws {
    let root = try Folder(path: try #require(corpus))
    var counts: [String: Int] = [:]
    for version in ["0.97", "1.0"] {
      let verdicts = try root.folder("v\(version)").list().map(\.name)
      for verdict in verdicts where verdict != "windows-only" {
        for bag in try root.folder("v\(version)/\(verdict)").list() where bag.kind == .folder {
          // Doubtful bags are refused like invalid ones.
          let expected = verdict == "valid" && !Self.leftOut.contains(bag.name)
          let path = "\(root.path)/v\(version)/\(verdict)/\(bag.name)"
          #expect(try isGood(path, version: version) == expected, "\(verdict)/\(bag.name)")
          counts[verdict, default: 0] += 1
        }
      }
    }
    #expect(counts["valid", default: 0] >= 9 && counts["invalid", default: 0] >= 8)
  }
}
