import ModuleKit

/// What `counts.timeline` finds in published bulletins.
struct BulletinTimeline {
  let captures: CaptureSeries
  /// The shortest time without a bulletin that counts as a silence.
  let silence: Duration
  /// The fewest and the most votes of an outstanding sheet, relative to a counted one.
  let sizeLow, sizeHigh: Double

  /// The option behind the one ahead, where no bulletin names it.
  static let nextOption = Text(en: "the next option", es: "la opción siguiente")
  private static let noOption = Text(en: "no option", es: "ninguna opción")

  private var bulletins: Bulletins { captures.shown }

  func add(to findings: inout Findings, _ context: Context) throws {
    var report = TimelineReport(bulletins, zone: context.mission.zone)
    let order = BulletinOrder(bulletins.all)
    addDisagreements(to: &findings)
    let silences = try addGaps(to: &findings, &report)
    if let closing = context.asOf { addOpenSilence(closing, to: &findings, zone: report.zone) }
    addStandings(to: &findings, zone: report.zone)
    PublishedTotals(captures, zone: report.zone).add(to: &findings)
    addReversals(order, to: &findings)
    let lowered = LoweredFigures(bulletins, order)
    add(lowered, to: &findings, zone: report.zone)
    if let series = LeadSeries(bulletins) {
      addSteps(series, to: &findings)
      try Task.checkCancellation()
      addNeeded(series, to: &findings, &report)
      addBatches(series, lowered, to: &findings, &report)
      if let figure = TimelineFigure(series, silences, captures: captures, zone: context.mission.zone) {
        findings.add(Timeline.leadFigure, figure.svg)
      }
    }
    try report.add(to: &findings)
  }

  private func name(_ option: Int?) -> Text { option.map { bulletins.contest.options[$0].name } ?? Self.nextOption }

  /// The option behind `leader`: as the bulletin says, or the only other one.
  private func second(_ standing: Standing, behind leader: Int) -> Int? {
    standing.second ?? (bulletins.contest.options.count == 2 ? 1 - leader : nil)
  }

  /// Leads that a bulletin states and that its own votes contradict.
  private func addDisagreements(to findings: inout Findings) {
    for bulletin in bulletins.all {
      guard let stated = bulletin.statedLead, let computed = bulletin.computedLead,
        stated != computed.votes || stated > 0 && bulletin.leader != computed.leader
      else { continue }
      findings.add(
        Timeline.LeadDisagrees(
          stated: stated, computed: computed.votes, source: bulletin.provenance.sourceName,
          statedLeader: bulletin.leader.map(name) ?? Self.noOption,
          computedLeader: computed.leader.map(name) ?? Self.noOption),
        about: bulletin.provenance.key, from: [bulletins.evidence(bulletin)])
    }
  }

  private func addGaps(
    to findings: inout Findings, _ report: inout TimelineReport
  ) throws -> [Gap] {
    var silences: [Gap] = []
    for gap in Gap.all(between: bulletins) {
      try Task.checkCancellation()
      let verdict = gap.verdict(silence.hours)
      report.add(gap, verdict)
      guard verdict == .silence || verdict == .possible else { continue }
      let subject = subject(gap.before, gap.after)
      let hours = Quantity(nil, .hours, low: gap.low, high: gap.high, interval: .reportedRange)
      let before = gap.before.provenance.publication.text(in: report.zone)
      let after = gap.after.provenance.publication.text(in: report.zone)
      let evidence = [bulletins.evidence(gap.before, gap.after)]
      if verdict == .silence {
        silences.append(gap)
        findings.add(
          Timeline.Silence(
            gap: hours, threshold: silence.hours, before: before, after: after,
            sources: [gap.before, gap.after].sourceNames),
          about: subject, from: evidence)
      } else {
        findings.add(
          Timeline.PossibleSilence(
            gap: hours, threshold: silence.hours, before: before, after: after,
            sources: [gap.before, gap.after].sourceNames),
          about: subject, from: evidence)
      }
    }
    return silences
  }

