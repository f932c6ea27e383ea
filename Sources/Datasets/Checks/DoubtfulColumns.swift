import Diagnostics
import Tables

// A column that is read as another one, or not at all, breaks no rule of its own. It shows in what the file says as a
// whole.
extension DatasetSource {
  /// Options whose votes are nowhere, though those of others are; votes that are more than the register throughout;
  /// numbers among the names of the coarsest areas.
  func doubtfulColumns() -> [Diagnostic] {
    guard table.rowCount > 0, let options = contest?.options else { return [] }
    let votes = options.map { LongVotes.prefix + $0.id }
    var problems: [Diagnostic] = []
    func note(_ message: RowMessage, _ field: String) {
      problems.append(
        Diagnostic(message, at: .init(file: file), datum: .init(dataset: dataset, field: field, rule: message.rule)))
    }
    if declaration.isMapped, declaration.long == nil, votes.contains(where: { declaration.columns[$0] != nil }) {
      for (option, name) in zip(options, votes) where declaration.columns[name] == nil && isEmpty(name) {
        note(.optionWithoutColumn(option.id, column: name), name)
      }
    }
    if let registered = table.integerColumn("registered") {
      for name in votes + ["valid", "cast"] {
        guard let column = table.integerColumn(name) else { continue }
        let (larger, all) = comparison(of: column, with: registered)
        if all >= 3, larger * 2 > all {
          note(.exceedsThroughout(name, whole: "registered", rows: larger, of: all), name)
        }
      }
    }
    return problems + numbersForNames()
  }

  /// Rows whose coarsest area is a number, where most have a name, and hardly one has the number of another: their values
  /// stand in other columns than the rest's. Areas that have a number for a name hold several sheets.
  private func numbersForNames() -> [Diagnostic] {
    guard let level = declaration.areas.first, let codes = table.textColumn(level)?.encoded else { return [] }
    let isNumber = codes.texts.map { text in text.utf8.allSatisfy { 48...57 ~= $0 } && !text.isEmpty }
    guard isNumber.contains(true) else { return [] }
    let rows = codes.codes.indices.filter { codes.codes[$0] >= 0 && isNumber[Int(codes.codes[$0])] }
    guard rows.count * 2 < table.rowCount, Set(rows.map { codes.codes[$0] }).count * 2 > rows.count else { return [] }
    return rows.map { problem(.numberForName, row: $0, field: level, value: codes.texts[Int(codes.codes[$0])]) }.byRow()
  }

  private func isEmpty(_ name: String) -> Bool {
    table.integerColumn(name).map { $0.missing.count == $0.count } ?? false
  }

  /// On how many rows `part` is more than `whole`, of those that have both; a register of nobody is none.
  private func comparison(of part: Column<Int64>, with whole: Column<Int64>) -> (larger: Int, all: Int) {
    var (larger, all) = (0, 0)
    for row in 0..<table.rowCount where !part.isMissing(row) && !whole.isMissing(row) && whole.values[row] > 0 {
      all &+= 1
      if part.values[row] > whole.values[row] { larger &+= 1 }
    }
    return (larger, all)
  }
}
