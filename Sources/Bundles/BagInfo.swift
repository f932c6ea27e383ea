internal import Compression

/// What the bag says of itself, one `Label: text` a line (RFC 8493, section 2.2.2). It states no time.
struct BagInfo {
  private(set) var lines: [(label: String, text: String)]

  /// What a bundle's bag says.
  init(_ description: BundleDescription, files: Int, size: Int) {
    lines = [
      ("External-Identifier", description.mission), ("Payload-Oxum", Self.oxum(files: files, size: size)),
      ("Veedor-Profile", description.profile.rawValue), ("Veedor-Zlib-Version", zlibVersion),
    ]
    func byLanguage(_ label: String, _ texts: [String: String]) {
      for text in texts.sorted(by: { $0.key < $1.key }) { lines.append((label, text.value)) }
    }
    byLanguage("External-Description", description.title)
    byLanguage("Veedor-Notice", description.notice)
  }

  /// What stands in `bytes`; lines without a label are left out.
  init(parsing bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      return (String(line[..<colon]), String(line[line.utf8.index(after: colon)...].drop { $0 == " " }))
    }
  }

  /// The first text with the label `label`.
  subscript(label: String) -> String? { lines.first { $0.label == label }?.text }

  /// The bytes as they are stored: one line each, whatever the texts hold.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for (label, text) in lines {
      let flat = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
      bytes += Array("\(label): \(flat)\n".utf8)
    }
    return bytes
  }

  /// Size and number of the payload's files, as `Payload-Oxum` states them.
  static func oxum(files: Int, size: Int) -> String { "\(size).\(files)" }
}
