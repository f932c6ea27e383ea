import ModuleKit
import Statistics

/// How many boxes to draw so as to meet an error that matters, and what drawn copies or boxes say of the others.
struct Detect: CodedOperation {
  static let summary = Text(
    en: "How many boxes to draw to meet an error that matters, and what a drawn sample says of the rest",
    es: "Cuántas urnas sortear para dar con un error que importe, y qué dice del resto una muestra sorteada")

  static let tables: [any AnyTableKind] = DetectReport.tables

  @Input(.bulletins, "the published counts, with the declared result") var bulletins: Bulletins?
  @Input(.recounts, "recounts, whose boxes need not be drawn again") var recounts: Recounts?
  @Input(.copyChecks, "comparisons of copies of sheets") var copyChecks: CopyChecks?
  @Parameter("risk of a bound that is wrong, and of a sample that misses") var risk = Proportion("0.05")
  @Parameter("share of a wrong box's votes that stand on the wrong side") var shift = Proportion("0.2")
  @Parameter("for planning: all boxes", unit: "boxes") var boxes: Int?
  @Parameter("for planning: wrong boxes that a draw should meet", unit: "boxes") var defective: Int?
  @Parameter("for any sample: the things it was drawn from") var population: Int?
  @Parameter("for any sample: the things drawn") var sampled: Int?
  @Parameter("for any sample: those of the drawn things that differ") var differing: Int?

  typealias Code = DetectCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    if let bulletins, let recounts { try bulletins.contest.mustBe(recounts.contest) }
    let (risk, shift) = (risk.exact, shift.exact)
    let plan = try together([("boxes", boxes), ("defective", defective)])
    let sample = try together([("population", population), ("sampled", sampled), ("differing", differing)])
    if bulletins == nil, recounts == nil, copyChecks == nil, plan == nil, sample == nil {
      throw ModuleError(RecountMessage.nothingToWorkOn)
    }
    var report = DetectReport()
    if let declared = DeclaredResult(bulletins) {
      try addDetection(declared, risk, shift, to: &findings, &report)
    }
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
      throw ModuleError(RecountMessage.together(parameters.map(\.name), missing: missing))
    }
    return values
  }

  private func addDetection(
    _ declared: DeclaredResult, _ risk: Rational, _ shift: Rational, to findings: inout CodedFindings<Code>,
    _ report: inout DetectReport
  ) throws {
    guard let bulletins else { return }
    guard let all = declared.bulletin.totalSheets ?? recounts?.all.first?.boxes else {
      // A recount that was not yet known would have told how many boxes there are.
      if recounts != nil { return }
      throw ModuleError(RecountMessage.noBoxes(row: declared.key))
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
        let found = try answer("'\(subject)'") { () throws(StatisticsError) in
          try detection.answer(error, of: draw.population)
        }
        add(found, draw, error, subject, declared, risk, to: &findings, &report)
      }
    }
  }

  private func add(
    _ found: Detection.Answer, _ draw: DetectionDraw, _ error: Detection.BoxError, _ subject: String,
    _ declared: DeclaredResult, _ risk: Rational, to findings: inout CodedFindings<Code>, _ report: inout DetectReport
  ) {
    var values = ["population": Quantity(draw.population, .boxes), "lead": Quantity(declared.lead, .votes)]
    if case .shift(let share) = error { values["shift"] = share.percent }
    let words = ["which": draw.words, "error": error.words]
    switch found {
    case .noLead: findings.add(.noLead, about: subject, values, words: words, from: draw.evidence)
    case .outOfReach(let needed):
      values["boxes_needed"] = Quantity(needed, .boxes)
      report.addDetection(subject, population: draw.population, needed: needed, drawn: nil, risk)
      findings.add(.outOfReach, about: subject, values, words: words, from: draw.evidence)
    case .sample(let needed, let drawn):
      values["boxes_needed"] = Quantity(needed, .boxes)
      values["sample"] = Quantity(drawn, .boxes)
      values["probability"] = risk.complement.percent
      report.addDetection(subject, population: draw.population, needed: needed, drawn: drawn, risk)
      findings.add(.detection, about: subject, values, words: words, from: draw.evidence)
    }
  }

  private func add(
    _ check: CopyCheck, of checks: CopyChecks, _ risk: Rational, to findings: inout CodedFindings<Code>,
    _ report: inout DetectReport
  ) throws {
    let (key, evidence) = (check.provenance.key, [checks.evidence(check)])
    let values = [
      "total": Quantity(check.sheets, .sheets), "covered": Quantity(check.covered, .copies),
      "sampled": Quantity(check.sampled, .copies), "differing": Quantity(check.differing, .copies),
      "uncovered": Quantity(check.uncovered, .sheets),
    ]
    var words = ["compared_by": check.comparedBy, "copies": check.copies, "differing_words": check.differingWords]
    if check.selection == .random {
      let bounds = try answer("copy check '\(key)'") { () throws(StatisticsError) in
        try SampleBounds(population: check.covered, drawn: check.sampled, found: check.differing, risk: risk)
      }
      words["bounds"] = bounds.words(.copies)
      report.addBounds(key, population: check.covered, sampled: check.sampled, differing: check.differing, bounds)
      findings.add(
        .copiesBound, about: key, values.merging(bounds.values(.copies)) { first, _ in first }, words: words,
        from: evidence)
    } else {
      findings.add(
        check.selection == .notRandom ? .copiesNotRandom : .copiesSelectionUnknown, about: key, values, words: words,
        from: evidence)
    }
    guard check.uncovered > 0 else { return }
    findings.add(
      .copiesNotCovered, about: key,
      ["uncovered": Quantity(check.uncovered, .sheets), "total": values["total"]]
        .compactMapValues { $0 }, words: ["compared_by": check.comparedBy], from: evidence)
  }

  private func addPlan(
    boxes: Int, defective: Int, _ risk: Rational, to findings: inout CodedFindings<Code>, _ report: inout DetectReport
  ) throws {
    let drawn = try answer("boxes and defective") { () throws(StatisticsError) in
      try sampleSize(toDetect: defective, of: boxes, risk: risk)
    }
    report.addDetection("planned", population: boxes, needed: defective, drawn: drawn, risk)
    findings.add(
      .plannedSample, about: "planned",
      [
        "population": Quantity(boxes, .boxes), "boxes_needed": Quantity(defective, .boxes),
        "sample": Quantity(drawn, .boxes), "probability": risk.complement.percent,
      ], from: [])
  }

  private func addSample(
    population: Int, sampled: Int, differing: Int, _ risk: Rational, to findings: inout CodedFindings<Code>,
    _ report: inout DetectReport
  ) throws {
    let bounds = try answer("population, sampled and differing") { () throws(StatisticsError) in
      try SampleBounds(population: population, drawn: sampled, found: differing, risk: risk)
    }
    report.addBounds("given", population: population, sampled: sampled, differing: differing, bounds)
    let values = [
      "population": Quantity(population, .number), "sampled": Quantity(sampled, .number),
      "differing": Quantity(differing, .number),
    ]
    findings.add(
      .sampleBounds, about: "given", values.merging(bounds.values(.number)) { first, _ in first },
      words: ["bounds": bounds.words(.number)], from: [])
  }
}
