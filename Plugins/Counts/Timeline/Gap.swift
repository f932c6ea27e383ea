import ModuleKit

/// The time between two bulletins, as an interval: publication times are intervals themselves.
struct Gap {
  /// What is known of the gap, held against the shortest silence.
  enum Verdict: String { case silence, possible, none }

  let before, after: Bulletin
  /// Hours at least and at most; nil where the times do not bound it.
  let low, high: Double?

  /// nil where it is not known that `after` came after `before`.
  init?(from before: Bulletin, to after: Bulletin) {
    let (first, second) = (before.provenance.publication, after.provenance.publication)
    let apart = second.from.flatMap { from in first.to.map { from.hours(since: $0) } }
    guard after.followsPrevious || (apart ?? -1) > 0 else { return nil }
    (self.before, self.after) = (before, after)
    low = max(0, apart ?? 0)
    high = second.to.flatMap { to in first.from.map { to.hours(since: $0) } }
  }

  /// Whether it is a silence of at least `threshold` hours: for certain only where its low end is.
  func verdict(_ threshold: Double) -> Verdict {
    if let low, low >= threshold { return .silence }
    return high.map { $0 >= threshold } ?? true ? .possible : .none
  }
}
