public import ModuleKit
public import Statistics

/// What batches were reported to hold, one by one: what an audit by batches holds its counts against.
public struct BatchTotals: Sendable {
  /// One batch as it was reported.
  public struct Batch: Sendable, Equatable {
    /// Where it lies, how many ballots it holds at most, and its stratum.
    public var place: BallotManifest.Batch
    /// Its votes.
    public var tally: Tally
  }

  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// The batches, in the order of the file.
  public let batches: [Batch]

  /// The whole dataset as evidence.
  public var evidence: Evidence {
    Evidence(dataset: source.dataset, rows: [], citations: [source.citation], basis: .reported)
  }

  /// The votes of all batches.
  public var tally: Tally {
    let votes = contest.options.indices.map { option in batches.reduce(0) { $0 + $1.tally.votes[option] } }
    return Tally(
      votes: votes, valid: batches.reduce(0) { $0 + $1.tally.valid }, cast: batches.reduce(0) { $0 + $1.tally.cast })
  }

  /// The assertions of the outcome that the batches add up to; none where there is no second option, or no valid vote.
  var assertions: [Assertion] {
    let tally = tally
    return tally.valid == 0 ? [] : Assertion.all(of: contest, tally)
  }

  /// The bounds on the errors of the batches, to which their chances in a draw are proportional.
  /// - Throws: `DiagnosticsError` where the outcome that they add up to is a tie, or has no second option.
  public var bounds: [Rational] {
    get throws(DiagnosticsError) {
      try answer(Text(en: "the batches", es: "los lotes")) { () throws(StatisticsError) in
        try comparison(assertions).bounds
      }
    }
  }

  /// The bounds on the errors of the batches for `assertions`, each true by a vote or more.
  func comparison(_ assertions: [Assertion]) throws(StatisticsError) -> BatchComparison {
    try BatchComparison(
      batches.map { batch in
        BatchComparison.Batch(
          worths: assertions.map { $0.statement.margin(of: batch.tally) },
          least: assertions.map { $0.statement.least * batch.place.ballots })
      })
  }
}

/// The fields of reported batches.
private struct BatchTotalFields: RowFields {
  let container = Field<String>("container", role: .key, "where the batch lies: a store, a shelf, a municipality")
  let batch = Field<String>(
    "batch", role: .key, "the batch, such as a polling station's box; its name in the container")
  let ballots = Field<Int>("ballots", least: 0, role: .required, "the ballots that the batch holds at most")
  let stratum = Field<String>("stratum", "the sampling stratum; not read where batches are drawn by their bounds")
  let votes: [Field<Int>]
  let valid = Field<Int>("valid_votes", least: 0, "valid votes reported; the sum of the options where empty")
  let cast = Field<Int>(
    "cast", least: 0, "ballots cast, blank and null ones with them; all ballots of the batch where empty")
  let publication = PublicationFields()

  init(_ declaration: DatasetDeclaration) {
    votes = declaration.givenContest.options.map {
      Field("votes_\($0.id)", least: 0, role: .required, "votes reported for \($0.id)")
    }
  }
}

extension DatasetKind where Content == BatchTotals {
  /// Reported totals of batches, one batch a row.
  public static var batchTotals: Self {
    DatasetKind(
      "batch_totals",
      "what batches or boxes were reported to hold, one a row: what batches are drawn from by the bounds on their errors",
      takes: [.contest], fields: BatchTotalFields.init
    ) { source, fields throws(DiagnosticsError) in
      BatchTotals(
        source: source, contest: source.declaration.givenContest, batches: try batches(of: source, fields))
    }
  }

  private static func batches(
    of source: DatasetSource, _ fields: BatchTotalFields
  ) throws(DiagnosticsError) -> [BatchTotals.Batch] {
    var (problems, out, sum) = ([Diagnostic](), [BatchTotals.Batch](), 0)
    for row in 0..<source.table.rowCount {
      let ballots = fields.ballots[row] ?? 0
      guard ballots <= BallotManifest.most - sum else {
        problems.append(
          source.diagnostic(RecountMessage.tooManyBallots, row: row, field: fields.ballots.name, value: "\(ballots)"))
        break
      }
      sum += ballots
      let stated = fields.valid[row]
      problems += source.excess(
        of: stated == nil ? fields.votes : [fields.valid], within: ballots, fields.ballots.name, row: row)
      if let stated { problems += source.excess(of: fields.votes, within: stated, fields.valid.name, row: row) }
      problems += source.excess(of: [fields.cast], within: ballots, fields.ballots.name, row: row)
      guard problems.isEmpty else { continue }
      let votes = fields.votes.map { $0[row] ?? 0 }
      let valid = stated ?? votes.reduce(0, +)
      if let cast = fields.cast[row], valid > cast {
        problems += source.excess(
          of: stated == nil ? fields.votes : [fields.valid], within: cast, fields.cast.name, row: row)
        continue
      }
      out.append(
        BatchTotals.Batch(
          place: BallotManifest.Batch(
            container: fields.container[row] ?? "", batch: fields.batch[row] ?? "", ballots: ballots,
            stratum: fields.stratum.filled(row)),
          tally: Tally(votes: votes, valid: valid, cast: fields.cast[row] ?? ballots)))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    try BallotManifest.mustHaveNoTotal(out.map(\.place), source, fields.ballots)
    return out
  }
}
