import Tables

/// The order of the options that a bulletin shows, with the lead as far as it is stated.
public struct Standing: Sendable, Equatable {
  /// The lead of the first option over the second, in percentage points of the valid votes.
  public struct Points: Sendable, Equatable {
    /// The difference of the printed shares, and the ends that their rounding leaves open.
    public let value, low, high: Double
  }

  /// The option ahead, by its place on the ballot; nil for a tie.
  public let leader: Int?
  /// The option behind it; nil where the bulletin does not say.
  public let second: Int?
  /// The lead in votes; nil where only shares are stated.
  public let votes: Int?
  /// The lead in points; nil where fewer than two shares are stated.
  public let points: Points?
}

extension Bulletin {
  /// The order that the bulletin shows: by the votes, else by the stated lead, else by the printed shares.
  ///
  /// nil where none of them is there.
  public var standing: Standing? {
    let points = printedLead
    if let computed = computedLead {
      return Standing(
        leader: computed.leader, second: computed.second, votes: computed.votes,
        points: computed.leader == points?.leader && computed.second == points?.second ? points?.points : nil)
    }
    if let statedLead {
      let isSame = leader != nil && leader == points?.leader
      return Standing(
        leader: statedLead == 0 ? nil : leader, second: isSame ? points?.second : nil, votes: statedLead,
        points: isSame ? points?.points : nil)
    }
    return points.map { Standing(leader: $0.leader, second: $0.second, votes: nil, points: $0.points) }
  }

  /// The lead that the stated votes give: that of the first option over the second; no leader for a tie.
  public var computedLead: (votes: Int, leader: Int?, second: Int?)? {
    guard let (first, second) = Self.firstTwo(votes), let ahead = votes[first], let behind = votes[second] else {
      return nil
    }
    return ahead == behind ? (0, nil, nil) : (ahead - behind, first, second)
  }

  /// The lead that the printed shares give; no leader where they are equal.
  private var printedLead: (leader: Int?, second: Int?, points: Standing.Points)? {
    guard let (first, second) = Self.firstTwo(percents), let ahead = percents[first], let behind = percents[second]
    else { return nil }
    let (value, half) = (ahead.number - behind.number, ahead.halfUnit.number + behind.halfUnit.number)
    let points = Standing.Points(value: value, low: max(0, value - half), high: value + half)
    return ahead == behind ? (nil, nil, points) : (first, second, points)
  }

  /// The places of the largest number and the next, by ballot order where they tie.
  private static func firstTwo<Number: Comparable>(_ numbers: [Number?]) -> (Int, Int)? {
    let stated = numbers.enumerated().compactMap { place, number in number.map { (place, $0) } }
    let ranked = stated.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    return ranked.count >= 2 ? (ranked[0].0, ranked[1].0) : nil
  }
}
