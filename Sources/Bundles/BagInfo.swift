/// What the bag says of itself, one `Label: text` a line (RFC 8493, section 2.2.2). It states neither time nor program.
enum BagInfo {
  /// The bytes for a bag of `files` files of `size` bytes together: one line each, whatever the texts hold.
  static func write(_ description: BundleDescription, files: Int, size: Int) -> [UInt8] {
    var lines = [
      ("External-Identifier", description.mission), ("Payload-Oxum", "\(size).\(files)"),
      ("Veedor-Edition", description.edition), ("Veedor-Profile", description.profile.rawValue),
    ]
    func byLanguage(_ label: String, _ texts: [String: String]) {
      for text in texts.sorted(by: { $0.key < $1.key }) { lines.append((label, text.value)) }
    }
    byLanguage("External-Description", description.title)
    byLanguage("Veedor-Notice", description.notice)
    return lines.flatMap { label, text in
      let flat = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
      return Array("\(label): \(flat)\n".utf8)
    }
  }
}
