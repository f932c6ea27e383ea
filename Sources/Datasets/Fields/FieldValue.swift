public import Tables
public import Times

/// A type that values of a field can have: it knows how files write it and how a column of it is read.
public protocol FieldValue: Sendable {
  /// A column of such values.
  associatedtype Values: Sendable
  /// The values as files write them.
  static var written: KindColumn.Values { get }
  /// What `column` holds; nil where it is of another type.
  static func values(of column: AnyColumn) -> Values?
  /// The value in `row`, from 0; nil where it is missing.
  static func value(_ row: Int, of values: Values) -> Self?
}

extension Int: FieldValue {
  /// Whole numbers.
  public static var written: KindColumn.Values { .integer(least: nil) }
  /// The whole numbers of `column`.
  public static func values(of column: AnyColumn) -> Column<Int64>? {
    if case .integer(let it) = column { it } else { nil }
  }
  /// The whole number in `row`.
  public static func value(_ row: Int, of values: Column<Int64>) -> Int? { values[row].map { Int($0) } }
}

extension ExactDecimal: FieldValue {
  /// Numbers with their printed decimals.
  public static var written: KindColumn.Values { .decimal(least: nil) }
  /// The decimal numbers of `column`.
  public static func values(of column: AnyColumn) -> Column<ExactDecimal>? {
    if case .decimal(let it) = column { it } else { nil }
  }
  /// The decimal number in `row`.
  public static func value(_ row: Int, of values: Column<ExactDecimal>) -> ExactDecimal? { values[row] }
}

extension String: FieldValue {
  /// Texts.
  public static var written: KindColumn.Values { .text }
  /// The texts of `column`.
  public static func values(of column: AnyColumn) -> TextColumn? { if case .text(let it) = column { it } else { nil } }
  /// The text in `row`.
  public static func value(_ row: Int, of values: TextColumn) -> String? { values[row] }
}

extension Instant: FieldValue {
  /// Instants with their offset.
  public static var written: KindColumn.Values { .dateTime }
  /// The instants of `column`.
  public static func values(of column: AnyColumn) -> Column<Instant>? {
    if case .dateTime(let it) = column { it } else { nil }
  }
  /// The instant in `row`.
  public static func value(_ row: Int, of values: Column<Instant>) -> Instant? { values[row] }
}

extension Day: FieldValue {
  /// Days.
  public static var written: KindColumn.Values { .date }
  /// The days of `column`.
  public static func values(of column: AnyColumn) -> Column<Day>? { if case .date(let it) = column { it } else { nil } }
  /// The day in `row`.
  public static func value(_ row: Int, of values: Column<Day>) -> Day? { values[row] }
}

extension Bool: FieldValue {
  /// `true` or `false`.
  public static var written: KindColumn.Values { .boolean }
  /// The truth values of `column`.
  public static func values(of column: AnyColumn) -> Column<Bool>? {
    if case .boolean(let it) = column { it } else { nil }
  }
  /// The truth value in `row`.
  public static func value(_ row: Int, of values: Column<Bool>) -> Bool? { values[row] }
}

/// An enumeration with string raw values is one of a few words as it stands.
extension FieldValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// One of the raw values.
  public static var written: KindColumn.Values { .choice(allCases.map(\.rawValue)) }
  /// The words of `column`.
  public static func values(of column: AnyColumn) -> TextColumn? { String.values(of: column) }
  /// The case whose raw value is in `row`.
  public static func value(_ row: Int, of values: TextColumn) -> Self? { values[row].flatMap(Self.init) }
}
