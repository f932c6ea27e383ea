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

  /// How a value is written, where that needs saying.
  var form: Text? {
    switch self {
    case .dateTime:
      Text(
        en: "write date, time and offset from UTC, as in 2017-11-28T00:00:00-06:00",
        es: "escriba fecha, hora y desfase respecto de UTC, como en 2017-11-28T00:00:00-06:00")
    case .date:
      Text(en: "write year, month and day, as in 2017-11-26", es: "escriba año, mes y día, como en 2017-11-26")
    case .boolean: Text(en: "write true or false", es: "escriba true o false")
    case .integer, .decimal, .number, .text: nil
    }
  }
}
