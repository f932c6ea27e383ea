import ModuleKit

/// A battery of screening tests over stations: where numbers are unusual enough to ask for documents, never more.
struct Screen: ModuleOperation {
  static let summary = Text(
    en: "Screening of turnout and shares: digits, whole percentages, shapes, and how share goes with turnout",
    es: "Cribado de participación y porcentajes: cifras, porcentajes enteros, formas y su relación")

  static let findings: [any AnyFindingKind] =
    [AllComparisons.nothingStandsOut, AllComparisons.standOut, NotTested.kind, Control.kind, NumbersWithheld.kind]
    + BatteryTest.allCases.map(\.kind)
  static let tables: [any AnyTableKind] = [
    ScreenReport.tests, ScreenReport.areas, DigitRow.kind, PercentageRow.kind,
  ]
  static let fingerprint = FigureKind(
    "fingerprint", Text(en: "Stations by turnout and share", es: "Mesas por participación y porcentaje"))
  static let figures = [fingerprint]

  @Input(.sheets, "the sheets to look at") var sheets: Sheets
  @Input(.sheets, "another contest or election, put through the same tests") var control: Sheets?
  @Parameter("the option whose share is looked at; the one with most votes unless set") var option: String?
  @Parameter("what shares are of: valid votes, or all ballots cast") var denominator = ShareBase.valid
  @Parameter("the area level whose areas are looked at one by one") var per: String?
  @Parameter("the share of false alarms allowed among comparisons that stand out", in: 0.001...0.2) var rate = 0.05

  @Parameter(
    "how many elections to draw for the published form of the whole-percentage test, 1,000 there; none unless set",
    in: 0...10_000)
  var repetitions = 0

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let level = try CountsParameter.level(per, "per", of: sheets)
    var count = try await ScreenedCount(
      sheets, option: try CountsParameter.option(option, "option", of: sheets), of: denominator, per: level,
      repetitions: repetitions, seed: context.seed)
    guard !count.whole.stations.isEmpty else {
      throw DiagnosticsError(CountsMessage.nothingToScreen(sheets.source.dataset))
    }
    try await count.compare()
    var report = ScreenReport(rate: rate)
    report.add(count, level)
    add(count, to: &findings)
    addNotTested(count, to: &findings)
    findings.addWithheld(of: sheets, control)
    if let control {
      let level = per.flatMap { control.areas.level($0) }
      var other = try await ScreenedCount(
        control, option: CountsParameter.mostVotes(control), of: denominator, per: level, seed: context.seed)
      guard !other.whole.stations.isEmpty else {
        throw DiagnosticsError(CountsMessage.nothingToScreen(control.source.dataset))
      }
      try await other.compare()
      report.add(other, level)
      add(control: other, beside: count, to: &findings)
    }
    addTests(count, to: &findings)
    addDescriptions(count, to: &findings)
    if count.whole.hasRegister { findings.add(Self.fingerprint, FingerprintFigure(count).svg) }
    try report.add(to: &findings)
  }
}

// MARK: - Findings

extension Screen {
  /// What came of all comparisons together.
  private func add(_ count: ScreenedCount, to findings: inout Findings) {
    let summary = summary(count)
    findings.add(
      summary, of: summary.standingOut > 0 ? AllComparisons.standOut : AllComparisons.nothingStandsOut,
      about: count.sheets.contest.id, from: [count.sheets.evidence])
  }

  /// Which tests the numbers do not allow, and why.
  private func addNotTested(_ count: ScreenedCount, to findings: inout Findings) {
    func quantities(_ test: BatteryTest) -> Text? {
      let untested = count.comparisons.filter {
        $0.area == nil && $0.test == test && $0.outcome.measure == "chi_square" && $0.outcome.p == nil
      }.map(\.outcome.quantity.text)
      guard !untested.isEmpty else { return nil }
      return Text { language in language.list(untested.map { $0[language] }) }
    }
    var tests: [Text] = []
    if !count.whole.hasRegister { tests.append(NotTested.turnout) }
    if let second = quantities(.secondDigit) { tests.append(NotTested.secondDigits(of: second)) }
    if let last = quantities(.lastDigit) { tests.append(NotTested.lastDigits(of: last)) }
    guard !tests.isEmpty else { return }
    findings.add(
      NotTested(tests: Text { language in tests.map { $0[language] }.joined(separator: "; ") }),
      about: count.sheets.contest.id, from: [count.sheets.evidence])
  }

  private func leftOutWords(_ count: Int) -> Text {
    guard count > 0 else { return Text("") }
    let leftOut = Quantity(count, .sheets)
    return Text(
      en: "; \(leftOut.text(.english)) without the numbers needed left out",
      es:
        "; sin contar \(leftOut.text(.spanish)) a \(count == 1 ? "la" : "las") que faltan los números necesarios")
  }

  private func summary(_ count: ScreenedCount) -> AllComparisons {
    let tested = count.tested
    let standing = tested.count { $0.standsOut(rate) }
    return AllComparisons(
      comparisons: tested.count, standingOut: standing, stations: count.whole.stations.count, leftOut: count.leftOut,
      areas: count.areas.count, smallAreas: count.smallAreas, rate: 100 * rate,
      option: count.sheets.contest.options[count.option].name,
      ask: standing == 1
        ? Text(en: "is unusual and asks for documents", es: "es inusual y exige revisar documentos")
        : Text(en: "are unusual and ask for documents", es: "son inusuales y exigen revisar documentos"),
      leftOutWords: leftOutWords(count.leftOut))
  }

