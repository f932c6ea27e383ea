import ModuleKit
import Statistics

/// What a recount of some boxes holds, and what it cannot say of the others.
struct Partial: ModuleOperation {
  static let summary = Text(
    en: "What the recounted boxes hold, what bounds follow for the others, and what the selection rules out",
    es: "Lo que contienen las urnas recontadas, qué límites se siguen para las demás y qué impide la selección")

  static let findings: [any AnyFindingKind] = [
    RecountedMargin.kind, VotesInside.kind, SelectionNotRandom.kind, SelectionUnknown.kind, SelectionUndocumented.kind,
    FirstCounts.notHeld, FirstCounts.notCompared, RecountedDifferences.kind, DifferingBounds.kind, FreshSample.kind,
    HardBound.kind, RestMargin.kind, OpenedBoxes.kind, MarginMoved.kind, UnknownCounts.kind, OwnSizes.kind,
    OwnSizeSample.kind,
  ]
  static let tables: [any AnyTableKind] = [
    PartialReport.recounted, PartialReport.rest, ScrutinyReport.changes, ScrutinyReport.places, ScrutinyReport.reasons,
    ScrutinyReport.attendance, ScrutinyReport.bounds,
  ]

  @Input(.recounts, "the recounts") var recounts: Recounts
  @Input(.bulletins, "the published counts, with the declared result") var bulletins: Bulletins?
  @Input(.scrutiny, "the boxes that were opened, one by one") var scrutiny: Scrutiny?
  @Input(.sheets, "with `scrutiny`: the sheets of all boxes, so that each is taken at its own size") var sheets: Sheets?
  @Parameter("risk of a bound that is wrong, and of a sample that misses") var risk = Proportion("0.05")
  @Parameter("least mean size of a recounted box, relative to another", in: 0.1...1) var sizeLow = 0.7
  @Parameter("most mean size of a recounted box, relative to another", in: 1...10) var sizeHigh = 1.2

  func run(_ findings: inout Findings, _ context: Context) async throws {
    try bulletins?.contest.mustBe(recounts.contest)
    let risk = risk.exact
    let declared = DeclaredResult(bulletins)
    var report = PartialReport()
    for recount in recounts.all {
      try Task.checkCancellation()
      report.add(recount, recounts.contest)
      let pair = RecountedPair(recount, declared: declared)
      if let pair { addMargin(recount, pair, to: &findings) }
      addSelection(recount, to: &findings)
      try addDifferences(recount, risk, to: &findings)
      guard recount.rest > 0 else { continue }
      if let declared, declared.valid != nil { try addFreshSample(recount, declared, risk, to: &findings) }
      if let pair { addRest(recount, pair, declared, to: &findings, &report) }
    }
    try report.add(to: &findings)
    if let scrutiny { try add(scrutiny, declared, risk, to: &findings) }
  }

  /// What the log of opened boxes says, and what follows for the others at their own sizes.
  private func add(
    _ scrutiny: Scrutiny, _ declared: DeclaredResult?, _ risk: Rational, to findings: inout Findings
  ) throws {
    try scrutiny.contest.mustBe(recounts.contest, of: Text(en: "the opened boxes", es: "las urnas abiertas"))
    guard let pair = scrutiny.pair(declared) else { return }
    try ScrutinyReport(scrutiny: scrutiny, pair: pair).addBoxes(to: &findings)
    guard let sheets else { return }
    try sheets.contest.mustBe(recounts.contest, of: Text(en: "the sheets", es: "las actas"))
    let boxes = try BoxesOfKnownSize(sheets, opened: try scrutiny.found(on: sheets))
    let evidence = [scrutiny.evidence, sheets.evidence]
    let leads = boxes.leads
    try findings.add(
      ScrutinyReport.bounds,
      leads.map {
        OwnSizeBound(
          leader: scrutiny.contest.options[$0.leader], rival: scrutiny.contest.options[$0.option], lead: $0.lead,
          least: $0.least, most: $0.most)
      })
    guard let closest = leads.min(by: { ($0.least, $0.option) < ($1.least, $1.option) }), boxes.rest > 0 else { return }
    let about = scrutiny.source.dataset
    findings.add(
      OwnSizes(
        lead: closest.lead,
        margin: Quantity(nil, .votes, low: Double(closest.least), high: Double(closest.most), interval: .hardBound),
        rest: boxes.rest, leader: name(closest.leader), rival: name(closest.option)), about: about, from: evidence)
    let subject = Text(en: "'\(about)'", es: "«\(about)»")
    let rival = try answer(subject) { () throws(StatisticsError) in try boxes.nearest(.any) }
    guard let rival, rival.lead > 0, let needed = rival.needed else { return }
    let sample = try answer(subject) { () throws(StatisticsError) in
      try sampleSize(toDetect: needed, of: boxes.rest, risk: risk)
    }
    findings.add(
      OwnSizeSample(
        needed: needed, sample: sample, rest: boxes.rest, lead: rival.lead, probability: risk.complement.percent,
        leader: name(rival.leader), rival: name(rival.option)), about: about, from: evidence)
  }

  private func name(_ option: Int) -> Text { recounts.contest.options[option].name }

