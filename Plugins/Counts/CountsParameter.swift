import ModuleKit

/// Parameters and inputs that name something of a dataset, and what is said where it does not fit.
enum CountsParameter {
  /// The place of the area level `name`; nil where there is no name.
  /// - Throws: ``DiagnosticsError`` for a level that the dataset does not have.
  static func level(_ name: String?, _ parameter: String, of sheets: Sheets) throws(DiagnosticsError) -> Int? {
    try level(name, parameter, in: sheets.areas, of: sheets.source)
  }

  /// The place of the level `name` of the `areas` of a dataset; nil where there is no name.
  /// - Throws: ``DiagnosticsError`` for a level that the dataset does not have.
  static func level(
    _ name: String?, _ parameter: String, in areas: Areas, of source: DatasetSource
  ) throws(DiagnosticsError) -> Int? {
    guard let name else { return nil }
    if let level = areas.level(name) { return level }
    throw DiagnosticsError(
      CountsMessage.unknownLevel(name, parameter: parameter, dataset: source.dataset, levels: areas.levels))
  }

  /// The place on the ballot of the option `name`; nil where there is no name.
  /// - Throws: ``DiagnosticsError`` for an option that the contest does not have.
  static func option(_ name: String?, _ parameter: String, of contest: Contest) throws(DiagnosticsError) -> Int? {
    guard let name else { return nil }
    let ids = contest.options.map(\.id)
    if let place = ids.firstIndex(of: name) { return place }
    throw DiagnosticsError(CountsMessage.unknownOption(name, parameter: parameter, contest: contest.id, options: ids))
  }

  /// The place on the ballot of the option `name`; of the one with most votes where there is no name.
  /// - Throws: ``DiagnosticsError`` for an option that the contest does not have.
  static func option(_ name: String?, _ parameter: String, of sheets: Sheets) throws(DiagnosticsError) -> Int {
    try option(name, parameter, of: sheets.contest) ?? mostVotes(sheets)
  }

  /// The option with most votes in all; of several the first on the ballot.
  static func mostVotes(_ sheets: Sheets) -> Int {
    let totals = totals(sheets)
    return totals.indices.reduce(0) { totals[$1] > totals[$0] ? $1 : $0 }
  }

  /// The votes of each option in all, in ballot order.
  static func totals(_ sheets: Sheets) -> [Double] {
    sheets.votes.map { votes in
      var sum = 0.0
      for row in 0..<votes.count where !votes.missing.contains(row) { sum += Double(votes.values[row]) }
      return sum
    }
  }

  /// Refuses `source` where it is of another contest than the dataset that it is held against.
  /// - Throws: ``DiagnosticsError``.
  static func require(_ source: DatasetSource, contestOf other: DatasetSource) throws(DiagnosticsError) {
    guard source.contest != other.contest else { return }
    throw DiagnosticsError(
      CountsMessage.otherContest(
        source.dataset, of: source.contest?.id ?? "", against: other.dataset, contest: other.contest?.id ?? ""))
  }
}
