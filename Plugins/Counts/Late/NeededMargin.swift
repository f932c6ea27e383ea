/// The margin that late votes had to bring: Docs/methods/counts.md, “Late votes”.
enum NeededMargin {
  /// The margin among `late` valid votes, in points, with which the margin over all votes comes to `threshold` points,
  /// after `early` valid votes with a lead of `lead` votes: `t + (t E − L) / R`.
  static func points(threshold: Double, early: Double, lead: Double, late: Double) -> Double {
    threshold + (threshold * early - 100 * lead) / late
  }
}
