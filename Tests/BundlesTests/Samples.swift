import Archive
import Bundles
import Crypto
import Files
import Glibc
import TestSupport

let description = BundleDescription(
  mission: "training", edition: "partners", title: ["en": "A training count", "es": "Un conteo de práctica"],
  notice: ["en": "Made up for training", "es": "Inventado para formación"])

/// A few small files, given out of order.
let files = [
  BundleFile("workspace/veedor.yaml", .bytes(Array("veedor: 1\n".utf8))),
  BundleFile("workspace/data/bulletins.csv", .bytes(Array("bulletin,votes\n1,10\n2,25\n".utf8))),
  BundleFile("results/count_line/result.json", .bytes(Array("{\"findings\":[]}".utf8))),
  BundleFile("drafts/preliminary.es.html", .bytes(Array("<p>¡Hola!</p>".utf8))),
  BundleFile("workspace/data/empty.csv", .bytes([])),
]

/// The bytes of a bundle of `files`.
func bundle(
  _ files: [BundleFile] = files, _ description: BundleDescription = description, signedBy signers: [BundleSigner] = []
) throws -> [UInt8] {
  try withScratch { root in
    try MappedFile(path: BundleWriter(description, signedBy: signers).write(files, into: Folder(path: root)).path)
      .content
  }
}

/// What the check of `bytes` gives.
func verify(_ bytes: [UInt8]) throws -> BundleFacts {
  try bytes.withUnsafeBytes { try Bundle.verify($0, packing: true) }
}

/// The content of the archive in `bytes`, in order.
func unpack(_ bytes: [UInt8]) throws -> [(path: String, content: [UInt8])] {
  try bytes.withUnsafeBytes { bytes in
    try ArchiveDirectory(parsing: bytes).entries.map { entry in
      var content: [UInt8] = []
      try entry.read(from: bytes) { content.append(contentsOf: $0) }
      return (entry.path, content)
    }
  }
}

/// The content of an archive of any program in `bytes`, in order.
func unpackLeniently(_ bytes: [UInt8]) throws -> [(path: String, content: [UInt8])] {
  try bytes.withUnsafeBytes { bytes in
    try LenientArchive(parsing: bytes).entries.map { entry in
      var content: [UInt8] = []
      try entry.read(from: bytes) { content.append(contentsOf: $0) }
      return (entry.path, content)
    }
  }
}

/// An archive of `files` as another program writes it: every header has a time.
func packElsewhere(_ files: [(path: String, content: [UInt8])]) throws -> [UInt8] {
  var bytes = try pack(files)
  for (signature, place) in [([0x50, 0x4b, 3, 4], 10), ([0x50, 0x4b, 1, 2], 12)] as [([UInt8], Int)] {
    for start in bytes.ranges(of: signature).map(\.lowerBound) {
      bytes.replaceSubrange((start + place)..<(start + place + 4), with: [0x21, 0x6c, 0x7c, 0x5d])
    }
  }
  return bytes
}

/// An archive of `files`, which need not be a bundle.
func pack(_ files: [(path: String, content: [UInt8])]) throws -> [UInt8] {
  try withScratch { root in
    try AtomicFile.replace(root + "/a.zip") { output in
      let writer = try ArchiveWriter(output)
      for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
        try writer.add(file.path, file.content)
      }
      try writer.finish()
    }
    return try MappedFile(path: root + "/a.zip").content
  }
}

/// An archive of `contents` by path whose manifests are put right, as somebody would who wants a change to go unnoticed.
func packWithManifests(_ contents: [String: [UInt8]]) throws -> [UInt8] {
  var contents = contents
  func manifest(_ isListed: (String) -> Bool) -> [UInt8] {
    let paths = contents.keys.filter(isListed).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths.flatMap { Array("\(sha256(contents[$0] ?? []))  \($0)\n".utf8) }
  }
  contents["manifest-sha256.txt"] = manifest { $0.hasPrefix("data/") }
  contents["tagmanifest-sha256.txt"] = manifest { !$0.hasPrefix("data/") && $0 != "tagmanifest-sha256.txt" }
  return try pack(contents.map { ($0.key, $0.value) })
}

/// The SHA-256 of `bytes` in hexadecimal.
func sha256(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

/// Bytes in hexadecimal.
func hex(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
