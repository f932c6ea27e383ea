import ModuleKit

/// A battery of screening tests over stations: where numbers are unusual enough to ask for documents, never more.
struct Screen: CodedOperation {
  static let summary = Text(
    en: "Screening of turnout and shares: digits, whole percentages, shapes, and how share goes with turnout",
    es: "Cribado de participación y porcentajes: cifras, porcentajes enteros, formas y su relación")

  static let tables: [any AnyTableKind] = ScreenReport.tables
  static let figures = [
    FigureKind("fingerprint", Text(en: "Stations by turnout and share", es: "Mesas por participación y porcentaje"))
  ]

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

  typealias Code = ScreenCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    let level = try CountsParameter.level(per, "per", of: sheets)
    var count = ScreenedCount(
      sheets, option: try CountsParameter.option(option, "option", of: sheets), of: denominator, per: level,
      repetitions: repetitions, seed: context.seed)
    guard !count.whole.stations.isEmpty else {
      throw ModuleError(CountsMessage.nothingToScreen(sheets.source.dataset))
    }
    try await count.compare()
    var report = ScreenReport(rate: rate)
    report.add(count, level)
    add(count, to: &findings)
    if let control {
      let level = per.flatMap { control.areas.level($0) }
      var other = ScreenedCount(
        control, option: CountsParameter.mostVotes(control), of: denominator, per: level, seed: context.seed)
      guard !other.whole.stations.isEmpty else {
        throw ModuleError(CountsMessage.nothingToScreen(control.source.dataset))
      }
      try await other.compare()
      report.add(other, level)
      add(control: other, beside: count, to: &findings)
    }
    addTests(count, to: &findings)
    addDescriptions(count, to: &findings)
    findings.add(figure: FingerprintFigure(count).svg, as: "fingerprint")
    try report.add(to: &findings)
  }
}

// MARK: - Findings

extension Screen {
  /// What came of all comparisons together.
  private func add(_ count: ScreenedCount, to findings: inout CodedFindings<Code>) {
    let tested = count.tested
    let standing = tested.count { $0.standsOut(rate) }
    var words = [
      "option": count.sheets.contest.options[count.option].name, "left_out_words": leftOutWords(count.leftOut),
    ]
    if standing > 0 {
      words["ask"] =
        standing == 1
        ? Text(en: "is unusual and asks for documents", es: "es inusual y pide documentos")
        : Text(en: "are unusual and ask for documents", es: "son inusuales y piden documentos")
    }
    findings.add(
      standing > 0 ? .comparisonsStandOut : .nothingStandsOut, about: count.sheets.contest.id,
      summary(count, tested.count, standing), words: words, from: [count.sheets.evidence])
  }

  private func leftOutWords(_ count: Int) -> Text {
    guard count > 0 else { return Text("") }
    let leftOut = Quantity(count, .sheets)
    return Text(
      en: "; \(leftOut.text(.english)) without the numbers needed left out",
      es:
        "; sin contar \(leftOut.text(.spanish)) a \(count == 1 ? "la" : "las") que faltan los números necesarios")
  }

  private func summary(_ count: ScreenedCount, _ tested: Int, _ standing: Int) -> [String: Quantity] {
    [
      "comparisons": Quantity(tested, .number), "standing_out": Quantity(standing, .number),
      "rate": Quantity(100 * rate, .percent), "stations": Quantity(count.whole.stations.count, .sheets),
      "left_out": Quantity(count.leftOut, .sheets), "areas": Quantity(count.areas.count, .number),
      "small_areas": Quantity(count.smallAreas, .number),
    ]
  }

  private func add(control: ScreenedCount, beside count: ScreenedCount, to findings: inout CodedFindings<Code>) {
    let (theirs, ours) = (control.tested, count.tested)
    var values = summary(control, theirs.count, theirs.count { $0.standsOut(rate) })
    values["here"] = Quantity(ours.count { $0.standsOut(rate) }, .number)
    values["here_comparisons"] = Quantity(ours.count, .number)
    findings.add(
      .control, about: control.sheets.source.dataset, values, words: ["control": Text(control.sheets.source.dataset)],
      from: [control.sheets.evidence, count.sheets.evidence])
  }

