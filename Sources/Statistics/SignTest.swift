/// The sign test: are signs of one kind more frequent than a fair coin would make them?
///
/// Dixon and Mood 1946, The statistical sign test, Journal of the American Statistical Association 41:557. Ties are
/// dropped. Exact, by the binomial distribution. Signs that come together, such as those of one polling place, are one
/// sign: make one of them before the test.
public struct SignTest: Sendable, Hashable {
  /// How many signs are plus, how many minus.
  public let plus, minus: Int

  /// The test of `plus` and `minus` signs, neither of them below 0.
  public init(plus: Int, minus: Int) {
    precondition(plus >= 0 && minus >= 0, "there cannot be \(min(plus, minus)) signs")
    (self.plus, self.minus) = (plus, minus)
  }

  /// The chance of a split at least this uneven, whichever way: min(1, 2 P(Bin(n, 1/2) <= min(plus, minus))).
  public var probability: Double {
    let signs = BinomialDistribution(trials: plus + minus, probability: 0.5)
    return min(1, 2 * signs.probability(atMost: min(plus, minus)))
  }
}
