internal import Diagnostics

/// What can be wrong with one field of a file.
public enum FieldFault: Sendable, Hashable {
  /// A quote stands inside a field that is not quoted.
  case strayQuote
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
  /// The text is none of those allowed.
  case notAllowed([String])
  /// The number is smaller than allowed.
  case below(ExactDecimal)
  /// The number is larger than allowed.
  case above(ExactDecimal)

  var code: String {
    switch self {
    case .strayQuote: "T030"
    case .textAfterQuote: "T031"
    case .unclosedQuote: "T032"
    case .loneCarriageReturn: "T033"
    case .nul: "T034"
    case .notText: "T035"
    case .missing: "T040"
    case .type(.integer, _): "T041"
    case .type(.decimal, _): "T042"
    case .type(.number, _): "T043"
    case .type(.text, _): "T044"
    case .type(.dateTime, _): "T045"
    case .type(.date, _): "T046"
    case .type(.boolean, _): "T047"
    case .integerSize: "T048"
    case .decimalSize: "T049"
    case .numberSize: "T050"
    case .notAllowed: "T051"
    case .below: "T052"
    case .above: "T053"
    }
  }

  /// The rule that is broken, as programs see it.
  var rule: String {
    switch self {
    case .strayQuote, .textAfterQuote, .unclosedQuote: "quoting"
    case .loneCarriageReturn: "line_breaks"
    case .nul: "no_nul"
    case .notText(_, let encoding): encoding == .utf8WithMark ? CSVFormat.Encoding.utf8.rawValue : encoding.rawValue
    case .missing: "not_missing"
    case .type(let type, _): type.rawValue
    case .integerSize: "integer_size"
    case .decimalSize: "decimal_size"
    case .numberSize: "number_size"
    case .notAllowed: "allowed"
    case .below(let least): "at_least \(least)"
    case .above(let most): "at_most \(most)"
    }
  }

  /// Whether the field's end is in doubt, and with it the number of fields in the row.
  var isOfQuoting: Bool { rule == "quoting" }

  /// What is wrong, with `value` named where it is not withheld.
  func sentence(about value: String?) -> String {
    let subject = value.map(shown) ?? "the value"
    switch self {
    case .strayQuote: return "a quote stands inside a field that does not begin with one"
    case .textAfterQuote: return "something follows the closing quote"
    case .unclosedQuote: return "the quote that opens this field is never closed"
    case .loneCarriageReturn: return "a carriage return without a line feed"
    case .nul: return "a NUL byte"
    case .notText(let byte, let encoding):
      return "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not valid \(encoding.name) here"
    case .missing: return "the value is missing"
    case .type(let type, _): return "\(subject) is not \(type.phrase)"
    case .integerSize: return "\(subject) is too large for an integer"
    case .decimalSize: return "\(subject) has too many digits"
    case .numberSize: return "\(subject) is too large for a number"
    case .notAllowed(let allowed):
      let named = allowed.prefix(8).map(shown).joined(separator: ", ")
      return "\(subject) is none of \(named)\(allowed.count > 8 ? " and \(allowed.count - 8) others" : "")"
    case .below(let least): return "\(subject) is less than \(least)"
    case .above(let most): return "\(subject) is more than \(most)"
    }
  }

  /// What to do about it; the value is nil where it is withheld.
  func hint(about value: String?) -> String? {
    switch self {
    case .strayQuote: "put quotes around the field, and double those inside"
    case .textAfterQuote: "double a quote that is part of a quoted field"
    case .loneCarriageReturn: "end lines with LF or CRLF, or put quotes around the field"
    case .nul: "save it as CSV if it is a spreadsheet or a document"
    case .notText(_, .windows1252): nil
    case .notText(_, .latin1): "declare the encoding \(CSVFormat.Encoding.windows1252.rawValue) if that is what it is"
    case .notText:
      "declare the encoding \(CSVFormat.Encoding.windows1252.rawValue) or \(CSVFormat.Encoding.latin1.rawValue) "
        + "if that is what it is"
    case .type(let type, let mark): value.flatMap { TypeHint(type, mark).hint(about: $0) } ?? Self.form(of: type)
    case .decimalSize: "at most 18 digits, and 18 places"
    case .notAllowed(let allowed): value.flatMap { didYouMean($0, among: allowed) }
    default: nil
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
