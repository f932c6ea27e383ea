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
    let keys = table.textColumn("sheet")?.encoded
    var (firsts, sheets): ([Int], [Int32: Int]) = ([], [:])
    var given = contest.map { _ in [Int?]() }
    for row in 0..<table.rowCount {
      let code = keys?.codes[row] ?? -1
      let sheet = sheets[code] ?? firsts.count
      if sheet == firsts.count {
        sheets[code] = sheet
        firsts.append(row)
        for option in given.indices { given[option].append(nil) }
      } else {
        for (name, column) in zip(table.columnNames, table.columns) where column[row] != column[firsts[sheet]] {
          let message = RowMessage.sheetDiffers(first: long.rowNumber(firsts[sheet]) + 1)
          problems.append(long.problem(message, row: row, field: name, value: column.text(row)))
        }
      }
      let name = options?[row] ?? ""
      guard let option = places[name] else {
        let message = RowMessage.unknownOption(name, contest: long.contest?.id ?? "", options: places.keys.sorted())
        problems.append(long.problem(message, row: row, field: declaration.option, value: name))
        continue
      }
      if let earlier = given[option][sheet] {
        let message = RowMessage.optionTwice(first: long.rowNumber(earlier) + 1)
        problems.append(long.problem(message, row: row, field: declaration.option, value: name))
      }
      given[option][sheet] = row
    }
    var columns = Dictionary(zip(table.columnNames, table.filtered(rows: firsts).columns)) { first, _ in first }
    for (option, rows) in zip(contest, given) {
      var missing = RowSet()
      let values = rows.enumerated().map { sheet, row -> Int64 in
        if let row, let votes = votes?[row] { return votes }
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
