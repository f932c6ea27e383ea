import ModuleKit
import Statistics

/// What early and late votes show of each other, as findings.
struct LateOutcome {
  let sheets: Sheets
  let evidence: [Evidence]
  let options: ComparedOptions
  let votes: LateVotes
  /// In points.
  let threshold: Double

  private var early: VoteTally { votes.ladder.whole.early }
  private var late: VoteTally { votes.ladder.whole.late }
  private var subject: String { sheets.contest.id }
  private var total: Double { early.valid + late.valid }

  /// The shift, and what explains it on each level.
  func addShift(to findings: inout CodedFindings<LateCode>, _ report: inout LateReport) {
    guard let whole = Kitagawa([votes.ladder.whole]) else { return }
    findings.add(
      .shift, about: subject,
      [
        "early": points(whole.early), "late": points(whole.late), "shift": points(whole.shift),
        "early_votes": Quantity(early.valid, .votes), "late_votes": Quantity(late.valid, .votes),
      ], words: options.words, from: evidence)
    let levels = sheets.areas.levels
    let ladder = zip(levels, votes.ladder.levels).compactMap { name, areas in Kitagawa(areas).map { (name, $0) } }
    var rungs: [(name: String, it: Kitagawa, parts: Kitagawa.Parts)] = []
    for (name, it) in ladder {
      report.add(it, level: name)
      if let parts = it.parts { rungs.append((name, it, parts)) }
    }
    for (name, it, parts) in rungs {
      findings.add(
        .ladderLevel, about: name,
        [
          "composition": points(parts.composition), "within": points(parts.within),
          "left_over": points(it.shift - parts.shift), "uncovered": percent(it.lateUncovered),
        ], words: options.words.merging(["level": Text(name)]) { $1 }, from: evidence)
    }
    if let first = rungs.first, let last = rungs.last, rungs.count > 1 {
      findings.add(
        .ladder, about: subject,
        [
          "within_coarsest": points(first.parts.within), "within_finest": points(last.parts.within),
          "uncovered_coarsest": percent(first.it.lateUncovered), "uncovered_finest": percent(last.it.lateUncovered),
        ],
        words: options.words.merging(["coarsest": Text(first.name), "finest": Text(last.name)]) { $1 },
        from: evidence)
    }
    if let (name, it) = ladder.last, it.unitsOnlyLate > 0 {
      findings.add(
        .uncovered, about: name,
        [
          "uncovered": percent(it.lateUncovered), "only_late": Quantity(it.unitsOnlyLate, .number),
          "only_early": Quantity(it.unitsOnlyEarly, .number), "both": Quantity(it.unitsInBoth, .number),
        ], words: ["level": Text(name)], from: evidence)
    }
    if let figure = LateFigures.ladder(rungs, options, source: sheets.track.name) {
      findings.add(figure: figure, as: "ladder")
    }
  }

  /// What the late votes had to bring for another order, and for the margin that a rule asks for.
  func addNeeded(to findings: inout CodedFindings<LateCode>) {
    guard let lateRate = late.rate else { return }
    if early.margin != 0 {
      let firstTrails = early.margin < 0
      let needed = NeededMargin.points(
        threshold: 0, early: early.valid, lead: -abs(early.margin), late: late.valid)
      findings.add(
        needed > 100 ? .outOfReach : .needed, about: subject,
        [
          "lead": Quantity(abs(early.margin), .votes), "late_votes": Quantity(late.valid, .votes),
          "needed": Quantity(needed, .points), "actual": points(firstTrails ? lateRate : -lateRate),
        ].merging(leastNeeded(threshold: 0, lead: -abs(early.margin))) { $1 },
        words: ["trailing": options.name(first: firstTrails), "leading": options.name(first: !firstTrails)],
        from: evidence)
    }
    guard threshold > 0 else { return }
    let needed = Quantity(
      NeededMargin.points(threshold: threshold, early: early.valid, lead: early.margin, late: late.valid), .points)
    findings.add(
      .neededThreshold, about: subject,
      [
        "threshold": Quantity(threshold, .points), "needed": needed, "actual": points(lateRate),
        "final": points((early.margin + late.margin) / total),
      ].merging(leastNeeded(threshold: threshold, lead: early.margin)) { $1 },
      words: options.words.merging(["reach": Reach(needed).note]) { $1 }, from: evidence)
  }

  /// The same, had every registered voter of the late sheets cast a valid vote: what could be known without them.
  private func leastNeeded(threshold: Double, lead: Double) -> [String: Quantity] {
    guard let registered = votes.lateRegistered, registered >= late.valid else { return [:] }
    let needed = NeededMargin.points(threshold: threshold, early: early.valid, lead: lead, late: registered)
    return ["if_all_voted": Quantity(needed, .points), "late_registered": Quantity(registered, .people)]
  }

  /// The late sheets held against their early neighbours.
  func addProjection(to findings: inout CodedFindings<LateCode>, _ report: inout LateReport) {
    guard let it = LateProjection(votes.ladder, sheetSpread: votes.sheetSpread) else { return }
    for (level, step) in it.steps.enumerated() { report.add(step, level: level) }
    func final(_ late: Double) -> Double { 100 * (early.margin + late) / total }
    let reach = it.standardError.map { 1.96 * $0 }
    let projected = Quantity(
      final(it.margin), .points, low: reach.map { final(it.margin - $0) }, high: reach.map { final(it.margin + $0) },
      interval: reach.map { _ in .confidence(level: 0.95) })
    let gap = late.margin - it.margin
    let code: LateCode =
      switch reach {
      case nil: .projectionAlone
      case let reach? where abs(gap) > reach: .projectionOutside
      default: .projection
      }
    findings.add(
      code, about: subject,
      [
        "projected": projected, "actual": Quantity(final(late.margin), .points),
        "late_projected": Quantity(it.margin, .votes), "late_actual": Quantity(late.margin, .votes),
        "difference": points(gap / late.valid),
      ], words: options.words, from: evidence)
    let bound = Quantity(
      nil, .points, low: final(-it.lateValid), high: final(it.lateValid), interval: .hardBound)
    findings.add(
      .bound, about: subject,
      ["bound": bound, "tipping": points(-(early.margin + it.margin) / late.valid)], words: options.words,
      from: evidence)
    guard threshold > 0 else { return }
    let tipping = (threshold / 100 * total - early.margin - it.margin) / late.valid
    findings.add(
      .boundThreshold, about: subject,
      ["threshold": Quantity(threshold, .points), "tipping": points(tipping)], words: options.words, from: evidence)
  }

  private func points(_ share: Double) -> Quantity { Quantity(100 * share, .points) }
  private func percent(_ share: Double) -> Quantity { Quantity(100 * share, .percent) }
}
