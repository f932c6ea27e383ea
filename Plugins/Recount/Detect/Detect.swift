import ModuleKit
import Statistics

/// How many boxes to draw so as to meet an error that matters, and what drawn copies or boxes say of the others.
struct Detect: ModuleOperation {
  static let summary = Text(
    en: "How many boxes to draw to meet an error that matters, and what a drawn sample says of the rest",
    es: "Cuántas urnas sortear para dar con un error que importe, y qué dice del resto una muestra sorteada")

  static let findings: [any AnyFindingKind] = [
    LeadDetection.kind, OutOfReach.kind, NoLead.kind, DetectionBySize.kind, OutOfReachBySize.kind, NoLeadBySize.kind,
    PlannedSample.kind, GivenSample.kind, CopiesBound.kind,
    CopiesNotCovered.kind, ComparedCopies.notRandom, ComparedCopies.selectionUnknown,
  ]
  static let tables: [any AnyTableKind] = [DetectReport.draws, DetectReport.bounds]

  @Input(.bulletins, "the published counts, with the declared result") var bulletins: Bulletins?
  @Input(.recounts, "recounts, whose boxes need not be drawn again") var recounts: Recounts?
  @Input(.copyChecks, "comparisons of copies of sheets") var copyChecks: CopyChecks?
  @Input(.sheets, "the sheets of all boxes, one a box, whose votes say what each can hide") var sheets: Sheets?
  @Parameter("risk of a bound that is wrong, and of a sample that misses") var risk = Proportion("0.05")
  @Parameter("share of a wrong box's votes that stand on the wrong side") var shift = Proportion("0.2")
  @Parameter("for planning: all boxes", unit: "boxes", in: 0...1_000_000_000) var boxes: Int?
  @Parameter("for planning: wrong boxes that a draw should meet", unit: "boxes", in: 0...1_000_000_000)
  var defective: Int?
  @Parameter("for any sample: the things it was drawn from", in: 0...1_000_000_000) var population: Int?
  @Parameter("for any sample: the things drawn", in: 0...1_000_000_000) var sampled: Int?
  @Parameter("for any sample: those of the drawn things that differ", in: 0...1_000_000_000) var differing: Int?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    if let bulletins, let recounts { try bulletins.contest.mustBe(recounts.contest) }
    let (risk, shift) = (risk.exact, shift.exact)
    let plan = try together([("boxes", boxes), ("defective", defective)])
    let sample = try together([("population", population), ("sampled", sampled), ("differing", differing)])
    if bulletins == nil, recounts == nil, copyChecks == nil, sheets == nil, plan == nil, sample == nil {
      throw DiagnosticsError(RecountMessage.nothingToWorkOn)
    }
    var report = DetectReport()
    if let declared = DeclaredResult(bulletins) {
      try addDetection(declared, risk, shift, to: &findings, &report)
    }
    if let sheets { try addBoxes(BoxesOfKnownSize(sheets), of: sheets, risk, shift, to: &findings, &report) }
    try Task.checkCancellation()
    if let copyChecks {
      for check in copyChecks.all { try add(check, of: copyChecks, risk, to: &findings, &report) }
    }
    if let plan { try addPlan(boxes: plan[0], defective: plan[1], risk, to: &findings, &report) }
    if let sample {
      try addSample(population: sample[0], sampled: sample[1], differing: sample[2], risk, to: &findings, &report)
    }
    try report.add(to: &findings)
  }

  /// Parameters that belong together: nil where none is given.
  private func together(_ parameters: [(name: String, value: Int?)]) throws -> [Int]? {
    let values = parameters.compactMap(\.value)
    if values.isEmpty { return nil }
    let missing = parameters.filter { $0.value == nil }.map(\.name)
    guard missing.isEmpty else {
      throw DiagnosticsError(RecountMessage.together(parameters.map(\.name), missing: missing))
    }
    return values
  }

  private func addDetection(
    _ declared: DeclaredResult, _ risk: Rational, _ shift: Rational, to findings: inout Findings,
    _ report: inout DetectReport
  ) throws {
    guard let bulletins else { return }
    guard let all = declared.bulletin.totalSheets ?? recounts?.all.first?.boxes else {
      // A recount that was not yet known would have told how many boxes there are.
      if recounts != nil { return }
      throw DiagnosticsError(RecountMessage.noBoxes(row: declared.key))
    }
    let result = bulletins.evidence(declared.bulletin)
    let detection = try Detection(declared, boxes: all, risk: risk)
    var draws = [DetectionDraw(subject: "all_boxes", population: all, isRest: false, evidence: [result])]
    for recount in recounts?.all ?? [] where recount.rest > 0 {
      let evidence = recounts.map { [result, $0.evidence(recount)] } ?? [result]
      draws.append(
        DetectionDraw(
          subject: "rest_of_\(recount.provenance.key)", population: recount.rest, isRest: true,
          evidence: evidence))
    }
    for draw in draws {
      for (name, error) in [("any", Detection.BoxError.any), ("shift", .shift(shift))] {
        let subject = "\(draw.subject)_\(name)"
        let found = try answer(Text(en: "'\(subject)'", es: "«\(subject)»")) { () throws(StatisticsError) in
          try detection.answer(error, of: draw.population)
        }
        add(found, draw, error, subject, declared, risk, to: &findings, &report)
      }
    }
  }

  private func add(
    _ found: Detection.Answer, _ draw: DetectionDraw, _ error: Detection.BoxError, _ subject: String,
    _ declared: DeclaredResult, _ risk: Rational, to findings: inout Findings, _ report: inout DetectReport
  ) {
    let shift: Quantity? = if case .shift(let share) = error { share.percent } else { nil }
    let asked = Asked(
      population: draw.population, lead: declared.lead, shift: shift, which: draw.words, error: error.words)
    switch found {
    case .noLead: findings.add(NoLead(asked: asked), about: subject, from: draw.evidence)
    case .outOfReach(let needed):
      report.add(
        DetectReport.Draw(subject: subject, population: draw.population, needed: needed, drawn: nil, risk: risk))
      findings.add(OutOfReach(asked: asked, needed: needed), about: subject, from: draw.evidence)
    case .sample(let needed, let drawn):
      report.add(
        DetectReport.Draw(subject: subject, population: draw.population, needed: needed, drawn: drawn, risk: risk))
      findings.add(
        LeadDetection(asked: asked, needed: needed, sample: drawn, probability: risk.complement.percent),
        about: subject, from: draw.evidence)
    }
  }

  private func addBoxes(
    _ boxes: BoxesOfKnownSize, of sheets: Sheets, _ risk: Rational, _ shift: Rational, to findings: inout Findings,
    _ report: inout DetectReport
  ) throws {
    let evidence = [sheets.evidence]
    for (name, error) in [("any", Detection.BoxError.any), ("shift", .shift(shift))] {
      let subject = "boxes_by_size_\(name)"
      let found = try answer(Text(en: "'\(subject)'", es: "«\(subject)»")) { () throws(StatisticsError) in
        try boxes.nearest(error)
      }
      guard let rival = found else { return }
      guard rival.lead > 0 else {
        findings.add(NoLeadBySize(population: boxes.count), about: "boxes_by_size", from: evidence)
        return
      }
      let share: Quantity? = if case .shift(let share) = error { share.percent } else { nil }
      let (leader, other) = (sheets.contest.options[rival.leader].name, sheets.contest.options[rival.option].name)
      guard let needed = rival.needed else {
        findings.add(
          OutOfReachBySize(
            population: boxes.count, lead: rival.lead, shift: share, leader: leader, rival: other, error: error.words),
          about: subject, from: evidence)
        continue
      }
      let drawn = try answer(Text(en: "'\(subject)'", es: "«\(subject)»")) { () throws(StatisticsError) in
        try sampleSize(toDetect: needed, of: boxes.count, risk: risk)
      }
      report.add(
        DetectReport.Draw(subject: subject, population: boxes.count, needed: needed, drawn: drawn, risk: risk))
      findings.add(
        DetectionBySize(
          population: boxes.count, lead: rival.lead, needed: needed, sample: drawn, shift: share,
          probability: risk.complement.percent, leader: leader, rival: other, error: error.words),
        about: subject, from: evidence)
    }
  }

  private func add(
    _ check: CopyCheck, of checks: CopyChecks, _ risk: Rational, to findings: inout Findings,
    _ report: inout DetectReport
  ) throws {
    let (key, evidence) = (check.provenance.key, [checks.evidence(check)])
    switch check.selection {
    case .random:
      let bounds = try answer(Text(en: "copy check '\(key)'", es: "control de copias «\(key)»")) {
        () throws(StatisticsError) in
        try SampleBounds(
          population: check.covered, drawn: check.sampled, found: check.differing, risk: risk, unit: .copies)
      }
      report.add(
        DetectReport.Sample(
          subject: key, population: check.covered, sampled: check.sampled, differing: check.differing, bounds: bounds))
      findings.add(CopiesBound(check: check, bounds: bounds), about: key, from: evidence)
    case .notRandom:
      findings.add(ComparedCopies(check: check), of: ComparedCopies.notRandom, about: key, from: evidence)
    case .unknown:
      findings.add(ComparedCopies(check: check), of: ComparedCopies.selectionUnknown, about: key, from: evidence)
    }
    if check.uncovered > 0 { findings.add(CopiesNotCovered(check: check), about: key, from: evidence) }
  }

  private func addPlan(
    boxes: Int, defective: Int, _ risk: Rational, to findings: inout Findings, _ report: inout DetectReport
  ) throws {
    let drawn = try answer(Text(en: "boxes and defective", es: "boxes y defective")) { () throws(StatisticsError) in
      try sampleSize(toDetect: defective, of: boxes, risk: risk)
    }
    report.add(DetectReport.Draw(subject: "planned", population: boxes, needed: defective, drawn: drawn, risk: risk))
    findings.add(
      PlannedSample(population: boxes, needed: defective, sample: drawn, probability: risk.complement.percent),
      about: "planned", from: [])
  }

  private func addSample(
    population: Int, sampled: Int, differing: Int, _ risk: Rational, to findings: inout Findings,
    _ report: inout DetectReport
  ) throws {
    let bounds = try answer(Text(en: "population, sampled and differing", es: "population, sampled y differing")) {
      () throws(StatisticsError) in
      try SampleBounds(population: population, drawn: sampled, found: differing, risk: risk, unit: .number)
    }
    report.add(
      DetectReport.Sample(
        subject: "given", population: population, sampled: sampled, differing: differing, bounds: bounds))
    findings.add(
      GivenSample(population: population, sampled: sampled, differing: differing, bounds: bounds), about: "given",
      from: [])
  }
}
