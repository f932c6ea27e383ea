/// Which rows of a file are read, by what one of its columns holds. Of several conditions a row has to meet each.
///
///     RowFilter("race", ["mayor"])
///     RowFilter("status", not: ["annulled"])
///     RowFilter("votes", isMissing: false)
///     RowFilter("booth", least: 900_000, most: 949_999)
public struct RowFilter: Sendable, Hashable {
  /// The file's column.
  public var column: String
  /// The texts, as the file writes them, of which a row has one; any where there are none. The empty one stands for a
  /// missing value.
  public var values: [String]
  /// The texts of which a row has none.
  public var others: [String]
  /// Whether the value is missing; either where nil.
  public var isMissing: Bool?
  /// The smallest and the largest number that a row may have; what is no number is in no range.
  public var least, most: ExactDecimal?

  /// The rows whose value in `column` is one of `values`, is none of `others`, is missing or not, and is in a range.
  public init(
    _ column: String, _ values: [String] = [], not others: [String] = [], isMissing: Bool? = nil,
    least: ExactDecimal? = nil, most: ExactDecimal? = nil
  ) {
    (self.column, self.values, self.others, self.isMissing) = (column, values, others, isMissing)
    (self.least, self.most) = (least, most)
  }

  /// The name that the column has in the table, beside whatever else is read from it; no header can hold such a name.
  public var tableName: String {
    let range = [least, most].map { $0.map { "\($0)" } ?? "" } + [isMissing.map { "\($0)" } ?? ""]
    return "\u{0}" + ([column] + values + [""] + others + [""] + range).joined(separator: "\u{0}")
  }

  /// Whether a row with `text` is read, empty where the value is missing, in a file with the decimal mark `mark`.
  public func admits(_ text: String, _ mark: CSVFormat.DecimalMark = .point) -> Bool {
    if !values.isEmpty, !values.contains(text) { return false }
    if others.contains(text) { return false }
    if let isMissing, isMissing != text.isEmpty { return false }
    guard least != nil || most != nil else { return true }
    guard let value = ExactDecimal(text, mark) else { return false }
    return least.map { $0 <= value } ?? true && most.map { value <= $0 } ?? true
  }
}
