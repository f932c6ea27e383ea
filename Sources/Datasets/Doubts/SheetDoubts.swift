import Tables

extension Sheets: SecondRead {
  func read(_ reading: inout SecondReading) {
    // Those that are certain are errors, so that no such row is left here.
    let totals = totalsRows()
    reading.readTotals(totals, column: "sheet")
    let told = Set(totals.map(\.row))
    for row in 0..<count where !told.contains(row) && !reading.isNoTotal(row) {
      // Most keys are numbers.
      guard keys.utf8(row).contains(where: { $0 | 0x20 == UInt8(ascii: "t") || $0 | 0x20 == UInt8(ascii: "s") }),
        let key = keys[row], SecondReading.readsLikeTotal(key)
      else { continue }
      reading.doubt(DoubtMessage.calledTotal(key), row: row, column: "sheet")
    }
    for name in ["station", "stratum"] { reading.readCharacters(name) }
    reading.readFirstRow(column: "sheet")
    reading.readValid(valid, votes, [("blank", blank), ("null", null)], column: "valid")
  }
}

extension SecondReading {
  /// Whether the workspace says of the row at `row`, from 0, that it is no total.
  func isNoTotal(_ row: Int) -> Bool {
    !source.declaration.notTotals.isEmpty && source.declaration.notTotals.contains(key(row).text)
  }

  /// Rows that add up others, or all but do.
  mutating func readTotals(_ totals: [TotalsRow], column: String) {
    for it in totals {
      doubt(
        it.difference == 0 ? DoubtMessage.addsUpOthers : .nearlyAddsUp(Int(it.difference)), row: it.row, column: column)
    }
  }

  /// A first row without a number where every other has one.
  mutating func readFirstRow(column: String) {
    let numbers = source.table.columns.filter { $0.type == .integer }
    func hasNumber(_ row: Int) -> Bool { numbers.contains { !$0.missing.contains(row) } }
    let rows = 0..<source.table.rowCount
    guard rows.count > 2, !hasNumber(0), rows.dropFirst().allSatisfy(hasNumber) else { return }
    doubt(DoubtMessage.firstRowWithoutNumbers, row: 0, column: column)
  }

  /// Valid votes that are those of the options and `parts` together: in many countries blank votes are valid. Of the
  /// sheets with such votes nearly each has to say so.
  mutating func readValid(
    _ valid: Column<Int64>, _ votes: [Column<Int64>], _ parts: [(name: String, values: Column<Int64>)], column: String
  ) {
    let sum = Column(missing: valid.count, zero: 0).filled(from: votes)
    let choices = [parts, Array(parts.prefix(1)), Array(parts.suffix(1))]
    for included in choices {
      var (rows, fitting) = (0, 0)
      for row in 0..<valid.count {
        guard let valid = valid[row], let sum = sum[row] else { continue }
        let numbers = included.compactMap { $0.values[row] }
        // A row says so where each of the parts has votes.
        guard numbers.count == included.count, numbers.allSatisfy({ $0 > 0 }) else { continue }
        rows += 1
        if valid - sum == numbers.reduce(0, +) { fitting += 1 }
      }
      guard rows >= 3, fitting * 10 >= rows * 9 else { continue }
      return doubt(
        DoubtMessage.validIncludes(
          included.map(\.name), rows: fitting, of: rows, line: line(column, less: included.map(\.name))),
        column: column)
    }
  }

  /// The line of `columns` that takes the columns `parts` off `whole`.
  private func line(_ whole: String, less parts: [String]) -> String {
    let columns = source.declaration.columns
    func names(_ name: String) -> [String] { columns[name]?.columns ?? [name] }
    // What stands in rows cannot be taken off.
    guard !parts.contains(where: { source.declaration.long?.names[$0] != nil }) else {
      return "\(whole): {is: not_given}"
    }
    func list(_ names: [String]) -> String { names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]" }
    return "\(whole): {from: \(list(names(whole))), less: \(list(parts.flatMap(names)))}"
  }
}

extension Areas {
  /// Whether an area of the row at `row`, from 0, is called a total.
  func isCalledTotal(_ row: Int) -> Bool {
    levels.indices.contains { level in
      let unit = unit(level, row)
      return unit >= 0 && SecondReading.readsLikeTotal(units[level][unit].path.last ?? "")
    }
  }
}
