/// Puts tables of the same columns one behind another.
///
///     var joining = TableJoining()
///     for name in names { try joining.append(reader.read(path: name)) }
///     let all = joining.table
///
/// What was appended is copied and can be let go, so that of all rows but those of one table nothing stands there twice.
public struct TableJoining: Sendable {
  private var names: [String] = []
  private var growing: [any GrowingColumn] = []
  /// The number of rows of each table, in their order.
  public private(set) var rows: [Int] = []

  /// Nothing yet.
  public init() {}

  /// Adds the rows of `table`, whose columns are those of the tables before it.
  ///
  /// Throws `TableMessage.tooMuchText` where the texts of a column are too many for one.
  public mutating func append(_ table: Table) throws(TableMessage) {
    let limit = TextSlot.maximumPool
    if rows.isEmpty {
      names = table.columnNames
      growing = table.columns.map { $0.type.growingColumn(texts: limit) }
    }
    rows.append(table.rowCount)
    for (place, column) in table.columns.enumerated() {
      growing[place].append(column, room: 0)
      guard !growing[place].isOverfull else { throw .tooMuchText(column: names[place], limit: limit) }
    }
  }

  /// The rows of all tables.
  public var table: Table { Table(names: names, columns: growing.map(\.column), rowCount: rows.reduce(0, +)) }
}
