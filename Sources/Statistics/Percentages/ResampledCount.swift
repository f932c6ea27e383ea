/// The distribution of a station's count drawn anew around the one that it reported.
///
/// A normal kernel of variance `n s (1 - s) + (n h)²` for the share s of the total n and the bandwidth h, rounded to whole
/// ballots and cut off where counts may not lie. The first part is the sampling of voters, the second smooths the shares.
struct ResampledCount {
  private let count, total, deviation, mass: Double

  /// The count drawn anew around `count` of `total`, within `range`, which holds it.
  init(_ count: Int, of total: Int, bandwidth: Double, within range: ClosedRange<Int>) {
    (self.count, self.total) = (Double(count), Double(total))
    let share = self.count / self.total
    let spread = self.total * bandwidth
    deviation = (self.total * share * (1 - share) + spread * spread).squareRoot()
    mass =
      StandardNormal.lowerTail((Double(range.upperBound) + 0.5 - self.count) / deviation)
      - StandardNormal.lowerTail((Double(range.lowerBound) - 0.5 - self.count) / deviation)
  }

  /// Whether counts within `points` of a percentage lie within `deviations` of the kernel: beyond 6 lies one part in 10^9,
  /// beyond 9 one in 10^19.
  func reaches(_ percentage: Int, within points: Double, deviations: Double) -> Bool {
    abs(Double(percentage) * total / 100 - count) < deviations * deviation + points * total / 100 + 1
  }

  /// The chance of a count in `window`, which lies within the range; it may be empty.
  func probability(_ window: (first: Int, last: Int)) -> Double {
    guard window.first <= window.last else { return 0 }
    let low = StandardNormal.lowerTail((Double(window.first) - 0.5 - count) / deviation)
    return (StandardNormal.lowerTail((Double(window.last) + 0.5 - count) / deviation) - low) / mass
  }
}
