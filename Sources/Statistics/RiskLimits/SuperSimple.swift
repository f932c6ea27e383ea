internal import Glibc

/// Super-simple ballot comparison: single ballots drawn with replacement and each compared with its own record, and the
/// Kaplan–Markov bound on the error that would change the outcome (Stark 2010, EVT/WOTE, "Super-simple simultaneous
/// single-ballot risk-limiting audits", equations 9 and 10; Lindeman and Stark 2012, A Gentle Introduction).
public struct SuperSimple: Sendable, Hashable {
  /// The margin in votes over all ballots that are in the draw: the diluted margin. Where ballots have other weights than one
  /// vote, brought to the scale on which a ballot goes from one vote against to one for.
  public let margin: Double
  /// The most by which a record can overstate a ballot: two votes where every ballot is for one side, against it, or neither.
  public let span: Int
  /// By how much the bound on the error of a ballot is raised, so that no one ballot can use it up; above 1.
  public let gamma: Double

  /// The errors found: ballots by the votes by which records overstate the margin, below 0 where they understate it.
  public struct Errors: Sendable, Hashable {
    private var ballots: [Int: Int] = [:]

    /// Errors of one or two votes; none unless said otherwise.
    public init(oneOver: Int = 0, twoOver: Int = 0, oneUnder: Int = 0, twoUnder: Int = 0) {
      for (error, count) in [(1, oneOver), (2, twoOver), (-1, oneUnder), (-2, twoUnder)] { self[error] = count }
    }

    /// Ballots with an error.
    public subscript(error: Int) -> Int {
      get { ballots[error] ?? 0 }
      set { ballots[error] = error == 0 || newValue == 0 ? nil : newValue }
    }

    /// The errors that there are, in order, and how many ballots have each.
    public var all: [(error: Int, ballots: Int)] { ballots.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }

  /// The audit of a margin of `votes` among `ballots` whose records are wrong by `span` votes at most; Stark's `gamma` of 1.03905
  /// unless another is given.
  /// - Throws: ``StatisticsError/margin(_:of:)`` unless the margin is above 0 and at most `span - 1` votes a ballot, since one against
  ///   is worth less than none, and `gamma` above 1.
  public init(votes: Int, of ballots: Int, span: Int = 2, gamma: Double = 1.03905) throws(StatisticsError) {
    guard votes > 0, Double(votes) <= Double(span - 1) * Double(ballots), gamma > 1 else {
      throw .margin(votes, of: ballots)
    }
    (margin, self.span, self.gamma) = (2 * Double(votes) / (Double(span) * Double(ballots)), span, gamma)
  }

  /// The logarithm by which a ballot with an error divides the p-value.
  private func step(_ error: Int) -> Double { log1p(-Double(error) / (Double(span) * gamma)) }

  private func sum(_ errors: Errors) -> Double {
    errors.all.reduce(0) { $0 + Double($1.ballots) * step($1.error) }
  }

  /// The p-value after `ballots` drawn with `errors` among them, at most 1.
  public func pValue(_ ballots: Int, _ errors: Errors = Errors()) -> Double {
    min(1, exp(Double(ballots) * log1p(-margin / (2 * gamma)) - sum(errors)))
  }

  /// The ballots after which the audit stops if they hold `errors`: never fewer than needed, since `ln(1 − x)` is taken as `−x`
  /// (Stark's `nmin`).
  public func sampleSize(risk: Double, _ errors: Errors = Errors()) -> Int {
    let found = errors.all.reduce(0) { $0 + $1.ballots }
    return max(found, Int((-2 * gamma * (log(risk) + sum(errors)) / margin).rounded(.up)))
  }

  /// The ballots after which the audit stops if a share of them has each error, rounded to whole ballots, those of one vote up
  /// where `roundingUp`; nil where that many errors never let it stop.
  public func sampleSize(
    risk: Double, oneOver: Double, twoOver: Double, oneUnder: Double, twoUnder: Double, roundingUp: Bool = false
  ) -> Int? {
    let rates = [(1, oneOver), (2, twoOver), (-1, oneUnder), (-2, twoUnder)]
    let drift = rates.reduce(0) { $0 + $1.1 * step($1.0) }
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
