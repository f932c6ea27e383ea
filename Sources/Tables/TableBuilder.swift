/// Gathers the rows of a small table, such as a result.
///
///     var builder = try TableBuilder([("option", .text), ("votes", .integer), ("share", .number)])
///     try builder.append(["blank", 12, 0.25])
///     let table = builder.table
public struct TableBuilder: Sendable {
  private let names: [String]
  private let types: [ColumnType]
  private var cells: [[Cell]]

  /// A builder of a table with `columns`: names and types.
  ///
  /// Throws `TableMessage.columnNames` where a name is empty or used twice.
  public init(_ columns: [(name: String, type: ColumnType)]) throws(TableMessage) {
    (names, types) = (columns.map(\.name), columns.map(\.type))
    cells = columns.map { _ in [] }
    guard !names.contains(""), Set(names).count == names.count else { throw .columnNames(names) }
  }

  /// Adds a row at the end.
  ///
  /// Throws a `TableMessage`: `cellCount` unless there is one cell for each column; `cellType` for a cell that does
  /// not belong in its column; `cellValue` for a number that is not finite, and for a text that holds NUL or is longer
  /// than 16 MiB, which no file could hold.
  public mutating func append(_ row: [Cell]) throws(TableMessage) {
    guard row.count == names.count else { throw .cellCount(row.count, columns: names.count) }
    var converted: [Cell] = []
    for (column, cell) in row.enumerated() {
      guard let cell = cell.converted(to: types[column]) else {
        throw .cellType(column: names[column], is: cell.type ?? .text, wanted: types[column])
      }
      if case .number(let number) = cell, !number.isFinite { throw .cellValue(column: names[column]) }
      if case .text(let text) = cell, text.utf8.count > TextSlot.maximumLength || text.utf8.contains(0) {
        throw .cellValue(column: names[column])
      }
      converted.append(cell)
    }
    for (column, cell) in converted.enumerated() { cells[column].append(cell) }
  }

  /// The table of the rows so far.
  public var table: Table {
    Table(names: names, columns: zip(types, cells).map(AnyColumn.init), rowCount: cells.first?.count ?? 0)
  }
}
