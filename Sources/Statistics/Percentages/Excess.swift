/// How far a count lies above what chance leads one to expect.
public struct Excess: Sendable, Hashable {
  /// What was counted.
  public let observed: Int
  /// What the null hypothesis expects.
  public let expected: Double
  /// The standard deviation of the count under the null hypothesis.
  public let standardDeviation: Double

  /// Observed less expected; negative where fewer were counted.
  public var anomaly: Double { Double(observed) - expected }

  /// The anomaly in standard deviations; nil where the null hypothesis leaves nothing to chance.
  public var z: Double? { standardDeviation > 0 ? anomaly / standardDeviation : nil }

  /// The range that holds 95 % of the counts under the null hypothesis, by the normal approximation.
  public var nullInterval: ClosedRange<Double> {
    let reach = 1.959963984540054 * standardDeviation
    return (expected - reach)...(expected + reach)
  }
}
