import ModuleKit

/// A figure of a tally sheet.
enum TallyFigure: Hashable, Sendable {
  case registered, extraVoters, received, issued, unused, cast, valid, blank, null
  /// The votes of an option, by its place on the ballot.
  case votes(Int)
  /// The number of sheets.
  case sheets
  /// The sheet as a whole.
  case sheet

  /// The name of its column.
  func name(_ contest: Contest) -> String {
    switch self {
    case .registered: "registered"
    case .extraVoters: "extra_voters"
    case .received: "received"
    case .issued: "issued"
    case .unused: "unused"
    case .cast: "cast"
    case .valid: "valid"
    case .blank: "blank"
    case .null: "null"
    case .votes(let option): "votes_\(contest.options[option].id)"
    case .sheets: "sheets"
    case .sheet: "sheet"
    }
  }
}

extension Sheets {
  /// The figures as stated, votes first.
  var figures: [(figure: TallyFigure, column: Column<Int64>)] {
    votes.enumerated().map { (.votes($0), $1) } + [
      (.valid, valid), (.blank, blank), (.null, null), (.cast, cast), (.registered, registered),
      (.extraVoters, extraVoters), (.received, received), (.issued, issued), (.unused, unused),
    ]
  }
}
