internal import Glibc

/// BRAVO: Wald's sequential test of a reported winner against one loser, by ballots drawn with replacement (Lindeman, Stark
/// and Yates 2012, EVT/WOTE, section 3). It stops when the likelihood ratio `(2p)^w (2(1 − p))^l` reaches one over the risk.
///
/// Everything here is about the ballots for one of the two; others are passed over. The numbers are exact up to rounding: the
/// law of the walk is followed step by step, with no normal curve.
public struct Bravo: Sendable, Hashable {
  /// The winner's reported share of the votes of both, above 1/2.
  public let share: Double
  /// The risk limit.
  public let risk: Double

  /// The test for a reported share and a risk limit.
  /// - Throws: ``StatisticsError/race(share:risk:)`` unless the share is above 1/2 and the risk between 0 and 1.
  public init(share: Double, risk: Double) throws(StatisticsError) {
    guard share > 0.5, share <= 1, risk > 0, risk < 1 else { throw .race(share: share, risk: risk) }
    (self.share, self.risk) = (share, risk)
  }

  /// What a vote for the winner adds to the logarithm of the likelihood ratio, and one for the loser.
  private var steps: (winner: Double, loser: Double) { (log(2 * share), log(2 * (1 - share))) }

  /// The p-value after `winner` and `loser` votes: one over the likelihood ratio, at most 1.
  public func pValue(winner: Int, loser: Int) -> Double { min(1, inverseRatio(winner: winner, loser: loser)) }

  /// One over the likelihood ratio.
  func inverseRatio(winner: Int, loser: Int) -> Double {
    exp(-(Double(winner) * steps.winner + (loser == 0 ? 0 : Double(loser) * steps.loser)))
  }

  /// The fewest votes for the winner among `votes` of both that let it stop; more than `votes` where none do.
  public func leastVotes(of votes: Int) -> Int {
    if share == 1 { return max(votes, least) }
    let (up, down) = steps
    var winner = Int(((-log(risk) - Double(votes) * down) / (up - down)).rounded(.up))
    // The quotient may be off by its rounding where it is near a whole number.
    while winner > 0, stops(winner - 1, of: votes) { winner -= 1 }
    while !stops(winner, of: votes) { winner += 1 }
    return winner
  }

  /// Whether it stops with `winner` votes among `votes` of both.
  private func stops(_ winner: Int, of votes: Int) -> Bool {
    Double(winner) * steps.winner + Double(votes - winner) * steps.loser >= -log(risk)
  }

  /// The fewest votes after which it can stop: all for the winner.
  public var least: Int { Int((-log(risk) / steps.winner).rounded(.up)) }

  /// The fewest further votes, all for the winner, that let it stop after `winner` and `loser` votes; 0 where it has.
  public func votesToStop(winner: Int, loser: Int) -> Int {
    let (up, down) = steps
    let missing = -log(risk) - Double(winner) * up - (loser == 0 ? 0 : Double(loser) * down)
    var votes = max(0, Int((missing / up).rounded(.up)))
    // The quotient may be off by its rounding where it is near a whole number.
    while votes > 0, pValue(winner: winner + votes - 1, loser: loser) <= risk { votes -= 1 }
    while pValue(winner: winner + votes, loser: loser) > risk { votes += 1 }
    return votes
  }

  /// The expected number of votes of both by Wald's equation, the overshoot taken as half a step: `(ln(1/risk) + a/2) /
  /// (p a + (1 − p) b)` (the same paper, section 4). Stark's tools print it rounded up.
  public var averageSampleNumber: Double { averageSampleNumber(winner: 0, loser: 0) }

  /// The same for the votes that are still to come after `winner` and `loser` votes.
  public func averageSampleNumber(winner: Int, loser: Int) -> Double {
    if share == 1 { return loser == 0 ? Double(max(0, least - winner)) : .infinity }
    let (up, down) = steps
    let missing = -log(risk) - Double(winner) * up - Double(loser) * down
    return max(0, (missing + up / 2) / (share * up + (1 - share) * down))
  }

  /// What rounds of these sizes do, each given as the votes of both drawn so far, where the test looks at the end of each.
  public func rounds(_ sizes: [Int]) -> [AuditRound] {
    var law = RoundLaw(share: share)
    return sizes.map { votes in
      law = law.drawn(votes)
      return law.stop(at: leastVotes(of: votes))
    }
  }

  /// The sizes of a first round that stops with `probability` if the reported share is true and the test looks at its end.
  public func firstRound(stopping probability: Double) -> StoppingSize {
    nextRound(winner: 0, loser: 0, stopping: probability)
  }

  /// The sizes of a next round, in votes of both, that stops with `probability` in the same way, after `winner` and `loser`
  /// votes that have not stopped it.
  public func nextRound(winner: Int, loser: Int, stopping probability: Double) -> StoppingSize {
    StoppingSize(probability, share: share) { votes in
      BinomialDistribution(trials: votes, probability: share)
        .probability(atLeast: leastVotes(of: winner + loser + votes) - winner)
    }
  }

  /// The number of votes of both after which it has stopped with each of `probabilities`, which are below 1, if the reported
  /// share is true.
  public func quantiles(_ probabilities: [Double]) -> [Int] {
    guard share < 1 else { return probabilities.map { _ in least } }
    var walk = BarrierWalk(share: share, risk: risk)
    var found: [Double: Int] = [:]
    for probability in Set(probabilities).sorted() { found[probability] = walk.advance(toStopping: probability) }
    return probabilities.map { found[$0] ?? 0 }
  }
}
