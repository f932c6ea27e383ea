internal import Schema

/// The bundle's description for programs that read RO-Crate 1.1: presentation, which follows from statement and files, and
/// which nothing here ever reads back.
///
/// It states no date of publication, which RO-Crate asks for: no time enters a bundle's files.
enum ResearchCrate {
  /// The metadata of a crate with `files`, given by their paths in the bundle, in their order.
  static func metadata(_ description: BundleDescription, files: [(path: String, size: Int)]) -> [UInt8] {
    let files = files.map { (path: $0.path.dropFirst(BundleLayout.payload.count), size: $0.size) }
    let title = description.title.sorted { $0.key < $1.key }.map(\.value)
    let notice = description.notice.sorted { $0.key < $1.key }.map(\.value)
    let descriptor: Value = [
      "@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": ["@id": "./"],
      "conformsTo": ["@id": "https://w3id.org/ro/crate/1.1"],
    ]
    let root: Value = [
      "@id": "./", "@type": "Dataset", "identifier": .string(description.mission),
      "name": .list(title.map(Value.string)), "description": .list(notice.map(Value.string)),
      "hasPart": .list(files.map { ["@id": .string(reference($0.path))] }),
    ]
    let parts: [Value] = files.map {
      ["@id": .string(reference($0.path)), "@type": "File", "contentSize": .string(String($0.size))]
    }
    let crate: Value = [
      "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": .list([descriptor, root] + parts),
    ]
    return crate.prettyJSON
  }

  /// `path` as a relative reference (RFC 3986): what is not unreserved is written as `%NN`, but for the slashes.
  private static func reference(_ path: Substring) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
