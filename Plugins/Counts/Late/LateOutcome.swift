import ModuleKit
import Statistics

/// What early and late votes show of each other, as findings.
struct LateOutcome {
  let sheets: Sheets
  let evidence: [Evidence]
  let options: ComparedOptions
  let periods: LatePeriods
  let votes: LateVotes
  /// In points.
  let threshold: Double

  private var early: VoteTally { votes.ladder.whole.early }
  private var late: VoteTally { votes.ladder.whole.late }
  private var subject: String { sheets.contest.id }
  private var total: Double { early.valid + late.valid }
  private var first: Text { options.name(first: true) }
  private var second: Text { options.name(first: false) }

  /// The shift, and what explains it on each level.
  func addShift(to findings: inout Findings, _ report: inout LateReport) {
    guard let whole = Kitagawa([votes.ladder.whole]) else { return }
    findings.add(
      Late.Shift(
        early: 100 * whole.early, late: 100 * whole.late, shift: 100 * whole.shift, earlyVotes: early.valid,
        lateVotes: late.valid, first: first, second: second),
      about: subject, from: evidence)
    let levels = sheets.areas.levels
    let ladder = zip(levels, votes.ladder.levels).compactMap { name, areas in Kitagawa(areas).map { (name, $0) } }
    var rungs: [Rung] = []
    for (name, it) in ladder {
      report.add(it, level: name)
      if let parts = it.parts { rungs.append((name, it, parts)) }
    }
    add(rungs, to: &findings)
    if let (name, it) = ladder.last, it.unitsOnlyLate > 0 {
      findings.add(
        Late.Uncovered(
          uncovered: 100 * it.lateUncovered, onlyLate: it.unitsOnlyLate, onlyEarly: it.unitsOnlyEarly,
          both: it.unitsInBoth, level: Glossary.current.name(name)),
        about: name, from: evidence)
    }
    if let figure = LateFigures.ladder(rungs, options, source: sheets.track.name) {
      findings.add(Late.ladderFigure, figure)
    }
  }

  /// A level on which the shift can be decomposed.
  private typealias Rung = (name: String, it: Kitagawa, parts: Kitagawa.Parts)

  private func add(_ rungs: [Rung], to findings: inout Findings) {
    for (name, it, parts) in rungs {
      findings.add(
        Late.LadderLevel(
          composition: 100 * parts.composition, within: 100 * parts.within, leftOver: 100 * (it.shift - parts.shift),
          uncovered: 100 * it.lateUncovered, first: first, second: second, level: Glossary.current.name(name)),
        about: name, from: evidence)
    }
    if let coarsest = rungs.first, let finest = rungs.last, rungs.count > 1 {
      findings.add(
        Late.Ladder(
          withinCoarsest: 100 * coarsest.parts.within, withinFinest: 100 * finest.parts.within,
          leftOverCoarsest: 100 * (coarsest.it.shift - coarsest.parts.shift),
          leftOverFinest: 100 * (finest.it.shift - finest.parts.shift),
          uncoveredCoarsest: 100 * coarsest.it.lateUncovered, uncoveredFinest: 100 * finest.it.lateUncovered,
          first: first, second: second, coarsest: Glossary.current.name(coarsest.name),
          finest: Glossary.current.name(finest.name)),
        about: subject, from: evidence)
    }
  }

  /// What the late votes had to bring for another order, and for the margin that a rule asks for.
  func addNeeded(to findings: inout Findings) {
    guard let lateRate = late.rate else { return }
    if early.margin != 0 {
      let (firstTrails, lead) = (early.margin < 0, abs(early.margin))
      let needed = needed(threshold: 0, lead: -lead, of: late.valid)
      findings.add(
        Late.Needed(
          lead: lead, lateVotes: late.valid, needed: needed, actual: 100 * (firstTrails ? lateRate : -lateRate),
          ifAllVoted: allVoting.map { self.needed(threshold: 0, lead: -lead, of: $0) }, lateRegistered: allVoting,
          trailing: options.name(first: firstTrails), leading: options.name(first: !firstTrails)),
        of: needed > 100 ? Late.Needed.outOfReach : Late.Needed.withinReach, about: subject, from: evidence)
    }
    guard threshold > 0 else { return }
    let needed = needed(threshold: threshold, lead: early.margin, of: late.valid)
    findings.add(
      Late.NeededThreshold(
        threshold: threshold, needed: needed, actual: 100 * lateRate,
        final: 100 * ((early.margin + late.margin) / total),
        ifAllVoted: allVoting.map { self.needed(threshold: threshold, lead: early.margin, of: $0) },
        lateRegistered: allVoting, first: first, second: second),
      of: needed < -100
        ? Late.NeededThreshold.safe : needed > 100 ? Late.NeededThreshold.outOfReach : Late.NeededThreshold.open,
      about: subject, from: evidence)
  }

  /// The margin needed among `votes` late ones, in points.
  private func needed(threshold: Double, lead: Double, of votes: Double) -> Double {
    NeededMargin.points(threshold: threshold, early: early.valid, lead: lead, late: votes)
  }

  /// The late votes, had every registered voter of the late sheets cast a valid one: what could be known without them.
  private var allVoting: Double? { votes.lateRegistered.flatMap { $0 >= late.valid ? $0 : nil } }

