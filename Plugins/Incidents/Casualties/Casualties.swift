import ModuleKit

/// What different sources stated of people killed, injured, detained or missing: floors and ceilings, by source.
struct Casualties: ModuleOperation {
  static let summary = Text(
    en: "What each source stated of people killed, injured, detained or missing, and what can be compared",
    es: "Lo que afirmó cada fuente sobre personas muertas, heridas, detenidas o desaparecidas, y qué es comparable")

  static let findings: [any AnyFindingKind] = [
    TollRange.kind, NoComparableClaim.kind, NotComparable.kind, NotPeople.kind, SourceFigure.kind, Contradiction.kind,
    Decrease.kind,
    PeriodsDiffer.kind,
  ]
  static let tables: [any AnyTableKind] = [CasualtyReport.claims]
  static let figures = CasualtyFigure.kinds

  @Input(.claims, "the figures that sources published") var claims: Claims
  @Parameter("what is counted, such as `killed`; every measure in the claims unless given") var measure: String?
  @Parameter("among whom") var population = "all"
  @Parameter("the first day asked about") var windowFrom: Day?
  @Parameter("the last day asked about") var windowTo: Day?
  @Parameter(
    "how long after the window's first day a claim's period may begin, or end before its last", unit: "days",
    in: 0...Window.largestTolerance)
  var toleranceDays: Int?

  /// Numbers of people in datasets of claims that no analysis reads, or that do not say so in their measure.
  static func unread(in dataset: LoadedDataset, isRead: Bool) -> [Doubt] {
    guard let claims = dataset.content as? Claims else { return [] }
    var reading = SecondReading(dataset)
    for (row, claim) in claims.all.enumerated() {
      guard let measure = claim.measureOfPeople, ClaimedFigure(claim) != nil else { continue }
      if !isRead {
        reading.doubt(
          IncidentMessage.unreadDataset(measure: measure), row: row, column: claim.measure == nil ? "topic" : "measure")
      } else if claim.measure != measure {
        reading.doubt(IncidentMessage.unreadRow(measure: measure), row: row, column: "measure")
      }
    }
    return reading.doubts
  }

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let window = try Window.read(from: windowFrom, to: windowTo, tolerance: toleranceDays)
    var report = CasualtyReport()
    for measure in measures {
      try Task.checkCancellation()
      let words = CasualtyWords(
        measure: measure, population: population, window: window, zone: context.mission.zone)
      let comparison = Comparison(
        claims.all.filter { $0.measure == measure && $0.population == population }, measure: measure, window: window)
      report.add(comparison)
      addNotPeople(comparison, words, to: &findings)
      // A measure that nobody asked for and nobody counts in people is not one of people.
      if self.measure == nil, !comparison.claims.isEmpty, comparison.notPeople.count == comparison.claims.count {
        continue
      }
      addRange(comparison, words, to: &findings)
      for figure in comparison.used { add(figure, words, to: &findings) }
      addTensions(comparison, words, to: &findings)
      if let figure = CasualtyFigure(comparison, words) { findings.add(figure.kind, figure.svg) }
    }
    try report.add(to: &findings)
  }

  /// The measure asked, or all that the claims have, in byte order.
  private var measures: [String] {
    if let measure { return [measure] }
    return Set(claims.all.filter { $0.population == population }.compactMap(\.measure))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func addNotPeople(_ comparison: Comparison, _ words: CasualtyWords, to findings: inout Findings) {
    let figures = comparison.notPeople
    guard !figures.isEmpty else { return }
    findings.add(
      NotPeople(leftOut: figures.count, topic: words.topic, list: words.leftOut(figures)), about: comparison.measure,
      from: [claims.evidence(figures.map(\.claim))])
  }

  private func addRange(_ comparison: Comparison, _ words: CasualtyWords, to findings: inout Findings) {
    let apart = comparison.notComparable
    if let range = comparison.range {
      let used = comparison.used
      let toll = Quantity(
        nil, .people, low: range.low.number, high: range.high.number, interval: .reportedRange,
        isOpenAbove: range.isOpen)
      findings.add(
        TollRange(
          toll: toll, low: range.low.number, high: range.high.number, used: used.count, notComparable: apart.count,
          range: words.range(range.low, range.high, isOpen: range.isOpen), period: words.scope,
          detail: words.detail(used, range.low, range.high)),
        about: comparison.measure, from: [claims.evidence(used.map(\.claim))])
    } else if comparison.used.isEmpty {
      findings.add(
        NoComparableClaim(notComparable: apart.count, counted: words.counted(2), period: words.asked),
        about: comparison.measure, from: apart.isEmpty ? [] : [claims.evidence(apart)])
    }
    if !apart.isEmpty {
      findings.add(
        NotComparable(notComparable: apart.count, claimsAre: words.left(apart.count)), about: comparison.measure,
        from: [claims.evidence(apart)])
    }
  }

  private func add(_ figure: ClaimedFigure, _ words: CasualtyWords, to findings: inout Findings) {
    findings.add(
      SourceFigure(
        figure: figure.quantity, source: figure.claim.provenance.sourceName, stated: words.stated(figure),
        counted: words.counted(figure.high), period: words.period(figure.claim),
        published: words.published(figure.claim), quoted: words.quoted(figure.claim)),
      about: figure.claim.provenance.key, from: [claims.evidence([figure.claim])])
  }

  private func addTensions(_ comparison: Comparison, _ words: CasualtyWords, to findings: inout Findings) {
    for (exact, floor) in comparison.contradictions {
      findings.add(
        Contradiction(
          figure: exact.quantity, floor: floor.quantity, source: exact.claim.provenance.sourceName,
          stated: words.stated(exact), counted: words.counted(exact.high), period: words.period(exact.claim),
          other: floor.claim.provenance.sourceName, otherStated: words.stated(floor),
          otherPeriod: words.period(floor.claim)),
        about: subject(exact, floor, "and"), from: [claims.evidence([exact.claim, floor.claim])])
    }
    for (before, after) in comparison.decreases {
      findings.add(
        Decrease(
          before: before.quantity, after: after.quantity, source: after.claim.provenance.sourceName,
          stated: words.stated(before), counted: words.counted(before.high), period: words.period(before.claim),
          published: words.published(before.claim), laterStated: words.stated(after),
          laterPeriod: words.period(after.claim), laterPublished: words.published(after.claim)),
        about: subject(before, after, "to"), from: [claims.evidence([before.claim, after.claim])])
    }
    if comparison.periods > 1 {
      findings.add(
        PeriodsDiffer(
          periods: comparison.periods, used: comparison.used.count, counted: words.counted(2),
          consequence: comparison.range == nil
            ? Text(en: " No range is given over them.", es: " No se da ningún rango sobre ellas.") : Text("")),
        about: comparison.measure, from: [claims.evidence(comparison.used.map(\.claim))])
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