  /// That nothing more had come when the edition closed, unless nothing more was to come.
  private func addOpenSilence(_ closing: Instant, to findings: inout Findings, zone: Zone) {
    let isOver = bulletins.all.contains { $0.stage == .declared || $0.countedShare?.value == 1 }
    let last = bulletins.all.max {
      guard let a = $0.provenance.publication.to, let b = $1.provenance.publication.to else { return false }
      return a < b
    }
    // Behind a capture nobody looked.
    guard !isOver, let last, last.capture == nil, let end = last.provenance.publication.to,
      case let least = closing.hours(since: end),
      least >= silence.hours
    else { return }
    let start = bulletins.all.compactMap(\.provenance.publication.from).max()
    let gap = Quantity(
      nil, .hours, low: least, high: start.map { max(least, closing.hours(since: $0)) }, interval: .reportedRange,
      isOpenAbove: start == nil)
    findings.add(
      Timeline.OpenSilence(
        gap: least == gap.high ? Quantity(least, .hours) : gap, threshold: silence.hours,
        last: last.provenance.publication.text(in: zone)),
      about: last.provenance.key, from: [bulletins.evidence(last)])
  }

  /// What each bulletin shows by itself.
  private func addStandings(to findings: inout Findings, zone: Zone) {
    for bulletin in bulletins.all {
      guard let standing = bulletin.standing else { continue }
      let counted = bulletin.countedShare.map { $0.value * 100 }
      let (published, words) = (bulletin.provenance.publication.text(in: zone), countedWords(bulletin))
      let evidence = [bulletins.evidence(bulletin)]
      let (key, source) = (bulletin.provenance.key, bulletin.provenance.sourceName)
      guard let leader = standing.leader else {
        findings.add(
          Timeline.Level(counted: counted, source: source, published: published, countedWords: words), about: key,
          from: evidence)
        continue
      }
      let (ahead, behind) = (name(leader), name(second(standing, behind: leader)))
      if let votes = standing.votes {
        findings.add(
          Timeline.VotesAhead(
            lead: votes, counted: counted, source: source, leader: ahead, other: behind, published: published,
            countedWords: words),
          of: bulletin.stage == .declared ? Timeline.VotesAhead.declared : Timeline.VotesAhead.lead, about: key,
          from: evidence)
      } else if let points = standing.points {
        let lead = Quantity(points.value, .points, low: points.low, high: points.high, interval: .hardBound)
        findings.add(
          Timeline.LeadInShares(
            lead: lead, counted: counted, source: source, leader: ahead, other: behind, published: published,
            countedWords: words),
          about: key, from: evidence)
      }
    }
  }

  /// Changes of the option ahead between bulletins of known order; a tie in between does not hide one.
  private func addReversals(_ order: BulletinOrder, to findings: inout Findings) {
    var last: (row: Int, leader: Int, standing: Standing)?
    for (row, bulletin) in bulletins.all.enumerated() where bulletin.stage == .bulletin {
      guard let standing = bulletin.standing, let leader = standing.leader else { continue }
      defer { last = (row, leader, standing) }
      guard let last, last.leader != leader, order.isKnown(last.row, before: row) else { continue }
      let before = bulletins.all[last.row]
      let (first, then) = (name(last.leader), name(leader))
      let evidence = [bulletins.evidence(before, bulletin)]
      if let votesBefore = last.standing.votes, let votesAfter = standing.votes {
        findings.add(
          Timeline.LeadReversal(
            before: votesBefore, after: votesAfter, first: first, then: then,
            sources: [before, bulletin].sourceNames),
          about: subject(before, bulletin), from: evidence)
      } else {
        findings.add(
          Timeline.OrderReversal(first: first, then: then, sources: [before, bulletin].sourceNames),
          about: subject(before, bulletin), from: evidence)
      }
    }
  }

  private func add(_ lowered: LoweredFigures, to findings: inout Findings, zone: Zone) {
    for fall in lowered.falls {
      let (before, after) = (bulletins.all[fall.rows.lowerBound], bulletins.all[fall.rows.upperBound])
      findings.add(
        Timeline.CountLowered(
          before: fall.before, after: fall.after, what: fall.what,
          earlier: before.provenance.publication.text(in: zone), later: after.provenance.publication.text(in: zone),
          sources: [before, after].sourceNames),
        about: "\(subject(before, after))_\(fall.key)", from: [bulletins.evidence(before, after)])
    }
  }