  private func addMargin(_ recount: BoxRecount, _ pair: RecountedPair, to findings: inout Findings) {
    findings.add(
      RecountedMargin(
        recount: recount, firstShare: pair.firstShare.approximation, secondShare: pair.secondShare.approximation,
        margin: pair.margin.approximation, first: name(pair.first), second: name(pair.second)),
      about: recount.provenance.key, from: [recounts.evidence(recount)])
    if let inside = VotesInside(recount, pair, name) {
      findings.add(inside, about: recount.provenance.key, from: [recounts.evidence(recount)])
    }
  }

  /// Where the boxes were not drawn, or nobody can check the draw, nothing follows for the others: that is told.
  private func addSelection(_ recount: BoxRecount, to findings: inout Findings) {
    guard recount.rest > 0 else { return }
    let evidence = [recounts.evidence(recount)]
    let key = recount.provenance.key
    switch recount.selection {
    case .notRandom:
      guard let rule = recount.rule, let document = recount.document else { return }
      findings.add(
        SelectionNotRandom(recount: recount, rule: rule, document: Text(document)), about: key, from: evidence)
    case .unknown: findings.add(SelectionUnknown(recount: recount), about: key, from: evidence)
    case .random:
      guard let missing = recount.missingOfDraw else { return }
      findings.add(SelectionUndocumented(recount: recount, missing: missing), about: key, from: evidence)
    }
  }

  private func addDifferences(
    _ recount: BoxRecount, _ risk: Rational, to findings: inout Findings
  ) throws(DiagnosticsError) {
    let evidence = [recounts.evidence(recount)]
    let key = recount.provenance.key
    // Of boxes that are logged one by one the log says it.
    guard recount.holdsOriginalCounts else {
      guard scrutiny == nil else { return }
      findings.add(FirstCounts(recount: recount), of: FirstCounts.notHeld, about: key, from: evidence)
      return
    }
    guard let differing = recount.differing else {
      findings.add(FirstCounts(recount: recount), of: FirstCounts.notCompared, about: key, from: evidence)
      return
    }
    findings.add(RecountedDifferences(recount: recount), about: key, from: evidence)
    guard recount.rest > 0, recount.selection == .random, let seed = recount.seed, let record = recount.drawRecord
    else { return }
    let bounds = try answer(Text(en: "recount '\(key)'", es: "recuento «\(key)»")) { () throws(StatisticsError) in
      try SampleBounds(
        population: recount.boxes, drawn: recount.recounted, found: differing, risk: risk, unit: .boxes)
    }
    findings.add(
      DifferingBounds(recount: recount, seed: Text(seed), record: Text(record), bounds: bounds), about: key,
      from: evidence)
  }

  /// The sound route: how many of the other boxes to draw.
  private func addFreshSample(
    _ recount: BoxRecount, _ declared: DeclaredResult, _ risk: Rational, to findings: inout Findings
  ) throws(DiagnosticsError) {
    let detection = try Detection(declared, boxes: recount.boxes, risk: risk)
    let answer = try answer(Text(en: "recount '\(recount.provenance.key)'", es: "recuento «\(recount.provenance.key)»"))
    { () throws(StatisticsError) in
      try detection.answer(.any, of: recount.rest)
    }
    guard case .sample(let needed, let drawn) = answer, let bulletins else { return }
    findings.add(
      FreshSample(
        recount: recount, needed: needed, sample: drawn, lead: declared.lead, probability: risk.complement.percent),
      about: recount.provenance.key, from: [recounts.evidence(recount), bulletins.evidence(declared.bulletin)])
  }

  private func addRest(
    _ recount: BoxRecount, _ pair: RecountedPair, _ declared: DeclaredResult?, to findings: inout Findings,
    _ report: inout PartialReport
  ) {
    let rest = RestOfBoxes(boxes: recount.boxes, recounted: recount.recounted, margin: pair.margin)
    let (first, second) = (name(pair.first), name(pair.second))
    let key = recount.provenance.key
    if let bound = rest.bound {
      let margin = Quantity(
        nil, .points, low: bound.low.approximation, high: bound.high.approximation, interval: .hardBound)
      findings.add(
        HardBound(recount: recount, margin: margin, first: first, second: second), about: key,
        from: [recounts.evidence(recount)])
    }
    guard let declared, let bulletins, let whole = declared.points(pair.first, less: pair.second) else { return }
    let tried = [sizeLow, 1, sizeHigh].compactMap { size in
      canonicalNumber(size).flatMap { Rational($0) }.flatMap { rest.rest(whole: whole, size: $0)?.approximation }
        .map { (size: size, points: $0) }
    }
    guard tried.count == 3 else { return }
    for it in tried { report.addRest(recount, size: it.size, points: it.points) }
    let points = tried.map(\.points)
    findings.add(
      RestMargin(
        recount: recount,
        margin: Quantity(
          points[1], .points, low: points.min(), high: points.max(), interval: .assumptionRange([sizeAssumption])),
        size: Quantity(nil, .number, low: sizeLow, high: sizeHigh), first: first, second: second),
      about: key, from: [recounts.evidence(recount), bulletins.evidence(declared.bulletin)])
  }

  private var sizeAssumption: Assumption {
    Assumption(
      "relative_size",
      Text(
        en: "mean size of a recounted box, relative to another",
        es: "tamaño medio de una urna recontada, en relación con otra"),
      value: 1, low: sizeLow, high: sizeHigh)
  }
}
