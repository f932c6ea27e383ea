import ModuleKit
import Statistics

/// What explains that the sheets counted late differ from those counted early.
struct Late: CodedOperation {
  static let summary = Text(
    en: "Why late sheets differ from early ones: which places, changes within places, neighbours, a jump at a cut",
    es: "Por qué difieren las actas tardías: qué lugares, cambios dentro de ellos, vecinas, un salto en un corte")

  static let tables: [any AnyTableKind] = LateReport.tables
  static let figures = [
    FigureKind("ladder", Text(en: "Why late votes differ", es: "Por qué difieren los votos tardíos")),
    FigureKind("jump", Text(en: "The jump at the cut", es: "El salto en el corte")),
  ]

  @Input(.sheets, "the final sheets") var sheets: Sheets
  @Input(.sheets, "the sheets as counted early; without them, what was published by `cut` is early")
  var early: Sheets?
  @Parameter("the instant that parts early from late, and at which a jump is looked for") var cut: Instant?
  @Parameter("the option whose margin is looked at; the one ahead where left out") var option: String?
  @Parameter("the option that it is compared with; the next one where left out") var against: String?
  @Parameter("the margin that a rule asks for; 0 for none", unit: "points", in: 0...100) var threshold = 0.0
  @Parameter("how many placebo cuts", in: 50...1000) var placebos = 50
  @Parameter("the area level by whose areas the table `areas` decomposes the shift") var per: String?

  typealias Code = LateCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    let level = try CountsParameter.level(per, "per", of: sheets)
    let options = try ComparedOptions(sheets, option: option, against: against)
    let periods = try periods()
    let votes = LateVotes(sheets, periods, options)
    var report = LateReport(sheets.areas)
    addFacts(periods, votes, to: &findings)
    let whole = votes.ladder.whole
    if whole.early.valid > 0, whole.late.valid > 0 {
      let outcome = LateOutcome(
        sheets: sheets, evidence: evidence, options: options, votes: votes, threshold: threshold)
      outcome.addShift(to: &findings, &report)
      outcome.addNeeded(to: &findings)
      outcome.addProjection(to: &findings, &report)
      if let level { report.addAreas(votes.ladder, per: level) }
    } else {
      findings.add(
        .nothingToCompare, about: sheets.contest.id,
        ["early": Quantity(whole.early.sheets, .sheets), "late": Quantity(whole.late.sheets, .sheets)], from: evidence)
    }
    try Task.checkCancellation()
    if let cut { addJump(options, at: cut, zone: context.mission.zone, to: &findings, &report) }
    try report.add(to: &findings)
  }

  private var evidence: [Evidence] { [sheets.evidence] + (early.map { [$0.evidence] } ?? []) }

  private func periods() throws(ModuleError) -> LatePeriods {
    if let early {
      try CountsParameter.require(early.source, contestOf: sheets.source)
      return LatePeriods(sheets, in: early)
    }
    guard let cut else { throw ModuleError(CountsMessage.nothingTellsEarly) }
    return LatePeriods(sheets, publishedBy: cut)
  }

  /// What is left out, so that nothing is dropped silently.
  private func addFacts(_ periods: LatePeriods, _ votes: LateVotes, to findings: inout CodedFindings<Code>) {
    let all = Quantity(sheets.count, .sheets)
    if votes.untimed > 0 {
      findings.add(
        .untimed, about: sheets.contest.id, ["untimed": Quantity(votes.untimed, .sheets), "all": all],
        from: [sheets.evidence])
    }
    if votes.incomplete > 0 {
      findings.add(
        .incomplete, about: sheets.contest.id, ["incomplete": Quantity(votes.incomplete, .sheets), "all": all],
        from: [sheets.evidence])
    }
    if let early, !periods.dropped.isEmpty {
      findings.add(
        .dropped, about: sheets.contest.id,
        ["dropped": Quantity(periods.dropped.count, .sheets), "early": Quantity(early.count, .sheets)],
        from: [early.evidence(rows: Array(periods.dropped.prefix(5)))])
    }
  }

  private func addJump(
    _ options: ComparedOptions, at cut: Instant, zone: Zone, to findings: inout CodedFindings<Code>,
    _ report: inout LateReport
  ) {
    let cutWords = ["cut": Publication(from: cut, to: cut, basis: .stated).text(in: zone)]
    guard let jump = LateJump(sheets, options, at: cut, placebos: placebos) else {
      findings.add(.noJump, about: sheets.contest.id, words: cutWords, from: [sheets.evidence])
      return
    }
    for row in jump.rows { report.add(row) }
    let sizes = jump.rows.map(\.jump.size)
    let tried = Assumption(
      "bandwidth",
      Text(en: "percent of the sheets on either side of the cut", es: "porcentaje de las actas a cada lado del corte"),
      value: Double(jump.main.bandwidth), low: jump.rows.map { Double($0.bandwidth) }.min(),
      high: jump.rows.map { Double($0.bandwidth) }.max())
    let interval = jump.main.interval
    var values = [
      "jump": Quantity(
        jump.main.jump.size, .points, low: interval?.lowerBound, high: interval?.upperBound,
        interval: interval.map { _ in .confidence(level: 0.95) }),
      "range": Quantity(nil, .points, low: sizes.min(), high: sizes.max(), interval: .assumptionRange([tried])),
      "bandwidth": Quantity(Double(jump.main.bandwidth), .percent),
      "sheets": Quantity(jump.sheets, .sheets), "instants": Quantity(jump.instants, .number),
    ]
    if let p = jump.main.placebos.p(jump.main.jump.size) {
      values["placebos"] = Quantity(jump.main.placebos.cuts.count, .number)
      values["p"] = Quantity(p, .share)
    }
    findings.add(
      values["p"] == nil ? .jumpWithoutPlacebos : .jump, about: sheets.contest.id, values,
      words: options.words.merging(cutWords) { $1 }, from: [sheets.evidence])
    if let figure = LateFigures.jump(jump, options, source: sheets.track.name) {
      findings.add(figure: figure, as: "jump")
    }
  }
}
