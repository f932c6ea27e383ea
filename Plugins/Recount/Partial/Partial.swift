import ModuleKit
import Statistics

/// What a recount of some boxes holds, and what it cannot say of the others.
struct Partial: CodedOperation {
  static let summary = Text(
    en: "What the recounted boxes hold, what bounds follow for the others, and what the selection rules out",
    es: "Lo que contienen las urnas recontadas, qué límites se siguen para las demás y qué impide la selección")

  static let tables: [any AnyTableKind] = PartialReport.tables

  @Input(.recounts, "the recounts") var recounts: Recounts
  @Input(.bulletins, "the published counts, with the declared result") var bulletins: Bulletins?
  @Parameter("risk of a bound that is wrong, and of a sample that misses") var risk = Proportion("0.05")
  @Parameter("least mean size of a recounted box, relative to another", in: 0.1...1) var sizeLow = 0.7
  @Parameter("most mean size of a recounted box, relative to another", in: 1...10) var sizeHigh = 1.2

  typealias Code = PartialCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
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
  }

  private func name(_ option: Int) -> Text { recounts.contest.options[option].name }

  private func boxes(_ recount: BoxRecount) -> [String: Quantity] {
    [
      "total": Quantity(recount.boxes, .boxes), "recounted": Quantity(recount.recounted, .boxes),
      "rest": Quantity(recount.rest, .boxes),
    ]
  }

  private func addMargin(_ recount: BoxRecount, _ pair: RecountedPair, to findings: inout CodedFindings<Code>) {
    let shares = [
      "first_share": Quantity(pair.firstShare.approximation, .percent),
      "second_share": Quantity(pair.secondShare.approximation, .percent),
      "margin": Quantity(pair.margin.approximation, .points),
    ]
    findings.add(
      .recountedMargin, about: recount.provenance.key, boxes(recount).merging(shares) { first, _ in first },
      words: ["first": name(pair.first), "second": name(pair.second)], from: [recounts.evidence(recount)])
  }

  /// Where the boxes were not drawn, or nobody can check the draw, nothing follows for the others: that is told.
  private func addSelection(_ recount: BoxRecount, to findings: inout CodedFindings<Code>) {
    guard recount.rest > 0 else { return }
    let evidence = [recounts.evidence(recount)]
    let key = recount.provenance.key
    switch recount.selection {
    case .notRandom:
      guard let rule = recount.rule, let document = recount.document else { return }
      findings.add(
        .selectionNotRandom, about: key, boxes(recount), words: ["rule": rule, "document": Text(document)],
        from: evidence)
    case .unknown: findings.add(.selectionUnknown, about: key, boxes(recount), from: evidence)
    case .random:
      guard let missing = recount.missingOfDraw else { return }
      findings.add(.selectionUndocumented, about: key, boxes(recount), words: ["missing": missing], from: evidence)
    }
  }

  private func addDifferences(
    _ recount: BoxRecount, _ risk: Rational, to findings: inout CodedFindings<Code>
  ) throws(ModuleError) {
    let evidence = [recounts.evidence(recount)]
    let key = recount.provenance.key
    guard recount.holdsOriginalCounts else {
      findings.add(.noOriginalCounts, about: key, boxes(recount), from: evidence)
      return
    }
    guard let differing = recount.differing else {
      findings.add(.noComparison, about: key, boxes(recount), from: evidence)
      return
    }
    let values = boxes(recount).merging(["differing": Quantity(differing, .boxes)]) { first, _ in first }
    findings.add(
      .recountedDifferences, about: key, values, words: ["differing_words": recount.differingWords], from: evidence)
    guard recount.rest > 0, recount.selection == .random, let seed = recount.seed, let record = recount.drawRecord
    else { return }
    let bounds = try answer("recount '\(key)'") { () throws(StatisticsError) in
      try SampleBounds(population: recount.boxes, drawn: recount.recounted, found: differing, risk: risk)
    }
    findings.add(
      .differingBounds, about: key, values.merging(bounds.values(.boxes)) { first, _ in first },
      words: ["seed": Text(seed), "record": Text(record), "bounds": bounds.words(.boxes)], from: evidence)
  }

  /// The sound route: how many of the other boxes to draw.
  private func addFreshSample(
    _ recount: BoxRecount, _ declared: DeclaredResult, _ risk: Rational, to findings: inout CodedFindings<Code>
  ) throws(ModuleError) {
    let detection = try Detection(declared, boxes: recount.boxes, risk: risk)
    let answer = try answer("recount '\(recount.provenance.key)'") { () throws(StatisticsError) in
      try detection.answer(.any, of: recount.rest)
    }
    guard case .sample(let needed, let drawn) = answer, let bulletins else { return }
    findings.add(
      .freshSample, about: recount.provenance.key,
      [
        "rest": Quantity(recount.rest, .boxes), "boxes_needed": Quantity(needed, .boxes),
        "sample": Quantity(drawn, .boxes), "lead": Quantity(declared.lead, .votes),
        "probability": risk.complement.percent,
      ], from: [recounts.evidence(recount), bulletins.evidence(declared.bulletin)])
  }

  private func addRest(
    _ recount: BoxRecount, _ pair: RecountedPair, _ declared: DeclaredResult?, to findings: inout CodedFindings<Code>,
    _ report: inout PartialReport
  ) {
    let rest = RestOfBoxes(boxes: recount.boxes, recounted: recount.recounted, margin: pair.margin)
    let words = ["first": name(pair.first), "second": name(pair.second)]
    let key = recount.provenance.key
    if let bound = rest.bound {
      let margin = Quantity(
        nil, .points, low: bound.low.approximation, high: bound.high.approximation, interval: .hardBound)
      findings.add(
        .hardBound, about: key, ["margin": margin, "rest": Quantity(recount.rest, .boxes)], words: words,
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
      .restMargin, about: key,
      [
        "margin": Quantity(
          points[1], .points, low: points.min(), high: points.max(), interval: .assumptionRange([sizeAssumption])),
        "size": Quantity(nil, .number, low: sizeLow, high: sizeHigh),
        "rest": Quantity(recount.rest, .boxes),
      ], words: words, from: [recounts.evidence(recount), bulletins.evidence(declared.bulletin)])
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
