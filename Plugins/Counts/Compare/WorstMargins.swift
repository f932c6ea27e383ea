import ModuleKit

/// Between what the margins of the options would lie, were every compared sheet as on one of the two tracks and all
/// votes that another sheet can hold on one side.
///
/// A sheet is compared, for two options, where both tracks have the votes of both; a number that a file withholds is any that
/// it can be.
struct WorstMargins {
  /// The bounds of one margin.
  struct Bounds: Equatable {
    /// The margin of the one option over the other.
    var low: Int64 = 0, high: Int64 = 0
    /// The sheets that are not compared, the most votes on those of which something tells it, and how many the others
    /// are; with any of these there are no bounds.
    var uncompared = 0
    var votes: Int64 = 0
    var unbounded = 0
    /// The sheets that are compared although votes are withheld on them.
    var withheld = 0

    /// The bounds of the other option's margin over the one.
    var reversed: Bounds {
      Bounds(
        low: -high, high: -low, uncompared: uncompared, votes: votes, unbounded: unbounded, withheld: withheld)
    }

    fileprivate mutating func add(most: Int64) {
      uncompared += 1
      if most >= 0 { votes += most } else { unbounded += 1 }
    }
  }

  private let match: SheetMatch
  /// What the sheets that are not on both tracks add to every margin.
  private let elsewhere: Bounds

  init(_ match: SheetMatch) {
    self.match = match
    var elsewhere = Bounds()
    for place in SheetMatch.Place.allCases where place != .both {
      for item in match[place] { elsewhere.add(most: match.mostVotes(item)) }
    }
    self.elsewhere = elsewhere
  }

  /// The bounds of the margin of option `a` over option `b`.
  private func bounds(_ a: Int, over b: Int) -> Bounds {
    let (firstA, firstB) = (match.first.bounds(ofVotes: a), match.first.bounds(ofVotes: b))
    let (secondA, secondB) = (match.second.bounds(ofVotes: a), match.second.bounds(ofVotes: b))
    var bounds = elsewhere
    for item in match[.both] {
      let (row, other) = (Int(item.first), Int(item.second))
      guard firstA.low[row] >= 0, firstB.low[row] >= 0, secondA.low[other] >= 0, secondB.low[other] >= 0 else {
        bounds.add(most: match.mostVotes(item))
        continue
      }
      bounds.low += min(firstA.low[row] - firstB.high[row], secondA.low[other] - secondB.high[other])
      bounds.high += max(firstA.high[row] - firstB.low[row], secondA.high[other] - secondB.low[other])
      if [firstA, firstB].contains(where: { $0.isOpen(row) })
        || [secondA, secondB].contains(where: { $0.isOpen(other) })
      {
        bounds.withheld += 1
      }
    }
    bounds.low -= bounds.votes
    bounds.high += bounds.votes
    return bounds
  }

  /// Of `leads`, the bounds of one option's margins over others, those of the least lead; where one of these leads has no
  /// bounds, the first such. nil where there is no other option.
  static func least(_ leads: [(rival: Int, bounds: Bounds)]) -> (rival: Int, bounds: Bounds)? {
    leads.first { $0.bounds.unbounded > 0 } ?? leads.min { $0.bounds.low < $1.bounds.low }
  }

  /// The bounds of the margins of option `leader` over every other one, in the order of the options.
  func leads(of leader: Int) -> [(rival: Int, bounds: Bounds)] {
    match.first.votes.indices.filter { $0 != leader }.map { ($0, bounds(leader, over: $0)) }
  }
}

/// Between which numbers the votes of an option lie, by row; -1 where nothing tells.
private struct VoteBounds {
  var low, high: [Int64]

  /// Whether the votes at `row` can be more than one number.
  func isOpen(_ row: Int) -> Bool { low[row] < high[row] }
}

extension Sheets {
  /// The votes of the option at `place` on the ballot, those that the file withholds within what is known of them.
  fileprivate func bounds(ofVotes place: Int) -> VoteBounds {
    let given = votes[place].orMinusOne
    var bounds = VoteBounds(low: given, high: given)
    for cell in source.withheld(in: "votes_\(contest.options[place].id)") {
      (bounds.low[cell.row], bounds.high[cell.row]) = (Int64(cell.range.lowerBound), Int64(cell.range.upperBound))
    }
    return bounds
  }
}
