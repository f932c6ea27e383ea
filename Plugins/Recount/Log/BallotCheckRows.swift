import Hashing
public import Ledger
public import ModuleKit

extension LedgerRows {
  /// The drawn ballots of the ledger, one a draw, of what all authors read on it.
  ///
  /// What the paper says stands in a row whose ballot two authors read alike; of every other the row says how it is entered, and
  /// the paper is not read. A ballot that two authors read and all took back says so: what was measured with it may have been seen.
  public static let ballotChecks = LedgerRows("ballot_checks") { view, contest in
    view.readings(of: contest?.id ?? "").sorted { $0.key < $1.key }.compactMap { draw, readings in
      let entry = BallotChecks.Entry(readings) ?? .withdrawn
      guard entry != .withdrawn || Set(readings.map(\.author)).count > 1 else { return nil }
      let standing = readings.filter { !$0.isRetracted || entry == .withdrawn }.sorted {
        ($0.content.lastDraw, $0.content.round, $0.id.hex) < ($1.content.lastDraw, $1.content.round, $1.id.hex)
      }
      let said = standing[0].content
      var row = [
        "draw": "\(draw)", "container": said.container, "batch": said.batch, "ballot": "\(said.ballot)",
        "round": said.round, "last_draw": "\(said.lastDraw)", "entry": entry.rawValue,
        "paper": entry.counts ? said.paper : BallotWord.notFound, "published_basis": "inferred",
      ]
      row["published_to"] = standing.map(\.view.opening.known).max()?.rfc3339
      guard entry.counts else { return row }
      row["record"] = said.record
      let causes = Set(standing.compactMap(\.cause)).sorted()
      if !causes.isEmpty { row["cause"] = causes.joined(separator: " / ") }
      return row
    }
  }
}
