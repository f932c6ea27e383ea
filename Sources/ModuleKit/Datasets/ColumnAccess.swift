// A kind declares its columns and the host reads just those, so a column that is not there, or is of another type,
// is one without values.
extension Table {
  /// The column `name` of whole numbers; nil where there is none such.
  public func integerColumn(_ name: String) -> Column<Int64>? { try? integers(name) }
  /// The column `name` of decimal numbers; nil where there is none such.
  public func decimalColumn(_ name: String) -> Column<ExactDecimal>? { try? decimals(name) }
  /// The column `name` of texts; nil where there is none such.
  public func textColumn(_ name: String) -> TextColumn? { try? texts(name) }
  /// The column `name` of instants; nil where there is none such.
  public func instantColumn(_ name: String) -> Column<Instant>? { try? dateTimes(name) }
  /// The column `name` of days; nil where there is none such.
  public func dayColumn(_ name: String) -> Column<Day>? { try? dates(name) }
  /// The column `name` of truth values; nil where there is none such.
  public func truthColumn(_ name: String) -> Column<Bool>? { try? booleans(name) }

  /// The table with every cell of a column replaced by what `change` makes of it, given its row from 0.
  ///
  /// A cell that does not belong in the column leaves the table as it was.
  func rewriting(_ column: String, _ change: (Int, Cell) -> Cell) -> Table {
    guard let place = columnNames.firstIndex(of: column),
      var builder = try? TableBuilder(zip(columnNames, columns).map { ($0, $1.type) })
    else { return self }
    for row in 0..<rowCount {
      var cells = cells(row)
      cells[place] = change(row, cells[place])
      guard (try? builder.append(cells)) != nil else { return self }
    }
    return builder.table
  }
}

extension KindColumn {
  /// No count of people or papers comes near it; sums of thousands of such numbers fit an integer, and each fits a
  /// floating-point number exactly.
  static let largestInteger = ExactDecimal(mantissa: 1_000_000_000_000_000)

  /// What a reader demands of the column.
  public var specification: ColumnSpec {
    let role: ColumnSpec.Role =
      switch self.role {
      case .key: .key
      case .required: .required
      case .optional, .personal: .optional
      }
    let isPersonal = self.role == .personal
    func number(_ type: ColumnType, _ least: Int64?, most: ExactDecimal? = nil) -> ColumnSpec {
      ColumnSpec(name, type, role, least: least.map { ExactDecimal(mantissa: $0) }, most: most, isPersonal: isPersonal)
    }
    return switch values {
    case .integer(let least): number(.integer, least, most: Self.largestInteger)
    case .decimal(let least): number(.decimal, least)
    case .text: ColumnSpec(name, .text, role, isPersonal: isPersonal)
    case .choice(let words): ColumnSpec(name, .text, role, allowed: words, isPersonal: isPersonal)
    case .dateTime: ColumnSpec(name, .dateTime, role, isPersonal: isPersonal)
    case .date: ColumnSpec(name, .date, role, isPersonal: isPersonal)
    case .boolean: ColumnSpec(name, .boolean, role, isPersonal: isPersonal)
    }
  }
}
