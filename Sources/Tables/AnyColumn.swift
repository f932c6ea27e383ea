public import Times

/// A column of some type.
public enum AnyColumn: Sendable, Hashable {
  /// Whole numbers.
  case integer(Column<Int64>)
  /// Decimal numbers as printed.
  case decimal(Column<ExactDecimal>)
  /// Floating-point numbers.
  case number(Column<Double>)
  /// Texts.
  case text(TextColumn)
  /// Instants.
  case dateTime(Column<Instant>)
  /// Days.
  case date(Column<Day>)
  /// True and false.
  case boolean(Column<Bool>)

  /// The type of the values.
  public var type: ColumnType {
    switch self {
    case .integer: .integer
    case .decimal: .decimal
    case .number: .number
    case .text: .text
    case .dateTime: .dateTime
    case .date: .date
    case .boolean: .boolean
    }
  }

  /// The number of rows.
  public var count: Int {
    switch self {
    case .integer(let it): it.count
    case .decimal(let it): it.count
    case .number(let it): it.count
    case .text(let it): it.count
    case .dateTime(let it): it.count
    case .date(let it): it.count
    case .boolean(let it): it.count
    }
  }

  /// The rows whose value is missing.
  public var missing: RowSet {
    switch self {
    case .integer(let it): it.missing
    case .decimal(let it): it.missing
    case .number(let it): it.missing
    case .text(let it): it.missing
    case .dateTime(let it): it.missing
    case .date(let it): it.missing
    case .boolean(let it): it.missing
    }
  }

  /// The value in `row`, from 0.
  public subscript(row: Int) -> Cell {
    switch self {
    case .integer(let it): it[row].map(Cell.integer) ?? .missing
    case .decimal(let it): it[row].map(Cell.decimal) ?? .missing
    case .number(let it): it[row].map(Cell.number) ?? .missing
    case .text(let it): it[row].map(Cell.text) ?? .missing
    case .dateTime(let it): it[row].map(Cell.dateTime) ?? .missing
    case .date(let it): it[row].map(Cell.date) ?? .missing
    case .boolean(let it): it[row].map(Cell.boolean) ?? .missing
    }
  }

  /// Whether rows `a` and `b` hold the same value, or both none.
  public func isSame(_ a: Int, _ b: Int) -> Bool {
    switch self {
    case .integer(let it): it[a] == it[b]
    case .decimal(let it): it[a] == it[b]
    case .number(let it): it[a] == it[b]
    case .text(let it): it.isSame(a, b)
    case .dateTime(let it): it[a] == it[b]
    case .date(let it): it[a] == it[b]
    case .boolean(let it): it[a] == it[b]
    }
  }

  /// The column with the value in the first row of `stand`, a column of the same type, where values are missing; texts
  /// stay as they are, since they are filled where they are joined.
  public func filled(with stand: AnyColumn) -> AnyColumn {
    switch (self, stand) {
    case (.integer(let it), .integer(let stand)): .integer(it.filled(with: stand.values[0]))
    case (.decimal(let it), .decimal(let stand)): .decimal(it.filled(with: stand.values[0]))
    case (.number(let it), .number(let stand)): .number(it.filled(with: stand.values[0]))
    case (.dateTime(let it), .dateTime(let stand)): .dateTime(it.filled(with: stand.values[0]))
    case (.date(let it), .date(let stand)): .date(it.filled(with: stand.values[0]))
    case (.boolean(let it), .boolean(let stand)): .boolean(it.filled(with: stand.values[0]))
    case (.integer, _), (.decimal, _), (.number, _), (.text, _), (.dateTime, _), (.date, _), (.boolean, _): self
    }
  }

  /// The column with the rows `rows` alone, in that order.
  func picking(_ rows: [Int]) -> AnyColumn {
    switch self {
    case .integer(let it): .integer(it.picking(rows))
    case .decimal(let it): .decimal(it.picking(rows))
    case .number(let it): .number(it.picking(rows))
    case .text(let it): .text(it.picking(rows))
    case .dateTime(let it): .dateTime(it.picking(rows))
    case .date(let it): .date(it.picking(rows))
    case .boolean(let it): .boolean(it.picking(rows))
    }
  }

  /// A column of `type` with `count` rows and no value in them.
  public init(missing count: Int, _ type: ColumnType) {
    func column<Value>(_ zero: Value) -> Column<Value> { Column(missing: count, zero: zero) }
    self =
      switch type {
      case .integer: .integer(column(0))
      case .decimal: .decimal(column(0))
      case .number: .number(column(0))
      case .dateTime: .dateTime(column(Instant(seconds: 0)))
      case .date: .date(column(Day(ordinal: 0)))
      case .boolean: .boolean(column(false))
      case .text: .text(TextColumn(missing: count))
      }
  }

  /// A column of `type` that holds `cells`, which are of that type or missing.
  init(_ type: ColumnType, _ cells: [Cell]) {
    func column<Value>(_ zero: Value, _ value: (Cell) -> Value?) -> Column<Value> {
      var missing = RowSet()
      let values = cells.enumerated().map { row, cell in
        if let value = value(cell) { return value }
        missing.insert(row)
        return zero
      }
      return Column(values: values, missing: missing)
    }
    switch type {
    case .integer: self = .integer(column(0) { if case .integer(let it) = $0 { it } else { nil } })
    case .decimal: self = .decimal(column(0) { if case .decimal(let it) = $0 { it } else { nil } })
    case .number: self = .number(column(0) { if case .number(let it) = $0 { it } else { nil } })
    case .dateTime:
      self = .dateTime(column(Instant(seconds: 0)) { if case .dateTime(let it) = $0 { it } else { nil } })
    case .date: self = .date(column(Day(ordinal: 0)) { if case .date(let it) = $0 { it } else { nil } })
    case .boolean: self = .boolean(column(false) { if case .boolean(let it) = $0 { it } else { nil } })
    case .text:
      var pool = TextPool(capacity: 0)
      var missing = RowSet()
      let slots = cells.enumerated().map { row, cell in
        if case .text(var text) = cell { return text.withUTF8 { pool.add(UnsafeRawBufferPointer($0)) } }
        missing.insert(row)
        return 0
      }
      self = .text(TextColumn(pool: pool.bytes, slots: slots, missing: missing))
    }
  }
}
