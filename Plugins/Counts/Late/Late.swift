import ModuleKit
import Statistics

/// What explains that the sheets counted late differ from those counted early.
struct Late: ModuleOperation {
  static let summary = Text(
    en:
      "Why late sheets differ from early ones: which places, changes within places, neighbours, the previous election, a jump at a cut",
    es:
      "Por qué difieren las actas tardías: qué lugares, cambios dentro de ellos, vecinas, la elección anterior, un salto en un corte"
  )

  static let findings: [any AnyFindingKind] = [
    NothingToCompare.kind, Untimed.kind, Incomplete.kind, Dropped.kind, EarlyRevised.kind, Shift.kind, Ladder.kind,
    LadderLevel.kind, Uncovered.kind, Needed.withinReach, Needed.outOfReach, NeededThreshold.open,
    NeededThreshold.safe, NeededThreshold.outOfReach, Projection.inside, Projection.outside, Projection.doubted,
    Projection.alone,
    Bound.tie, Bound.withoutTie, BoundThreshold.reachable, BoundThreshold.unreachable, Jump.amongPlacebos,
    Jump.doubted, Jump.withoutInterval, Jump.withoutPlacebos, NoJump.kind, JumpAgreement.held, JumpAgreement.leftOut,
    JumpAgreement.disputed, PreviousStations.kind, PreviousUnmatched.kind, PreviousShift.kind,
    PreviousProjection.inside, PreviousProjection.outside, PreviousProjection.alone,
    NumbersWithheld.kind,
  ]
  static let tables: [any AnyTableKind] = [
    LateReport.ladder, LateReport.projection, LateReport.jump, LateReport.intervals, LateReport.errors,
    LateReport.placebos, LateReport.areas, PreviousTables.order, PreviousTables.projections,
  ]
  static let ladderFigure = FigureKind(
    "ladder", Text(en: "Why late votes differ", es: "Por qué difieren los votos tardíos"))
  static let jumpFigure = FigureKind("jump", Text(en: "The jump at the cut", es: "El salto en el corte"))
  static let figures = [ladderFigure, jumpFigure]

