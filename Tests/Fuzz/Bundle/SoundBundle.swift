import Bundles
import Files
import FuzzDriver
import Hashing

@testable import Archive

/// The bundle that is changed: a few small files, one of them worth deflating.
struct SoundBundle {
  let bytes: [UInt8]
  let identity: Hash32
  /// In the order of the archive.
  let members: [(path: String, content: [UInt8])]

  var content: [String: [UInt8]] { Dictionary(uniqueKeysWithValues: members.map { ($0.path, $0.content) }) }

  init() {
    do {
      let files = [
        BundleFile("workspace/veedor.yaml", .bytes(Array("veedor: 1\n".utf8))),
        BundleFile("workspace/data/mesas_ñ.csv", .bytes(Array("mesa,votos\n1,10\n2,25\n".utf8))),
        BundleFile("workspace/data/empty.csv", .bytes([])),
        BundleFile("results/count/result.json", .bytes([UInt8](repeating: 0x20, count: 300) + Array("{}".utf8))),
      ]
      let description = BundleDescription(
        mission: "training", edition: "public", title: ["en": "A count", "es": "Un conteo"], notice: ["en": "Made up"])
      let folder = FuzzFolder()
      let home = try Folder(path: folder.path)
      let written = try BundleWriter(description).write(files, into: home)
      bytes = try MappedFile(path: written.path).content
      identity = written.statement.identity
      for file in try home.files() { folder.remove(file) }
      folder.remove()
      members = try bytes.withUnsafeBytes { bytes in
        try ArchiveDirectory(parsing: bytes).entries.map { entry in
          var content: [UInt8] = []
          try entry.read(from: bytes) { content += $0 }
          return (entry.path, content)
        }
      }
    } catch {
      fatalError("the sound bundle cannot be made: \(error)")
    }
  }
}
