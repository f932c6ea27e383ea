import ModuleKit
import Statistics

/// Boxes of which the votes of each are known, one a sheet: each can hide its own largest error.
struct BoxesOfKnownSize {
  /// An option that would draw level with the one ahead, had the fewest boxes been wrong.
  struct Rival {
    /// The places on the ballot of the option ahead and of the other one.
    let leader, option: Int
    /// The lead of the first over the second, in votes.
    let lead: Int
    /// The fewest boxes that can hide that lead; nil where all of them together cannot.
    let needed: Int?
  }

  /// The boxes' valid votes, and the votes of each option.
  private let valid: [Int], votes: [[Int]]
  private let leader: Int

  var count: Int { valid.count }

  /// - Throws: `RecountMessage.boxesWithoutVotes` where a sheet lacks its valid votes, or those of an option.
  init(_ sheets: Sheets) throws(DiagnosticsError) {
    let columns = [sheets.validVotes] + sheets.votes
    let gaps = (0..<sheets.count).filter { row in columns.contains { $0.isMissing(row) } }
    if let first = gaps.first {
      throw DiagnosticsError(
        RecountMessage.boxesWithoutVotes(
          gaps.count, dataset: sheets.source.dataset, first: sheets.keys[first] ?? "\(first + 1)"))
    }
    valid = sheets.validVotes.values.map(Int.init)
    votes = sheets.votes.map { $0.values.map(Int.init) }
    let totals = votes.map { $0.reduce(0, +) }
    leader = totals.indices.max { (totals[$0], -$0) < (totals[$1], -$1) } ?? 0
  }

  /// The rival that needs the fewest wrong boxes; nil where there is no other option.
  ///
  /// A box of `v` valid votes that was reported with `w` for the option ahead and `r` for the rival hides at most
  /// `v + w − r` votes of the lead: all of its votes were the rival's. With a share `s` of its votes on the wrong side it
  /// hides `2 s v`. The boxes that hide most come first.
  func nearest(_ error: Detection.BoxError) throws(StatisticsError) -> Rival? {
    var nearest: Rival?
    for option in votes.indices where option != leader {
      let margins = zip(votes[leader], votes[option]).map { $0 - $1 }
      let lead = margins.reduce(0, +)
      let (target, bounds): (Rational, [Int])
      switch error {
      case .any: (target, bounds) = (Rational(lead), zip(valid, margins).map { $0 + $1 })
      case .shift(let share):
        guard let all = Rational(lead).divided(by: 2 * share) else { throw .hidden(share) }
        (target, bounds) = (all, valid)
      }
      let needed = Self.fewest(of: bounds, reaching: target)
      if let known = nearest, (known.needed ?? .max, known.lead) <= (needed ?? .max, lead) { continue }
      nearest = Rival(leader: leader, option: option, lead: lead, needed: needed)
    }
    return nearest
  }

  /// The fewest of `bounds` that add up to `target` or more; nil where all of them do not.
  private static func fewest(of bounds: [Int], reaching target: Rational) -> Int? {
    guard target > 0 else { return 0 }
    guard let target = Int(exactly: target.roundedUp) else { return nil }
    var sum = 0
    for (index, bound) in bounds.sorted(by: >).enumerated() {
      guard bound > 0 else { return nil }
      sum += bound
      if sum >= target { return index + 1 }
    }
    return nil
  }
}