  @Input(.sheets, "the final sheets") var sheets: Sheets
  @Input(.sheets, "the sheets as counted early; without them, what was published by `cut` is early")
  var early: Sheets?
  @Input(.sheets, "the sheets of the previous election, with the same keys of stations") var previous: Sheets?
  @Parameter("the instant that parts early from late, and at which a jump is looked for") var cut: Instant?
  @Parameter("the option whose margin is looked at; the one ahead where left out") var option: String?
  @Parameter("the option that it is compared with; the next one where left out") var against: String?
  @Parameter("the margin that a rule asks for; 0 for what the contest's own rule asks for", unit: "points", in: 0...100)
  var threshold = 0.0
  @Parameter("how many placebo cuts", in: 50...1000) var placebos = 50
  @Parameter("the option of the previous election that stands for `option`; the one of the same name where left out")
  var previousOption: String?
  @Parameter("the option of the previous election that stands for `against`; the one of the same name where left out")
  var previousAgainst: String?
  @Parameter("the area level by whose areas the table `areas` decomposes the shift") var per: String?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let level = try CountsParameter.level(per, "per", of: sheets)
    let options = try ComparedOptions(sheets, option: option, against: against)
    let previousOptions = try previousOptions(options)
    let periods = try periods()
    let votes = LateVotes(sheets, periods, options)
    var report = LateReport()
    addFacts(periods, votes, to: &findings)
    findings.addWithheld(of: sheets, early, previous)
    if let early { addRevised(RevisedVotes(sheets, in: early, options), options, to: &findings) }
    let whole = votes.ladder.whole
    if whole.early.valid > 0, whole.late.valid > 0 {
      let outcome = LateOutcome(
        sheets: sheets, evidence: evidence, options: options, periods: periods, votes: votes,
        threshold: threshold > 0 ? threshold : Double(sheets.contest.rule.lead))
      outcome.addShift(to: &findings, &report)
      outcome.addNeeded(to: &findings)
      outcome.addProjection(to: &findings, &report)
      if let level { report.addAreas(votes.ladder, sheets.areas, per: level) }
    } else {
      findings.add(
        NothingToCompare(early: whole.early.sheets, late: whole.late.sheets), about: sheets.contest.id, from: evidence)
    }
    if let previous, let previousOptions {
      let then = PreviousVotes(sheets, periods, options, before: previous, previousOptions)
      try addPrevious(then, options, previousOptions, from: evidence + [previous.evidence], to: &findings)
    }
    try Task.checkCancellation()
    if let cut { addJump(options, at: cut, zone: context.mission.zone, to: &findings, &report) }
    try report.add(to: &findings)
  }

  private var evidence: [Evidence] { [sheets.evidence] + (early.map { [$0.evidence] } ?? []) }

  private func periods() throws(DiagnosticsError) -> LatePeriods {
    if let early {
      try CountsParameter.require(early.source, contestOf: sheets.source)
      return LatePeriods(sheets, in: early)
    }
    guard let cut else { throw DiagnosticsError(CountsMessage.nothingTellsEarly) }
    return LatePeriods(sheets, publishedBy: cut)
  }

  /// What is left out, so that nothing is dropped silently.
  private func addFacts(_ periods: LatePeriods, _ votes: LateVotes, to findings: inout Findings) {
    let subject = sheets.contest.id
    if votes.untimed > 0 {
      findings.add(Untimed(untimed: votes.untimed, all: sheets.count), about: subject, from: [sheets.evidence])
    }
    if votes.incomplete > 0 {
      findings.add(Incomplete(incomplete: votes.incomplete, all: sheets.count), about: subject, from: [sheets.evidence])
    }
    if let early, !periods.dropped.isEmpty {
      findings.add(
        Dropped(dropped: periods.dropped.count, early: early.count), about: subject,
        from: [early.evidence(rows: Array(periods.dropped.prefix(5)))])
    }
  }

  /// What the early count showed by its own votes, where the final count gives its sheets others.
  private func addRevised(_ it: RevisedVotes, _ options: ComparedOptions, to findings: inout Findings) {
    guard it.revised > 0 else { return }
    findings.add(
      EarlyRevised(
        published: Int(it.published), final: Int(it.final), revised: it.revised, sheets: it.sheets,
        change: Int((it.final - it.published).magnitude), first: options.name(first: true),
        second: options.name(first: false), standings: it.standings(options)),
      about: sheets.contest.id, from: evidence)
  }

  private func addJump(
    _ options: ComparedOptions, at cut: Instant, zone: Zone, to findings: inout Findings, _ report: inout LateReport
  ) {
    let subject = sheets.contest.id
    let cutText = Publication(from: cut, to: cut, basis: .stated).text(in: zone)
    guard let jump = LateJump(sheets, options, at: cut, placebos: placebos) else {
      findings.add(NoJump(cut: cutText), about: subject, from: [sheets.evidence])
      return
    }
    report.add(jump)
    let (placebos, errors) = (jump.main.placebos, jump.main.errors)
    let kind =
      if placebos.cuts.isEmpty {
        Jump.withoutPlacebos
      } else if errors.widest == nil {
        Jump.withoutInterval
      } else {
        placebos.record.isDoubtful ? Jump.doubted : Jump.amongPlacebos
      }
    findings.add(
      // Where the cut is alone, all cuts jump as much as it does.
      Jump(
        jump: jump.main.size, range: jump.range, bandwidth: Double(jump.main.bandwidth), placebos: placebos.cuts.count,
        p: placebos.p(jump.main.jump.size) ?? 1, tested: placebos.record.tried, missed: placebos.record.missed,
        sheets: jump.sheets, instants: jump.instants, first: options.name(first: true),
        second: options.name(first: false), cut: cutText, basis: errors.basis),
      of: kind, about: subject, from: [sheets.evidence])
    addAgreement(jump.intervals, to: &findings)
    if let figure = LateFigures.jump(jump, options, source: sheets.track.name) {
      findings.add(Self.jumpFigure, figure)
    }
  }
}
