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

  func add(_ comparison: OfficialComparison, to findings: inout CodedFindings<Code>) throws {
    let contest = sample.contest.id
    guard comparison.shared > 0 else {
      findings.add(
        .nothingShared, about: contest, ["stations": Quantity(comparison.stations, .number)], from: evidenceOfBoth)
      return
    }
    var rows: [[Cell]] = []
    for option in comparison.ranking {
      guard let line = comparison.line(option) else { continue }
      rows.append(row(option, nil, line))
      let difference = difference(line)
      findings.add(
        difference.low > 0 || difference.high < 0 ? .officialNotConsistent : .officialConsistent,
        about: sample.contest.options[option].id,
        [
          "official": Quantity(100 * line.official, .percent), "sample": Quantity(100 * line.sample.value, .percent),
          "difference": difference.quantity(.points, level: confidence), "level": level,
          "stations": Quantity(comparison.stations, .number),
        ], words: ["option": name(option), "base": base], from: evidenceOfBoth)
    }
    let shared = ["shared": Quantity(comparison.shared, .number)]
    if comparison.differing.isEmpty { findings.add(.sheetsAgree, about: contest, shared, from: evidenceOfBoth) }
    if comparison.ranking.count > 1 {
      let (first, second) = (comparison.ranking[0], comparison.ranking[1])
      if let line = comparison.line(first, over: second) {
        rows.append(row(first, second, line))
        if !comparison.differing.isEmpty {
          let change = SampleShares.Answer(line.shift, quantile: quantile)
          findings.add(
            .sheetsDiffer, about: contest,
            shared.merging([
              "differing": Quantity(comparison.differing.count, .number),
              "change": change.quantity(.points, level: confidence), "level": level,
            ]) { mine, _ in mine }, words: ["first": name(first), "second": name(second)],
            from: [sample.evidence(rows: Array(comparison.differing.prefix(20)))] + evidenceOfBoth.dropFirst())
        }
      }
    }
    findings.add(table: try QuickCountReport.comparison.table(rows), as: "comparison")
  }

  private var evidenceOfBoth: [Evidence] { evidence + [official?.evidence].compactMap { $0 } }

  private func difference(_ line: OfficialComparison.Line) -> SampleShares.Answer {
    SampleShares.Answer(
      Estimate(value: line.sample.value - line.official, variance: line.sample.variance), quantile: quantile)
  }

  private func row(_ option: Int, _ other: Int?, _ line: OfficialComparison.Line) -> [Cell] {
    let options = sample.contest.options
    let (difference, shift) = (difference(line), SampleShares.Answer(line.shift, quantile: quantile))
    return [
      .text(options[option].id), other.map { .text(options[$0].id) } ?? .missing, .number(100 * line.official),
      .number(100 * line.sample.value), .number(difference.value), .number(difference.low), .number(difference.high),
      .number(shift.value), .number(shift.low), .number(shift.high),
    ]
  }
}
