internal import Glibc

/// Super-simple ballot comparison: single ballots drawn with replacement and each compared with its own record, and the
/// Kaplan–Markov bound on the error that would change the outcome (Stark 2010, EVT/WOTE, "Super-simple simultaneous
/// single-ballot risk-limiting audits", equations 9 and 10; Lindeman and Stark 2012, A Gentle Introduction).
public struct SuperSimple: Sendable, Hashable {
  /// The margin in votes over all ballots that are in the draw: the diluted margin.
  public let margin: Double
  /// By how much the bound on the error of a ballot is raised, so that no one ballot can use it up; above 1.
  public let gamma: Double

  /// The errors found: votes by which records overstate (o) or understate (u) the margin, one or two.
  public struct Errors: Sendable, Hashable {
    /// Ballots with each error.
    public var oneOver, twoOver, oneUnder, twoUnder: Int

    /// Errors; none unless said otherwise.
    public init(oneOver: Int = 0, twoOver: Int = 0, oneUnder: Int = 0, twoUnder: Int = 0) {
      (self.oneOver, self.twoOver, self.oneUnder, self.twoUnder) = (oneOver, twoOver, oneUnder, twoUnder)
    }
  }

  /// The audit of a margin of `votes` among `ballots`; Stark's `gamma` of 1.03905 unless another is given.
  /// - Throws: ``StatisticsError/margin(_:of:)`` unless the margin is above 0 and at most all ballots, and `gamma` above 1.
  public init(votes: Int, of ballots: Int, gamma: Double = 1.03905) throws(StatisticsError) {
    guard votes > 0, votes <= ballots, gamma > 1 else { throw .margin(votes, of: ballots) }
    (margin, self.gamma) = (Double(votes) / Double(ballots), gamma)
  }

  /// The logarithms by which the four errors divide the p-value: one and two over, one and two under.
  private var steps: [Double] {
    [log1p(-1 / (2 * gamma)), log1p(-1 / gamma), log1p(1 / (2 * gamma)), log1p(1 / gamma)]
  }

  private func sum(_ errors: Errors) -> Double {
    zip([errors.oneOver, errors.twoOver, errors.oneUnder, errors.twoUnder], steps)
      .reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// The p-value after `ballots` drawn with `errors` among them, at most 1.
  public func pValue(_ ballots: Int, _ errors: Errors = Errors()) -> Double {
    min(1, exp(Double(ballots) * log1p(-margin / (2 * gamma)) - sum(errors)))
  }

  /// The ballots after which the audit stops if they hold `errors`: never fewer than needed, since `ln(1 − x)` is taken as `−x`
  /// (Stark's `nmin`).
  public func sampleSize(risk: Double, _ errors: Errors = Errors()) -> Int {
    let found = errors.oneOver + errors.twoOver + errors.oneUnder + errors.twoUnder
    return max(found, Int((-2 * gamma * (log(risk) + sum(errors)) / margin).rounded(.up)))
  }

  /// The ballots after which the audit stops if a share of them has each error, rounded to whole ballots, those of one vote up
  /// where `roundingUp`; nil where that many errors never let it stop.
  public func sampleSize(
    risk: Double, oneOver: Double, twoOver: Double, oneUnder: Double, twoUnder: Double, roundingUp: Bool = false
  ) -> Int? {
    let rates = [oneOver, twoOver, oneUnder, twoUnder]
    let drift = zip(rates, steps).reduce(0) { $0 + $1.0 * $1.1 }
    let slope = margin + 2 * gamma * drift
    guard slope > 0 else { return nil }
    let first = (-2 * gamma * log(risk) / slope).rounded(.up)
    func count(_ rate: Double, _ rule: FloatingPointRoundingRule) -> Int { Int((rate * first).rounded(rule)) }
    let rule: FloatingPointRoundingRule = roundingUp ? .up : .toNearestOrEven
    return sampleSize(
      risk: risk,
      Errors(
        oneOver: count(oneOver, rule), twoOver: count(twoOver, .toNearestOrEven), oneUnder: count(oneUnder, rule),
        twoUnder: count(twoUnder, .toNearestOrEven)))
  }
}
