internal import Diagnostics

/// What can be wrong with one field of a file.
public enum FieldFault: Sendable, Hashable {
  /// A quote stands inside a field that is not quoted.
  case strayQuote
  /// The field is a text written as a formula, `="001"`.
  case formulaText
  /// Something follows the quote that closes a field.
  case textAfterQuote
  /// A quoted field is never closed.
  case unclosedQuote
  /// A carriage return stands outside quotes, and no line feed follows.
  case loneCarriageReturn
  /// A NUL stands in the field.
  case nul
  /// A byte is no part of valid UTF-8.
  case notText(byte: UInt8, CSVFormat.Encoding)
  /// The value is missing.
  case missing
  /// The value is not of the column's type.
  case type(ColumnType, decimalMark: CSVFormat.DecimalMark)
  /// A whole number does not fit 64 bits.
  case integerSize
  /// A decimal number has more digits than fit 64 bits, or more than 18 places.
  case decimalSize
  /// A floating-point number is beyond the largest.
  case numberSize
  /// The text takes more than `limit` bytes in UTF-8.
  case textLength(limit: Int)
  /// The text is none of those allowed.
  case notAllowed([String])
  /// The cell of a spreadsheet holds an error and no value.
  case formulaError
  /// The number is smaller than allowed.
  case below(ExactDecimal)
  /// The number is larger than allowed.
  case above(ExactDecimal)

  /// What the message says, with `value` named where it is not withheld.
  func text(about value: String?) -> MessageText {
    switch self {
    case .strayQuote:
      .init(
        "T030", rule: "quoting", "a quote stands inside a field that does not begin with one",
        hint: "put quotes around the field, and double those inside")
    case .formulaText:
      .init(
        "T086", rule: "quoting", "the text is written as a formula of a spreadsheet",
        hint: "say 'format: {formula_texts: true}'")
    case .textAfterQuote:
      .init(
        "T031", rule: "quoting", "something follows the closing quote",
        hint: "double a quote that is part of a quoted field")
    case .unclosedQuote: .init("T032", rule: "quoting", "the quote that opens this field is never closed")
    case .loneCarriageReturn:
      .init(
        "T033", rule: "line_breaks", "a carriage return without a line feed",
        hint: "end lines with LF or CRLF, or put quotes around the field")
    case .nul:
      .init(
        "T034", rule: "no_nul", "a NUL byte",
        hint: "save it as CSV if it is a spreadsheet or a document")
    case .notText(let byte, let encoding):
      .init(
        "T035", rule: encoding == .utf8WithMark ? CSVFormat.Encoding.utf8.rawValue : encoding.rawValue,
        "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not valid \(encoding.name) here",
        hint: Self.otherEncoding(than: encoding))
    case .missing: .init("T040", rule: "not_missing", "the value is missing")
    case .type(let type, let mark):
      .init(
        Self.code(of: type), rule: type.rawValue, "\(Self.subject(value)) is not \(type.phrase)",
        hint: value.flatMap { TypeHint(type, mark).hint(about: $0) } ?? Self.form(of: type))
    case .integerSize: .init("T048", rule: "integer_size", "\(Self.subject(value)) is too large for an integer")
    case .decimalSize:
      .init(
        "T049", rule: "decimal_size", "\(Self.subject(value)) has too many digits",
        hint: "at most 18 digits, and 18 places")
    case .numberSize: .init("T050", rule: "number_size", "\(Self.subject(value)) is too large for a number")
    case .textLength(let limit):
      .init("T054", rule: "text_length", "the text takes more than \(limit) bytes in UTF-8")
    case .notAllowed(let allowed):
      .init(
        "T051", rule: "allowed", "\(Self.subject(value)) is none of \(Self.few(allowed))",
        hint: value.flatMap { didYouMean($0, among: allowed) })
    case .formulaError:
      .init(
        "T055", rule: "no_errors", "\(Self.subject(value)) is an error of the spreadsheet and no value",
        hint: "correct the cell, or say under 'missing' that it stands for no value")
    case .below(let least):
      .init("T052", rule: "at_least \(least)", "\(Self.subject(value)) is less than \(least)")
    case .above(let most): .init("T053", rule: "at_most \(most)", "\(Self.subject(value)) is more than \(most)")
    }
  }

  /// What faults are counted by.
  var code: String { text(about: nil).code }

  /// Whether the field's end is in doubt, and with it the number of fields in the row.
  var isOfQuoting: Bool { text(about: nil).rule == "quoting" }

  private static func subject(_ value: String?) -> String { value.map(shown) ?? "the value" }

  private static func few(_ allowed: [String]) -> String {
    allowed.prefix(8).map(shown).joined(separator: ", ") + (allowed.count > 8 ? " and \(allowed.count - 8) others" : "")
  }

  private static func code(of type: ColumnType) -> String {
    switch type {
    case .integer: "T041"
    case .decimal: "T042"
    case .number: "T043"
    case .text: "T044"
    case .dateTime: "T045"
    case .date: "T046"
    case .boolean: "T047"
    }
  }

  /// The encodings that a file with bytes of no text in `encoding` may be in.
  private static func otherEncoding(than encoding: CSVFormat.Encoding) -> String? {
    switch encoding {
    case .windows1252: nil
    case .latin1: "declare the encoding \(CSVFormat.Encoding.windows1252.rawValue) if that is what it is"
    case .utf8, .utf8WithMark:
      "declare the encoding \(CSVFormat.Encoding.windows1252.rawValue) or \(CSVFormat.Encoding.latin1.rawValue) "
        + "if that is what it is"
    }
  }

  /// How a value of `type` is written, where that needs saying.
  private static func form(of type: ColumnType) -> String? {
    switch type {
    case .dateTime: "write date, time and offset from UTC, as in 2017-11-28T00:00:00-06:00"
    case .date: "write year, month and day, as in 2017-11-26"
    case .boolean: "write true or false"
    case .integer, .decimal, .number, .text: nil
    }
  }
}