  private func countedWords(_ bulletin: Bulletin) -> Text {
    guard let share = bulletin.countedShare else {
      return Text(
        en: "without stating the share of sheets counted", es: "sin indicar qué parte de las actas se había contado")
    }
    let quantity = Quantity(share.value * 100, .percent)
    return Text(
      en: "with \(quantity.text(.english)) of the sheets counted",
      es: "con el \(quantity.text(.spanish)) de las actas contadas")
  }

  private func addSteps(_ series: LeadSeries, to findings: inout Findings) {
    for (before, after) in zip(series.points, series.points.dropFirst()) {
      findings.add(
        Timeline.LeadStep(
          step: after.lead - before.lead, before: before.lead, after: after.lead, reference: name(series.reference),
          sources: [before.bulletin, after.bulletin].sourceNames),
        about: subject(before.bulletin, after.bulletin), from: [bulletins.evidence(before.bulletin, after.bulletin)])
    }
    guard let first = series.points.first, let last = series.points.last, series.points.count > 1 else { return }
    findings.add(
      Timeline.LeadChangeTotal(
        total: last.lead - first.lead, before: first.lead, after: last.lead, reference: name(series.reference),
        sources: [first.bulletin, last.bulletin].sourceNames),
      about: subject(first.bulletin, last.bulletin), from: [bulletins.evidence(first.bulletin, last.bulletin)])
  }

  private func addNeeded(_ series: LeadSeries, to findings: inout Findings, _ report: inout TimelineReport) {
    let outcomes = BulletinOutcomes(bulletins: bulletins, sizes: sizeLow...sizeHigh, zone: report.zone)
    for point in series.points {
      if let turning = TurningVotes(bulletins.contest, point.bulletin) {
        outcomes.add(turning, of: point.bulletin, declared: series.declared?.bulletin, to: &findings, &report)
        continue
      }
      guard let leader = point.leader else { continue }
      let sides = (
        ahead: name(leader), behind: name(leader == series.reference ? series.other : series.reference)
      )
      if let outstanding = OutstandingSheets(
        point.bulletin, holding: point.valid, sizes: sizeLow...sizeHigh)
      {
        addNeeded(point, outstanding, sides, to: &findings, &report)
      }
      if let declared = series.declared { addHindsight(point, declared, sides, to: &findings, &report) }
    }
  }

  /// As known then.
  private func addNeeded(
    _ point: LeadSeries.Point, _ outstanding: OutstandingSheets, _ sides: (ahead: Text, behind: Text),
    to findings: inout Findings, _ report: inout TimelineReport
  ) {
    let (lead, key, source) = (
      abs(point.lead), point.bulletin.provenance.key, point.bulletin.provenance.sourceName
    )
    let published = point.bulletin.provenance.publication.text(in: report.zone)
    let condition = Timeline.condition(sizeLow...sizeHigh)
    let evidence = [bulletins.evidence(point.bulletin)]
    for size in [sizeLow, 1, sizeHigh] {
      report.addNeeded(key, .then, .size, size, outstanding.needed(for: lead, size: size))
    }
    let needed = outstanding.needed(for: lead)
    let reach = Reach(needed)
    if reach == .out {
      findings.add(
        Timeline.OutOfReach(
          needed: needed, outstanding: outstanding.votes, lead: lead, source: source, leader: sides.ahead,
          trailing: sides.behind, published: published, condition: condition),
        of: Timeline.OutOfReach.known, about: key, from: evidence)
    } else {
      findings.add(
        Timeline.NeededMargin(
          needed: needed, lead: lead, source: source, leader: sides.ahead, trailing: sides.behind,
          published: published, condition: condition, reach: reach.note),
        of: Timeline.NeededMargin.known, about: key, from: evidence)
    }
    if outstanding.certainlyExceed(lead) {
      findings.add(
        Timeline.OpenOutcome(
          outstanding: outstanding.votes, lead: lead, source: source, leader: sides.ahead, trailing: sides.behind,
          published: published, condition: condition),
        about: key, from: evidence)
    }
  }

