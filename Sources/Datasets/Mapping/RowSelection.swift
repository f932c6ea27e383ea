public import Schema
public import Tables

/// Which rows of a file its filters let through, and how many each of them leaves out.
public struct RowSelection: Sendable, Equatable {
  /// The rows that one filter leaves out.
  public struct LeftOut: Sendable, Equatable {
    /// The filter.
    public var filter: RowFilter
    /// How many rows it leaves out that the filters before it let through.
    public var rows: Int
  }

  /// The rows of the file.
  public let all: Int
  /// The rows that are read.
  public var read: Int { all - leftOut.reduce(0) { $0 + $1.rows } }
  /// What each filter leaves out, in the order of the workspace.
  public let leftOut: [LeftOut]

  /// What `filters` do to `file`, whose columns they name, and the rows that they let through, from 0.
  static func selecting(
    from file: Table, by filters: [RowFilter], _ mark: CSVFormat.DecimalMark
  ) -> (RowSelection, rows: [Int]) {
    let columns = filters.map { file.asked($0.tableName).encoded }
    let admitted = zip(filters, columns).map { filter, column in (column.texts + [""]).map { filter.admits($0, mark) } }
    var leftOut = filters.map { _ in 0 }
    var rows = Array(0..<file.rowCount)
    for (place, column) in columns.enumerated() {
      let (codes, admitted, before) = (column.codes, admitted[place], rows.count)
      rows.removeAll { row in
        let code = Int(codes[row])
        return !admitted[code < 0 ? admitted.count - 1 : code]
      }
      leftOut[place] = before - rows.count
    }
    return (RowSelection(all: file.rowCount, leftOut: zip(filters, leftOut).map(LeftOut.init)), rows)
  }
}

extension RowSelection {
  /// The numbers of rows, as records and `veedor check --json` hold them.
  public var document: Value {
    [
      "rows": .integer(all), "read": .integer(read),
      "left_out": .list(leftOut.map { ["column": .string($0.filter.column), "rows": .integer($0.rows)] }),
    ]
  }
}
