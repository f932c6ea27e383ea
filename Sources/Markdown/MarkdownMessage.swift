public import Diagnostics

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

  /// The stable code.
  public var code: String {
    switch self {
    case .tooLarge: "M001"
    case .notUTF8: "M002"
    case .controlCharacter: "M003"
    case .tooDeep: "M004"
    case .rawHTML: "M005"
    case .unsafeScheme: "M006"
    case .relativeAddress: "M007"
    case .undefinedFootnote: "M008"
    case .unusedFootnote: "M009"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .tooLarge(let bytes, let limit): "the text has \(bytes) bytes; the limit is \(limit)"
    case .notUTF8: "the text is not UTF-8"
    case .controlCharacter(let byte): "the text holds the control character \(Self.name(of: byte))"
    case .tooDeep(let limit): "the text is nested more than \(limit) levels deep"
    case .rawHTML(let html): "raw HTML '\(Self.short(html))' is not allowed"
    case .unsafeScheme(let scheme): "addresses of the scheme '\(Self.short(scheme))' are not allowed"
    case .relativeAddress(let address): "the address '\(Self.short(address))' is relative"
    case .undefinedFootnote(let name): "footnote '\(Self.short(name))' is not defined"
    case .unusedFootnote(let name): "nothing refers to footnote '\(Self.short(name))'"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .tooLarge: "split the text"
    case .notUTF8: "save the file as UTF-8"
    case .controlCharacter(0x0D): "end lines with LF or CRLF"
    case .controlCharacter: "remove it"
    case .tooDeep: nil
    case .rawHTML: "use Markdown, or write \\< for the sign itself"
    case .unsafeScheme, .relativeAddress: "use https:, http:, mailto: or #fragment"
    case .undefinedFootnote(let name): "add a line '[^\(Self.short(name))]: ...', or write \\[ for the sign itself"
    case .unusedFootnote(let name): "refer to it with [^\(Self.short(name))], or remove it"
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
