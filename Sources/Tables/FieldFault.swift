internal import Diagnostics
import Language

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
  /// A quoted field runs on over so many further rows of the file.
  case runsOverRows(Int)
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
        "T030", rule: "quoting", en: "a quote stands inside a field that does not begin with one",
        es: "hay una comilla dentro de un campo que no empieza con una",
        hint: Text(
          en: "put quotes around the field, and double those inside",
          es: "ponga el campo entre comillas, y duplique las de adentro"))
    case .formulaText:
      .init(
        "T086", rule: "quoting", en: "the text is written as a formula of a spreadsheet",
        es: "el texto está escrito como fórmula de una hoja de cálculo",
        hint: Text(en: "say 'format: {formula_texts: true}'", es: "escriba «format: {formula_texts: true}»"))
    case .textAfterQuote:
      .init(
        "T031", rule: "quoting", en: "something follows the closing quote",
        es: "hay algo después de la comilla de cierre",
        hint: Text(
          en: "double a quote that is part of a quoted field",
          es: "duplique la comilla que es parte de un campo entre comillas"))
    case .unclosedQuote:
      .init(
        "T032", rule: "quoting", en: "the quote that opens this field is never closed",
        es: "la comilla que abre este campo no se cierra")
    case .runsOverRows(let count):
      .init(
        "T036", rule: "quoting",
        en: "the quoted field runs on over the next \(count == 1 ? "row" : "\(count) rows")",
        es: "el campo entre comillas sigue sobre \(count == 1 ? "la fila siguiente" : "las \(count) filas siguientes")",
        hint: Text(
          en: "are its quotes where they belong? double those that are part of a text",
          es: "¿están sus comillas donde corresponde? duplique las que son parte de un texto"))
    case .loneCarriageReturn:
      .init(
        "T033", rule: "line_breaks", en: "a carriage return without a line feed",
        es: "un retorno de carro sin salto de línea",
        hint: Text(
          en: "end lines with LF or CRLF, or put quotes around the field",
          es: "termine las líneas con LF o CRLF, o ponga el campo entre comillas"))
    case .nul:
      .init(
        "T034", rule: "no_nul", en: "a NUL byte", es: "un byte NUL",
        hint: Text(
          en: "save it as CSV if it is a spreadsheet or a document",
          es: "guárdelo como CSV si es una hoja de cálculo o un documento"))
    case .notText(let byte, let encoding):
      .init(
        "T035", rule: encoding == .utf8WithMark ? CSVFormat.Encoding.utf8.rawValue : encoding.rawValue,
        en: "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not valid \(encoding.name) here",
        es: "el byte 0x\(String(byte, radix: 16, uppercase: true)) no es \(encoding.name) válido aquí",
        hint: Self.otherEncoding(than: encoding))
    case .missing: .init("T040", rule: "not_missing", en: "the value is missing", es: "falta el valor")
    case .type(let type, let mark):
      .init(
        Self.code(of: type), rule: type.rawValue, en: "\(Self.subject(value).en) is not \(type.phrase.en)",
        es: "\(Self.subject(value).es) no es \(type.phrase.es)",
        hint: value.flatMap { TypeHint(type, mark).hint(about: $0) } ?? type.form)
    case .integerSize:
      .init(
        "T048", rule: "integer_size", en: "\(Self.subject(value).en) is too large for an integer",
        es: "\(Self.subject(value).es) es demasiado grande para un entero")
    case .decimalSize:
      .init(
        "T049", rule: "decimal_size", en: "\(Self.subject(value).en) has too many digits",
        es: "\(Self.subject(value).es) tiene demasiados dígitos",
        hint: Text(en: "at most 18 digits, and 18 places", es: "como máximo 18 dígitos y 18 decimales"))
    case .numberSize:
      .init(
        "T050", rule: "number_size", en: "\(Self.subject(value).en) is too large for a number",
        es: "\(Self.subject(value).es) es demasiado grande para un número")
    case .textLength(let limit):
      .init(
        "T054", rule: "text_length", en: "the text takes more than \(limit) bytes in UTF-8",
        es: "el texto ocupa más de \(limit) bytes en UTF-8")
    case .notAllowed(let allowed):
      .init(
        "T051", rule: "allowed", en: "\(Self.subject(value).en) is none of \(Self.few(allowed).en)",
        es: "\(Self.subject(value).es) no es ninguno de \(Self.few(allowed).es)",
        hint: value.flatMap { didYouMean($0, among: allowed) })
    case .formulaError:
      .init(
        "T055", rule: "no_errors", en: "\(Self.subject(value).en) is an error of the spreadsheet and no value",
        es: "\(Self.subject(value).es) es un error de la hoja de cálculo y no un valor",
        hint: Text(
          en: "correct the cell, or say under 'missing' that it stands for no value",
          es: "corrija la celda, o indique en «missing» que no representa ningún valor"))
    case .below(let least):
      .init(
        "T052", rule: "at_least \(least)", en: "\(Self.subject(value).en) is less than \(least)",
        es: "\(Self.subject(value).es) es menor que \(least)")
    case .above(let most):
      .init(
        "T053", rule: "at_most \(most)", en: "\(Self.subject(value).en) is more than \(most)",
        es: "\(Self.subject(value).es) es mayor que \(most)")
    }
  }

  /// What faults are counted by.
  var code: String { text(about: nil).code }

  /// Whether the field's end is in doubt, and with it the number of fields in the row.
  var isOfQuoting: Bool { text(about: nil).rule == "quoting" }

  private static func subject(_ value: String?) -> Text {
    value.map(shown) ?? Text(en: "the value", es: "el valor")
  }

  private static func few(_ allowed: [String]) -> Text {
    let (first, more) = (allowed.prefix(8).map(shown), allowed.count - 8)
    return Text(
      en: first.map(\.en).joined(separator: ", ") + (more > 0 ? " and \(more) others" : ""),
      es: first.map(\.es).joined(separator: ", ") + (more > 0 ? " y \(more) más" : ""))
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
  private static func otherEncoding(than encoding: CSVFormat.Encoding) -> Text? {
    let names: [CSVFormat.Encoding] =
      switch encoding {
      case .windows1252: []
      case .latin1: [.windows1252]
      case .utf8, .utf8WithMark: [.windows1252, .latin1]
      }
    guard !names.isEmpty else { return nil }
    return Text(
      en:
        "write \(names.map { "'format: {encoding: \($0.rawValue)}'" }.joined(separator: " or ")) if that is what it is",
      es: "escriba \(names.map { "«format: {encoding: \($0.rawValue)}»" }.joined(separator: " o ")) si es esa")
  }
}
