import ModuleKit
import Statistics

/// Whether counts lie so that a law of their digits can be expected of them.
enum DigitRange {
  /// Whether `counts` spread over two orders of magnitude, as Benford's law for second digits needs: of those from 10
  /// on, the 95th percentile is at least a hundred times the 5th, and the third quartile four times the first.
  ///
  /// Deckert, Myagkov and Ordeshook 2011, Political Analysis 19:245, and Mebane's answer, ibid. 19:269: where stations
  /// are made to be of one size, the counts of a clean election do not follow the law. The quartiles keep out counts of
  /// one size with a few small ones beside them.
  static func spreads(_ counts: [Int]) -> Bool {
    let sorted = counts.filter { $0 >= 10 }.sorted()
    guard let last = sorted.indices.last else { return false }
    func at(_ percent: Int) -> Int { sorted[last * percent / 100] }
    return at(95) >= 100 * at(5) && at(75) >= 4 * at(25)
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