  /// By the total of valid votes that was declared later.
  private func addHindsight(
    _ point: LeadSeries.Point, _ declared: LeadSeries.Point, _ sides: (ahead: Text, behind: Text),
    to findings: inout Findings, _ report: inout TimelineReport
  ) {
    guard let valid = point.valid?.value, valid > 0, let total = declared.valid?.value, total > valid else { return }
    let (lead, key, source) = (
      abs(point.lead), point.bulletin.provenance.key, point.bulletin.provenance.sourceName
    )
    let published = point.bulletin.provenance.publication.text(in: report.zone)
    let evidence = [bulletins.evidence(point.bulletin, declared.bulletin)]
    let needed = RemainingVote.neededPoints(lead: lead, outstanding: Double(total - valid))
    report.addNeeded(key, .hindsight, .declaredVotes, Double(total), needed)
    if lead > total - valid {
      findings.add(
        Timeline.OutOfReach(
          needed: Quantity(needed, .points), outstanding: Quantity(total - valid, .votes), lead: lead, source: source,
          leader: sides.ahead, trailing: sides.behind, published: published, condition: Text("")),
        of: Timeline.OutOfReach.hindsight, about: key, from: evidence)
    } else {
      findings.add(
        Timeline.NeededMargin(
          needed: Quantity(needed, .points), lead: lead, source: source, leader: sides.ahead, trailing: sides.behind,
          published: published, condition: Text(""), reach: Text("")),
        of: Timeline.NeededMargin.hindsight, about: key, from: evidence)
    }
  }

  /// Batches between bulletins whose share of sheets or valid votes is known, from one whose valid votes are.
  /// Where a figure fell in between, the votes counted there are not known.
  private func addBatches(
    _ series: LeadSeries, _ lowered: LoweredFigures, to findings: inout Findings, _ report: inout TimelineReport
  ) {
    let points = series.points.filter { $0.counted != nil || $0.valid != nil }
    for (before, after) in zip(points, points.dropFirst()) where !lowered.touch(before.row..<after.row) {
      guard let batch = CountedBatch(before, after), batch.change != 0 else { continue }
      let gaining = name(batch.change > 0 ? series.reference : series.other)
      let losing = name(batch.change > 0 ? series.other : series.reference)
      let published = (
        before: before.bulletin.provenance.publication.text(in: report.zone),
        after: after.bulletin.provenance.publication.text(in: report.zone)
      )
      let subject = subject(before.bulletin, after.bulletin)
      let sources = [before.bulletin, after.bulletin].sourceNames
      if let then = batch.asKnownThen(sizes: sizeLow...sizeHigh) {
        report.addBatch(subject, .then, then)
        let evidence = [bulletins.evidence(before.bulletin, after.bulletin)]
        let condition = Timeline.condition(of: then.votes, sizeLow...sizeHigh)
        if let margin = then.margin {
          findings.add(
            Timeline.BatchMargin(
              margin: margin, gaining: gaining, losing: losing, before: published.before, after: published.after,
              sources: sources, condition: condition),
            about: subject, from: evidence)
        } else {
          findings.add(
            Timeline.BatchBeyondVotes(
              change: abs(batch.change), votes: then.votes, gaining: gaining, losing: losing, before: published.before,
              after: published.after, sources: sources, condition: condition),
            about: subject, from: evidence)
        }
      }
      if let declared = series.declared, let total = declared.valid?.value,
        let hindsight = batch.withHindsight(total: total), let margin = hindsight.margin
      {
        report.addBatch(subject, .hindsight, hindsight)
        findings.add(
          Timeline.BatchMarginHindsight(
            margin: margin, gaining: gaining, losing: losing, before: published.before,
            after: published.after, sources: sources,
            condition: Timeline.condition(of: hindsight.votes, sizeLow...sizeHigh)),
          about: subject, from: [bulletins.evidence(before.bulletin, after.bulletin, declared.bulletin)])
      }
    }
  }

  private func subject(_ before: Bulletin, _ after: Bulletin) -> String {
    "\(before.provenance.key)_to_\(after.provenance.key)"
  }
}
