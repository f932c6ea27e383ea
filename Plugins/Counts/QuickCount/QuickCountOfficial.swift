import ModuleKit
import Statistics

// What the sample says of the official count.
extension QuickCount {
  func comparison(
    _ incoming: IncomingSample, _ units: StratifiedSample, _ whole: Column<Int64>
  ) -> OfficialComparison? {
    official.flatMap { official in
      OfficialComparison(
        incoming, units, .init(votes: sample.votes, whole: whole), of: official, index: StationIndex(sample),
        official: .init(votes: official.votes, whole: self.whole(of: official)))
    }
  }

  func add(_ comparison: OfficialComparison, to findings: inout Findings) throws {
    let contest = sample.contest.id
    guard comparison.shared > 0 else {
      findings.add(NothingShared(stations: comparison.stations), about: contest, from: evidenceOfBoth)
      return
    }
    var rows = addShares(comparison, to: &findings)
    if comparison.differing.isEmpty {
      findings.add(SheetsAgree(shared: comparison.shared), about: contest, from: evidenceOfBoth)
    }
    if comparison.ranking.count > 1 {
      let (first, second) = (comparison.ranking[0], comparison.ranking[1])
      if let line = comparison.line(first, over: second) {
        rows.append(row(first, second, line))
        if !comparison.differing.isEmpty {
          let change = SampleShares.Answer(line.shift, quantile: quantile)
          findings.add(
            SheetsDiffer(
              shared: comparison.shared, differing: comparison.differing.count,
              change: change.quantity(.points, level: confidence), level: level, first: name(first),
              second: name(second)),
            about: contest,
            from: [sample.evidence(rows: Array(comparison.differing.prefix(20)))] + evidenceOfBoth.dropFirst())
        }
      }
    }
    try findings.add(QuickCountReport.comparison, rows)
  }

  private func addShares(
    _ comparison: OfficialComparison, to findings: inout Findings
  ) -> [QuickCountReport.ComparisonRow] {
    var rows: [QuickCountReport.ComparisonRow] = []
    for option in comparison.ranking {
      guard let line = comparison.line(option) else { continue }
      let row = row(option, nil, line)
      rows.append(row)
      findings.add(
        OfficialShare(
          official: 100 * line.official, sample: 100 * line.sample.value,
          difference: row.difference.quantity(.points, level: confidence), level: level,
          stations: comparison.stations, option: name(option), base: base),
        of: row.difference.isClear ? OfficialShare.notConsistent : OfficialShare.consistent,
        about: sample.contest.options[option].id, from: evidenceOfBoth)
    }
    return rows
  }

  private var evidenceOfBoth: [Evidence] { evidence + [official?.evidence].compactMap { $0 } }

  private func row(
    _ option: Int, _ other: Int?, _ line: OfficialComparison.Line
  ) -> QuickCountReport.ComparisonRow {
    let options = sample.contest.options
    return QuickCountReport.ComparisonRow(
      option: options[option], over: other.map { options[$0] }, line: line,
      difference: SampleShares.Answer(
        Estimate(value: line.sample.value - line.official, variance: line.sample.variance), quantile: quantile),
      shift: SampleShares.Answer(line.shift, quantile: quantile))
  }
}
