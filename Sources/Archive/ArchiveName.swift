public import Language
@_spi(_Unicode) import Swift

/// The rules for the names of entries: relative paths that mean the same on every file system.
public enum ArchiveName {
  /// UTF-8 bytes that a component may have: what common file systems take.
  static let componentLength = 255

  /// What is wrong with a name.
  public enum Fault: Sendable, Hashable {
    case empty, notUTF8, unmarked, notNFC, absolute, backslash, colon, wildcard, percent, control, invisible
    case component, edge, device, active, folder
    case tooLong(limit: Int), componentTooLong(limit: Int), tooDeep(limit: Int)

    /// The fault in words, to go behind a colon.
    public var words: Text {
      switch self {
      case .empty: Text(en: "it is empty", es: "está vacío")
      case .notUTF8: Text(en: "it is not UTF-8", es: "no es UTF-8")
      case .unmarked:
        Text(
          en: "it has letters beyond ASCII, but is not marked as UTF-8",
          es: "tiene letras que no son ASCII, pero no está marcado como UTF-8")
      case .notNFC: Text(en: "it is not in Unicode normalization form C", es: "no está en la forma normal C de Unicode")
      case .absolute: Text(en: "it begins at the root", es: "empieza en la raíz")
      case .backslash: Text(en: "it has a backslash", es: "tiene una barra invertida")
      case .colon: Text(en: "it has a colon", es: "tiene dos puntos")
      case .wildcard:
        Text(
          en: "it has one of the characters ? * < > \" |, which Windows does not allow",
          es: "tiene uno de los caracteres ? * < > \" |, que Windows no permite")
      case .percent:
        Text(
          en: "it has a percent sign, which programs read in different ways",
          es: "tiene un signo de porcentaje, que los programas leen de modos distintos")
      case .control: Text(en: "it has a control character", es: "tiene un carácter de control")
      case .invisible:
        Text(en: "it has an invisible formatting character", es: "tiene un carácter de formato invisible")
      case .component: Text(en: "it has an empty, '.' or '..' component", es: "tiene un componente vacío, «.» o «..»")
      case .edge: Text(en: "a component ends in a dot or a space", es: "un componente termina en punto o en espacio")
      case .device:
        Text(
          en: "a component is the name of a device on Windows",
          es: "un componente es el nombre de un dispositivo en Windows")
      case .active:
        Text(
          en: "a component is '.git' or '.veedor', whose files programs act on",
          es: "un componente es «.git» o «.veedor», según cuyos archivos actúan los programas")
      case .folder: Text(en: "it is a folder", es: "es una carpeta")
      case .tooLong(let limit): Text(en: "it is longer than \(limit) bytes", es: "tiene más de \(limit) bytes")
      case .componentTooLong(let limit):
        Text(en: "a component is longer than \(limit) bytes", es: "un componente tiene más de \(limit) bytes")
      case .tooDeep(let limit):
        Text(en: "it has more than \(limit) components", es: "tiene más de \(limit) componentes")
      }
    }
  }

  /// The name that stands in an archive as `bytes`, where it keeps all rules.
  ///
  /// `isMarked` says whether the entry's flags call the name UTF-8.
  static func parse(
    _ bytes: UnsafeRawBufferPointer, isMarked: Bool, limits: ArchiveLimits
  ) throws(ArchiveMessage) -> String {
    func refuse(_ fault: Fault) -> ArchiveMessage { .name(entry: shown(bytes), fault) }
    if bytes.isEmpty { throw refuse(.empty) }
    if bytes.count > limits.pathLength { throw refuse(.tooLong(limit: limits.pathLength)) }
    guard let name = String(validating: bytes, as: UTF8.self) else { throw refuse(.notUTF8) }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    if !isASCII, !isMarked { throw refuse(.unmarked) }
    if let fault = fault(of: name, isASCII: isASCII, limits: limits) { throw refuse(fault) }
    return name
  }

  /// What is wrong with `name`; nil where it keeps all rules.
  public static func fault(of name: String, limits: ArchiveLimits = ArchiveLimits()) -> Fault? {
    fault(of: name, isASCII: name.utf8.allSatisfy { $0 < 0x80 }, limits: limits)
  }

  /// Throws `ArchiveMessage.name` where `name` breaks a rule.
  public static func check(_ name: String, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveMessage) {
    if let fault = fault(of: name, limits: limits) { throw .name(entry: shown(name), fault) }
  }

