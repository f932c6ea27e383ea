/// What a round of a ballot-polling audit does.
public struct AuditRound: Sendable, Equatable {
  /// The votes of both drawn so far.
  public let votes: Int
  /// The fewest of them for the winner that stop the audit; more than `votes` where none do.
  public let leastVotes: Int
  /// The probability that it has stopped by the end of the round, if the reported share is true.
  public let stopping: Double
  /// The same, if both have as many votes: the risk spent so far.
  public let risk: Double
}

/// How many votes the winner has in an audit that has not stopped, if the reported share is true and if it is one half: two laws
/// on one range of counts.
struct RoundLaw {
  let share: Double
  /// The least count of the laws.
  private(set) var low = 0
  /// Probabilities of `low`, `low + 1`, … votes for the winner and no stop so far.
  private(set) var reported: [Double] = [1]
  private(set) var tied: [Double] = [1]
  private var votes = 0
  private var (stopped, spent) = (0.0, 0.0)

  init(share: Double) { self.share = share }

  /// The laws after `votes` of both, before anything is looked at.
  func drawn(_ votes: Int) -> RoundLaw {
    precondition(votes >= self.votes, "an audit does not put votes back")
    let more = votes - self.votes
    let (first, last) = Self.support(more, share)
    var next = self
    func law(_ probability: Double) -> [Double] {
      let binomial = BinomialDistribution(trials: more, probability: probability)
      return (first...last).map { binomial.probability(of: $0) }
    }
    (next.reported, next.tied) = (Self.convolved(reported, law(share)), Self.convolved(tied, law(0.5)))
    (next.low, next.votes) = (low + first, votes)
    return next
  }

  /// The counts that either law of `votes` more can be worth anything at.
  private static func support(_ votes: Int, _ share: Double) -> (Int, Int) {
    let reach = 20 * (Double(votes) / 4).squareRoot() + 20
    return (
      max(0, Int(Double(votes) / 2 - reach)), min(votes, Int((Double(votes) * share + reach).rounded(.up)))
    )
  }

  private static func convolved(_ a: [Double], _ b: [Double]) -> [Double] {
    if a == [1] { return b }
    var out = [Double](repeating: 0, count: a.count + b.count - 1)
    for (place, it) in a.enumerated() where it > 0 {
      for (other, weight) in b.enumerated() { out[place + other] += it * weight }
    }
    return out
  }

  /// P(at least `count` votes for the winner, and no stop so far) under both laws.
  func tails(_ count: Int) -> (reported: Double, tied: Double) {
    let place = max(0, count - low)
    guard place < reported.count else { return (0, 0) }
    // The smallest first.
    return (reported[place...].reversed().reduce(0, +), tied[place...].reversed().reduce(0, +))
  }

  /// Ends a round that stops the audit at `least` votes for the winner.
  mutating func stop(at least: Int) -> AuditRound {
    let tails = tails(least)
    (stopped, spent) = (stopped + tails.reported, spent + tails.tied)
    let kept = min(max(0, least - low), reported.count)
    (reported, tied) = (Array(reported[..<kept]), Array(tied[..<kept]))
    return AuditRound(votes: votes, leastVotes: least, stopping: stopped, risk: spent)
  }
}
