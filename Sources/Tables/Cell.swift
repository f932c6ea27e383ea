public import Times

/// One value of a table.
public enum Cell: Sendable, Hashable {
  /// No value.
  case missing
  /// A whole number.
  case integer(Int64)
  /// A decimal number as printed.
  case decimal(ExactDecimal)
  /// A floating-point number.
  case number(Double)
  /// A text, which may be empty.
  case text(String)
  /// An instant.
  case dateTime(Instant)
  /// A day.
  case date(Day)
  /// True or false.
  case boolean(Bool)

  /// The type of the columns it belongs in; nil for a missing value, which belongs in all.
  public var type: ColumnType? {
    switch self {
    case .missing: nil
    case .integer: .integer
    case .decimal: .decimal
    case .number: .number
    case .text: .text
    case .dateTime: .dateTime
    case .date: .date
    case .boolean: .boolean
    }
  }

  /// The cell as a column of `type` holds it: whole numbers also stand in decimal and number columns, where a double
  /// holds them exactly; nil where it does not belong there.
  func converted(to type: ColumnType) -> Cell? {
    switch (self, type) {
    case (.missing, _): self
    case (.integer(let it), .decimal): .decimal(ExactDecimal(mantissa: it))
    case (.integer(let it), .number): Double(exactly: it).map(Cell.number)
    default: self.type == type ? self : nil
    }
  }
}

extension Cell: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral
{
  /// An integer.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A boolean.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
