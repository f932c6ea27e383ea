/// Minerva: a ballot-polling audit in rounds that stops where the tail of the winner's count is, under the reported share, 1/risk
/// times as likely as under a tie, both without the paths that stopped before (Zagórski, McClearn, Morin, McBurnett and Vora
/// 2021, arXiv:2008.02315, section 4).
///
/// The sizes of rounds must not depend on what was drawn. Votes are those for one of the two, drawn with replacement; all
/// numbers come from binomial laws and their convolution, none from a normal curve.
public struct Minerva: Sendable {
  /// The winner's reported share of the votes of both.
  public let share: Double
  /// The risk limit.
  public let risk: Double
  /// The rounds so far.
  public private(set) var rounds: [AuditRound] = []
  private var law: RoundLaw

  /// An audit before its first round.
  /// - Throws: ``StatisticsError/race(share:risk:)``.
  public init(share: Double, risk: Double) throws(StatisticsError) {
    let race = try Bravo(share: share, risk: risk)
    (self.share, self.risk, law) = (race.share, race.risk, RoundLaw(share: share))
  }

  /// Adds a round that ends after `votes` of both, counted from the beginning.
  public mutating func addRound(_ votes: Int) {
    law = law.drawn(votes)
    rounds.append(law.stop(at: leastVotes(law, of: votes)))
  }

  /// The p-value of `winner` votes among `votes` of both at the end of the next round: the ratio of the two tails.
  public func pValue(winner: Int, of votes: Int) -> Double {
    let tails = law.drawn(votes).tails(winner)
    return tails.reported > 0 ? min(1, tails.tied / tails.reported) : 0
  }

  /// The probability that a next round that ends after `votes` stops, where `winner` of the votes so far were for the winner.
  public func stopping(after votes: Int, winner: Int) -> Double {
    let more = votes - (rounds.last?.votes ?? 0)
    return BinomialDistribution(trials: more, probability: share)
      .probability(atLeast: leastVotes(law.drawn(votes), of: votes) - winner)
  }

  /// The fewest votes for the winner that stop; the ratio of the tails falls as they grow.
  private func leastVotes(_ drawn: RoundLaw, of votes: Int) -> Int {
    var (tied, reported) = (0.0, 0.0)
    var least = drawn.low + drawn.tied.count
    for place in drawn.tied.indices.reversed() {
      (tied, reported) = (tied + drawn.tied[place], reported + drawn.reported[place])
      if reported == 0 { continue }
      guard tied <= risk * reported else { break }
      least = drawn.low + place
    }
    return least > votes ? votes + 1 : least
  }

  /// The sizes of a first round that stops with `probability` if the reported share is true.
  public func firstRound(stopping probability: Double) -> StoppingSize {
    var last = (votes: 0, least: 0)
    return StoppingSize(probability, share: share) { votes in
      let (reported, tied) = (
        BinomialDistribution(trials: votes, probability: share), BinomialDistribution(trials: votes, probability: 0.5)
      )
      func stops(_ count: Int) -> Bool {
        tied.probability(atLeast: count) <= risk * reported.probability(atLeast: count)
      }
      if votes != last.votes + 1 {
        // From the tie upwards the ratio falls from 1.
        var (low, high) = (votes / 2, votes + 1)
        while high - low > 1 {
          let middle = (low + high) / 2
          if stops(middle) { high = middle } else { low = middle }
        }
        last = (votes, high)
      } else {
        last = (votes, last.least)
        while last.least <= votes, !stops(last.least) { last.least += 1 }
        while last.least > 1, stops(last.least - 1) { last.least -= 1 }
      }
      return reported.probability(atLeast: last.least)
    }
  }
}
