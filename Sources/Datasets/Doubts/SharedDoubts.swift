import Diagnostics
import Tables
import Times

// What a second reader asks of every dataset.
extension SecondReading {
  /// The most days between election day and the publication of what is about it: a mistyped year is further away.
  private static let farthest = 330

  /// Counts of votes that were published before election day, and rows published long before or after it.
  mutating func readPublication(_ fields: PublicationFields, isCount: Bool, _ electionDay: Day) {
    let zone = source.zone
    func start(_ days: Int) -> Instant { zone.start(of: Day(ordinal: electionDay.ordinal + days)) }
    // A count of election day may bear the day before it, by the clocks of another zone.
    let (start, end) = (start(isCount ? -1 : -Self.farthest), start(Self.farthest + 1))
    for (row, publication) in fields.publications(in: zone).enumerated() {
      guard let latest = publication.to ?? publication.from else { continue }
      let earliest = publication.from ?? latest
      let column = fields.day[row] != nil ? fields.day.name : publication.to != nil ? fields.to.name : fields.from.name
      if latest < start {
        let days = electionDay.ordinal - zone.clock(at: latest).day.ordinal
        doubt(DoubtMessage.publishedBefore(days: days), row: row, column: column)
      } else if earliest >= end {
        let days = zone.clock(at: earliest).day.ordinal - electionDay.ordinal
        doubt(DoubtMessage.publishedAfter(days: days), row: row, column: column)
      }
    }
  }

  /// Options whose votes are nowhere, though those of others are, and which the workspace does not say are not given.
  mutating func readOptions(_ votes: [Field<Int>]) {
    guard let options = source.contest?.options, options.count == votes.count else { return }
    let rows = source.table.rowCount
    guard votes.contains(where: { $0.values.missing.count < rows }) else { return }
    for (option, field) in zip(options, votes) where field.values.missing.count == rows {
      let shares = source.table["percent_\(option.id)"]
      if source.declaration.columns[field.name] == .notGiven || shares.map({ $0.missing.count < rows }) == true {
        continue
      }
      doubt(DoubtMessage.optionWithoutVotes(option.id, column: field.name), column: field.name)
    }
  }

  /// Figures that a later export changed; columns of whole numbers of which a file has none, though others have: its
  /// column may be called otherwise.
  mutating func readFiles() {
    for revision in source.revisions {
      let message = DoubtMessage.revised(before: revision.before, after: revision.after, file: revision.file)
      doubt(message, row: revision.row, column: revision.column)
    }
    guard source.declaration.series == nil, let parts = source.parts else { return }
    for (name, column) in zip(source.table.columnNames, source.table.columns) where column.type == .integer {
      var (filled, rows) = (parts.names.map { _ in false }, parts.names.map { _ in 0 })
      for row in 0..<source.table.rowCount {
        let file = parts.place(of: source.rowRead(row)).file
        rows[file] += 1
        if !column.missing.contains(row) { filled[file] = true }
      }
      guard filled.contains(true) else { continue }
      for file in parts.names.indices where rows[file] > 0 && !filled[file] {
        doubt(DoubtMessage.nothingInFile, column: name, of: parts.names[file])
      }
    }
  }

  /// Numbers that the file withholds, and those that its percentages leave open.
  mutating func readOpenNumbers() {
    for name in source.table.columnNames {
      let ranges = source.withheld(in: name).map(\.range)
      guard !ranges.isEmpty else { continue }
      doubt(
        DoubtMessage.withheld(
          ranges.count, low: ranges.reduce(0) { $0 + $1.lowerBound }, high: ranges.reduce(0) { $0 + $1.upperBound }),
        column: name)
    }
    for (name, from) in source.declaration.columns.sorted(by: { $0.key < $1.key }) where from.percent != nil {
      let rows = source.table[name]?.missing.count ?? 0
      if rows > 0 { doubt(DoubtMessage.percentLeavesOpen(rows: rows, of: source.table.rowCount), column: name) }
    }
  }

  /// A file of counts without a row, unless that is expected: an export that failed looks like this.
  mutating func readEmptiness() {
    guard source.table.rowCount == 0, source.declaration.expected.rows != 0 else { return }
    doubt(DoubtMessage.noRows)
  }

  /// Rows whose name is that of a total.
  mutating func readNames(_ field: Field<String>) {
    let (texts, codes) = (field.values.encoded.texts, field.values.encoded.codes)
    let isTotal = texts.map(Self.readsLikeTotal)
    guard isTotal.contains(true) else { return }
    let told = Set(doubts.compactMap { $0.diagnostic.datum?.row })
    for (row, code) in codes.enumerated()
    where code >= 0 && isTotal[Int(code)] && !told.contains(source.rowNumber(row) + 1) && !isNoTotal(row) {
      doubt(DoubtMessage.calledTotal(texts[Int(code)]), row: row, column: field.name)
    }
  }

  private static let totals: Set<String> = [
    "total", "totals", "totales", "subtotal", "subtotals", "subtotales", "suma", "sumas", "sum", "sums", "totais",
  ]

  /// Whether the first or the last word of `name` means a total.
  static func readsLikeTotal(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return [words.first, words.last].contains { $0.map(totals.contains) ?? false }
  }
}
