internal import Glibc

/// Comparison of whole batches, drawn with probability proportional to a bound on their error, with replacement: the maximum
/// across-contest relative overstatement and the Kaplan–Markov p-value (Stark 2009, EVT/WOTE, "Efficient post-election audits
/// of multiple contests"; IEEE TIFS 4, 1005).
public struct BatchComparison: Sendable {
  /// What a batch was reported to hold.
  public struct Batch: Sendable, Hashable {
    /// The ballots it holds at most.
    public let ballots: Int
    /// The votes by option.
    public let votes: [Int]

    /// A batch.
    public init(ballots: Int, votes: [Int]) { (self.ballots, self.votes) = (ballots, votes) }
  }

  /// The pairs of an option that won and one that lost, each with the votes between them.
  private let pairs: [(winner: Int, loser: Int, margin: Int)]
  /// The bound on the relative error of each batch.
  public let bounds: [Rational]
  /// Their sum.
  public let total: Rational

  /// The comparison of `batches`, in which the options `winners` are reported ahead of all others.
  /// - Throws: ``StatisticsError/margin(_:of:)`` where a winner is not ahead of an option that is none, or where there is
  ///   none; ``StatisticsError/votes(_:)`` for votes below 0, or more than a batch has ballots.
  public init(_ batches: [Batch], winners: Set<Int>) throws(StatisticsError) {
    for batch in batches {
      if let wrong = batch.votes.first(where: { !(0...max(0, batch.ballots)).contains($0) }) { throw .votes(wrong) }
    }
    let options = batches.first?.votes.indices ?? 0..<0
    let totals = options.map { option in batches.reduce(0) { $0 + $1.votes[option] } }
    var pairs: [(winner: Int, loser: Int, margin: Int)] = []
    for winner in winners.sorted() {
      for loser in options where !winners.contains(loser) {
        guard totals[winner] > totals[loser] else {
          throw .margin(totals[winner] - totals[loser], of: totals.reduce(0, +))
        }
        pairs.append((winner, loser, totals[winner] - totals[loser]))
      }
    }
    guard !pairs.isEmpty else { throw .margin(0, of: totals.reduce(0, +)) }
    self.pairs = pairs
    bounds = batches.map { batch in
      pairs.map { pair in
        Self.share(batch.ballots + batch.votes[pair.winner] - batch.votes[pair.loser], pair.margin)
      }.max() ?? 0
    }
    total = bounds.reduce(0, +)
  }

  private static func share(_ votes: Int, _ margin: Int) -> Rational {
    Rational(votes).divided(by: Rational(margin)) ?? 0
  }

  /// The relative error of a batch reported as `reported` and counted as `counted`: the largest over the pairs.
  public func error(reported: [Int], counted: [Int]) -> Rational {
    pairs.map { pair in
      Self.share(
        (reported[pair.winner] - reported[pair.loser]) - (counted[pair.winner] - counted[pair.loser]), pair.margin)
    }.max() ?? 0
  }

  /// The taint of a batch: its error over its bound, 0 where the bound is 0.
  public func taint(_ batch: Int, reported: [Int], counted: [Int]) -> Double {
    error(reported: reported, counted: counted).divided(by: bounds[batch])?.approximation ?? 0
  }

  /// The p-value after draws with these taints, at most 1: the product of `(1 − 1/U) / (1 − taint)`.
  public func pValue(taints: [Double]) -> Double {
    let step = log1p(-1 / total.approximation)
    return min(1, exp(taints.reduce(0) { $0 + step - log1p(-$1) }))
  }

  /// How many more batches without an error let the audit stop after one that has come to `pValue`.
  public func sampleSize(risk: Double, after pValue: Double = 1) -> Int {
    max(0, Int((log(risk / pValue) / log1p(-1 / total.approximation)).rounded(.up)))
  }
}