  /// The late sheets held against their early neighbours.
  func addProjection(to findings: inout Findings, _ report: inout LateReport) {
    guard let it = LateProjection(votes.ladder, sheetSpread: votes.sheetSpread) else { return }
    let errors = errors(it)
    report.add(it, sheets.areas, errors)
    let reach = it.reach
    let cuts = EarlierCuts(sheets, periods, options)
    let projected = Quantity(
      final(it.margin), .points, low: reach.map { final(it.margin - $0) }, high: reach.map { final(it.margin + $0) },
      interval: reach.map { _ in
        cuts.record.isDoubtful ? .assumptionRange([Self.likeEarlierSheets]) : .confidence(level: 0.95)
      })
    let gap = late.margin - it.margin
    let isOutside = reach.map { abs(gap) > $0 }
    let kind =
      switch isOutside {
      case nil: Late.Projection.alone
      case _? where cuts.record.isDoubtful: Late.Projection.doubted
      case true?: Late.Projection.outside
      case false?: Late.Projection.inside
      }
    let turning = it.turningCorrelation(actual: late.margin)
    findings.add(
      Late.Projection(
        projected: projected, actual: final(late.margin), lateProjected: it.margin, lateActual: late.margin,
        difference: 100 * (gap / late.valid), degrees: errors.widest?.error?.degrees, turning: turning,
        tried: cuts.record.tried, missed: cuts.record.missed, first: first, second: second, takenFrom: takenFrom(it),
        turns: Self.turns(at: turning), basis: errors.basis, earlierCuts: cuts.text,
        place: isOutside == true ? Text(en: "outside", es: "fuera de") : Text(en: "inside", es: "dentro de")),
      of: kind, about: subject, from: evidence)
    findings.add(
      Late.Bound(
        bound: Quantity(
          nil, .points, low: final(-it.lateValid), high: final(it.lateValid), interval: .hardBound),
        tipping: 100 * (-(early.margin + it.margin) / late.valid), first: first, second: second),
      of: abs(early.margin) > it.lateValid ? Late.Bound.withoutTie : Late.Bound.tie, about: subject, from: evidence)
    guard threshold > 0 else { return }
    let tipping = (threshold / 100 * total - early.margin - it.margin) / late.valid
    findings.add(
      Late.BoundThreshold(threshold: threshold, tipping: 100 * tipping, first: first, second: second),
      of: (final(-it.lateValid)...final(it.lateValid)).contains(threshold)
        ? Late.BoundThreshold.reachable : Late.BoundThreshold.unreachable,
      about: subject, from: evidence)
  }

  /// What is assumed where earlier cuts show that the interval does not hold.
  private static let likeEarlierSheets = Assumption(
    "late_like_early",
    Text(
      en:
        "late sheets vary around early ones by chance alone, though earlier cuts show that those counted next did not",
      es:
        "las actas tardías varían en torno a las tempranas solo por azar, aunque los cortes anteriores muestran que las contadas a continuación no lo hicieron"
    ))

  /// The errors of the final margin as projected, in points: that of the variance components, then by every level.
  private func errors(_ it: LateProjection) -> [LevelError] {
    let components = LevelError(
      estimate: .projection, level: nil, areas: nil, error: it.components?.scaled(by: 100 / total))
    return [components]
      + zip(sheets.areas.levels, it.clustered).map { level, clustered in
        LevelError(
          estimate: .projection, level: level, areas: clustered?.clusters,
          error: clustered?.error.scaled(by: 100 / total))
      }
  }

  /// The margin of all votes, in points, where the margin of the late ones is `late` votes.
  private func final(_ late: Double) -> Double { 100 * (early.margin + late) / total }

  /// At which correlation of lateness with the margin the finding would turn, as a sentence.
  private static func turns(at correlation: Double?) -> Text {
    guard let correlation else {
      return Text(
        en: "No correlation between lateness and the margin among neighbours would turn that.",
        es: "Ninguna correlación entre la tardanza y el margen entre vecinas cambiaría esto.")
    }
    return Text(
      en:
        "It would turn at a correlation of \(Language.english.number(correlation, places: 2)) between lateness and the margin among neighbours.",
      es:
        "Cambiaría con una correlación de \(Language.spanish.number(correlation, places: 2)) entre la tardanza y el margen entre vecinas."
    )
  }

  /// How much of the late vote took its margin from how near.
  private func takenFrom(_ it: LateProjection) -> Text {
    let levels = [nil] + sheets.areas.levels
    let parts = zip(levels, it.steps).reversed().filter { $0.1.sheets > 0 }.map { level, step in
      let share = Quantity(100 * (step.valid / it.lateValid), .percent)
      guard let name = level.map(Glossary.current.name) else {
        return Text(
          en: "\(share.text(.english)) from the whole count", es: "el \(share.text(.spanish)) de todo el conteo")
      }
      return Text(
        en: "\(share.text(.english)) from their \(name.en)", es: "el \(share.text(.spanish)) de su \(name.es)")
    }
    return Text { language in parts.map { $0[language] }.joined(separator: ", ") }
  }
}
