/// Whether a share lies at a whole percentage, and how often chance alone puts it there.
///
/// Both follow Kobak, Shpilkin and Pshenichnikov 2016, Integer percentages as electoral falsification fingerprints,
/// Annals of Applied Statistics 10:54, with a window of 0.05 points.
enum IntegerPercentage {
  /// The largest total, far above any station: a chance takes time in proportion to the root of the total.
  static let largestTotal = 1 << 26

  /// Whether `100 count / total` lies within 0.05 of a whole number.
  ///
  /// In binary64, as in the published analyses. This differs from exact fractions only at the very edge of a window,
  /// which is a whole count only where 2,000 divides the total; IEEE 754 makes it the same on every processor.
  static func isHit(_ count: Int, of total: Int) -> Bool {
    let percentage = 100 * Double(count) / Double(total)
    return abs(percentage - percentage.rounded(.toNearestOrEven)) <= 0.05
  }

  /// The counts out of `total` that lie within 0.05 points of `percentage`, by exact fractions; it may be empty.
  static func window(_ percentage: Int, of total: Int) -> (first: Int, last: Int) {
    // Rounded up and down; what is below zero is cut off.
    (max(((20 * percentage - 1) * total + 1999) / 2000, 0), min((20 * percentage + 1) * total / 2000, total))
  }

  /// The probability that a draw from Bin(total, count / total) is a hit, for 0 <= count <= total <= `largestTotal`.
  ///
  /// Summed from the peak outwards over the hits alone, until what remains is below one part in 10^17.
  static func chance(_ count: Int, of total: Int) -> Double {
    guard count > 0, count < total else { return 1 }
    let (k, n) = (Double(count), Double(total))
    let peak = SaddlePoint.binomial(k, of: n, p: k / n, q: (n - k) / n)
    let odds = k / (n - k)
    let above = sum(from: count, of: total, odds: odds, term: peak) { $0 }
    // Below the peak is above it for the ballots that went elsewhere.
    let start = total - count + 1
    let next = peak * k / Double(start) / odds
    let below = sum(from: start, of: total, odds: 1 / odds, term: next) { total - $0 }
    return min(above + below, 1)
  }

  /// The sum of the hits' probabilities from `start` up, where `start` has the probability `term`.
  @inline(__always)
  private static func sum(
    from start: Int, of total: Int, odds: Double, term: Double, count: (Int) -> Int
  ) -> Double {
    var (k, term, sum) = (start, term, 0.0)
    var percentage = (200 * start / total + 1) / 2
    let hasEdges = total % 2000 == 0
    while percentage <= 100 {
      var (first, last) = window(percentage, of: total)
      if hasEdges, first <= last {
        if !isHit(count(first), of: total) { first += 1 }
        if !isHit(count(last), of: total) { last -= 1 }
      }
      while k <= last {
        guard term > 1e-19 else { return sum }
        if k >= first { sum += term }
        term *= odds * Double(total - k) / Double(k + 1)
        k += 1
      }
      percentage += 1
    }
    return sum
  }
}
