import ModuleKit

/// Which rows of a file are meant, where it holds several contests or rounds.
struct RowChoice {
  /// The columns, with these rows alone.
  let columns: [LookedColumn]
  /// The rows that are read, by the values of columns.
  let filters: [(column: String, values: [String])]

  /// How files head what a row is an election of.
  private static let heads = [
    "cargo", "turno", "eleccion", "tipo eleccion", "contest", "race", "office", "election type", "round", "vuelta",
  ]
  /// A column of more values is none of contests.
  private static let mostValues = 30

  /// The rows of `columns` that are meant: of each such column the value that is answered, else that of most rows.
  init(_ columns: [LookedColumn], _ answers: inout LookAnswers) {
    var (columns, filters) = (columns, [(column: String, values: [String])]())
    for place in columns.indices {
      let column = columns[place]
      guard column.head.match(Self.heads) != nil, (2...Self.mostValues).contains(column.texts.count), !column.hasGaps,
        !column.isDistinct
      else { continue }
      var counts = [Int](repeating: 0, count: column.texts.count)
      for code in column.codes { counts[Int(code)] += 1 }
      let values = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.map { column.texts[$0] }
      let value = answers.answer(
        "where.\(column.name)",
        Text(
          en: "of which '\(column.name)' the rows are meant", es: "de qué «\(column.name)» son las filas que interesan"),
        values)
      guard let code = column.texts.firstIndex(of: value) else { continue }
      let rows = column.codes.indices.filter { column.codes[$0] == code }
      columns = columns.map { $0.keeping(rows) }
      filters.append((column.name, [value]))
    }
    (self.columns, self.filters) = (columns, filters)
  }
}
