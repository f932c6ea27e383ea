// A file of sheets often ends with a row of totals, or has one behind each area. Read as sheets they would be counted
// twice, and no other rule need notice.
extension Sheets {
  /// The rows that add up others in every number they have: all the rest of the file, or the rows since the last such
  /// row. A row counts as one where it adds up at least three rows with votes, in at least two columns.
  func totalsRows() -> [Int] {
    let columns = (votes + [registered, extraVoters, received, issued, unused, cast, valid, blank, null]).filter {
      $0.missing.count < count
    }
    guard count > 3, columns.count > 1 else { return [] }
    let all = columns.map { column in (0..<count).reduce(0) { $0 &+ (column[$1] ?? 0) } }
    var since = columns.map { _ in Int64(0) }
    var (rows, found): (Int, [Int]) = (0, [])
    for row in 0..<count {
      if rows >= 3, adds(up: since, columns, row) || (row == count - 1 && adds(upRestOf: all, columns, row)) {
        found.append(row)
        (rows, since) = (0, columns.map { _ in 0 })
        continue
      }
      if row == 0, adds(upRestOf: all, columns, row) { found.append(row); continue }
      var hasVotes = false
      for (place, column) in columns.enumerated() where !column.isMissing(row) {
        since[place] &+= column.values[row]
        hasVotes = hasVotes || column.values[row] > 0
      }
      if hasVotes { rows += 1 }
    }
    return found
  }

  private func adds(up sums: [Int64], _ columns: [Column<Int64>], _ row: Int) -> Bool {
    var filled = 0
    for (column, sum) in zip(columns, sums) {
      guard let value = column[row] else { continue }
      guard value == sum else { return false }
      if value > 0 { filled += 1 }
    }
    return filled > 1
  }

  private func adds(upRestOf all: [Int64], _ columns: [Column<Int64>], _ row: Int) -> Bool {
    adds(up: zip(columns, all).map { $1 &- ($0[row] ?? 0) }, columns, row)
  }
}

extension DatasetSource {
  /// The row of totals at `row`, as what is wrong with it.
  func totalsRow(_ row: Int) -> Diagnostic {
    problem(.totalsRow, row: row, field: "sheet", value: table.textColumn("sheet")?[row])
  }
}
