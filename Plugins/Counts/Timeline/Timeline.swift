import ModuleKit

/// How the published lead moved from bulletin to bulletin, how long the count was silent, what each batch must have
/// held and what the trailing side still needed.
struct Timeline: ModuleOperation {
  static let summary = Text(
    en: "The published lead from bulletin to bulletin: silences, reversals, batches and what was still needed",
    es: "La ventaja publicada, boletín a boletín: silencios, inversiones, lotes y lo que aún faltaba")

  static let tables = TimelineReport.tables
  static let figures = [FigureKind("lead", Text(en: "The published lead", es: "La ventaja publicada"))]

  @Input(.bulletins, "the published counts") var bulletins: Bulletins
  @Parameter("the shortest time without a bulletin that counts as a silence") var silence = Duration.seconds(6 * 3600)
  @Parameter("least votes of an outstanding sheet, relative to a counted one", in: 0.1...1) var sizeLow = 0.8
  @Parameter("most votes of an outstanding sheet, relative to a counted one", in: 1...10) var sizeHigh = 1.1

  typealias Code = TimelineCode

  func run(_ findings: inout Findings<Code>, _ context: Context) async throws {
    var report = TimelineReport(bulletins, zone: context.mission.zone)
    addDisagreements(to: &findings)
    let gaps = addGaps(to: &findings, &report)
    guard let series = LeadSeries(bulletins) else {
      try report.add(to: &findings)
      return
    }
    addLeads(series, to: &findings, &report)
    addSteps(series, to: &findings)
    try Task.checkCancellation()
    addNeeded(series, to: &findings, &report)
    addBatches(series, to: &findings, &report)
    try report.add(to: &findings)
    if let figure = TimelineFigure(series, gaps, bulletins: bulletins, zone: context.mission.zone) {
      findings.add(figure: figure.svg, as: "lead")
    }
  }

  private func name(_ option: Int) -> Text { bulletins.contest.options[option].name }

  /// Leads that a bulletin states and that its own votes contradict.
  private func addDisagreements(to findings: inout Findings<Code>) {
    for bulletin in bulletins.all {
      guard let stated = bulletin.statedLead, let computed = bulletin.computedLead, stated != computed.votes else {
        continue
      }
      findings.add(
        .leadDisagrees, about: bulletin.provenance.key,
        ["stated": Quantity(stated, .votes), "computed": Quantity(computed.votes, .votes)],
        words: ["source": bulletin.provenance.sourceName], from: [bulletins.evidence(bulletin)])
    }
  }

  private func addGaps(to findings: inout Findings<Code>, _ report: inout TimelineReport) -> [Gap] {
    var silences: [Gap] = []
    let partial = bulletins.all.filter { $0.stage == .bulletin }
    for (before, after) in zip(partial, partial.dropFirst()) {
      guard let gap = Gap(from: before, to: after) else { continue }
      let verdict = gap.verdict(silence.hours)
      report.add(gap, verdict)
      let isSilence = verdict == .silence
      guard isSilence || verdict == .possible else { continue }
      if isSilence { silences.append(gap) }
      findings.add(
        isSilence ? .silence : .possibleSilence, about: subject(before, after),
        [
          "gap": Quantity(nil, .hours, low: gap.low, high: gap.high, interval: .reportedRange),
          "threshold": Quantity(silence.hours, .hours),
        ],
        words: [
          "before": before.provenance.publication.text(in: report.zone),
          "after": after.provenance.publication.text(in: report.zone),
        ], from: [bulletins.evidence(before, after)])
    }
    return silences
  }

  private func addLeads(_ series: LeadSeries, to findings: inout Findings<Code>, _ report: inout TimelineReport) {
    for point in series.points + [series.declared].compactMap({ $0 }) {
      report.add(point, series)
      var values = ["lead": Quantity(abs(point.lead), .votes)]
      if let percent = point.bulletin.countedPercent { values["counted"] = Quantity(percent.number, .percent) }
      guard let leader = point.leader else { continue }
      let isDeclared = point.bulletin.stage == .declared
      findings.add(
        isDeclared ? .declaredLead : .lead, about: point.bulletin.provenance.key, values,
        words: [
          "leader": name(leader), "other": name(leader == series.reference ? series.other : series.reference),
          "published": point.bulletin.provenance.publication.text(in: report.zone),
          "counted_words": countedWords(point.bulletin),
        ], from: [bulletins.evidence(point.bulletin)])
    }
  }

  private func countedWords(_ bulletin: Bulletin) -> Text {
    guard let percent = bulletin.countedPercent else {
      return Text(
        en: "the share of sheets counted is not stated", es: "no se indica qué parte de las actas se había contado")
    }
    let quantity = Quantity(percent.number, .percent)
    return Text(
      en: "with \(quantity.text(.english)) of the sheets counted",
      es: "con el \(quantity.text(.spanish)) de las actas contadas")
  }

