public import Diagnostics
import Language

/// What can be wrong with a Markdown text.
public enum MarkdownMessage: DiagnosticMessage, Hashable {
  /// The text has more bytes than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// The bytes are not UTF-8.
  case notUTF8
  /// A control character that has no business in a text.
  case controlCharacter(UInt8)
  /// Blocks or emphasis nested deeper than the limit.
  case tooDeep(limit: Int)
  /// Raw HTML, a block or inline.
  case rawHTML(String)
  /// A link or an image whose address is of another scheme than the safe ones.
  case unsafeScheme(String)
  /// A link or an image whose address has no scheme and is no fragment.
  case relativeAddress(String)
  /// A reference to a footnote that nothing defines.
  case undefinedFootnote(String)
  /// A footnote that nothing refers to, which would be left out in silence.
  case unusedFootnote(String)
  /// So many more problems than are told, the first of them here.
  case moreProblems(Int)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .tooLarge(let bytes, let limit):
      .init(
        "M001", en: "the text has \(bytes) bytes; the limit is \(limit)",
        es: "el texto tiene \(bytes) bytes; el límite es \(limit)",
        hint: Text(en: "split the text", es: "divida el texto"))
    case .notUTF8:
      .init(
        "M002", en: "the text is not UTF-8", es: "el texto no es UTF-8",
        hint: Text(en: "save the file as UTF-8", es: "guarde el archivo en UTF-8"))
    case .controlCharacter(let byte):
      .init(
        "M003", en: "the text holds the control character \(Self.name(of: byte))",
        es: "el texto contiene el carácter de control \(Self.name(of: byte))",
        hint: byte == 0x0D
          ? Text(en: "end lines with LF or CRLF", es: "termine las líneas con LF o CRLF")
          : Text(en: "remove it", es: "quítelo"))
    case .tooDeep(let limit):
      .init(
        "M004", en: "the text is nested more than \(limit) levels deep", es: "el texto tiene más de \(limit) niveles")
    case .rawHTML(let html):
      .init(
        "M005", en: "raw HTML '\(Self.short(html))' is not allowed", es: "no se permite HTML: «\(Self.short(html))»",
        hint: Text(
          en: "use Markdown, or write \\< for the sign itself", es: "use Markdown, o escriba \\< para el signo mismo"))
    case .unsafeScheme(let scheme):
      .init(
        "M006", en: "addresses of the scheme '\(Self.short(scheme))' are not allowed",
        es: "no se permiten direcciones del esquema «\(Self.short(scheme))»",
        hint: Text(en: "use https:, http:, mailto: or #fragment", es: "use https:, http:, mailto: o #fragmento"))
    case .relativeAddress(let address):
      .init(
        "M007", en: "the address '\(Self.short(address))' is relative",
        es: "la dirección «\(Self.short(address))» es relativa",
        hint: Text(en: "use https:, http:, mailto: or #fragment", es: "use https:, http:, mailto: o #fragmento"))
    case .undefinedFootnote(let name):
      .init(
        "M008", en: "footnote '\(Self.short(name))' is not defined",
        es: "la nota «\(Self.short(name))» no está definida",
        hint: Text(
          en: "add a line '[^\(Self.short(name))]: ...', or write \\[ for the sign itself",
          es: "agregue una línea «[^\(Self.short(name))]: ...», o escriba \\[ para el signo mismo"))
    case .unusedFootnote(let name):
      .init(
        "M009", en: "nothing refers to footnote '\(Self.short(name))'",
        es: "nada remite a la nota «\(Self.short(name))»",
        hint: Text(
          en: "refer to it with [^\(Self.short(name))], or remove it",
          es: "remita a ella con [^\(Self.short(name))], o quítela"))
    case .moreProblems(let count):
      .init(
        "M010", en: count == 1 ? "and 1 more problem" : "and \(count) more problems from here on",
        es: count == 1 ? "y 1 problema más" : "y \(count) problemas más desde aquí")
    }
  }

  private static func name(of byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  /// What stands in the text, on one line and no longer than a sentence bears.
  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.unicodeScalars.count <= 40 ? line : String(line.unicodeScalars.prefix(39)) + "…"
  }
}
