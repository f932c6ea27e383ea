public import Tables
public import Times

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
  /// There are fewer people than that, and no count of people or papers comes near it. The sum of nine hundred million
  /// such numbers, more than a file of ten gigabytes holds, fits an integer, so that sums over rows cannot overflow.
  static let largestInteger = ExactDecimal(mantissa: 10_000_000_000)

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

extension Column<Instant> {
  /// The column of `instants`.
  init(_ instants: [Instant?]) {
    var missing = RowSet()
    for (row, instant) in instants.enumerated() where instant == nil { missing.insert(row) }
    self.init(values: instants.map { $0 ?? Instant(seconds: 0) }, missing: missing)
  }
}

extension Column<Int64> {
  /// The column with the sum of `parts` and of those of `others` that are there wherever it has no value: in rows
  /// where every part has one, and, where others are asked for, at least one of those.
  func filled(from parts: [Column<Int64>], _ others: [Column<Int64>] = []) -> Column<Int64> {
    guard !missing.isEmpty else { return self }
    var (values, gaps) = (values, RowSet())
    for row in 0..<count where missing.contains(row) {
      var sum: Int64 = 0
      let isComplete =
        !parts.isEmpty && parts.allSatisfy { !$0.isMissing(row) }
        && (others.isEmpty || others.contains { !$0.isMissing(row) })
      guard isComplete else {
        gaps.insert(row)
        continue
      }
      for part in parts { sum += part.values[row] }
      for other in others where !other.isMissing(row) { sum += other.values[row] }
      values[row] = sum
    }
    return Column(values: values, missing: gaps)
  }
}
