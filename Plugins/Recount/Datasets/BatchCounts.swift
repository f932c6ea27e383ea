public import ModuleKit

/// Batches that were drawn and counted by hand.
public struct BatchCounts: Sendable {
  /// One of them.
  public struct Batch: Sendable, Equatable {
    /// Where it lies.
    public var container, batch: String
    /// The numbers of its draws, from 1; empty for one that was counted and not drawn.
    public var draws: [Int]
    /// The word that batches counted together have; nil for one that was counted alone.
    public var together: String?
    /// What was found in it; nil where it stands at another one that it was counted together with.
    public var found: Tally?
    /// Ballots of it that cannot be found.
    public var notFound: Int

    /// The written form of its key, which no other batch has.
    public var key: String { RowKey([container, batch]).text }
  }

  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// The batches, in the order of the file.
  public let batches: [Batch]

  /// The whole dataset as evidence.
  public var evidence: Evidence {
    Evidence(
      dataset: source.dataset, rows: batches.map { RowKey([$0.container, $0.batch]) }, citations: [source.citation],
      basis: .reported)
  }
}

/// The fields of counted batches.
private struct BatchCountFields: RowFields {
  let container = Field<String>("container", role: .key, "where the batch lies")
  let batch = Field<String>("batch", role: .key, "the batch; its name in the container")
  let draws = Field<String>(
    "draws", "the numbers of its draws, as in `sample.csv`, with `;` between them; empty where it was not drawn")
  let together = Field<String>(
    "together",
    "a word that batches have which were counted together, since their ballots were mixed: what was found stands at one of them, or in parts"
  )
  let votes: [Field<Int>]
  let valid = Field<Int>("valid_votes", least: 0, "valid votes found; the sum of the options where empty")
  let ballots = Field<Int>("ballots", least: 0, "ballots found; the valid votes where empty")
  let notFound = Field<Int>("not_found", least: 0, "ballots of the batch that cannot be found; 0 where empty")
  let publication = PublicationFields()

  init(_ declaration: DatasetDeclaration) {
    votes = declaration.givenContest.options.map { Field("votes_\($0.id)", least: 0, "votes found for \($0.id)") }
  }
}

extension DatasetKind where Content == BatchCounts {
  /// Batches counted by hand, one a row.
  public static var batchCounts: Self {
    DatasetKind(
      "batch_counts", "batches or boxes that were drawn and counted by hand, one a row", takes: [.contest],
      fields: BatchCountFields.init
    ) { source, fields throws(DiagnosticsError) in
      var problems: [Diagnostic] = []
      let batches = (0..<source.table.rowCount).map { batch(source, fields, row: $0, &problems) }
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      return BatchCounts(source: source, contest: source.declaration.givenContest, batches: batches)
    }
  }

  private static func batch(
    _ source: DatasetSource, _ fields: BatchCountFields, row: Int, _ problems: inout [Diagnostic]
  ) -> BatchCounts.Batch {
    let draws = fields.draws.filled(row).map { text -> [Int] in
      let numbers = text.split(separator: ";").map { Int($0.split(separator: " ").joined()) ?? 0 }
      if !numbers.allSatisfy(DrawRequest.sizes.contains) {
        problems.append(
          source.diagnostic(RecountMessage.noDraws(text), row: row, field: fields.draws.name, value: text))
      }
      return numbers
    }
    let (most, stated) = (BallotManifest.most, fields.valid[row])
    let whole = fields.ballots[row] ?? most
    var excess = source.excess(of: [fields.ballots], within: most, "\(most)", row: row)
    excess += source.excess(of: [fields.notFound], within: most, "\(most)", row: row)
    excess += source.excess(
      of: stated == nil ? fields.votes : [fields.valid], within: min(whole, most),
      whole < most ? fields.ballots.name : "\(most)", row: row)
    if let stated { excess += source.excess(of: fields.votes, within: stated, fields.valid.name, row: row) }
    problems += excess
    // What is refused is not added up.
    let votes = fields.votes.map { excess.isEmpty ? $0[row] : 0 }
    let valid = stated ?? votes.reduce(0) { $0 + ($1 ?? 0) }
    let ballots = fields.ballots[row] ?? valid
    let found =
      votes.allSatisfy { $0 != nil }
      ? Tally(votes: votes.map { $0 ?? 0 }, valid: valid, cast: ballots) : nil
    let together = fields.together.filled(row)
    if found == nil, together == nil || votes.contains(where: { $0 != nil }) {
      problems.append(
        source.diagnostic(
          RecountMessage.countMissing, row: row, field: fields.votes.first { $0[row] == nil }?.name ?? "", value: ""))
    }
    return BatchCounts.Batch(
      container: fields.container[row] ?? "", batch: fields.batch[row] ?? "", draws: draws ?? [], together: together,
      found: found, notFound: fields.notFound[row] ?? 0)
  }
}