  private func add(control: ScreenedCount, beside count: ScreenedCount, to findings: inout Findings) {
    let ours = count.tested
    findings.add(
      Control(
        theirs: summary(control), here: ours.count { $0.standsOut(rate) }, hereComparisons: ours.count,
        control: Text(control.sheets.source.dataset)),
      about: control.sheets.source.dataset, from: [control.sheets.evidence, count.sheets.evidence])
  }

  /// Tests of which the whole count or an area stands out.
  private func addTests(_ count: ScreenedCount, to findings: inout Findings) {
    for comparison in count.tested where comparison.area == nil {
      let outcome = comparison.outcome
      let areas = count.tested.filter {
        $0.area != nil && $0.test == comparison.test && $0.outcome.quantity == outcome.quantity
          && $0.outcome.measure == outcome.measure
      }
      let standing = areas.count { $0.standsOut(rate) }
      guard comparison.standsOut(rate) || standing > 0 else { continue }
      findings.add(
        StandingOut(
          statistic: outcome.statistic, expected: outcome.expected, deviation: outcome.deviation, p: outcome.p,
          adjusted: comparison.adjusted, stations: outcome.count, areas: areas.count, areasStandingOut: standing,
          quantity: outcome.quantity.text, expectedWords: Self.expected(outcome.expected, outcome.deviation),
          verdict: comparison.standsOut(rate)
            ? Text(en: "is unusual and asks for documents", es: "es inusual y exige revisar documentos")
            : Text(en: "is not unusual", es: "no es inusual"),
          areasWords: areas.isEmpty
            ? Text("")
            : Text(
              en:
                "; of \(areas.count) areas \(standing == 0 ? "none" : "\(standing)") \(standing < 2 ? "stands" : "stand") out",
              es:
                "; de \(areas.count) áreas \(standing == 0 ? "no destaca ninguna" : "\(standing == 1 ? "destaca" : "destacan") \(standing)")"
            )),
        of: StandingOut.kind(of: comparison.test), about: "\(outcome.quantity.rawValue)_\(outcome.measure)",
        from: [count.sheets.evidence])
    }
  }

  private static func expected(_ expected: Double?, _ deviation: Double?) -> Text {
    guard let expected = expected.map({ Quantity($0, .number) }) else { return Text("") }
    let around = deviation.map { Quantity($0, .number) }.map {
      Text(
        en: " (standard deviation \($0.text(.english)))", es: " (desviación estándar \($0.text(.spanish)))")
    }
    return Text(
      en: " where \(expected.text(.english)) is expected\(around?.en ?? "")",
      es: " donde se espera \(expected.text(.spanish))\(around?.es ?? "")")
  }

  /// What only describes: shapes, drawn elections, and turnout against share.
  private func addDescriptions(_ count: ScreenedCount, to findings: inout Findings) {
    func values(_ test: BatteryTest, _ quantity: ScreeningQuantity) -> [String: ScreeningOutcome] {
      let outcomes = count.comparisons.filter { $0.area == nil && $0.test == test && $0.outcome.quantity == quantity }
      return Dictionary(outcomes.map { ($0.outcome.measure, $0.outcome) }) { first, _ in first }
    }
    for quantity in [ScreeningQuantity.turnout, .share] {
      let shape = values(.shape, quantity)
      guard let skewness = shape["skewness"], let kurtosis = shape["kurtosis"] else { continue }
      findings.add(
        Shape(
          skewness: skewness.statistic, kurtosis: kurtosis.statistic, stations: skewness.count,
          quantity: quantity.text),
        about: quantity.rawValue, from: [count.sheets.evidence])
    }
    for quantity in ScreeningQuantity.allCases {
      let drawn = values(.drawnPercentages, quantity)
      guard let stations = drawn["stations"], let mean = stations.expected, let deviation = stations.deviation else {
        continue
      }
      findings.add(
        DrawnPercentages(
          counted: stations.statistic, mean: mean, deviation: deviation, repetitions: repetitions,
          stations: stations.count, quantity: quantity.text),
        about: quantity.rawValue, from: [count.sheets.evidence])
    }
    addAssociation(values(.turnoutAndShare, .both), count, to: &findings)
  }

  private func addAssociation(
    _ both: [String: ScreeningOutcome], _ count: ScreenedCount, to findings: inout Findings
  ) {
    guard let pearson = both["pearson"], let spearman = both["spearman"], let weighted = both["weighted"],
      let slope = both["slope"]
    else { return }
    // The finest level in which stations of one area differ: the finest of all may hold one station each.
    let level = sheets.areas.levels.last { both["slope_within_\($0)"] != nil }
    let within = level.flatMap { both["slope_within_\($0)"]?.statistic }
    let words = within.map { Quantity($0, .number) }.map { slope in
      let name = Glossary.current.name(level ?? "")
      return Text(
        en: ", and by \(slope.text(.english)) within one \(name.en)",
        es: ", y \(slope.text(.spanish)) dentro de cada \(name.es)")
    }
    findings.add(
      TurnoutAndShare(
        pearson: pearson.statistic, spearman: spearman.statistic, weighted: weighted.statistic,
        slope: slope.statistic, slopeWithin: within, stations: pearson.count,
        option: count.sheets.contest.options[count.option].name, withinWords: words ?? Text("")),
      about: count.sheets.contest.id, from: [count.sheets.evidence])
  }
}
