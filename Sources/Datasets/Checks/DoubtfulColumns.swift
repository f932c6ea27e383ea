import Diagnostics
import Tables

// A column that is read as another one, or not at all, breaks no rule of its own. It shows in what the file says as a
// whole.
extension DatasetSource {
  /// Options whose votes are nowhere, though those of others are; votes that are more than the register throughout;
  /// numbers among the names of the coarsest areas.
  func doubtfulColumns(_ fields: any RowFields) -> [Diagnostic] {
    guard table.rowCount > 0, let options = declaration.contest?.options else { return [] }
    var problems: [Diagnostic] = []
    func note(_ message: RowMessage, _ field: String) {
      problems.append(
        Diagnostic(message, at: .init(file: file), datum: .init(dataset: dataset, field: field, rule: message.rule)))
    }
    let given = declaration.columns
    if declaration.isMapped, declaration.long == nil, fields.votes.contains(where: { given[$0.name] != nil }) {
      for (option, votes) in zip(options, fields.votes)
      where given[votes.name] == nil && votes.values.missing.count == table.rowCount {
        note(.optionWithoutColumn(option.id, column: votes.name), votes.name)
      }
    }
    for (part, whole) in fields.parts {
      let (larger, all) = comparison(of: part.values, with: whole.values)
      if all >= 3, larger * 2 > all {
        note(.exceedsThroughout(part.name, whole: whole.name, rows: larger, of: all), part.name)
      }
    }
    return problems + numbersForNames(fields.areas)
  }

  /// Rows whose coarsest area is a number, where most have a name, and hardly one has the number of another: their values
  /// stand in other columns than the rest's. Areas that have a number for a name hold several sheets.
  private func numbersForNames(_ areas: [Field<String>]) -> [Diagnostic] {
    guard let level = areas.first, case let codes = level.values.encoded else { return [] }
    let isNumber = codes.texts.map { text in text.utf8.allSatisfy { 48...57 ~= $0 } && !text.isEmpty }
    guard isNumber.contains(true) else { return [] }
    let rows = codes.codes.indices.filter { codes.codes[$0] >= 0 && isNumber[Int(codes.codes[$0])] }
    guard rows.count * 2 < table.rowCount, Set(rows.map { codes.codes[$0] }).count * 2 > rows.count else { return [] }
    return rows.map { problem(.numberForName, row: $0, of: level) }.byRow()
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
