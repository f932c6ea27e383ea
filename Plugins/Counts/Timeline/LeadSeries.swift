import ModuleKit

/// The lead from bulletin to bulletin, seen from one option throughout.
struct LeadSeries {
  /// A bulletin whose lead in votes is known.
  struct Point {
    /// Its place among all bulletins.
    let row: Int
    let bulletin: Bulletin
    /// The reference option's lead in votes; negative where the other option leads.
    let lead: Int
    /// The option that leads, by its place on the ballot; nil for a tie.
    let leader: Int?
    /// Valid votes counted; nil where neither stated nor implied.
    let valid: ValidVotes?
    /// The share of sheets counted; nil where unknown.
    let counted: CountedShare?
  }

  /// The option from which the lead is seen: the one ahead in the first bulletin that shows one.
  let reference: Int
  /// The option that it is compared with: the other one, or the first that bulletins name beside it; nil where the
  /// contest has more than two and none is named.
  let other: Int?
  /// The partial counts, in order.
  let points: [Point]
  /// The declared result; nil where none is known.
  let declared: Point?

  /// nil where no bulletin shows who leads.
  init?(_ bulletins: Bulletins) {
    let shown = bulletins.all.enumerated().compactMap { row, bulletin in
      bulletin.standing.map { (row: row, bulletin: bulletin, standing: $0) }
    }
    guard let reference = shown.lazy.compactMap(\.standing.leader).first else { return nil }
    let options = bulletins.contest.options.indices
    let named = shown.lazy.flatMap { [$0.standing.leader, $0.standing.second] }.compactMap { $0 }
    let other = options.count == 2 ? 1 - reference : named.first { $0 != reference }
    let points = shown.compactMap { row, bulletin, standing -> Point? in
      guard let lead = Self.lead(of: bulletin, standing, reference, other) else { return nil }
      return Point(
        row: row, bulletin: bulletin, lead: lead, leader: lead == 0 ? nil : lead > 0 ? reference : other,
        valid: bulletin.validCounted, counted: bulletin.countedShare)
    }
    (self.reference, self.other) = (reference, other)
    self.points = points.filter { $0.bulletin.stage == .bulletin }
    declared = points.last { $0.bulletin.stage == .declared }
  }

  /// The reference's lead over the other option; nil where the bulletin states none between these two.
  private static func lead(of bulletin: Bulletin, _ standing: Standing, _ reference: Int, _ other: Int?) -> Int? {
    if let other, let ours = bulletin.votes[reference], let theirs = bulletin.votes[other] { return ours - theirs }
    guard bulletin.computedLead == nil, let votes = standing.votes else { return nil }
    switch standing.leader {
    case nil: return 0
    case reference where standing.second == nil || standing.second == other: return votes
    case other where standing.second == nil || standing.second == reference: return -votes
    default: return nil
    }
  }
}