  private func addSteps(_ series: LeadSeries, to findings: inout Findings<Code>) {
    for (before, after) in zip(series.points, series.points.dropFirst()) {
      let values = [
        "step": Quantity(after.lead - before.lead, .votes), "before": Quantity(before.lead, .votes),
        "after": Quantity(after.lead, .votes),
      ]
      let evidence = [bulletins.evidence(before.bulletin, after.bulletin)]
      let subject = subject(before.bulletin, after.bulletin)
      findings.add(.leadStep, about: subject, values, words: ["reference": name(series.reference)], from: evidence)
      if (before.lead > 0) != (after.lead > 0), before.lead != 0, after.lead != 0,
        Gap(from: before.bulletin, to: after.bulletin) != nil
      {
        findings.add(
          .leadReversal, about: subject,
          ["before": Quantity(abs(before.lead), .votes), "after": Quantity(abs(after.lead), .votes)],
          words: [
            "first": name(before.lead > 0 ? series.reference : series.other),
            "then": name(after.lead > 0 ? series.reference : series.other),
          ], from: evidence)
      }
    }
    guard let first = series.points.first, let last = series.points.last, series.points.count > 1 else { return }
    findings.add(
      .leadChangeTotal, about: subject(first.bulletin, last.bulletin),
      [
        "total": Quantity(last.lead - first.lead, .votes), "before": Quantity(first.lead, .votes),
        "after": Quantity(last.lead, .votes),
      ],
      words: ["reference": name(series.reference)], from: [bulletins.evidence(first.bulletin, last.bulletin)])
  }

  private func addNeeded(_ series: LeadSeries, to findings: inout Findings<Code>, _ report: inout TimelineReport) {
    for point in series.points {
      guard let valid = point.valid, let leader = point.leader, let counted = point.counted?.value, counted > 0 else {
        continue
      }
      let trailing = leader == series.reference ? series.other : series.reference
      let lead = abs(point.lead)
      let key = point.bulletin.provenance.key
      let words = [
        "leader": name(leader), "trailing": name(trailing),
        "published": point.bulletin.provenance.publication.text(in: report.zone),
      ]
      if counted < 1 {
        func out(_ size: Double) -> Double { RemainingVote.outstanding(valid: valid, counted: counted, size: size) }
        func points(_ size: Double) -> Double { RemainingVote.neededPoints(lead: lead, outstanding: out(size)) }
        let interval = Quantity.Interval.assumptionRange([sheetsForVotes, sizeAssumption])
        for size in [sizeLow, 1, sizeHigh] { report.addNeeded(key, .then, "size", size, points(size)) }
        let evidence = [bulletins.evidence(point.bulletin)]
        findings.add(
          .neededMargin, about: key,
          [
            "needed": Quantity(points(1), .points, low: points(sizeHigh), high: points(sizeLow), interval: interval),
            "lead": Quantity(lead, .votes),
          ], words: words, from: evidence)
        if Double(lead) < out(sizeLow) {
          findings.add(
            .openOutcome, about: key,
            [
              "outstanding": Quantity(
                out(1).rounded(), .votes, low: out(sizeLow).rounded(), high: out(sizeHigh).rounded(), interval: interval
              ),
              "lead": Quantity(lead, .votes),
            ], words: words, from: evidence)
        }
      }
      if let declared = series.declared, let total = declared.valid, total > valid {
        let needed = RemainingVote.neededPoints(lead: lead, outstanding: Double(total - valid))
        report.addNeeded(key, .hindsight, "declared_votes", Double(total), needed)
        findings.add(
          .neededMarginHindsight, about: key, ["needed": Quantity(needed, .points), "lead": Quantity(lead, .votes)],
          words: words, from: [bulletins.evidence(point.bulletin, declared.bulletin)])
      }
    }
  }

  /// Batches between bulletins whose share of sheets is known, from one whose valid votes are known too.
  private func addBatches(_ series: LeadSeries, to findings: inout Findings<Code>, _ report: inout TimelineReport) {
    let points = series.points.filter { $0.counted != nil || $0.valid != nil }
    for (before, after) in zip(points, points.dropFirst()) {
      guard let valid = before.valid else { continue }
      let change = after.lead - before.lead
      let words = [
        "gaining": name(change > 0 ? series.reference : series.other),
        "losing": name(change > 0 ? series.other : series.reference),
        "before": before.bulletin.provenance.publication.text(in: report.zone),
        "after": after.bulletin.provenance.publication.text(in: report.zone),
      ]
      let subject = subject(before.bulletin, after.bulletin)
      let evidence = bulletins.evidence(before.bulletin, after.bulletin)
      let batch = BatchMargin(change: change, valid: valid, before: before, after: after)
      if let margin = batch.asKnownThen(sizes: (sizeLow, sizeHigh), sheetsForVotes, sizeAssumption) {
        report.addBatch(subject, .then, margin)
        findings.add(.batchMargin, about: subject, ["margin": margin.quantity], words: words, from: [evidence])
      }
      if let declared = series.declared, let total = declared.valid,
        let margin = batch.withHindsight(total: total, sheetsForVotes)
      {
        report.addBatch(subject, .hindsight, margin)
        findings.add(
          .batchMarginHindsight, about: subject, ["margin": margin.quantity], words: words,
          from: [bulletins.evidence(before.bulletin, after.bulletin, declared.bulletin)])
      }
    }
  }

  private func subject(_ before: Bulletin, _ after: Bulletin) -> String {
    "\(before.provenance.key)_to_\(after.provenance.key)"
  }

  private var sheetsForVotes: Assumption {
    Assumption(
      "sheets_for_votes",
      Text(
        en: "the share of sheets counted stands in for the share of votes counted",
        es: "la proporción de actas contadas representa la proporción de votos contados"))
  }

  private var sizeAssumption: Assumption {
    Assumption(
      "size",
      Text(
        en: "votes of an outstanding sheet relative to a counted one",
        es: "votos de un acta pendiente en relación con una contada"),
      value: 1, low: sizeLow, high: sizeHigh)
  }
}
