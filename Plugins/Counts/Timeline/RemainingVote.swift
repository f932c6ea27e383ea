import ModuleKit

/// What the votes still to be counted would have had to bring: Docs/methods/counts.md, “Remaining vote”.
///
/// Shares of sheets stand in for shares of votes: an outstanding sheet is taken to hold `size` times the valid votes
/// of a counted one. Known at the hour: everything here but ``whole(_:)``, which uses the declared total.
enum RemainingVote {
  /// Valid votes still out: `V (1 − f) / f · size`.
  static func outstanding(valid: Double, counted: Double, size: Double) -> Double {
    valid * (1 - counted) / counted * size
  }

  /// The margin, in points of the outstanding votes, that would have closed a lead: `100 L / R`.
  static func neededPoints(lead: Int, outstanding: Double) -> Double { 100 * Double(lead) / outstanding }

  /// The margin of the side that gained within a batch, in points of the batch's votes: `100 |ΔL| / (V₂ − V₁)`.
  static func batchPoints(change: Int, votes: Double) -> Double { 100 * Double(change.magnitude) / votes }

  /// Valid votes of the batch as known then: from the share of sheets at its start `f` to that at its end `g`.
  static func batchVotes(valid: Double, from f: Double, to g: Double, size: Double) -> Double {
    valid * (g - f) / f * size
  }

  /// Valid votes of the batch with hindsight: the declared total times the share at its end, less those before.
  static func batchVotes(valid: Double, declared: Int, to g: Double) -> Double { Double(declared) * g - valid }
}
