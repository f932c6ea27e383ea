internal import Glibc

/// The distribution of the dip in samples from a uniform distribution.
///
/// √n D settles as n grows, so that one table serves samples of any size: up to its last row by interpolation in
/// 1 / √n, beyond it by that row. The table is simulated by ``simulated(count:repetitions:seed:)``; a test draws it
/// again. Published tables of the dip end at n = 72,000 and are often read off their last row by mistake of scale.
public enum DipNull {
  /// The smallest sample of which the table tells something.
  public static let leastCount = 10

  /// P(D >= `statistic`) for `count` values; nil for fewer than ``leastCount``.
  ///
  /// Within the table's tails, from 0.99 to 0.001, good to about the simulation's error of a few per cent of the
  /// value. Below 0.001 the tail is continued as exp(-c n D²), that of the supremum of a Brownian bridge: an order of
  /// magnitude.
  public static func upperTail(of statistic: Double, count: Int) -> Double? {
    guard count >= leastCount else { return nil }
    let x = statistic * Double(count).squareRoot()
    let row = quantiles(count: count)
    let last = row.count - 1
    guard x < row[last] else {
      let (near, far) = (DipNullTable.tails.firstIndex(of: 0.01) ?? 0, last)
      let decay =
        log(DipNullTable.tails[near] / DipNullTable.tails[far]) / (row[far] * row[far] - row[near] * row[near])
      return DipNullTable.tails[far] * exp(-decay * (x * x - row[far] * row[far]))
    }
    let upper = max(row.firstIndex { $0 >= x } ?? last, 1)
    let share = (x - row[upper - 1]) / (row[upper] - row[upper - 1])
    let (from, to) = (scores[upper - 1], scores[upper])
    return StandardNormal.upperTail(from + share * (to - from))
  }

  /// Normal scores of the table's tails, in which the quantiles run nearly straight.
  private static let scores = DipNullTable.tails.map(StandardNormal.upperQuantile)

  /// The quantiles of √n D for samples of `count`.
  private static func quantiles(count: Int) -> [Double] {
    let rows = DipNullTable.rows
    guard let above = rows.firstIndex(where: { $0.count >= count }) else { return rows[rows.count - 1].quantiles }
    guard above > 0 else { return rows[0].quantiles }
    let (low, high) = (rows[above - 1], rows[above])
    func place(_ count: Int) -> Double { 1 / Double(count).squareRoot() }
    let share = (place(count) - place(low.count)) / (place(high.count) - place(low.count))
    return zip(low.quantiles, high.quantiles).map { $0 + share * ($1 - $0) }
  }

  /// √n D of `repetitions` samples of `count` values from a uniform distribution, in ascending order.
  ///
  /// The dip does not change with place and scale, so the sums of exponential waiting times serve as uniform values
  /// in order.
  public static func simulated(count: Int, repetitions: Int, seed: UInt64) -> [Double] {
    precondition(count > 1, "a sample of \(count) has no shape")
    var generator = SplitMix64(seed: seed)
    var values = [Double](repeating: 0, count: count)
    return (0..<repetitions).map { _ in
      var sum = 0.0
      for i in values.indices {
        sum -= log(Double((generator.next() >> 11) + 1) * 0x1p-53)
        values[i] = sum
      }
      return Dip(ascending: values).statistic * Double(count).squareRoot()
    }.sorted()
  }

  /// What the table's row for `count` is made of: how many samples, and the seed.
  static func design(count: Int) -> (repetitions: Int, seed: UInt64) {
    (count <= 2000 ? 100_000 : count <= 20_000 ? 20_000 : 10_000, UInt64(count))
  }

  /// The row of the table for `count`, to five decimals, simulated anew.
  static func simulatedRow(count: Int) -> [Double] {
    let (repetitions, seed) = design(count: count)
    let values = simulated(count: count, repetitions: repetitions, seed: seed)
    return DipNullTable.tails.map { tail in
      (values[min(Int((1 - tail) * Double(repetitions)), repetitions - 1)] * 1e5).rounded() / 1e5
    }
  }
}
