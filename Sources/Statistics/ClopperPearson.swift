/// The exact interval for a probability from successes in independent trials.
///
/// At each end the chance of a result at least as extreme is half of one minus the level. Clopper and Pearson 1934,
/// Biometrika 26:404.
public struct ClopperPearson: Sendable, Hashable {
  /// The ends, from 0 to 1.
  public let low, high: Double

  /// The interval after `successes` in `trials`, of which there is at least one, at `level`, between 0 and 1.
  public init(_ successes: Int, of trials: Int, level: Double = 0.95) {
    precondition(trials > 0 && (0...trials).contains(successes), "\(successes) of \(trials) cannot be")
    precondition(level > 0 && level < 1, "an interval has no level \(level)")
    let tail = (1 - level) / 2
    func distribution(_ probability: Double) -> BinomialDistribution {
      BinomialDistribution(trials: trials, probability: probability)
    }
    low = successes == 0 ? 0 : Self.border { distribution($0).probability(atLeast: successes) < tail }
    high = successes == trials ? 1 : Self.border { distribution($0).probability(atMost: successes) > tail }
  }

  /// Where `isBelow`, which holds up to some number between 0 and 1, ceases to hold.
  private static func border(_ isBelow: (Double) -> Bool) -> Double {
    var (low, high) = (0.0, 1.0)
    while case let middle = (low + high) / 2, middle > low, middle < high {
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
