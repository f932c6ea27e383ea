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
  /// Whether the boxes were opened: what was found in them stands for what their sheets state, and they hide nothing.
  private let isOpened: [Bool]
  private let leader: Int

  var count: Int { valid.count }

  /// The boxes that nobody opened.
  var rest: Int { isOpened.count { !$0 } }

  /// The boxes of `sheets`; what was found in opened boxes by the keys of their sheets, none unless said otherwise.
  /// - Throws: `RecountMessage.boxesWithoutVotes` where a sheet lacks its valid votes, or those of an option.
  init(_ sheets: Sheets, opened: [String: [Int]] = [:]) throws(DiagnosticsError) {
    let columns = [sheets.validVotes] + sheets.votes
    let gaps = (0..<sheets.count).filter { row in columns.contains { $0.isMissing(row) } }
    if let first = gaps.first {
      throw DiagnosticsError(
        RecountMessage.boxesWithoutVotes(
          gaps.count, dataset: sheets.source.dataset, first: sheets.keys[first] ?? "\(first + 1)"))
    }
    valid = sheets.validVotes.values.map(Int.init)
    let found = (0..<sheets.count).map { row in sheets.keys[row].flatMap { opened[$0] } }
    isOpened = found.map { $0 != nil }
    votes = sheets.votes.enumerated().map { option, column in
      zip(column.values, found).map { $1?[option] ?? Int($0) }
    }
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
      case .any: (target, bounds) = (Rational(lead), zip(valid, margins).map { $0 + $1 }.hidden(isOpened))
      case .shift(let share):
        guard let all = Rational(lead).divided(by: 2 * share) else { throw .hidden(share) }
        (target, bounds) = (all, valid.hidden(isOpened))
      }
      let needed = Self.fewest(of: bounds, reaching: target)
      if let known = nearest, (known.needed ?? .max, known.lead) <= (needed ?? .max, lead) { continue }
      nearest = Rival(leader: leader, option: option, lead: lead, needed: needed)
    }
    return nearest
  }

  /// The lead over each other option, and what it can be at the least and at the most, whatever the boxes hold that nobody opened: a
  /// box can hold no more margin than it has valid votes.
  var leads: [(leader: Int, option: Int, lead: Int, least: Int, most: Int)] {
    let unknown = valid.hidden(isOpened).reduce(0, +)
    return votes.indices.filter { $0 != leader }.map { option in
      let margins = zip(votes[leader], votes[option]).map { $0 - $1 }
      let inside = zip(margins, isOpened).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      return (leader, option, margins.reduce(0, +), inside - unknown, inside + unknown)
    }
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

extension [Int] {
  /// What boxes can hide: nothing where they were opened.
  fileprivate func hidden(_ isOpened: [Bool]) -> [Int] { zip(self, isOpened).map { $1 ? 0 : $0 } }
}
