import Tables

extension Bulletins: SecondRead {
  func read(_ reading: inout SecondReading) {
    readTotals(&reading)
    reading.readValid(
      integers("valid_votes"), contest.options.indices.map { integers(column($0)) },
      [("blank_votes", integers("blank_votes")), ("null_votes", integers("null_votes"))], column: "valid_votes")
    readFalls(&reading)
    for (row, bulletin) in all.enumerated() { readShares(of: bulletin, row, &reading) }
    readCountedShares(&reading)
  }

  private func integers(_ name: String) -> Column<Int64> {
    if case .integer(let it)? = source.table[name] { it } else { Column(missing: all.count, zero: 0) }
  }
  private func column(_ option: Int) -> String { "votes_\(contest.options[option].id)" }
  private func shareColumn(_ option: Int) -> String { "percent_\(contest.options[option].id)" }

  /// Rows that add up the others, or are called so.
  private func readTotals(_ reading: inout SecondReading) {
    let votes = contest.options.indices.map { integers(column($0)) }
    let adding = TotalsRow.rows(
      of: votes, [], count: all.count, isNamed: { SecondReading.readsLikeTotal(all[$0].provenance.key) },
      isSheet: reading.isNoTotal)
    reading.readTotals(adding, column: "id")
    let told = Set(adding.map(\.row))
    for (row, bulletin) in all.enumerated() {
      if !told.contains(row), !reading.isNoTotal(row), SecondReading.readsLikeTotal(bulletin.provenance.key) {
        reading.doubt(DoubtMessage.calledTotal(bulletin.provenance.key), row: row, column: "id")
      }
    }
  }

  /// Figures that are less than the last ones stated before them, where the row was not certainly published earlier.
  private func readFalls(_ reading: inout SecondReading) {
    var last: [String: (value: ExactDecimal, row: Int)] = [:]
    for (row, bulletin) in all.enumerated() {
      var counts = bulletin.votes.enumerated().map { (column($0), $1) }
      counts += [("valid_votes", bulletin.validVotes), ("counted_sheets", bulletin.countedSheets)]
      let figures = counts.map { ($0, $1.map { ExactDecimal(mantissa: Int64($0)) }) }
      for case (let column, let value?) in figures + [("counted_sheets_percent", bulletin.countedPercent)] {
        if let (before, earlier) = last[column], value.isBelow(before), !isKnown(row, before: earlier) {
          reading.doubt(
            DoubtMessage.lessThanBefore(before.description, row: reading.key(earlier).text), row: row, column: column)
        }
        last[column] = (value, row)
      }
    }
  }

  private func isKnown(_ row: Int, before other: Int) -> Bool {
    guard let end = all[row].provenance.publication.to, let start = all[other].provenance.publication.from else {
      return false
    }
    return end < start
  }

  /// Shares that add up to more than all, shares written as fractions, and votes beyond the valid ones.
  private func readShares(of bulletin: Bulletin, _ row: Int, _ reading: inout SecondReading) {
    let shares = bulletin.percents.enumerated().compactMap { option, share in share.map { (option, $0) } }
    let sum = shares.reduce(0.0) { $0 + $1.1.number }
    // Each may be rounded, or cut, by up to a unit of its last place.
    let rounding = shares.reduce(1e-9) { $0 + 2 * $1.1.halfUnit.number }
    if let largest = shares.max(by: { $0.1 < $1.1 }) {
      if sum > 100 + rounding {
        reading.doubt(
          DoubtMessage.sharesBeyondWhole(Self.text(sum), isMarkLost: largest.1 > 100), row: row,
          column: shareColumn(largest.0))
      } else if shares.count > 1, largest.1 > 0, largest.1 <= 1 {
        reading.doubt(Self.fractions(largest.1), row: row, column: shareColumn(largest.0))
      }
    }
    guard let valid = bulletin.validVotes else { return }
    let beyond = bulletin.votes.indices.filter { (bulletin.votes[$0] ?? 0) > valid }
    for option in beyond {
      reading.doubt(
        DoubtMessage.moreThanWhole(column(option), whole: "valid_votes"), row: row, column: column(option))
    }
    let all = bulletin.votes.reduce(0) { $0 &+ ($1 ?? 0) }
    if beyond.isEmpty, all > valid {
      reading.doubt(DoubtMessage.votesBeyondValid(all), row: row, column: "valid_votes")
    }
  }

  /// Shares of sheets counted of which none is above one: the first fraction of a percent of a count may be one, the last
  /// of several is not.
  private func readCountedShares(_ reading: inout SecondReading) {
    let shares = all.enumerated().compactMap { row, bulletin in bulletin.countedPercent.map { (row, $0) } }
    guard shares.count > 1, let largest = shares.max(by: { $0.1 < $1.1 }), largest.1 > 0, largest.1 <= 1 else { return }
    reading.doubt(Self.fractions(largest.1), row: largest.0, column: "counted_sheets_percent")
  }

  private static func fractions(_ share: ExactDecimal) -> DoubtMessage {
    .fractions(share.description, percent: text(share.number * 100))
  }

  /// A number with two decimals at most.
  private static func text(_ number: Double) -> String {
    guard var mantissa = Int64(exactly: (number * 100).rounded()) else { return "\(number)" }
    var scale: UInt8 = 2
    while scale > 0, mantissa % 10 == 0 { (mantissa, scale) = (mantissa / 10, scale - 1) }
    return ExactDecimal(mantissa: mantissa, scale: scale).description
  }
}

extension ExactDecimal {
  /// Whether it is less, whatever was rounded: numbers of one precision are compared as they are.
  fileprivate func isBelow(_ other: ExactDecimal) -> Bool {
    if scale == other.scale { return self < other }
    return number + halfUnit.number < other.number - other.halfUnit.number
  }
}
