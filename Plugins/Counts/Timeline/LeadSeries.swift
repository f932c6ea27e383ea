import ModuleKit

/// The lead from bulletin to bulletin, seen from one option throughout.
struct LeadSeries {
  /// A bulletin whose lead is known.
  struct Point {
    let bulletin: Bulletin
    /// The reference option's lead in votes; negative where another option leads.
    let lead: Int
    /// The option that leads, by its place on the ballot; nil for a tie.
    let leader: Int?
    /// Valid votes counted, stated or implied; nil where neither is known.
    let valid: Int?
    /// The share of sheets counted; nil where unknown.
    let counted: CountedShare?
  }

  /// The option from which the lead is seen: the one ahead in the first bulletin that shows one.
  let reference: Int
  /// The option that is ahead when the reference is behind: the other one of the two that lead the count.
  let other: Int
  /// The partial counts, in order.
  let points: [Point]
  /// The declared result; nil where none is known.
  let declared: Point?

  /// nil where no bulletin shows who leads.
  init?(_ bulletins: Bulletins) {
    let leads = bulletins.all.compactMap { bulletin in Self.lead(of: bulletin).map { (bulletin, $0) } }
    guard let reference = leads.lazy.compactMap(\.1.leader).first else { return nil }
    let rivals = leads.flatMap { [$0.1.leader, $0.1.second] }.compactMap { $0 }
    guard
      let other = rivals.first(where: { $0 != reference })
        ?? bulletins.contest.options.indices.first(where: { $0 != reference })
    else { return nil }
    let points = leads.map { bulletin, lead in
      Point(
        bulletin: bulletin, lead: lead.leader == reference ? lead.votes : -lead.votes, leader: lead.leader,
        valid: bulletin.impliedValid, counted: bulletin.countedShare)
    }
    (self.reference, self.other) = (reference, other)
    self.points = points.filter { $0.bulletin.stage == .bulletin }
    declared = points.last { $0.bulletin.stage == .declared }
  }

  private static func lead(of bulletin: Bulletin) -> (votes: Int, leader: Int?, second: Int?)? {
    if let computed = bulletin.computedLead { return (computed.votes, computed.leader, computed.second) }
    guard let stated = bulletin.statedLead else { return nil }
    return (stated, stated == 0 ? nil : bulletin.leader, nil)
  }
}

/// The share of sheets counted, with the range that its printed decimals leave open.
struct CountedShare: Equatable {
  let value, low, high: Double
}

extension Bulletin {
  /// The lead that the stated votes give: that of the first option over the second.
  var computedLead: (votes: Int, leader: Int?, second: Int)? {
    let stated = votes.enumerated().compactMap { option, votes in votes.map { (option, $0) } }
    // Votes compare by number, and by ballot order where they tie.
    let ranked = stated.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard ranked.count >= 2 else { return nil }
    let lead = ranked[0].1 - ranked[1].1
    return (lead, lead == 0 ? nil : ranked[0].0, ranked[1].0)
  }

  /// Valid votes counted: as stated, as the sum of all options, or the leading option's votes over its printed share.
  var impliedValid: Int? {
    if let validVotes { return validVotes }
    if votes.allSatisfy({ $0 != nil }), !votes.isEmpty { return votes.reduce(0) { $0 + ($1 ?? 0) } }
    let known = zip(votes, percents).compactMap { votes, percent -> (votes: Int, percent: Double)? in
      guard let votes, let percent, percent > 0 else { return nil }
      return (votes, percent.number)
    }
    return known.max { $0.votes < $1.votes }.map { Int((Double($0.votes) * 100 / $0.percent).rounded()) }
  }

  /// The share of sheets counted, from the numbers of sheets or from the percentage as printed.
  var countedShare: CountedShare? {
    if let countedSheets, let totalSheets, totalSheets > 0 {
      let share = Double(countedSheets) / Double(totalSheets)
      return CountedShare(value: share, low: share, high: share)
    }
    return countedPercent.map { percent in
      let (value, half) = (percent.number / 100, percent.halfUnit.number / 100)
      return CountedShare(value: value, low: max(0, value - half), high: min(1, value + half))
    }
  }
}
