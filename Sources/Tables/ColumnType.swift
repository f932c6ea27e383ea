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
  var phrase: String {
    switch self {
    case .integer: "an integer"
    case .decimal: "a decimal number"
    case .number: "a number"
    case .text: "a text"
    case .dateTime: "a date-time"
    case .date: "a date"
    case .boolean: "true or false"
    }
  }
}
