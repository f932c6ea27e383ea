import Tables

extension Sheets {
  /// The rows of totals among the sheets.
  func totalsRows() -> [Int] {
    TotalsRow.rows(
      of: votes + [registered, extraVoters, received, issued, unused, cast, valid, blank, null], count: count)
  }
}

/// A file of counts often ends with a row of totals, or has one behind each area. Read as counts they would be counted
/// twice, and no other rule need notice.
enum TotalsRow {
  /// The rows, of `count`, that add up others in every number they have: all the rest of the file, or the rows since the
  /// last such row. A row counts as one where it adds up at least three rows with votes, in at least two columns.
  static func rows(of columns: [Column<Int64>], count: Int) -> [Int] {
    let columns = columns.filter { $0.missing.count < count }
    guard count > 3, columns.count > 1, let fullest = columns.min(by: { $0.missing.count < $1.missing.count })
    else { return [] }
    let all = columns.map { $0.sum(of: 0..<count) }
    func addsUpRest(_ row: Int) -> Bool { adds(up: zip(columns, all).map { $1 &- ($0[row] ?? 0) }, columns, row) }
    var found = addsUpRest(0) ? [0] : []
    // The sum of each column over the rows since the last such row is needed only where that of one column fits.
    var start = found.count
    var (sums, summed, sumOfFullest) = (columns.map { _ in Int64(0) }, start, Int64(0))
    for row in start..<count {
      let (value, isMissing) = (fullest.values[row], fullest.isMissing(row))
      if isMissing || value == sumOfFullest || row == count - 1 {
        for (place, column) in columns.enumerated() { sums[place] &+= column.sum(of: summed..<row) }
        summed = row
        let isTotal = adds(up: sums, columns, row) || (row == count - 1 && addsUpRest(row))
        if isTotal, haveVotes(columns, start..<row) {
          found.append(row)
          (start, summed, sumOfFullest) = (row + 1, row + 1, 0)
          sums = columns.map { _ in 0 }
          continue
        }
      }
      if !isMissing { sumOfFullest &+= value }
    }
    return found
  }

  /// Whether at least three of `rows` have votes, or ballots.
  private static func haveVotes(_ columns: [Column<Int64>], _ rows: Range<Int>) -> Bool {
    var count = 0
    for row in rows where count < 3 && columns.contains(where: { ($0[row] ?? 0) > 0 }) { count += 1 }
    return count == 3
  }

  private static func adds(up sums: [Int64], _ columns: [Column<Int64>], _ row: Int) -> Bool {
    var filled = 0
    for (column, sum) in zip(columns, sums) {
      guard let value = column[row] else { continue }
      guard value == sum else { return false }
      if value > 0 { filled += 1 }
    }
    return filled > 1
  }
}

extension Column<Int64> {
  /// The sum over `rows`, from whatever is there; numbers of a file are small enough for sums to fit.
  fileprivate func sum(of rows: Range<Int>) -> Int64 {
    var sum: Int64 = 0
    if missing.isEmpty {
      for row in rows { sum &+= values[row] }
    } else {
      for row in rows where !missing.contains(row) { sum &+= values[row] }
    }
    return sum
  }
}