  /// Tests of which the whole count or an area stands out.
  private func addTests(_ count: ScreenedCount, to findings: inout CodedFindings<Code>) {
    for comparison in count.tested where comparison.area == nil {
      let outcome = comparison.outcome
      let areas = count.tested.filter {
        $0.area != nil && $0.code == comparison.code && $0.outcome.quantity == outcome.quantity
          && $0.outcome.measure == outcome.measure
      }
      let standing = areas.count { $0.standsOut(rate) }
      guard comparison.standsOut(rate) || standing > 0 else { continue }
      var values = [
        "statistic": Quantity(outcome.statistic, .number), "stations": Quantity(outcome.count, .number),
        "areas": Quantity(areas.count, .number), "areas_standing_out": Quantity(standing, .number),
      ]
      values["expected"] = outcome.expected.map { Quantity($0, .number) }
      values["deviation"] = outcome.deviation.map { Quantity($0, .number) }
      values["p"] = outcome.p.map { Quantity($0, .number) }
      values["adjusted_p"] = comparison.adjusted.map { Quantity($0, .number) }
      findings.add(
        comparison.code, about: "\(outcome.quantity.rawValue)_\(outcome.measure)", values,
        words: [
          "quantity": outcome.quantity.name, "expected_words": Self.expected(values["expected"], values["deviation"]),
          "verdict": comparison.standsOut(rate)
            ? Text(en: "is unusual and asks for documents", es: "es inusual y pide documentos")
            : Text(en: "is not unusual", es: "no es inusual"),
          "areas_words": areas.isEmpty
            ? Text("")
            : Text(
              en: "; of \(areas.count) areas \(standing) \(standing == 1 ? "stands" : "stand") out",
              es: "; de \(areas.count) áreas \(standing == 1 ? "destaca" : "destacan") \(standing)"),
        ], from: [count.sheets.evidence])
    }
  }

  private static func expected(_ expected: Quantity?, _ deviation: Quantity?) -> Text {
    guard let expected else { return Text("") }
    let around = deviation.map {
      Text(
        en: " (standard deviation \($0.text(.english)))", es: " (desviación típica \($0.text(.spanish)))")
    }
    return Text(
      en: " where \(expected.text(.english)) is expected\(around?.en ?? "")",
      es: " donde se espera \(expected.text(.spanish))\(around?.es ?? "")")
  }

  /// What only describes: shapes, drawn elections, and turnout against share.
  private func addDescriptions(_ count: ScreenedCount, to findings: inout CodedFindings<Code>) {
    func values(_ code: ScreenCode, _ quantity: ScreeningQuantity) -> [String: ScreeningOutcome] {
      let outcomes = count.comparisons.filter { $0.area == nil && $0.code == code && $0.outcome.quantity == quantity }
      return Dictionary(outcomes.map { ($0.outcome.measure, $0.outcome) }) { first, _ in first }
    }
    for quantity in [ScreeningQuantity.turnout, .share] {
      let shape = values(.shape, quantity)
      guard let skewness = shape["skewness"], let kurtosis = shape["kurtosis"] else { continue }
      findings.add(
        .shape, about: quantity.rawValue,
        [
          "skewness": Quantity(skewness.statistic, .number), "kurtosis": Quantity(kurtosis.statistic, .number),
          "stations": Quantity(skewness.count, .number),
        ], words: ["quantity": quantity.name], from: [count.sheets.evidence])
    }
    for quantity in ScreeningQuantity.allCases {
      let drawn = values(.drawnPercentages, quantity)
      guard let stations = drawn["stations"], let mean = stations.expected, let deviation = stations.deviation else {
        continue
      }
      findings.add(
        .drawnPercentages, about: quantity.rawValue,
        [
          "counted": Quantity(stations.statistic, .number), "mean": Quantity(mean, .number),
          "deviation": Quantity(deviation, .number), "repetitions": Quantity(repetitions, .number),
          "stations": Quantity(stations.count, .number),
        ], words: ["quantity": quantity.name], from: [count.sheets.evidence])
    }
    let both = values(.turnoutAndShare, .both)
    guard let pearson = both["pearson"], let spearman = both["spearman"], let weighted = both["weighted"],
      let slope = both["slope"]
    else { return }
    var numbers = [
      "pearson": Quantity(pearson.statistic, .number), "spearman": Quantity(spearman.statistic, .number),
      "weighted": Quantity(weighted.statistic, .number), "slope": Quantity(slope.statistic, .number),
      "stations": Quantity(pearson.count, .number),
    ]
    var within = Text("")
    // The finest level in which stations of one area differ: the finest of all may hold one station each.
    if let level = sheets.areas.levels.last(where: { both["slope_within_\($0)"] != nil }),
      let slope = both["slope_within_\(level)"]
    {
      let quantity = Quantity(slope.statistic, .number)
      numbers["slope_within"] = quantity
      within = Text(
        en: ", and by \(quantity.text(.english)) within one \(level)",
        es: ", y \(quantity.text(.spanish)) dentro de cada \(level)")
    }
    findings.add(
      .turnoutAndShare, about: count.sheets.contest.id, numbers,
      words: ["option": count.sheets.contest.options[count.option].name, "within_words": within],
      from: [count.sheets.evidence])
  }
}
