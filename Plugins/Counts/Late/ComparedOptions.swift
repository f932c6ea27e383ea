import ModuleKit

/// The two options whose margin is looked at, by their places on the ballot: votes for the first less those for the
/// second.
struct ComparedOptions {
  let first, second: Int
  private let options: [Contest.Option]

  /// The options named, each where it is; else the two with most votes in `sheets`, the one ahead first.
  /// - Throws: ``DiagnosticsError`` for an option that the contest does not have, or that has no other.
  init(_ sheets: Sheets, option: String?, against: String?) throws(DiagnosticsError) {
    let contest = sheets.contest
    let named = (
      try CountsParameter.option(option, "option", of: contest),
      try CountsParameter.option(against, "against", of: contest)
    )
    let totals = named.0 != nil && named.1 != nil ? [] : CountsParameter.totals(sheets)
    let byVotes = totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
    let first = named.0 ?? byVotes.first { $0 != named.1 }
    let second = named.1 ?? byVotes.first { $0 != first }
    guard let first, let second, first != second else {
      throw DiagnosticsError(CountsMessage.comparedWithItself(option ?? against ?? contest.options.first?.id ?? ""))
    }
    (self.first, self.second, options) = (first, second, contest.options)
  }

  /// The id of the first option, or of the second.
  func id(first isFirst: Bool) -> String { options[isFirst ? first : second].id }

  /// The name of the first option, or of the second.
  func name(first isFirst: Bool) -> Text { options[isFirst ? first : second].name }
}
