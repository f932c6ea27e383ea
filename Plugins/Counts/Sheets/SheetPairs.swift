import ModuleKit

/// Two datasets of the same sheets, figure by figure.
struct SheetPairs {
  let sheets, others: Sheets
  /// The row of ``others`` for each sheet; -1 where it has none.
  let matches: [Int32]

  init(_ sheets: Sheets, _ others: Sheets) {
    (self.sheets, self.others) = (sheets, others)
    matches = sheets.keys.matches(in: others.keys)
  }

  /// Every sheet that both have with a figure in common: kept where all these agree.
  ///
  /// The effect is that of the sheets less that of the others.
  var result: RuleResult {
    var standings = [RuleResult.Standing](repeating: .unchecked, count: sheets.count)
    var differing: [(row: Int, figure: Int)] = []
    var effect = sheets.votes.map { _ in Int64(0) }
    let figures = Array(zip(sheets.figures, others.figures.map(\.column)))
    for (place, figure) in figures.enumerated() {
      let (mine, other) = (figure.0.column, figure.1)
      guard mine.missing.count < mine.count, other.missing.count < other.count else { continue }
      for row in 0..<sheets.count {
        let match = Int(matches[row])
        guard match >= 0, !mine.isMissing(row), !other.isMissing(match) else { continue }
        if mine.values[row] == other.values[match] {
          if standings[row] == .unchecked { standings[row] = .kept }
        } else {
          standings[row] = .broken
          differing.append((row, place))
          if case .votes(let option) = figure.0.figure {
            effect[option] = effect[option].clampedSum(mine.values[row] - other.values[match])
          }
        }
      }
    }
    differing.sort { ($0.row, $0.figure) < ($1.row, $1.figure) }
    var failures: [RuleResult.Failure] = []
    failures.reserveCapacity(differing.count)
    for (row, place) in differing {
      let isFirst = if case .sheet(row)? = failures.last?.place { false } else { true }
      let match = Int(matches[row])
      failures.append(
        RuleResult.Failure(
          place: .sheet(row), figure: figures[place].0.figure, stated: figures[place].0.column[row],
          computed: figures[place].1[match], stake: isFirst ? stake(row, match) : nil))
    }
    var result = RuleResult(standings, failures)
    result.effect = effect
    return result
  }

  /// The votes by which a sheet and its other differ: those of the options, or else the largest other difference.
  private func stake(_ row: Int, _ match: Int) -> Int64 {
    func difference(_ pair: (Column<Int64>, Column<Int64>)) -> Int64 {
      guard let mine = pair.0[row], let other = pair.1[match] else { return 0 }
      return abs(mine - other)
    }
    let votes = zip(sheets.votes, others.votes).reduce(Int64(0)) { $0.clampedSum(difference($1)) }
    guard votes == 0 else { return votes }
    return [
      (sheets.valid, others.valid), (sheets.blank, others.blank), (sheets.null, others.null),
      (sheets.cast, others.cast),
    ].map(difference).max() ?? 0
  }
}
