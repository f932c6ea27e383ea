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

  func add(_ comparison: OfficialComparison, _ testing: Testing, to findings: inout Findings) throws {
    let contest = sample.contest.id
    guard comparison.shared > 0 else {
      findings.add(NothingShared(stations: comparison.stations), about: contest, from: evidenceOfBoth)
      return
    }
    let lines = comparison.ranking.compactMap { option in comparison.line(option).map { (option, $0) } }
    // Only an option whose share differs between units can be tested.
    let tested = lines.count { SampleShares.Answer($0.1.sample, confidence: confidence).interval != nil }
    let testing = testing == .tested && tested == 0 ? .noDegrees : testing
    if let reason = testing.reason {
      findings.add(
        OfficialUntested(reason: reason, stations: comparison.stations), about: contest, from: evidenceOfBoth)
    }
    let familyConfidence = testing == .tested ? 1 - (1 - confidence) / Double(tested) : nil
    var rows = lines.map {
      row($0, nil, $1, difference: familyConfidence, shift: familyConfidence.map { _ in confidence })
    }
    for (place, (option, line)) in lines.enumerated() {
      guard let difference = rows[place].difference, difference.interval != nil else { continue }
      findings.add(
        OfficialShare(
          official: 100 * line.official, sample: 100 * line.sample.value,
          difference: difference.quantity(.points, level: confidence), level: level, stations: comparison.stations,
          tested: tested, option: name(option), base: base),
        of: difference.isClear ? OfficialShare.notConsistent : OfficialShare.consistent,
        about: sample.contest.options[option].id, from: evidenceOfBoth)
    }
    if comparison.differing.isEmpty {
      findings.add(SheetsAgree(shared: comparison.shared), about: contest, from: evidenceOfBoth)
    }
    if comparison.ranking.count > 1 {
      let (first, second) = (comparison.ranking[0], comparison.ranking[1])
      if let line = comparison.line(first, over: second) {
        let isTested = testing == .tested
        rows.append(
          row(first, second, line, difference: isTested ? confidence : nil, shift: isTested ? confidence : nil))
      }
      if !comparison.differing.isEmpty { addDifferences(comparison, first, second, rows.last?.shift, to: &findings) }
    }
    try findings.add(QuickCountReport.comparison, rows)
  }

  /// What differs on the sheets that both have, and, with `shift`, what follows for the official lead.
  private func addDifferences(
    _ comparison: OfficialComparison, _ first: Int, _ second: Int, _ shift: SampleShares.Answer?,
    to findings: inout Findings
  ) {
    let evidence = [sample.evidence(rows: Array(comparison.differing.prefix(20)))] + evidenceOfBoth.dropFirst()
    let lead = comparison.lead(first, over: second)
    findings.add(
      SheetsDiffer(
        shared: comparison.shared, differing: comparison.differing.count, inSample: lead.sample,
        inOfficial: lead.official, first: name(first), second: name(second)),
      about: sample.contest.id, from: evidence)
    if let shift, shift.interval != nil {
      findings.add(
        LeadChange(
          change: shift.quantity(.points, level: confidence), level: level, first: name(first), second: name(second)),
        about: sample.contest.id, from: evidence)
    }
  }

  private var evidenceOfBoth: [Evidence] { evidence + [official?.evidence].compactMap { $0 } }

  /// A row of the table; without a confidence nothing is said of how far the draw reaches.
  private func row(
    _ option: Int, _ other: Int?, _ line: OfficialComparison.Line, difference: Double?, shift: Double?
  ) -> QuickCountReport.ComparisonRow {
    let options = sample.contest.options
    return QuickCountReport.ComparisonRow(
      option: options[option], over: other.map { options[$0] }, line: line,
      difference: difference.map { confidence in
        guard other != nil else {
          return SampleShares.Answer(share: line.sample, less: line.official, confidence: confidence)
        }
        return SampleShares.Answer(
          Estimate(
            value: line.sample.value - line.official, variance: line.sample.variance, degrees: line.sample.degrees),
          confidence: confidence)
      },
      shift: shift.map { SampleShares.Answer(line.shift, confidence: $0) })
  }
}
