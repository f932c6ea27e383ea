public import ModuleKit

/// What was found on the ballots of each round of an audit, added up.
public struct RoundTallies: Sendable {
  /// The ballots of one round.
  public struct Round: Sendable, Equatable {
    /// The round's name.
    public var name: String
    /// The ballots drawn in it, and those of them that could not be found.
    public var ballots, notFound: Int
    /// Votes by option on the others, in ballot order.
    public var votes: [Int]
    /// All valid votes on them.
    public var valid: Int
  }

  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// The rounds, in the order of the file.
  public let rounds: [Round]

  /// The whole dataset as evidence.
  public var evidence: Evidence {
    Evidence(
      dataset: source.dataset, rows: rounds.map { RowKey($0.name) }, citations: [source.citation], basis: .reported)
  }
}

/// The fields of tallies of rounds.
private struct RoundFields: RowFields {
  let round = Field<String>("round", role: .key, "the round; rows stand in the order of the draw")
  let ballots = Field<Int>("ballots", least: 1, role: .required, "the ballots drawn in this round alone")
  let notFound = Field<Int>("not_found", least: 0, "those of them that cannot be found; 0 where empty")
  let valid = Field<Int>(
    "valid_votes", least: 0, "valid votes on the ballots found; the sum of the options where empty")
  let votes: [Field<Int>]
  let publication = PublicationFields()

  init(_ declaration: DatasetDeclaration) {
    votes = declaration.givenContest.options.map {
      Field("votes_\($0.id)", least: 0, role: .required, "votes for \($0.id) on the ballots of this round")
    }
  }
}

extension DatasetKind where Content == RoundTallies {
  /// Tallies of ballots drawn at random, one round a row.
  public static var roundTallies: Self {
    DatasetKind(
      "round_tallies", "what was found on ballots drawn at random, one round of an audit a row", takes: [.contest],
      fields: RoundFields.init
    ) { source, fields throws(DiagnosticsError) in
      RoundTallies(source: source, contest: source.declaration.givenContest, rounds: try rounds(of: source, fields))
    }
  }

  private static func rounds(
    of source: DatasetSource, _ fields: RoundFields
  ) throws(DiagnosticsError) -> [RoundTallies.Round] {
    var (problems, out, drawn) = ([Diagnostic](), [RoundTallies.Round](), 0)
    for row in 0..<source.table.rowCount {
      let (ballots, notFound) = (fields.ballots[row] ?? 0, fields.notFound[row] ?? 0)
      let votes = fields.votes.map { $0[row] ?? 0 }
      guard ballots <= BallotManifest.most - drawn else {
        problems.append(
          source.diagnostic(RecountMessage.tooManyDrawn, row: row, field: fields.ballots.name, value: "\(ballots)"))
        break
      }
      drawn += ballots
      let stated = fields.valid[row]
      let parts = [fields.notFound] + (stated == nil ? fields.votes : [fields.valid])
      problems += source.excess(of: parts, within: ballots, fields.ballots.name, row: row)
      if let stated { problems += source.excess(of: fields.votes, within: stated, fields.valid.name, row: row) }
      guard problems.isEmpty else { continue }
      out.append(
        RoundTallies.Round(
          name: fields.round[row] ?? "", ballots: ballots, notFound: notFound, votes: votes,
          valid: stated ?? votes.reduce(0, +)))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
