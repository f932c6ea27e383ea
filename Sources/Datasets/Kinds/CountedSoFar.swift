import Tables

/// The share of sheets counted, with the range that its printed decimals leave open.
public struct CountedShare: Sendable, Equatable {
  /// The share, and the ends that its rounding leaves open: from 0 to 1.
  public let value, low, high: Double
}

/// Valid votes counted, with the range that printed shares leave open.
public struct ValidVotes: Sendable, Equatable {
  /// The votes, rounded to a whole vote.
  public let value: Int
  /// The ends that the rounding of a share leaves open.
  public let low, high: Double

  /// So many votes, and no other number.
  public init(exactly votes: Int) { (value, low, high) = (votes, Double(votes), Double(votes)) }

  /// Votes between the ends that the rounding of a share leaves open.
  init(value: Int, low: Double, high: Double) { (self.value, self.low, self.high) = (value, low, high) }

  /// Whether they follow from no rounded share.
  public var isExact: Bool { low == high }
}

extension Bulletin {
  /// The share of sheets counted, from the numbers of sheets or from the percentage as printed.
  public var countedShare: CountedShare? {
    if let countedSheets, let totalSheets, totalSheets > 0 {
      let share = Double(countedSheets) / Double(totalSheets)
      return CountedShare(value: share, low: share, high: share)
    }
    return countedPercent.map { percent in
      let (value, half) = (percent.number / 100, percent.halfUnit.number / 100)
      return CountedShare(value: value, low: max(0, value - half), high: min(1, value + half))
    }
  }

  /// The least share of sheets whose count can be taken as done, given the share `counted`: those marked as inconsistent
  /// may still be counted anew, unless they are all there are.
  public func settledShare(_ counted: CountedShare) -> Double {
    guard let inconsistentSheets, let countedSheets, let totalSheets, countedSheets > inconsistentSheets,
      totalSheets > 0
    else { return counted.low }
    return min(counted.low, Double(countedSheets - inconsistentSheets) / Double(totalSheets))
  }

  /// Valid votes counted: as stated; else the sum of all options, unless the printed shares show that there are more
  /// options than the contest names; else the leading option's votes over its printed share.
  public var validCounted: ValidVotes? {
    if let validVotes { return ValidVotes(exactly: validVotes) }
    let stated = votes.compactMap { $0 }
    let sum = stated.reduce(0, +)
    if stated.count == votes.count, !votes.isEmpty, sharesFit(sum) { return ValidVotes(exactly: sum) }
    let known = zip(votes, percents).compactMap { votes, percent -> (votes: Int, percent: ExactDecimal)? in
      guard let votes, let percent, percent > percent.halfUnit else { return nil }
      return (votes, percent)
    }
    guard let most = known.max(by: { $0.votes < $1.votes }) else { return nil }
    func over(_ percent: Double) -> Double { Double(most.votes) * 100 / percent }
    let (percent, half) = (most.percent.number, most.percent.halfUnit.number)
    return Int(exactly: over(percent).rounded()).map {
      ValidVotes(value: $0, low: over(percent + half), high: over(percent - half))
    }
  }

  /// Whether the printed shares are those of votes among `sum`, to one unit of their last place: some sources cut
  /// where others round.
  public func sharesFit(_ sum: Int) -> Bool {
    zip(votes, percents).allSatisfy { votes, percent in
      guard let votes, let percent, sum > 0 else { return true }
      return abs(percent.number - 100 * Double(votes) / Double(sum)) <= 2 * percent.halfUnit.number + 1e-9
    }
  }
}
