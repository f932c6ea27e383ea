/// A column of values of a fixed size.
public struct Column<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The values from the first row to the last; where a value is missing, any value stands.
  public let values: [Value]
  /// The rows whose value is missing.
  public let missing: RowSet

  /// The column of `values`, but for the rows in `missing`, where any value stands.
  public init(values: [Value], missing: RowSet = RowSet()) { (self.values, self.missing) = (values, missing) }

  /// A column of `count` rows without a value.
  public init(missing count: Int, zero: Value) {
    self.init(values: [Value](repeating: zero, count: count), missing: RowSet(first: count))
  }

  /// The number of rows.
  @inlinable public var count: Int { values.count }

  /// The value in `row`, from 0; nil where it is missing.
  @inlinable public subscript(row: Int) -> Value? { missing.contains(row) ? nil : values[row] }

  /// Whether the value in `row`, from 0, is missing.
  @inlinable public func isMissing(_ row: Int) -> Bool { missing.contains(row) }

  /// The column with `value` where values are missing.
  func filled(with value: Value) -> Column {
    guard !missing.isEmpty else { return self }
    return Column(values: values.enumerated().map { missing.contains($0.offset) ? value : $0.element })
  }

  /// The column with the rows `rows` alone, in that order.
  func picking(_ rows: [Int]) -> Column {
    Column(values: rows.map { values[$0] }, missing: missing.picking(rows))
  }
}
