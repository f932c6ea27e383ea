/// Looks for the columns of a file with a row for each option of a sheet: the option, and its votes.
struct LongSearch {
  struct Found {
    /// The columns, by their places.
    let option, votes: Int
    /// The texts of the column of options that are options, and those that are blank votes, null ones and totals.
    let options, others: [Int]
  }

  private let columns: [LookedColumn]

  private static let votes = ["voto", "votos", "vote", "votes", "sufragio"]
  private static let options = [
    "candidat", "votavel", "partid", "party", "lista", "list", "opcion", "option", "organizacion", "agrupacion",
    "siglas",
    "formacion", "choice",
  ]
  private static let noOptions = [
    "blanco", "branco", "blank", "nulo", "null", "viciad", "impugnad", "invalid", "total", "no registrad",
  ]
  /// A column of more values is none of options.
  private static let mostOptions = 500

  init(_ columns: [LookedColumn]) { self.columns = columns }

  /// The columns, where both are there; `isFree` says which may be taken.
  func found(_ isFree: (Int) -> Bool) -> Found? {
    func best(_ heads: [String], _ isFitting: (LookedColumn) -> Bool) -> Int? {
      columns.indices.filter { isFree($0) && isFitting(columns[$0]) }
        .compactMap { place in columns[place].head.match(heads).map { (place, $0.share) } }
        .max { ($0.1, -$0.0) < ($1.1, -$1.0) }?.0
    }
    guard let votes = best(Self.votes, { $0.isCount }) else { return nil }
    func isOption(_ column: LookedColumn) -> Bool {
      column.name != columns[votes].name && !column.hasGaps && (2...Self.mostOptions).contains(column.texts.count)
        && !column.isDistinct
    }
    // The name of an option rather than its code.
    guard
      let option = best(Self.options, { isOption($0) && !AreaWords.isCode($0.head) }) ?? best(Self.options, isOption)
    else { return nil }
    let texts = columns[option].texts
    let others = texts.indices.filter { Head(texts[$0]).match(Self.noOptions) != nil }
    let options = texts.indices.filter { !others.contains($0) }
    return options.count > 1 ? Found(option: option, votes: votes, options: Array(options), others: others) : nil
  }
}
