import Language

/// What a column holds.
public enum ColumnType: String, Sendable, CaseIterable {
  /// Whole numbers of 64 bits.
  case integer
  /// Decimal numbers as printed.
  case decimal
  /// Floating-point numbers, for results.
  case number
  /// Texts.
  case text
  /// Instants: RFC 3339 date-times with their offset from UTC.
  case dateTime = "date_time"
  /// Days: ISO 8601 calendar dates.
  case date
  /// `true` and `false`.
  case boolean

  /// The type with its article, for sentences.
  var phrase: Text {
    switch self {
    case .integer: Text(en: "an integer", es: "un número entero")
    case .decimal: Text(en: "a decimal number", es: "un número decimal")
    case .number: Text(en: "a number", es: "un número")
    case .text: Text(en: "a text", es: "un texto")
    case .dateTime: Text(en: "a date-time", es: "una fecha con hora")
    case .date: Text(en: "a date", es: "una fecha")
    case .boolean: Text(en: "true or false", es: "true o false")
    }
  }
}
