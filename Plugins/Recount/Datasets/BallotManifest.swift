public import ModuleKit

/// Where ballots lie: batches in containers, with the number of ballots of each. A polling station's box is a batch.
public struct BallotManifest: Sendable {
  /// One batch of ballots.
  public struct Batch: Sendable, Equatable {
    /// The container it lies in.
    public var container: String
    /// Its name in the container.
    public var batch: String
    /// How many ballots it holds.
    public var ballots: Int
    /// The sampling stratum; nil where there is none.
    public var stratum: String?

    /// The written form of its key, which no other batch of a manifest has.
    public var key: String { RowKey([container, batch]).text }
  }

  /// The most ballots that a manifest may hold.
  public static let most = 2_000_000_000

  /// Where it comes from.
  public let source: DatasetSource
  /// The batches, in the order of the file.
  public let batches: [Batch]
}

/// The fields of a manifest.
private struct ManifestFields: RowFields {
  let container = Field<String>("container", role: .key, "where the batch lies: a store, a shelf, a municipality")
  let batch = Field<String>(
    "batch", role: .key, "the batch, such as a polling station's box; its name in the container")
  let ballots = Field<Int>("ballots", least: 0, role: .required, "the number of ballots in the batch")
  let stratum = Field<String>("stratum", "the sampling stratum")
  let publication = PublicationFields()
}

extension DatasetKind where Content == BallotManifest {
  /// Ballot manifests, one batch a row.
  public static var ballotManifest: Self {
    DatasetKind("ballot_manifest", "where ballots lie, one batch or box a row: what draws are made from") { _ in
      ManifestFields()
    } load: { source, fields throws(DiagnosticsError) in
      let batches = (0..<source.table.rowCount).map { row in
        BallotManifest.Batch(
          container: fields.container[row] ?? "", batch: fields.batch[row] ?? "", ballots: fields.ballots[row] ?? 0,
          stratum: fields.stratum.filled(row))
      }
      var sum = 0
      for (row, batch) in batches.enumerated() {
        guard batch.ballots <= BallotManifest.most - sum else {
          throw DiagnosticsError([
            source.diagnostic(
              RecountMessage.tooManyBallots, row: row, field: fields.ballots.name, value: "\(batch.ballots)")
          ])
        }
        sum += batch.ballots
      }
      try BallotManifest.mustHaveNoTotal(batches, source, fields.ballots)
      return BallotManifest(source: source, batches: batches)
    }
  }
}

extension BallotManifest {
  /// - Throws: `DiagnosticsError` where one of `batches`, beside three others or more, holds as many ballots as all the others: their
  ///   total.
  static func mustHaveNoTotal(
    _ batches: [Batch], _ source: DatasetSource, _ ballots: Field<Int>
  ) throws(DiagnosticsError) {
    let sum = batches.reduce(0) { $0 + $1.ballots }
    guard batches.count > 3, let total = batches.firstIndex(where: { $0.ballots > 0 && 2 * $0.ballots == sum }) else {
      return
    }
    throw DiagnosticsError([
      source.diagnostic(
        RecountMessage.totalsBatch, row: total, field: ballots.name, value: "\(batches[total].ballots)")
    ])
  }
}
