public import Spreadsheets
public import Times

/// A table: named columns of typed values, all of the same number of rows.
///
///     let table = try CSVReader(columns: [ColumnSpec("station", .text, .key), ColumnSpec("votes", .integer)])
///       .read(path: "data/sheets.csv.gz")
///     let votes = try table.integers("votes")
///     let total = (0..<table.rowCount).reduce(0) { $0 + (votes[$1] ?? 0) }
///
/// Access to a value costs the same wherever it stands. Rows count from 0 here, and from 1 in what users read.
public struct Table: Sendable {
  /// The names of the columns, in order.
  public let columnNames: [String]
  /// The columns, in order.
  public private(set) var columns: [AnyColumn]
  /// The number of rows.
  public let rowCount: Int
  /// Where the rows stood, where they were read from a sheet. A table that is made of this one no longer has it.
  public var places: SheetPlaces?
  private let positions: [String: Int]

  /// The columns `columns`, of `rowCount` rows each, under the distinct names `names`.
  init(names: [String], columns: [AnyColumn], rowCount: Int) {
    (columnNames, self.columns, self.rowCount) = (names, columns, rowCount)
    positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A table without columns and rows.
  public init() { self.init(names: [], columns: [], rowCount: 0) }

  /// A table of named columns.
  ///
  /// Throws `TableMessage.columnNames` where a name is empty or used twice, and `TableMessage.rowCounts` where the
  /// columns are not of one length.
  public init(_ columns: [(name: String, column: AnyColumn)]) throws(TableMessage) {
    let names = columns.map(\.name)
    guard !names.contains(""), Set(names).count == names.count else { throw .columnNames(names) }
    let counts = Set(columns.map(\.column.count))
    guard counts.count <= 1 else { throw .rowCounts(counts.sorted()) }
    self.init(names: names, columns: columns.map(\.column), rowCount: counts.first ?? 0)
  }

  /// The column named `name`; nil where there is none.
  public subscript(name: String) -> AnyColumn? { positions[name].map { columns[$0] } }

  /// The column `name` of whole numbers.
  ///
  /// Like its sisters it throws `TableMessage.noColumn` where the table has no such column, and
  /// `TableMessage.columnType` where the column is of another type.
  public func integers(_ name: String) throws(TableMessage) -> Column<Int64> {
    guard case .integer(let column) = try column(name) else { throw try mismatch(name, .integer) }
    return column
  }

  /// The column `name` of decimal numbers. Throws as `integers` does.
  public func decimals(_ name: String) throws(TableMessage) -> Column<ExactDecimal> {
    guard case .decimal(let column) = try column(name) else { throw try mismatch(name, .decimal) }
    return column
  }

  /// The column `name` of floating-point numbers. Throws as `integers` does.
  public func numbers(_ name: String) throws(TableMessage) -> Column<Double> {
    guard case .number(let column) = try column(name) else { throw try mismatch(name, .number) }
    return column
  }

  /// The column `name` of texts. Throws as `integers` does.
  public func texts(_ name: String) throws(TableMessage) -> TextColumn {
    guard case .text(let column) = try column(name) else { throw try mismatch(name, .text) }
    return column
  }

  /// The column `name` of instants. Throws as `integers` does.
  public func dateTimes(_ name: String) throws(TableMessage) -> Column<Instant> {
    guard case .dateTime(let column) = try column(name) else { throw try mismatch(name, .dateTime) }
    return column
  }

  /// The column `name` of days. Throws as `integers` does.
  public func dates(_ name: String) throws(TableMessage) -> Column<Day> {
    guard case .date(let column) = try column(name) else { throw try mismatch(name, .date) }
    return column
  }

  /// The column `name` of truth values. Throws as `integers` does.
  public func booleans(_ name: String) throws(TableMessage) -> Column<Bool> {
    guard case .boolean(let column) = try column(name) else { throw try mismatch(name, .boolean) }
    return column
  }

  /// The values of `row`, from 0, in the order of the columns.
  public func cells(_ row: Int) -> [Cell] { columns.map { $0[row] } }

  /// The table with the rows `rows` alone, in that order.
  public func filtered(rows: [Int]) -> Table {
    Table(names: columnNames, columns: columns.map { $0.picking(rows) }, rowCount: rows.count)
  }

  /// The table with those rows alone, from 0, for which `isIncluded` holds.
  public func filtered(_ isIncluded: (Int) throws -> Bool) rethrows -> Table {
    filtered(rows: try (0..<rowCount).filter(isIncluded))
  }

  /// The rows that agree in all of `columns` with an earlier one, each beside the first such row; rows with a missing
  /// value there are left out.
  ///
  /// Where no row does, and there is one column of texts, the table remembers it: ``TextColumn/matches(in:)`` is
  /// faster among texts that are known to be distinct.
  public mutating func duplicates(in names: [String], threads: Int = 1) -> [(row: Int, first: Int)] {
    let found = KeyCheck(names.compactMap { self[$0] }).duplicates(threads: threads)
    if found.isEmpty, names.count == 1, let place = positions[names[0]], case .text(let texts) = columns[place] {
      columns[place] = .text(texts.distinct)
    }
    return found
  }

  private func column(_ name: String) throws(TableMessage) -> AnyColumn {
    guard let column = self[name] else { throw .noColumn(name, among: columnNames) }
    return column
  }

  private func mismatch(_ name: String, _ wanted: ColumnType) throws(TableMessage) -> TableMessage {
    .columnType(name, is: try column(name).type, wanted: wanted)
  }
}

extension Table: Hashable {
  /// Equality of names, types and values; decimals are equal as values.
  public static func == (a: Table, b: Table) -> Bool {
    a.columnNames == b.columnNames && a.rowCount == b.rowCount && a.columns == b.columns
  }

  /// Equal tables hash alike.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(columnNames)
    hasher.combine(columns)
  }
}
