/// The names of entries that another program wrote: what they mean must be one thing, however it is spelt.
enum LenientName {
  /// The name that stands in an archive as `bytes`: UTF-8, or code page 437 where they are none and not said to be.
  static func parse(
    _ bytes: UnsafeRawBufferPointer, isMarked: Bool, limits: ArchiveLimits
  ) throws(ArchiveMessage) -> String {
    func refuse(_ fault: ArchiveName.Fault) -> ArchiveMessage { .name(entry: ArchiveName.shown(bytes), fault) }
    if bytes.isEmpty { throw refuse(.empty) }
    if bytes.count > limits.pathLength { throw refuse(.tooLong(limit: limits.pathLength)) }
    let text = String(validating: bytes, as: UTF8.self)
    if text == nil, isMarked { throw refuse(.notUTF8) }
    let name = text ?? codePage437(bytes)
    for scalar in name.unicodeScalars { if let fault = fault(of: scalar) { throw refuse(fault) } }
    if name.utf8.first == UInt8(ascii: "/") { throw refuse(.absolute) }
    var components = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    // A folder's name ends in a slash.
    if components.last?.isEmpty == true { components.removeLast() }
    if components.count > limits.depth { throw refuse(.tooDeep(limit: limits.depth)) }
    for component in components
    where component.isEmpty || component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) {
      throw refuse(.component)
    }
    return name
  }

  private static func fault(of scalar: Unicode.Scalar) -> ArchiveName.Fault? {
    switch scalar {
    case "\\": .backslash
    case ":": .colon
    case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}": .control
    // What turns the direction of a text.
    case "\u{61c}", "\u{200e}", "\u{200f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": .invisible
    default: nil
    }
  }

  private static func codePage437(_ bytes: UnsafeRawBufferPointer) -> String {
    var name = String.UnicodeScalarView()
    for byte in bytes { name.append(byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]) }
    return String(name)
  }

  /// The characters of code page 437 from 0x80 on (Unicode's mapping table).
  private static let upperHalf = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}").unicodeScalars)
}

/// Finds names that file systems take for one, and files that stand where a folder must be.
struct LenientNames {
  /// Whether each folded name is listed: folders that only stand above others are not.
  private var isListed: [String: Bool] = [:]
  private var files: Set<String> = []

  /// Takes in `path`, which ends in a slash where it is a folder.
  mutating func add(_ path: String) throws(ArchiveMessage) {
    let isFolder = path.utf8.last == UInt8(ascii: "/")
    let folded = Self.folded(isFolder ? path.dropLast() : path[...])
    func collision() -> ArchiveMessage {
      .collision(entry: ArchiveName.shown(path), with: ArchiveName.shown(folded))
    }
    if let earlier = isListed[folded], earlier || !isFolder { throw collision() }
    isListed[folded] = true
    if !isFolder { files.insert(folded) }
    var above = folded[...]
    while let slash = above.lastIndex(of: "/") {
      above = above[..<slash]
      let folder = String(above)
      if files.contains(folder) { throw collision() }
      if isListed[folder] != nil { break }
      isListed[folder] = false
    }
  }

  /// `name` without the differences of case that file systems do not make, letter by letter; Swift compares composed and
  /// decomposed letters as one.
  private static func folded(_ name: Substring) -> String {
    name.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
  }
}