  private static func fault(of name: String, isASCII: Bool, limits: ArchiveLimits) -> Fault? {
    if name.isEmpty { return .empty }
    if name.utf8.count > limits.pathLength { return .tooLong(limit: limits.pathLength) }
    for scalar in name.unicodeScalars { if let fault = fault(of: scalar) { return fault } }
    let slash = UInt8(ascii: "/")
    if name.utf8.first == slash { return .absolute }
    if name.utf8.last == slash { return .folder }
    let components = name.utf8.split(separator: slash, omittingEmptySubsequences: false)
    if components.count > limits.depth { return .tooDeep(limit: limits.depth) }
    for component in components {
      if component.isEmpty || component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) {
        return .component
      }
      if component.last == UInt8(ascii: ".") || component.last == UInt8(ascii: " ") { return .edge }
      if component.count > componentLength { return .componentTooLong(limit: componentLength) }
      let folded = folded(Substring(component))
      if isDevice(folded) { return .device }
      if activeNames.contains(folded) { return .active }
    }
    return isASCII || isNormalized(name) ? nil : .notNFC
  }

  private static func fault(of scalar: Unicode.Scalar) -> Fault? {
    switch scalar {
    case "\\": return .backslash
    case ":": return .colon
    case "?", "*", "<", ">", "\"", "|": return .wildcard
    case "%": return .percent
    case "\0"..."\u{1f}", "\u{7f}": return .control
    case "\u{80}"...:
      switch scalar.properties.generalCategory {
      case .control: return .control
      case .format, .lineSeparator, .paragraphSeparator: return .invisible
      default: return nil
      }
    default: return nil
    }
  }

  /// Folders whose files a program obeys, with the short names that Windows gives them.
  private static let activeNames: Set<String> = [".git", "git~1", ".veedor", "veedor~1"]

  /// Whether Windows takes a component, folded, for a device: whatever follows a dot, and blanks before it, count for
  /// nothing there.
  private static func isDevice(_ component: String) -> Bool {
    var stem = component.prefix { $0 != "." }
    while stem.last == " " { stem.removeLast() }
    switch stem {
    case "con", "prn", "aux", "nul", "conin$", "conout$", "clock$": return true
    default:
      guard stem.hasPrefix("com") || stem.hasPrefix("lpt") else { return false }
      let number = stem.dropFirst(3)
      return number.count == 1 && number.allSatisfy { "0123456789¹²³".contains($0) }
    }
  }

  /// Whether `name` is in normalization form C (Unicode Standard Annex 15).
  static func isNormalized(_ name: String) -> Bool {
    // The standard library normalizes, though without a public name yet; anything else would bring ICU with it.
    name.unicodeScalars.elementsEqual(name._nfc)
  }

  /// `name` in normalization form C.
  public static func composed(_ name: String) -> String {
    isNormalized(name) ? name : String(String.UnicodeScalarView(name._nfc))
  }

  /// `name` without the differences that some file systems do not make: of case, and of composed letters.
  ///
  /// Two names that fold to equal strings must not both stand in an archive. Swift compares strings by canonical
  /// equivalence, so normalization needs no step here. Upper case before lower makes `ß` and `ss` equal, as full case
  /// folding does.
  static func folded(_ name: some StringProtocol) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    return name.unicodeScalars.reduce(into: "") { $0 += $1.properties.uppercaseMapping }.lowercased()
  }

  /// A name from an archive as it may be shown: bytes other than plain ASCII as `\xNN` where it is not UTF-8 or could
  /// steer a terminal, and cut where it is very long.
  static func shown(_ bytes: UnsafeRawBufferPointer) -> String {
    let head = bytes.prefix(200)
    let text = String(validating: head, as: UTF8.self)
    let isHarmless =
      text?.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
        default: true
        }
      } ?? false
    var shown = ""
    if let text, isHarmless {
      shown = text
    } else {
      for byte in head {
        if (0x20..<0x7f).contains(byte) {
          shown.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          shown += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
      }
    }
    return bytes.count > head.count ? shown + "..." : shown
  }

  /// As the other, for a name at hand.
  static func shown(_ name: String) -> String {
    var name = name
    return name.withUTF8 { shown(UnsafeRawBufferPointer($0)) }
  }
}
