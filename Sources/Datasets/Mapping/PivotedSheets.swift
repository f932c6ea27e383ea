import Diagnostics
import Tables

/// Makes one row a sheet of a file that has one row for each of its options.
struct PivotedSheets {
  private let long: DatasetSource
  private let keys: [String]
  private let options: TextColumn
  private let votes: Column<Int64>
  private let withheld: [ClosedRange<Int>?]?
  private let declaration: LongVotes

  /// Of `long`, whose columns of texts `keys` name a sheet, and which has a row for each of its options: its name in
  /// `options`, its votes in `votes`, and, where votes can be withheld, between which numbers they then lie in `withheld`.
  init(
    _ long: DatasetSource, keys: [String], options: TextColumn, votes: Column<Int64>, withheld: [ClosedRange<Int>?]?,
    _ declaration: LongVotes
  ) {
    (self.long, self.keys, self.options, self.votes) = (long, keys, options, votes)
    (self.withheld, self.declaration) = (withheld, declaration)
  }

  /// The sheets with the columns `columnNames`, among them `longNames`, whose numbers stand in rows, in the order of their
  /// first rows; rows that contradict others are noted.
  func source(with columnNames: [String], _ longNames: [String], _ problems: inout [Diagnostic]) -> DatasetSource {
    let table = long.table
    let options = Dictionary((long.contest?.options ?? []).map { (Field<Int>.votes(for: $0).name, $0.id) }) { $1 }
    // The file's names of all numbers: those under several names of one are added up, as the votes of a coalition.
    let names = longNames.enumerated().flatMap { place, column in
      let name = options[column] ?? column
      return (declaration.names[name] ?? [name]).map { (name: $0, option: place) }
    }
    let places = Dictionary(names.enumerated().map { ($1.name, $0) }) { first, _ in first }
    // Sheets are numbered in the order of their first rows.
    let grouped = keys.reduce(nil as TextGroups?) { table.asked($1).grouped(within: $0) }
    let sheets = grouped ?? TextColumn(missing: table.rowCount).grouped()
    let firsts = sheets.first.map(Int.init)
    let named = self.options.encoded
    let known = named.texts.map { places[$0] }
    // For each name and sheet the row that gives its votes; -1 where none does.
    var given = names.map { _ in [Int32](repeating: -1, count: firsts.count) }
    for row in 0..<table.rowCount {
      let sheet = Int(sheets.rows[row])
      if row != firsts[sheet] {
        for (name, column) in zip(table.columnNames, table.columns) where !column.isSame(row, firsts[sheet]) {
          let message = RowMessage.sheetDiffers(
            first: long.rowNumber(firsts[sheet]) + 1, file: long.file(of: firsts[sheet], besides: row))
          problems.append(long.problem(message, row: row, field: name, value: column.text(row)))
        }
      }
      let code = Int(named.codes[row])
      guard code >= 0, let place = known[code] else {
        let name = self.options[row] ?? ""
        let message = RowMessage.unknownRowOption(name, names: places.keys.sorted())
        problems.append(long.problem(message, row: row, field: declaration.option, value: name))
        continue
      }
      if given[place][sheet] >= 0 {
        let first = Int(given[place][sheet])
        let message = RowMessage.optionTwice(first: long.rowNumber(first) + 1, file: long.file(of: first, besides: row))
        problems.append(long.problem(message, row: row, field: declaration.option, value: self.options[row]))
      }
      given[place][sheet] = Int32(row)
    }
    var columns = Dictionary(zip(table.columnNames, table.filtered(rows: firsts).columns)) { first, _ in first }
    for (option, name) in longNames.enumerated() {
      let rows = zip(names, given).filter { $0.0.option == option }.map(\.1)
      columns[name] = .integer(sums(of: rows, sheets: firsts.count))
      if withheld != nil { columns[WithheldNumbers.column(of: name)] = .text(ranges(of: rows, sheets: firsts.count)) }
    }
    var source = long
    source.rowNumbers = firsts.map(long.rowRead)
    let allNames = columnNames.flatMap { [$0, WithheldNumbers.column(of: $0)] }
    source.table = Table(kindColumns: allNames.compactMap { name in columns[name].map { (name, $0) } })
    return source
  }

  /// For each sheet the votes on its rows among `rows`; missing where it has none, or one of them states none, and nothing
  /// is said to stand for it.
  private func sums(of rows: [[Int32]], sheets: Int) -> Column<Int64> {
    var missing = RowSet()
    let values = (0..<sheets).map { sheet -> Int64 in
      var sum: Int64?
      for names in rows where names[sheet] >= 0 {
        guard let votes = votes(Int(names[sheet])) else {
          missing.insert(sheet)
          return 0
        }
        sum = (sum ?? 0) + votes
      }
      sum = sum ?? stand
      if sum == nil { missing.insert(sheet) }
      return sum ?? 0
    }
    return Column(values: values, missing: missing)
  }

  /// The same as between which numbers it lies, for sheets on which some of the votes are withheld; none where others are
  /// missing.
  private func ranges(of rows: [[Int32]], sheets: Int) -> TextColumn {
    var builder = TextColumnBuilder(count: sheets)
    for sheet in 0..<sheets {
      let given = rows.map { Int($0[sheet]) }.filter { $0 >= 0 }
      let parts = given.compactMap { row in withheld?[row] ?? votes(row).map { Int($0)...Int($0) } }
      if parts.count == given.count, given.contains(where: isWithheld) {
        let (low, high) = parts.reduce((0, 0)) { ($0.0 + $1.lowerBound, $0.1 + $1.upperBound) }
        builder.append(WithheldNumbers.text(of: low...high).utf8)
      } else {
        builder.appendMissing()
      }
    }
    return builder.column
  }

  /// What stands for votes that are not there.
  private var stand: Int64? { declaration.empty.map(Int64.init) }

  private func isWithheld(_ row: Int) -> Bool { withheld?[row] != nil }

  /// The votes of a row; nil where they are withheld, or missing with nothing that stands for them.
  private func votes(_ row: Int) -> Int64? { isWithheld(row) ? nil : votes[row] ?? stand }
}
