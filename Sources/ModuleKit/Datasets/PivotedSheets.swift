extension LongVotes {
  /// How the columns of votes are named, before the option.
  static let prefix = "votes_"
}

/// Makes one row a sheet of a file that has one row for each of its options.
struct PivotedSheets {
  private let long: DatasetSource
  private let options: TextColumn?
  private let votes: Column<Int64>?
  private let declaration: LongVotes

  /// Of `long`, which has a row for each option: its name in `options`, its votes in `votes`.
  init(_ long: DatasetSource, options: TextColumn?, votes: Column<Int64>?, _ declaration: LongVotes) {
    (self.long, self.options, self.votes, self.declaration) = (long, options, votes, declaration)
  }

  /// The sheets with the columns `names`, in the order of their first rows; rows that contradict others are noted.
  func source(with names: [String], _ problems: inout [Diagnostic]) -> DatasetSource {
    let table = long.table
    let contest = long.contest?.options.map(\.id) ?? []
    let places = Dictionary(contest.enumerated().map { (declaration.names[$1] ?? $1, $0) }) { first, _ in first }
    // Sheets are numbered in the order of their first rows.
    let sheets = (table.textColumn("sheet") ?? TextColumn(missing: table.rowCount)).grouped()
    let firsts = sheets.first.map(Int.init)
    let named = options?.encoded
    let known = named?.texts.map { places[$0] } ?? []
    // For each option and sheet the row that gives its votes; -1 where none does.
    var given = contest.map { _ in [Int32](repeating: -1, count: firsts.count) }
    for row in 0..<table.rowCount {
      let sheet = Int(sheets.rows[row])
      if row != firsts[sheet] {
        for (name, column) in zip(table.columnNames, table.columns) where !column.isSame(row, firsts[sheet]) {
          let message = RowMessage.sheetDiffers(first: long.rowNumber(firsts[sheet]) + 1)
          problems.append(long.problem(message, row: row, field: name, value: column.text(row)))
        }
      }
      let code = Int(named?.codes[row] ?? -1)
      guard code >= 0, let option = known[code] else {
        let name = options?[row] ?? ""
        let message = RowMessage.unknownOption(name, contest: long.contest?.id ?? "", options: places.keys.sorted())
        problems.append(long.problem(message, row: row, field: declaration.option, value: name))
        continue
      }
      if given[option][sheet] >= 0 {
        let message = RowMessage.optionTwice(first: long.rowNumber(Int(given[option][sheet])) + 1)
        problems.append(long.problem(message, row: row, field: declaration.option, value: options?[row]))
      }
      given[option][sheet] = Int32(row)
    }
    var columns = Dictionary(zip(table.columnNames, table.filtered(rows: firsts).columns)) { first, _ in first }
    for (option, rows) in zip(contest, given) {
      var missing = RowSet()
      let values = rows.enumerated().map { sheet, row -> Int64 in
        if row >= 0, let votes = votes?[Int(row)] { return votes }
        missing.insert(sheet)
        return 0
      }
      columns[LongVotes.prefix + option] = .integer(Column(values: values, missing: missing))
    }
    var source = long
    source.rowNumbers = firsts.map(long.rowNumber)
    source.table = (try? Table(names.compactMap { name in columns[name].map { (name, $0) } })) ?? table
    return source
  }
}
