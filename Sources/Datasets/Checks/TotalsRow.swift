import Glibc
import Tables

extension Sheets {
  /// The rows of totals among the sheets, those aside that the workspace says are none.
  func totalsRows() -> [TotalsRow] {
    let declared = Set(source.declaration.notTotals)
    return TotalsRow.rows(
      of: votes + [registered], [extraVoters, received, issued, unused, cast, valid, blank, null], count: count,
      isNamed: { SecondReading.readsLikeTotal(keys[$0] ?? "") || areas.isCalledTotal($0) },
      isSheet: { !declared.isEmpty && declared.contains(keys[$0] ?? "") })
  }
}

/// A row that adds up others. A file of counts often ends with one, or has one behind each area. Read as counts they would be
/// counted twice, and no other rule need notice.
struct TotalsRow: Equatable {
  /// The row, from 0.
  let row: Int
  /// Whether it is too close to the sums by its size, or by its name, to be a sheet by chance.
  let isCertain: Bool
  /// By how much it differs from the sum at most, in any of its numbers.
  let difference: Int64

  /// The bits of evidence against chance at which a row of a file of one row is certain to be a total; each row of the file is
  /// a chance more. A name that reads like a total's is as much.
  private static let certainty = 16.0

  /// The rows, of `count`, that add up others in every number they have, or nearly so: all the rest of the file, or the
  /// rows since the last such row. A row counts as one where it adds up at least three rows with votes, in at least two
  /// columns.
  ///
  /// How sure that is is weighed in the columns `weighed`, which are no sums of one another: a number v that is d off the sum is
  /// log2((v + 1) / (2 d + 1)) bits, as a sheet of that size has it by chance so seldom. Rows near a sum that are not certain
  /// are no totals; those that are equal to it are told as doubtful.
  static func rows(
    of weighed: [Column<Int64>], _ others: [Column<Int64>], count: Int, isNamed: (Int) -> Bool = { _ in false },
    isSheet: (Int) -> Bool = { _ in false }
  ) -> [TotalsRow] {
    let scale = Scale(weighed, others, count: count)
    guard count > 3, scale.columns.count > 1, let fullest = scale.fullest else { return [] }
    let all = scale.columns.map { $0.sum(of: 0..<count) }
    func total(_ row: Int, of sums: [Int64]) -> TotalsRow? {
      guard let (difference, bits) = scale.weigh(row, against: sums), !isSheet(row) else { return nil }
      let needed = certainty + log2(Double(count)) - (isNamed(row) ? certainty : 0)
      return bits >= needed || difference == 0
        ? TotalsRow(row: row, isCertain: bits >= needed, difference: difference) : nil
    }
    func totalOfRest(_ row: Int) -> TotalsRow? {
      total(row, of: zip(scale.columns, all).map { $1 &- ($0[row] ?? 0) })
    }
    var found = totalOfRest(0).map { [$0] } ?? []
    // The sum of each column over the rows since the last such row is needed only where that of one column fits.
    var start = found.count
    var (sums, summed, sumOfFullest) = (scale.columns.map { _ in Int64(0) }, start, Int64(0))
    for row in start..<count {
      let (value, isMissing) = (fullest.values[row], fullest.isMissing(row))
      if isMissing || abs(value &- sumOfFullest) <= Scale.tolerance(of: sumOfFullest) || row == count - 1 {
        for (place, column) in scale.columns.enumerated() { sums[place] &+= column.sum(of: summed..<row) }
        summed = row
        if let it = total(row, of: sums) ?? (row == count - 1 ? totalOfRest(row) : nil), scale.haveVotes(start..<row) {
          found.append(it)
          (start, summed, sumOfFullest) = (row + 1, row + 1, 0)
          sums = scale.columns.map { _ in 0 }
          continue
        }
      }
      if !isMissing { sumOfFullest &+= value }
    }
    return found
  }

  /// The columns with numbers, and what a row of them says of sums.
  private struct Scale {
    let columns: [Column<Int64>]
    /// How many of the columns are weighed.
    private let weighed: Int

    init(_ weighed: [Column<Int64>], _ others: [Column<Int64>], count: Int) {
      let filled = weighed.filter { $0.missing.count < count }
      (columns, self.weighed) = (filled + others.filter { $0.missing.count < count }, filled.count)
    }

    var fullest: Column<Int64>? { columns.min { $0.missing.count < $1.missing.count } }

    /// By how much a total may be off: one, or one in a hundred.
    static func tolerance(of sum: Int64) -> Int64 { max(1, sum / 100) }

    /// The largest difference of the numbers in `row` from `sums`, and the bits of evidence in them; nil where a number is
    /// far from its sum, or hardly one is there.
    func weigh(_ row: Int, against sums: [Int64]) -> (difference: Int64, bits: Double)? {
      var (largest, bits, filled): (Int64, Double, Int) = (0, 0, 0)
      for (place, (column, sum)) in zip(columns, sums).enumerated() {
        guard let value = column[row] else { continue }
        let difference = abs(value &- sum)
        guard difference <= TotalsRow.Scale.tolerance(of: sum) else { return nil }
        if value > 0 { filled += 1 }
        largest = max(largest, difference)
        if place < weighed { bits += log2(Double(value + 1) / Double(2 * difference + 1)) }
      }
      return filled > 1 ? (largest, bits) : nil
    }

    /// Whether at least three of `rows` have votes, or ballots.
    func haveVotes(_ rows: Range<Int>) -> Bool {
      var count = 0
      for row in rows where count < 3 && columns.contains(where: { ($0[row] ?? 0) > 0 }) { count += 1 }
      return count == 3
    }
  }
}

extension Column<Int64> {
  /// The sum over `rows`, from whatever is there; numbers of a file are small enough for sums to fit.
  fileprivate func sum(of rows: Range<Int>) -> Int64 {
    var sum: Int64 = 0
    if missing.isEmpty {
      for row in rows { sum &+= values[row] }
    } else {
      for row in rows where !missing.contains(row) { sum &+= values[row] }
    }
    return sum
  }
}
