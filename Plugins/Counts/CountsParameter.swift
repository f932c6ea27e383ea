import ModuleKit

/// Parameters that name something of a dataset of sheets.
enum CountsParameter {
  /// The place of the area level `name`; nil where there is no name.
  /// - Throws: ``ModuleError`` for a level that the dataset does not have.
  static func level(_ name: String?, _ parameter: String, of sheets: Sheets) throws(ModuleError) -> Int? {
    guard let name else { return nil }
    if let level = sheets.areas.level(name) { return level }
    throw ModuleError(
      CountsMessage.unknownLevel(
        name, parameter: parameter, dataset: sheets.source.dataset, levels: sheets.areas.levels))
  }

  /// The place on the ballot of the option `name`; of the one with most votes where there is no name.
  /// - Throws: ``ModuleError`` for an option that the contest does not have.
  static func option(_ name: String?, _ parameter: String, of sheets: Sheets) throws(ModuleError) -> Int {
    let ids = sheets.contest.options.map(\.id)
    guard let name else { return mostVotes(sheets) }
    if let place = ids.firstIndex(of: name) { return place }
    throw ModuleError(
      CountsMessage.unknownOption(name, parameter: parameter, contest: sheets.contest.id, options: ids))
  }

  /// The option with most votes in all; of several the first on the ballot.
  static func mostVotes(_ sheets: Sheets) -> Int {
    let totals = sheets.votes.map { column in
      column.values.indices.reduce(0.0) { $0 + Double(column[$1] ?? 0) }
    }
    return totals.indices.reduce(0) { totals[$1] > totals[$0] ? $1 : $0 }
  }
}
