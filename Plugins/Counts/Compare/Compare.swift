import ModuleKit
import Statistics

/// Two tracks of the same sheets held against each other: what both have, what differs, whom that favours, and how far
/// the sheets that cannot be compared could change the margin.
struct Compare: CodedOperation {
  /// How the sheets of the second track came to be there.
  enum Sampling: String, CaseIterable, ParameterValue {
    /// They were drawn at random from copies.
    case random
    /// They were handed over, chosen, or are all there are.
    case notRandom = "not_random"
  }

  static let summary = Text(
    en: "Two tracks of the same sheets: what differs, whom it favours, and what cannot be compared",
    es: "Dos series de las mismas actas: qué difiere, a quién favorece y qué no puede compararse")

  static let tables: [any AnyTableKind] = CompareReport.tables
  static let figures = [
    FigureKind("differences", Text(en: "Differences of the margin", es: "Diferencias del margen"))
  ]

  @Input(.sheets, "the track whose margin is looked at, such as the official count") var first: Sheets
  @Input(.sheets, "the track that it is held against") var second: Sheets
  @Input(.stations, "all the stations there are") var stations: Stations?
  @Parameter("the area level by which the comparison is also made") var per: String?
  @Parameter("whether the sheets of the second track were drawn at random") var sampled = Sampling.notRandom
  @Parameter("the copies that they were drawn from, where these are not all sheets of the first track", unit: "copies")
  var copies: Int?
  @Parameter("risk of a bound that is wrong") var risk = Proportion("0.05")

