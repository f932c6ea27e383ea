import Tables
import Times

// What a second reader asks of every dataset.
extension SecondReading {
  /// The most days between election day and the publication of what is about it: a mistyped year is further away.
  private static let farthest: Int64 = 330

  /// Counts of votes that were published before election day, and rows published long before or after it.
  mutating func readPublication(_ fields: PublicationFields, isCount: Bool, _ electionDay: Day) {
    let (days, from, to) = (fields.day.values, fields.from.values, fields.to.values)
    let (first, last) = (zone.start(of: electionDay), zone.start(of: Day(ordinal: electionDay.ordinal + 1)))
    let day: Int64 = 86_400
    for row in 0..<days.count {
      // What may have been published on election day, in whatever zone the file was written, was not before it.
      let latest = days[row].map { zone.start(of: $0).seconds + day } ?? to[row]?.seconds ?? from[row]?.seconds
      guard let latest else { continue }
      let earliest = days[row].map { zone.start(of: $0).seconds } ?? from[row]?.seconds ?? latest
      let column = days[row] != nil ? fields.day.name : to[row] != nil ? fields.to.name : fields.from.name
      let (before, after) = ((first.seconds - latest + day - 1) / day, (earliest - last.seconds + day) / day)
      if before > (isCount ? 1 : Self.farthest) {
        doubt(DoubtMessage.publishedBefore(days: Int(before)), row: row, column: column)
      } else if after > Self.farthest {
        doubt(DoubtMessage.publishedAfter(days: Int(after)), row: row, column: column)
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

  /// Rows whose name is that of a total.
  mutating func readNames(_ field: Field<String>) {
    let (texts, codes) = (field.values.encoded.texts, field.values.encoded.codes)
    let isTotal = texts.map(Self.readsLikeTotal)
    guard isTotal.contains(true) else { return }
    for (row, code) in codes.enumerated() where code >= 0 && isTotal[Int(code)] {
      doubt(DoubtMessage.calledTotal(texts[Int(code)]), row: row, column: field.name)
    }
  }

  private static let totals: Set<String> = ["total", "totals", "totales", "subtotal", "subtotals", "subtotales"]

  /// Whether the first or the last word of `name` means a total.
  static func readsLikeTotal(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return [words.first, words.last].contains { $0.map(totals.contains) ?? false }
  }

  private var zone: Zone { source.zone }
}
