import ModuleKit
import Statistics

// What the sample says of the whole count.
extension QuickCount {
  func shares(
    of sheets: SheetsByUnit, _ units: StratifiedSample, _ whole: Column<Int64>
  ) -> SampleShares? {
    SampleShares(sheets, of: units, votes: sample.votes, whole: whole, confidence: confidence)
  }

  private func row(
    _ option: Int, over other: Int? = nil, in area: String? = nil, units: Int, _ answer: SampleShares.Answer
  ) -> QuickCountReport.EstimateRow {
    let options = sample.contest.options
    return QuickCountReport.EstimateRow(
      area: area, option: options[option], over: other.map { options[$0] }, units: units, answer: answer)
  }

  func addEstimates(
    _ shares: SampleShares, _ completeness: Completeness, _ base: Text, to findings: inout Findings
  ) -> [QuickCountReport.EstimateRow] {
    let options = sample.contest.options
    var rows: [QuickCountReport.EstimateRow] = []
    for option in shares.ranking {
      guard let answer = shares.share(option) else { continue }
      rows.append(row(option, units: shares.units.count, answer))
      guard answer.interval != nil else {
        findings.add(
          UniformShare(share: answer.value, units: shares.units.count, option: name(option), base: base),
          about: options[option].id, from: evidence)
        continue
      }
      findings.add(
        ShareEstimate(
          share: answer.quantity(.percent, level: confidence), level: level, standardError: answer.standardError,
          degrees: answer.degrees, option: name(option), base: base, terms: completeness.terms),
        about: options[option].id, from: evidence)
    }
    guard let lead = lead(shares), lead.answer.interval != nil else { return rows }
    rows.append(row(lead.first, over: lead.second, units: shares.units.count, lead.answer))
    findings.add(
      Margin(
        margin: lead.answer.quantity(.points, level: confidence), level: level,
        standardError: lead.answer.standardError, degrees: lead.answer.degrees, first: name(lead.first),
        second: name(lead.second), base: base, terms: completeness.terms),
      of: lead.answer.isClear ? Margin.clear : Margin.open,
      about: "\(options[lead.first].id)_over_\(options[lead.second].id)", from: evidence)
    return rows
  }

  /// What all sheets together say, where none is missing.
  func addCounted(_ shares: SampleShares, _ frame: SampleFrame, to findings: inout Findings) {
    let options = sample.contest.options
    for option in shares.ranking {
      guard let answer = shares.share(option) else { continue }
      findings.add(
        CountedShare(share: answer.value, stations: frame.total, option: name(option), base: base),
        about: options[option].id, from: evidence)
    }
    guard let lead = lead(shares) else { return }
    findings.add(
      CountedLead(
        lead: lead.answer.value, stations: frame.total, first: name(lead.first), second: name(lead.second), base: base),
      about: "\(options[lead.first].id)_over_\(options[lead.second].id)", from: evidence)
  }

  func addNoInterval(
    _ incoming: IncomingSample, _ units: StratifiedSample, _ frame: SampleFrame, to findings: inout Findings
  ) {
    findings.add(
      NoInterval(
        used: incoming.rows.count, total: frame.total, strata: units.counts.count { $0 > 0 },
        all: frame.units.count { $0 > 0 }),
      about: sample.contest.id, from: evidence)
  }

  /// What the whole count may be, whatever the missing sheets hold.
  func addWorstCase(
    _ shares: SampleShares, _ incoming: IncomingSample, _ frame: SampleFrame, to findings: inout Findings
  ) throws {
    let votes = WorstCase.Votes(options: sample.votes, whole: whole(of: sample))
    guard let bounds = WorstCase(incoming, frame, drawn, votes, cluster: cluster, singleUnitStrata) else { return }
    let options = sample.contest.options
    let ranking = shares.ranking
    var rows = ranking.compactMap { option in
      bounds.share(option, confidence: confidence)
        .map { QuickCountReport.WorstCaseRow(option: options[option].id, over: nil, bounds: $0) }
    }
    if ranking.count > 1, let lead = bounds.lead(ranking[0], over: ranking[1], confidence: confidence) {
      let (first, second) = (ranking[0], ranking[1])
      rows.append(QuickCountReport.WorstCaseRow(option: options[first].id, over: options[second].id, bounds: lead))
      findings.add(
        WorstCaseLead(
          lead: Quantity(
            nil, .points, low: lead.lowerBound, high: lead.upperBound,
            interval: .assumptionRange([WorstCaseLead.assumption(bounds.most)])),
          missing: bounds.missing ?? 0, outside: bounds.outside, most: bounds.most, level: level, first: name(first),
          second: name(second), base: base),
        of: bounds.missing == nil ? WorstCaseLead.ofStrata : WorstCaseLead.kind,
        about: "\(options[first].id)_over_\(options[second].id)", from: evidence)
    }
    try findings.add(QuickCountReport.worstCase, rows)
  }

  /// The lead of the option with the largest estimate over the next one.
  private func lead(_ shares: SampleShares) -> (first: Int, second: Int, answer: SampleShares.Answer)? {
    let ranking = shares.ranking
    guard ranking.count > 1 else { return nil }
    return shares.lead(ranking[0], over: ranking[1]).map { (ranking[0], ranking[1], $0) }
  }

  func addAreas(
    _ level: Int, _ incoming: IncomingSample, _ units: StratifiedSample, _ whole: Column<Int64>,
    to findings: inout Findings
  ) throws -> [QuickCountReport.EstimateRow] {
    var rows: [QuickCountReport.EstimateRow] = []
    var (areas, clear) = (0, 0)
    for (area, rowsOfArea) in zip(sample.areas.units[level], sample.areas.rowsByUnit(level)) {
      try Task.checkCancellation()
      guard let shares = shares(of: incoming.byUnit(rowsOfArea), units, whole) else { continue }
      areas += 1
      for option in shares.ranking {
        if let answer = shares.share(option) {
          rows.append(row(option, in: area.name, units: shares.units.count, answer))
        }
      }
      guard let lead = lead(shares) else { continue }
      rows.append(row(lead.first, over: lead.second, in: area.name, units: shares.units.count, lead.answer))
      if lead.answer.isClear { clear += 1 }
    }
    findings.add(
      AreaLeads(
        clear: clear, areas: areas, level: self.level, areaLevel: Glossary.current.name(sample.areas.levels[level])),
      about: sample.areas.levels[level], from: evidence)
    return rows
  }

  func addFigure(
    _ shares: SampleShares, _ incoming: IncomingSample, _ comparison: OfficialComparison?, _ base: Text,
    to findings: inout Findings
  ) {
    let rows = shares.ranking.compactMap { option in
      shares.share(option).flatMap { answer in
        QuickCountFigure.Row(
          name: name(option), answer: answer, official: comparison?.line(option).map { 100 * $0.official })
      }
    }
    let takeaway = lead(shares).flatMap { lead -> Text? in
      guard lead.answer.interval != nil else { return nil }
      let margin = lead.answer.quantity(.points, level: confidence)
      return Text(
        en: "Lead of \(name(lead.first).en) over \(name(lead.second).en): \(margin.text(.english)).",
        es: "Ventaja de \(name(lead.first).es) sobre \(name(lead.second).es): \(margin.text(.spanish)).")
    }
    let figure = QuickCountFigure(
      rows, takeaway: takeaway ?? Self.summary, base: base, confidence: confidence,
      isComplete: drawn.map { incoming.rows.count == $0.count },
      source: sample.source.declaration.source ?? sample.track.name)
    if let figure { findings.add(Self.estimatesFigure, figure.svg) }
  }
}