  typealias Code = CompareCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    try checkParameters()
    let match = SheetMatch(first, second, stations)
    try Task.checkCancellation()
    let comparison = TrackComparison(match, per: per)
    try Task.checkCancellation()
    let words = CompareWords(comparison)
    addAgreement(comparison, words, to: &findings)
    addMargin(comparison, words, to: &findings)
    addDirection(comparison, words, to: &findings)
    addCoverage(comparison, words, to: &findings)
    addWorstCase(comparison, words, to: &findings)
    try addSampleBound(comparison, words, to: &findings)
    if let figure = CompareFigure(comparison, words) { findings.add(figure: figure.svg, as: "differences") }
    try CompareReport(comparison).add(to: &findings)
  }

  private func checkParameters() throws {
    try CountsParameter.require(second.source, contestOf: first.source)
    let areas = [(first.source, first.areas), (second.source, second.areas)]
    for (source, areas) in areas + (stations.map { [($0.source, $0.areas)] } ?? []) {
      _ = try CountsParameter.level(per, "per", in: areas, of: source)
    }
    if copies != nil, sampled == .notRandom { throw ModuleError(CountsMessage.copiesWithoutDraw) }
  }

  private var evidence: [Evidence] { [first.evidence, second.evidence] }

  // MARK: - What agrees and what differs

  private func addAgreement(_ it: TrackComparison, _ words: CompareWords, to findings: inout CodedFindings<Code>) {
    let all = it.all
    guard all.both > 0 else {
      findings.add(.nothingInCommon, about: "all", words: words.tracks, from: evidence)
      return
    }
    findings.add(
      .agreement, about: "all",
      [
        "matched": Quantity(all.both, .sheets), "identical": Quantity(all.identical, .sheets),
        "differing": Quantity(all.differing, .sheets), "anything": Quantity(all.anything, .sheets),
      ], words: words.tracks, from: evidence)
    if all.incomplete > 0 {
      findings.add(
        .incomplete, about: "all", ["incomplete": Quantity(all.incomplete, .sheets)], words: words.tracks,
        from: evidence)
    }
    if all.registered > 0 {
      findings.add(
        .otherRegister, about: "all", ["differing": Quantity(all.registered, .sheets)], words: words.tracks,
        from: evidence)
    }
    for field in it.differences.fields where field.option != nil && field.differing > 0 {
      findings.add(
        .optionNet, about: field.name,
        [
          "differing": Quantity(field.differing, .sheets), "more": Quantity(Int(field.moreVotes), .votes),
          "fewer": Quantity(Int(field.fewerVotes), .votes), "net": Quantity(Int(field.net), .votes),
        ], words: words.tracks.merging(["option": words.option(field.option)]) { $1 }, from: evidence)
    }
  }

  private func addMargin(_ it: TrackComparison, _ words: CompareWords, to findings: inout CodedFindings<Code>) {
    let all = it.all
    guard let pair = words.pair, all.changed > 0 else { return }
    let names = words.tracks.merging(pair) { $1 }
    let values = [
      "a_sheets": Quantity(all.favourA.sheets, .sheets), "a_votes": Quantity(Int(all.favourA.votes), .votes),
      "b_sheets": Quantity(all.favourB.sheets, .sheets), "b_votes": Quantity(Int(all.favourB.votes), .votes),
    ]
    if all.net == 0 {
      findings.add(.marginLevel, about: "all", values, words: names, from: evidence)
    } else {
      var (values, names) = (values, names)
      values["net"] = Quantity(Int(all.net.magnitude), .votes)
      values["margin"] = Quantity(Int(it.margin.magnitude), .votes)
      names["gaining"] = pair[all.net > 0 ? "a" : "b"]
      if it.margin == 0 {
        findings.add(.netOfTie, about: "all", values, words: names, from: evidence)
      } else {
        values["effect"] = Quantity(100 * Double(all.net.magnitude) / Double(it.margin.magnitude), .percent)
        names["leader"] = pair[it.margin > 0 ? "a" : "b"]
        findings.add(.netChange, about: "all", values, words: names, from: evidence)
      }
    }
    if let largest = it.ranked.first {
      let rows = it.ranked.prefix(5).map { it.differences.items[$0] }
      findings.add(
        .largeDifferences, about: "all",
        [
          "ten": Quantity(all.ten, .sheets), "hundred": Quantity(all.hundred, .sheets),
          "largest": Quantity(Int(it.differences.margins[largest].magnitude), .votes),
        ],
        words: names.merging(["sheet": Text(first.keys[Int(it.differences.items[largest].first)] ?? "")]) { $1 },
        from: [first.evidence(rows: rows.map { Int($0.first) }), second.evidence(rows: rows.map { Int($0.second) })])
    }
    if all.swapped > 0 {
      findings.add(
        .swapped, about: "all", ["swapped": Quantity(all.swapped, .sheets)], words: names, from: evidence)
    }
  }

  /// The sign test by sheet, and by the finest area, since the errors of one place come together.
  private func addDirection(_ it: TrackComparison, _ words: CompareWords, to findings: inout CodedFindings<Code>) {
    guard let pair = words.pair, it.all.changed > 0 else { return }
    func add(_ code: Code, _ signs: SignTest, _ unit: Unit, level: String?) {
      var words = pair.merging(words.tracks) { $1 }
      words["chance"] = CompareWords.chance(signs.probability)
      if let level { words["level"] = Text(level) }
      findings.add(
        code, about: "all",
        [
          "a_count": Quantity(signs.plus, unit), "b_count": Quantity(signs.minus, unit),
          "probability": Quantity(signs.probability, .share),
        ], words: words, from: evidence)
    }
    add(.directionBySheet, it.all.signs, .sheets, level: nil)
    if let signs = it.areaSigns, let level = first.areas.levels.last {
      add(.directionByArea, signs, .areas, level: level)
    }
  }

  // MARK: - What cannot be compared

  private func addCoverage(_ it: TrackComparison, _ words: CompareWords, to findings: inout CodedFindings<Code>) {
    findings.add(
      .coverage, about: "all",
      [
        "known": Quantity(it.all.known, .sheets), "both": Quantity(it.all.both, .sheets),
        "only_first": Quantity(it.all.onlyFirst, .sheets), "only_second": Quantity(it.all.onlySecond, .sheets),
        "neither": Quantity(it.all.neither, .sheets),
      ], words: words.tracks, from: evidence + (stations.map { [$0.evidence] } ?? []))
    guard let pair = words.pair else { return }
    for (isFirst, sheets) in [(true, first), (false, second)] {
      let (inside, outside) = it.groups(ofFirst: isFirst)
      guard let covered = inside.points, let uncovered = outside.points else { continue }
      findings.add(
        .coverageBias, about: isFirst ? "first" : "second",
        [
          "covered": Quantity(inside.sheets, .sheets), "uncovered": Quantity(outside.sheets, .sheets),
          "inside": Quantity(covered, .points), "outside": Quantity(uncovered, .points),
        ],
        words: pair.merging([
          "track": words.name(ofFirst: isFirst), "other": words.name(ofFirst: !isFirst),
        ]) { $1 }, from: [sheets.evidence])
    }
  }

  private func addWorstCase(_ it: TrackComparison, _ words: CompareWords, to findings: inout CodedFindings<Code>) {
    let uncompared = it.all.known - it.compared
    guard let pair = words.pair, uncompared > 0 else { return }
    let names = words.tracks.merging(pair) { $1 }
    guard it.unbounded == 0 else {
      findings.add(
        .withoutBound, about: "all",
        ["uncompared": Quantity(uncompared, .sheets), "unbounded": Quantity(it.unbounded, .sheets)],
        words: names, from: evidence)
      return
    }
    let (low, high) = (it.comparedMargin - it.uncomparedVotes, it.comparedMargin + it.uncomparedVotes)
    let margin = Quantity(nil, .votes, low: Double(low), high: Double(high), interval: .hardBound)
    let keepsOrder = low > 0 && it.margin > 0 || high < 0 && it.margin < 0
    findings.add(
      keepsOrder ? .worstCaseKeepsOrder : .worstCase, about: "all",
      [
        "uncompared": Quantity(uncompared, .sheets), "votes": Quantity(Int(it.uncomparedVotes), .votes),
        "margin": margin, "shown": Quantity(Int(it.margin), .votes),
      ], words: names, from: evidence)
  }

  /// A drawn copy without a counterpart on the first track counts as differing.
  private func addSampleBound(
    _ it: TrackComparison, _ words: CompareWords, to findings: inout CodedFindings<Code>
  ) throws {
    guard sampled == .random else { return }
    let drawn = it.all.both + it.all.onlySecond
    let population = copies ?? it.all.both + it.all.onlyFirst
    guard population >= drawn else { throw ModuleError(CountsMessage.moreThanCopies(population, sampled: drawn)) }
    guard population <= HypergeometricSample.largestPopulation else {
      throw ModuleError(CountsMessage.tooManyCopies(population))
    }
    guard drawn > 0, let risk = Rational(risk.text), risk > 0, risk < 1 else { return }
    let found = it.all.anything + it.all.incomplete + it.all.onlySecond
    let most = try HypergeometricSample(population: population, drawn: drawn, found: min(found, drawn))
      .upperBound(risk: risk)
    findings.add(
      .sampleBound, about: "all",
      [
        "drawn": Quantity(drawn, .copies), "population": Quantity(population, .copies),
        "differing": Quantity(min(found, drawn), .copies), "most": Quantity(most, .copies),
        "level": Quantity((100 * (1 - risk)).approximation, .percent),
        "outside": Quantity(max(0, it.all.both + it.all.onlyFirst + it.all.neither - population), .sheets),
      ], words: words.tracks, from: evidence)
  }
}
