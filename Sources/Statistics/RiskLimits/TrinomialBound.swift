internal import Glibc

/// The trinomial bound for batches drawn with probability proportional to their error bounds: taints above a chosen size are
/// counted as 1, the others as that size (Miratrix and Stark 2009, IEEE TIFS 4, 974, section IV).
public struct TrinomialBound: Sendable, Hashable {
  /// The batches drawn, and those whose taint is above 0 but at most `size`; none may be above.
  public let drawn, tainted: Int
  /// The size, between 0 and 1.
  public let size: Double

  /// The bound for `tainted` of `drawn` batches with taints up to `size`.
  /// - Throws: ``StatisticsError/found(_:drawn:)``.
  public init(drawn: Int, tainted: Int, size: Double) throws(StatisticsError) {
    guard tainted >= 0, tainted <= drawn, size > 0, size < 1 else { throw .found(tainted, drawn: drawn) }
    (self.drawn, self.tainted, self.size) = (drawn, tainted, size)
  }

  /// The largest probability of as few tainted batches, and none above the size, if the mean taint is `mean` or more: the
  /// p-value of a mean of `1/U`, at which errors make up the margin.
  ///
  /// With `q` the probability of a taint up to the size, that of a larger one is `mean − size q`, and that of none
  /// `1 − mean − (1 − size) q`. Along `q` the logarithm of the probability has one maximum.
  public func pValue(mean: Double) -> Double {
    if mean <= 0 { return 1 }
    let most = min(mean / size, (1 - mean) / (1 - size))
    guard most >= 0 else { return 0 }
    func probability(_ q: Double) -> Double {
      // Of the batches, none of which is larger, so many at most are tainted.
      let none = max(0, 1 - mean - (1 - size) * q)
      guard q + none > 0 else { return 0 }
      return pow(q + none, Double(drawn))
        * BinomialDistribution(trials: drawn, probability: q / (q + none)).probability(atMost: tainted)
    }
    // Golden sections: each step leaves 0.618 of the range.
    let part = (5.0.squareRoot() - 1) / 2
    var (low, high) = (0.0, most)
    for _ in 0..<200 {
      let (left, right) = (high - part * (high - low), low + part * (high - low))
      if probability(left) < probability(right) { low = left } else { high = right }
    }
    return max(probability(0), probability(most), probability((low + high) / 2))
  }

  /// The largest mean taint whose p-value is above `risk`.
  public func upperBound(risk: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if pValue(mean: middle) > risk { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
