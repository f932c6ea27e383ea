/// Looks for the columns that hold the votes of the options: columns of counts beside each other that add up to a total on
/// most rows.
struct VotesSearch {
  /// Columns of votes.
  struct Run {
    /// The columns, by their places among those of the file that were looked at.
    var columns: Range<Int>
    /// The total that they add up to, what has to be taken from it before, and on which share of the rows.
    var total: Int?
    var less: [Int] = []
    var share = 0.0
  }

  private let columns: [LookedColumn]
  /// Which columns may hold votes.
  private let mayBeVotes: [Bool]

  /// So many rows are looked at for every run of columns, so many for those that fit these.
  private static let (few, many) = (400, 20_000)
  /// A total that says nothing of what it is must fit so many rows.
  private static let leastOfUnknown = 0.95
  /// One whose head says that it is a total of ballots.
  private static let leastOfKnown = 0.5
  /// More columns than that are not looked at: runs grow with their square.
  private static let mostColumns = 400
  /// So many runs that fit the few rows are held against many.
  private static let mostRuns = 40
  private static let mostOfUnknown = 100
  /// So many sums are made at most, unless fewer rows than that would be left.
  private static let (mostSums, fewest) = (20_000_000, 20)

  init(_ columns: [LookedColumn], mayBeVotes: [Bool]) {
    (self.columns, self.mayBeVotes) = (columns, mayBeVotes)
  }

  /// A column of which the votes may be the whole, and what else is in it.
  struct Total {
    let column: Int
    let less: [Int]
    /// Whether its head says what it is.
    let isKnown: Bool
  }

  /// The runs that add up to one of `totals`, the best first.
  func runs(addingUpTo totals: [Total]) -> [Run] {
    let width = min(columns.count, totals.contains(where: \.isKnown) ? Self.mostColumns : Self.mostOfUnknown)
    // Columns beside each other times totals times rows: of a wide file fewer rows are looked at.
    let most = Self.mostSums / max(1, totals.count * width * width / 2)
    let few = rows(min(Self.few, max(Self.fewest, most)))
    let sums = prefixSums(few)
    var found: [Run] = []
    for total in totals {
      let wanted = few.map { value(of: total, $0) }
      for start in 0..<width where mayBeVotes[start] {
        var end = start + 1
        while end < width, mayBeVotes[end] {
          end += 1
          guard !(start..<end).contains(total.column), total.less.allSatisfy({ !(start..<end).contains($0) }) else {
            break
          }
          let share = share(sums, wanted, start, end)
          if share >= (total.isKnown ? Self.leastOfKnown : Self.leastOfUnknown) {
            found.append(Run(columns: start..<end, total: total.column, less: total.less, share: share))
            if found.count == 2 * Self.mostRuns { found = Self.best(found) }
          }
        }
      }
    }
    return refined(found)
  }

  /// The runs that fit best on the few rows, by many rows.
  private func refined(_ found: [Run]) -> [Run] {
    let many = rows(Self.many)
    let sums = prefixSums(many)
    return Self.sorted(
      Self.best(found).map { run in
        var run = run
        let total = Total(column: run.total ?? 0, less: run.less, isKnown: true)
        run.share = share(sums, many.map { value(of: total, $0) }, run.columns.lowerBound, run.columns.upperBound)
        return run
      })
  }

  /// The runs that fit on most rows first, of equal ones the shorter.
  private static func sorted(_ runs: [Run]) -> [Run] {
    runs.sorted { ($0.share, $1.columns.count) > ($1.share, $0.columns.count) }
  }

  private static func best(_ runs: [Run]) -> [Run] { Array(sorted(runs).prefix(mostRuns)) }

  /// The longest run of columns that may hold votes, nothing being known of a total.
  var longest: Run? {
    var best: Range<Int>?
    var start = 0
    while start < columns.count {
      var end = start
      while end < columns.count, mayBeVotes[end] { end += 1 }
      if end - start >= 2, end - start > best?.count ?? 0 { best = start..<end }
      start = max(end, start) + 1
    }
    return best.map { Run(columns: $0) }
  }

  /// On which share of many rows the votes of `run` are no more than `whole`.
  func shareWithin(_ run: Run, _ whole: Int) -> Double {
    let rows = rows(Self.many)
    let sums = prefixSums(rows)
    var (within, all) = (0, 0)
    for (row, at) in rows.enumerated() {
      guard let whole = columns[whole].whole(at),
        let sum = sums[row].sum(run.columns.lowerBound, run.columns.upperBound)
      else { continue }
      all += 1
      within += sum <= whole ? 1 : 0
    }
    return all == 0 ? 0 : Double(within) / Double(all)
  }

  /// On which share of many rows the columns `parts` add up to `whole`.
  func shareAdding(_ parts: [Int], to whole: [Int]) -> Double {
    var (equal, all) = (0, 0)
    for row in rows(Self.many) {
      guard let left = sum(parts, row), let right = sum(whole, row) else { continue }
      all += 1
      equal += left == right ? 1 : 0
    }
    return all == 0 ? 0 : Double(equal) / Double(all)
  }

  private func sum(_ parts: [Int], _ row: Int) -> Int64? {
    var sum: Int64 = 0
    for part in parts {
      guard let value = columns[part].whole(row) else { return nil }
      sum = sum.addingReportingOverflow(value).partialValue
    }
    return sum
  }

  // MARK: - Rows

  /// At most `count` rows, evenly spread over the file.
  private func rows(_ count: Int) -> [Int] {
    let all = columns.first?.rowCount ?? 0
    guard all > count else { return Array(0..<all) }
    return (0..<count).map { $0 * all / count }
  }

  private func value(of total: Total, _ row: Int) -> Int64? {
    guard let whole = columns[total.column].whole(row), let less = sum(total.less, row) else { return nil }
    return whole.subtractingReportingOverflow(less).partialValue
  }

  /// The sums of a row's counts up to each column.
  private struct RowSums {
    /// Sums up to each column, and how many up to there have no value.
    var sums: [Int64] = [0]
    var gaps: [Int] = [0]

    func sum(_ start: Int, _ end: Int) -> Int64? {
      gaps[end] == gaps[start] ? sums[end].subtractingReportingOverflow(sums[start]).partialValue : nil
    }
  }

  private func prefixSums(_ rows: [Int]) -> [RowSums] {
    rows.map { row in
      var out = RowSums()
      for (place, column) in columns.enumerated() {
        let value = mayBeVotes[place] ? column.whole(row) : nil
        out.sums.append((out.sums.last ?? 0).addingReportingOverflow(value ?? 0).partialValue)
        out.gaps.append((out.gaps.last ?? 0) + (value == nil ? 1 : 0))
      }
      return out
    }
  }

  /// On which share of the rows that have values the run adds up; rows of zeros show nothing.
  private func share(_ sums: [RowSums], _ wanted: [Int64?], _ start: Int, _ end: Int) -> Double {
    var (equal, all) = (0, 0)
    for (row, wanted) in zip(sums, wanted) {
      guard let wanted, let sum = row.sum(start, end), sum != 0 || wanted != 0 else { continue }
      all += 1
      equal += sum == wanted ? 1 : 0
    }
    return all < max(1, sums.count / 10) ? 0 : Double(equal) / Double(all)
  }
}
