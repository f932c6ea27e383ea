/// Providence: a ballot-polling audit in rounds whose sizes may depend on what was drawn; its p-value is Minerva's ratio of tails
/// for the last round over BRAVO's likelihood ratio of the rounds before (Broadrick, Vora and Zagórski 2022, arXiv:2210.08717,
/// section 4).
public struct Providence: Sendable, Hashable {
  private let bravo: Bravo

  /// The test for the winner's reported share of the votes of both, and a risk limit.
  /// - Throws: ``StatisticsError/race(share:risk:)``.
  public init(share: Double, risk: Double) throws(StatisticsError) { bravo = try Bravo(share: share, risk: risk) }

  /// The p-value after `rounds`, each the votes of that round alone for the winner and for the loser.
  public func pValue(_ rounds: [(winner: Int, loser: Int)]) -> Double {
    guard let last = rounds.last else { return 1 }
    let (winner, loser) = rounds.dropLast().reduce((0, 0)) { ($0.0 + $1.winner, $0.1 + $1.loser) }
    let votes = last.winner + last.loser
    let tied = BinomialDistribution(trials: votes, probability: 0.5).probability(atLeast: last.winner)
    let reported = BinomialDistribution(trials: votes, probability: bravo.share).probability(atLeast: last.winner)
    // Both tails are below what a number can hold; their ratio is at most that of the two probabilities.
    guard reported > 0 else {
      return min(1, bravo.inverseRatio(winner: winner + last.winner, loser: loser + last.loser))
    }
    return min(1, tied / reported * bravo.inverseRatio(winner: winner, loser: loser))
  }

  /// The sizes of a next round, in votes of both, that stops with `probability` if the reported share is true, after rounds
  /// with so many votes for the winner and the loser.
  public func nextRound(winner: Int = 0, loser: Int = 0, stopping probability: Double) -> StoppingSize {
    let before = bravo.inverseRatio(winner: winner, loser: loser)
    return StoppingSize(probability, share: bravo.share) { votes in
      let (reported, tied) = (
        BinomialDistribution(trials: votes, probability: bravo.share),
        BinomialDistribution(trials: votes, probability: 0.5)
      )
      var (low, high) = (0, votes + 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if tied.probability(atLeast: middle) * before <= bravo.risk * reported.probability(atLeast: middle) {
          high = middle
        } else {
          low = middle
        }
      }
      return reported.probability(atLeast: high)
    }
  }
}
