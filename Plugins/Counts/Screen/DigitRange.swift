import ModuleKit
import Statistics

/// Whether counts lie so that a law of their digits can be expected of them.
enum DigitRange {
  /// The least 5th percentile of counts whose second digits are tested.
  static let leastOfSpread = 30

  /// Whether `counts` spread over two orders of magnitude above the small ones, as Benford's law for second digits needs:
  /// their 5th percentile is at least 30, the 95th a hundred times that, and the third quartile four times the first.
  ///
  /// Deckert, Myagkov and Ordeshook 2011, Political Analysis 19:245, and Mebane's answer, ibid. 19:269: where stations
  /// are made to be of one size, the counts of a clean election do not follow the law. The quartiles keep out counts of
  /// one size with a few small ones beside them. Small counts have few second digits, one of which a smallest size of
  /// stations is enough to favour, and those below 10 have none, so that the others begin at an edge: with more than some of
  /// them the test raised an alarm in 7 to 10 % of clean elections at a level of 5.
  static func spreads(_ counts: [Int]) -> Bool {
    let sorted = counts.sorted()
    guard let last = sorted.indices.last else { return false }
    func at(_ percent: Int) -> Int { sorted[last * percent / 100] }
    return at(5) >= leastOfSpread && at(95) >= 100 * at(5) && at(75) >= 4 * at(25)
  }

  /// Whether leaving out the counts below `least` leaves last digits even.
  ///
  /// With `f` of the counts left at each value near `least`, the digit d has the chance `0.1 + f (4.5 − d) / 10` (the first
  /// term of Euler and Maclaurin's sum), which adds `8.25 n f²` to the chi-square of n counts. It may add half a unit; `f`
  /// is taken from the ten values on either side.
  static func isThin(_ counts: [Int], at least: Int) -> Bool {
    let used = counts.count { $0 >= least }
    guard used > 0 else { return false }
    let near = Double(counts.count { ((least - 10)..<(least + 10)).contains($0) }) / 20
    return 8.25 * near * near / Double(used) <= 0.5
  }
}
