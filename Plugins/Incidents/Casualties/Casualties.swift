import ModuleKit

/// What different sources stated of people killed, injured, detained or missing: floors and ceilings, by source.
struct Casualties: CodedOperation {
  static let summary = Text(
    en: "What each source stated of people killed, injured, detained or missing, and what can be compared",
    es: "Lo que afirmó cada fuente sobre personas muertas, heridas, detenidas o desaparecidas, y qué es comparable")

  static let tables: [any AnyTableKind] = [CasualtyReport.claims]
  static let figures = CasualtyFigure.kinds

  @Input(.claims, "the figures that sources published") var claims: Claims
  @Parameter("what is counted, such as `killed`; every measure in the claims unless given") var measure: String?
  @Parameter("among whom") var population = "all"
  @Parameter("the first day asked about") var windowFrom: Day?
  @Parameter("the last day asked about") var windowTo: Day?
  @Parameter(
    "how long after the window's first day a claim's period may begin, or end before its last", unit: "days")
  var toleranceDays: Int?

  typealias Code = CasualtyCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    let window = try Window.read(from: windowFrom, to: windowTo, tolerance: toleranceDays)
    var report = CasualtyReport()
    for measure in measures {
      try Task.checkCancellation()
      let words = CasualtyWords(
        measure: measure, population: population, window: window, zone: context.mission.zone)
      let comparison = Comparison(
        claims.all.filter { $0.measure == measure && $0.population == population }, measure: measure, window: window)
      report.add(comparison)
      addRange(comparison, words, to: &findings)
      for figure in comparison.used { add(figure, words, to: &findings) }
      addTensions(comparison, words, to: &findings)
      if let figure = CasualtyFigure(comparison, words) { findings.add(figure: figure.svg, as: measure) }
    }
    try report.add(to: &findings)
  }

  /// The measure asked, or all that the claims have, in byte order.
  private var measures: [String] {
    if let measure { return [measure] }
    return Set(claims.all.filter { $0.population == population }.compactMap(\.measure))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func addRange(_ comparison: Comparison, _ words: CasualtyWords, to findings: inout CodedFindings<Code>) {
    let apart = comparison.notComparable
    if let range = comparison.range {
      let used = comparison.used
      let toll = Quantity(
        nil, .people, low: range.low.number, high: range.high.number, interval: .reportedRange,
        isOpenAbove: range.isOpen)
      findings.add(
        .tollRange, about: comparison.measure,
        [
          "toll": toll, "low": Quantity(range.low.number, .people), "high": Quantity(range.high.number, .people),
          "used": Quantity(used.count, .claims), "not_comparable": Quantity(apart.count, .claims),
        ],
        words: [
          "range": words.range(range.low, range.high, isOpen: range.isOpen), "period": words.scope,
          "detail": words.detail(used, range.low, range.high),
        ], from: [claims.evidence(used.map(\.claim))])
    } else {
      findings.add(
        .noComparableClaim, about: comparison.measure, ["not_comparable": Quantity(apart.count, .claims)],
        words: ["counted": words.counted(2), "period": words.asked], from: apart.isEmpty ? [] : [claims.evidence(apart)]
      )
    }
    if !apart.isEmpty {
      findings.add(
        .notComparable, about: comparison.measure, ["not_comparable": Quantity(apart.count, .claims)],
        words: ["claims_are": words.left(apart.count)], from: [claims.evidence(apart)])
    }
  }

  private func add(_ figure: ClaimedFigure, _ words: CasualtyWords, to findings: inout CodedFindings<Code>) {
    findings.add(
      .sourceFigure, about: figure.claim.provenance.key, ["figure": figure.quantity],
      words: [
        "source": figure.claim.provenance.sourceName, "stated": words.stated(figure),
        "counted": words.counted(figure.high), "period": words.period(figure.claim),
        "published": words.published(figure.claim),
      ], from: [claims.evidence([figure.claim])])
  }

  private func addTensions(_ comparison: Comparison, _ words: CasualtyWords, to findings: inout CodedFindings<Code>) {
    for (exact, floor) in comparison.contradictions {
      findings.add(
        .contradiction, about: subject(exact, floor, "and"), ["figure": exact.quantity, "floor": floor.quantity],
        words: [
          "source": exact.claim.provenance.sourceName, "stated": words.stated(exact),
          "other": floor.claim.provenance.sourceName, "other_stated": words.stated(floor),
          "counted": words.counted(exact.high), "period": words.period(exact.claim),
          "other_period": words.period(floor.claim),
        ], from: [claims.evidence([exact.claim, floor.claim])])
    }
    for (before, after) in comparison.decreases {
      findings.add(
        .decrease, about: subject(before, after, "to"), ["before": before.quantity, "after": after.quantity],
        words: [
          "source": after.claim.provenance.sourceName, "stated": words.stated(before),
          "later_stated": words.stated(after), "counted": words.counted(before.high),
          "period": words.period(before.claim), "later_period": words.period(after.claim),
          "published": words.published(before.claim), "later_published": words.published(after.claim),
        ], from: [claims.evidence([before.claim, after.claim])])
    }
    if comparison.periods > 1 {
      findings.add(
        .periodsDiffer, about: comparison.measure,
        ["periods": Quantity(comparison.periods, .number), "used": Quantity(comparison.used.count, .claims)],
        words: ["counted": words.counted(2)], from: [claims.evidence(comparison.used.map(\.claim))])
    }
  }

  private func subject(_ a: ClaimedFigure, _ b: ClaimedFigure, _ word: String) -> String {
    "\(a.claim.provenance.key)_\(word)_\(b.claim.provenance.key)"
  }
}

extension ClaimedFigure {
  /// The number as a finding states it: its floor and its ceiling, as far as the source gives them.
  fileprivate var quantity: Quantity {
    if low != high {
      return Quantity(nil, .people, low: low.number, high: high.number, interval: .reportedRange)
    }
    return switch qualifier {
    case .atLeast, .moreThan: Quantity(nil, .people, low: low.number, interval: .reportedRange, isOpenAbove: true)
    case .atMost, .lessThan: Quantity(nil, .people, high: high.number, interval: .reportedRange)
    case .exact, .approximate: Quantity(low.number, .people)
    }
  }
}
