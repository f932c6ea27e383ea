import ModuleKit
import Statistics

/// The draw that ballots were entered from, made again.
struct DrawnBallots {
  let seed: String
  let sampler: DrawRequest.Sampler
  /// The ballots it was made from, and how many were entered.
  let all, entered: Int

  /// Holds `checks` against the draw with replacement from `manifest`: the first is the first that was drawn, and so on.
  /// - Throws: `DiagnosticsError` for the first ballot that is another.
  init(
    _ checks: BallotChecks, from manifest: BallotManifest, seed: String, sampler: DrawRequest.Sampler
  ) throws(DiagnosticsError) {
    (self.seed, self.sampler, entered) = (seed, sampler, checks.ballots.count)
    all = manifest.ballots
    let request = try DrawRequest(
      seed: seed, sampler: sampler, unit: .ballot, size: .simple(entered), replacing: true)
    guard entered > 0 else { return }
    let draw = try Draw(request, from: manifest.batches)
    for (ballot, drawn) in zip(checks.ballots, draw.drawn) {
      let name = "\(draw.batches[drawn.batch].key)#\(drawn.ballot ?? 0)"
      guard ballot.name == name else {
        throw DiagnosticsError(RecountMessage.otherBallot(draw: ballot.draw, entered: ballot.name, drawn: name))
      }
    }
  }
}

extension BallotManifest {
  /// All ballots of the manifest.
  var ballots: Int { batches.reduce(0) { $0 + $1.ballots } }
}

extension BallotChecks {
  /// - Throws: `DiagnosticsError` unless every draw from the first to the last is entered.
  func mustBeWhole() throws(DiagnosticsError) {
    for (place, ballot) in ballots.enumerated() where ballot.draw != place + 1 {
      throw DiagnosticsError(RecountMessage.drawMissing(place + 1, last: ballot.draw))
    }
  }

  /// - Throws: `DiagnosticsError` unless every ballot has a record to compare it with.
  func mustBeCompared() throws(DiagnosticsError) {
    if let ballot = ballots.first(where: { $0.record == nil }) {
      throw DiagnosticsError(RecountMessage.notCompared(draw: ballot.draw))
    }
  }
}
