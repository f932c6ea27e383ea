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
  /// So many more problems than are told, the first of them here.
  case moreProblems(Int)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .tooLarge(let bytes, let limit):
      .init("M001", "the text has \(bytes) bytes; the limit is \(limit)", hint: "split the text")
    case .notUTF8: .init("M002", "the text is not UTF-8", hint: "save the file as UTF-8")
    case .controlCharacter(let byte):
      .init(
        "M003", "the text holds the control character \(Self.name(of: byte))",
        hint: byte == 0x0D ? "end lines with LF or CRLF" : "remove it")
    case .tooDeep(let limit): .init("M004", "the text is nested more than \(limit) levels deep")
    case .rawHTML(let html):
      .init(
        "M005", "raw HTML '\(Self.short(html))' is not allowed",
        hint: "use Markdown, or write \\< for the sign itself")
    case .unsafeScheme(let scheme):
      .init(
        "M006", "addresses of the scheme '\(Self.short(scheme))' are not allowed",
        hint: "use https:, http:, mailto: or #fragment")
    case .relativeAddress(let address):
      .init("M007", "the address '\(Self.short(address))' is relative", hint: "use https:, http:, mailto: or #fragment")
    case .undefinedFootnote(let name):
      .init(
        "M008", "footnote '\(Self.short(name))' is not defined",
        hint: "add a line '[^\(Self.short(name))]: ...', or write \\[ for the sign itself")
    case .unusedFootnote(let name):
      .init(
        "M009", "nothing refers to footnote '\(Self.short(name))'",
        hint: "refer to it with [^\(Self.short(name))], or remove it")
    case .moreProblems(let count):
      .init("M010", count == 1 ? "and 1 more problem" : "and \(count) more problems from here on")
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
