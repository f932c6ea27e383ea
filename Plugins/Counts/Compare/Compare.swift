import ModuleKit
import Statistics

/// Two tracks of the same sheets held against each other: what both have, what differs, whom that favours, and how far
/// the sheets that cannot be compared could change the margin.
struct Compare: ModuleOperation {
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

  static let findings: [any AnyFindingKind] = [
    KeysAlike.kind, Agreement.kind, NothingInCommon.kind, Incomplete.kind, OtherRegister.kind, OptionNet.kind,
    MarginChange.change,
    MarginChange.ofTie, MarginChange.level, LargeDifferences.kind, Swapped.kind,
    DirectionBySheet.kind,
    DirectionByArea.kind, Coverage.kind, CoverageBias.kind, WorstCase.changesOrder,
    WorstCase.keepsOrder,
    WithoutBound.kind, WithheldBound.kind, SampleBound.kind, NumbersWithheld.kind,
  ]
  static let tables: [any AnyTableKind] = CompareReport.tables
  static let differencesFigure = FigureKind(
    "differences", Text(en: "Differences of the margin", es: "Diferencias del margen"))
  static let figures = [differencesFigure]

  @Input(.sheets, "the track whose margin is looked at, such as the official count") var first: Sheets
  @Input(.sheets, "the track that it is held against") var second: Sheets
  @Input(.stations, "all the stations there are") var stations: Stations?
  @Parameter("the area level by which the comparison is also made") var per: String?
  @Parameter("whether the sheets of the second track were drawn at random") var sampled = Sampling
    .notRandom
  @Parameter(
    "the copies that they were drawn from, where these are not all sheets of the first track",
    unit: "copies", in: 0...1_000_000_000)
  var copies: Int?
  @Parameter("risk of a bound that is wrong") var risk = Proportion("0.05")

  func run(_ findings: inout Findings, _ context: Context) async throws {
    try checkParameters()
    let match = SheetMatch(first, second, stations)
    try Task.checkCancellation()
    let comparison = TrackComparison(match, per: per)
    try Task.checkCancellation()
    let words = CompareWords(comparison)
    if let alike = KeysAlike(match, words) { findings.add(alike, about: "all", from: evidence) }
    findings.addWithheld(of: first, second)
    addAgreement(comparison, words, to: &findings)
    addMargin(comparison, words, to: &findings)
    addDirection(comparison, words, to: &findings)
    addCoverage(comparison, words, to: &findings)
    addWorstCase(comparison, words, to: &findings)
    try addSampleBound(comparison, words, to: &findings)
    if let figure = CompareFigure(comparison, words) {
      findings.add(Self.differencesFigure, figure.svg)
    }
    try CompareReport(comparison).add(to: &findings)
  }

  private func checkParameters() throws {
    try CountsParameter.require(second.source, contestOf: first.source)
    let areas = [(first.source, first.areas), (second.source, second.areas)]
    for (source, areas) in areas + (stations.map { [($0.source, $0.areas)] } ?? []) {
      _ = try CountsParameter.level(per, "per", in: areas, of: source)
    }
    if copies != nil, sampled == .notRandom { throw DiagnosticsError(CountsMessage.copiesWithoutDraw) }
  }

  private var evidence: [Evidence] { [first.evidence, second.evidence] }

  // MARK: - What agrees and what differs

  private func addAgreement(
    _ it: TrackComparison, _ words: CompareWords, to findings: inout Findings
  ) {
    let all = it.all
    let (first, second) = (words.first, words.second)
    guard all.both > 0 else {
      findings.add(NothingInCommon(first: first, second: second), about: "all", from: evidence)
      return
    }
    findings.add(
      Agreement(
        matched: all.both, identical: all.identical, differing: all.differing,
        anything: all.anything, first: first,
        second: second),
      about: "all", from: evidence)
    if all.incomplete > 0 {
      findings.add(
        Incomplete(incomplete: all.incomplete, first: first, second: second), about: "all",
        from: evidence)
    }
    if all.registered > 0 {
      findings.add(
        OtherRegister(differing: all.registered, first: first, second: second), about: "all",
        from: evidence)
    }
    for field in it.differences.fields where field.differing > 0 {
      guard case .votes(let option, let place) = field.field else { continue }
      findings.add(
        OptionNet(
          differing: field.differing, more: field.moreVotes, fewer: field.fewerVotes,
          net: field.net,
          option: words.option(place), first: first, second: second),
        about: option.id, from: evidence)
    }
  }

  private func addMargin(_ it: TrackComparison, _ words: CompareWords, to findings: inout Findings) {
    let all = it.all
    guard let (a, b) = words.pair, all.changed > 0 else { return }
    let change = MarginChange(
      aSheets: all.favourA.sheets, bSheets: all.favourB.sheets, aVotes: all.favourA.votes,
      bVotes: all.favourB.votes,
      shown: it.margin, first: words.first, second: words.second, a: a, b: b)
    findings.add(change, of: change.kind, about: "all", from: evidence)
    if let largest = it.ranked.first {
      let rows = it.ranked.prefix(5).map { it.differences.items[$0] }
      findings.add(
        LargeDifferences(
          ten: all.ten, hundred: all.hundred, largest: abs(it.differences.margins[largest]),
          first: words.first,
          second: words.second, a: a, b: b,
          sheet: Text(first.keys[Int(it.differences.items[largest].first)] ?? "")),
        about: "all",
        from: [
          first.evidence(rows: rows.map { Int($0.first) }),
          second.evidence(rows: rows.map { Int($0.second) }),
        ])
    }
    if all.swapped > 0 {
      findings.add(
        Swapped(swapped: all.swapped, first: words.first, second: words.second, a: a, b: b),
        about: "all",
        from: evidence)
    }
  }

  /// The sign test by sheet, and by the areas of each level, since the errors of one place come together.
  private func addDirection(
    _ it: TrackComparison, _ words: CompareWords, to findings: inout Findings
  ) {
    guard let (a, b) = words.pair, it.all.changed > 0 else { return }
    let signs = it.all.signs
    findings.add(
      DirectionBySheet(
        aCount: signs.plus, bCount: signs.minus, probability: signs.probability, first: words.first,
        second: words.second, a: a, b: b, chance: CompareWords.chance(signs.probability)),
      about: "all", from: evidence)
    for (level, signs) in it.areaSigns {
      findings.add(
        DirectionByArea(
          aCount: signs.plus, bCount: signs.minus, probability: signs.probability,
          first: words.first,
          second: words.second, a: a, b: b, chance: CompareWords.chance(signs.probability),
          level: Text(level)),
        about: level, from: evidence)
    }
  }

  // MARK: - What cannot be compared

  private func addCoverage(
    _ it: TrackComparison, _ words: CompareWords, to findings: inout Findings
  ) {
    findings.add(
      Coverage(
        known: it.all.known, both: it.all.both, onlyFirst: it.all.onlyFirst,
        onlySecond: it.all.onlySecond,
        neither: it.all.neither, first: words.first, second: words.second),
      about: "all", from: evidence + (stations.map { [$0.evidence] } ?? []))
    guard let (a, b) = words.pair else { return }
    for (isFirst, sheets) in [(true, first), (false, second)] {
      let (inside, outside) = it.groups(ofFirst: isFirst)
      guard let covered = inside.points, let uncovered = outside.points else { continue }
      findings.add(
        CoverageBias(
          covered: inside.sheets, uncovered: outside.sheets, inside: covered, outside: uncovered,
          track: words.name(ofFirst: isFirst), other: words.name(ofFirst: !isFirst), a: a, b: b),
        about: isFirst ? "first" : "second", from: [sheets.evidence])
    }
  }

  private func addWorstCase(
    _ it: TrackComparison, _ words: CompareWords, to findings: inout Findings
  ) {
    guard let pair = it.pair, let (a, b) = words.pair else { return }
    let (leader, behind) = it.margin < 0 ? (pair.b, pair.a) : (pair.a, pair.b)
    let leads = WorstMargins(it.match).leads(of: leader)
    guard let (rival, least) = WorstMargins.least(leads), let lead = leads.first(where: { $0.rival == behind })?.bounds,
      lead.uncompared + lead.withheld > 0
    else { return }
    let bounds = leader == pair.a ? lead : lead.reversed
    let margin = Quantity(
      nil, .votes, low: bounds.low.roundedDown, high: -(-bounds.high).roundedDown, interval: .hardBound)
    guard bounds.uncompared > 0 else {
      findings.add(
        WithheldBound(
          withheld: bounds.withheld, margin: margin, shown: it.margin, first: words.first, second: words.second, a: a,
          b: b), about: "all", from: evidence)
      return
    }
    func addWithoutBound(_ bounds: WorstMargins.Bounds, _ a: Text, _ b: Text) {
      findings.add(
        WithoutBound(
          uncompared: bounds.uncompared, unbounded: bounds.unbounded, first: words.first, second: words.second,
          a: a, b: b),
        about: "all", from: evidence)
    }
    guard bounds.unbounded == 0 else { return addWithoutBound(bounds, a, b) }
    guard least.unbounded == 0 else {
      return addWithoutBound(least, words.option(leader), words.option(rival))
    }
    findings.add(
      WorstCase(
        uncompared: bounds.uncompared, votes: bounds.votes,
        margin: margin, withheld: bounds.withheld, shown: it.margin, least: least.low, first: words.first,
        second: words.second, a: a, b: b,
        leader: words.option(leader), rival: words.option(rival)),
      of: least.low > 0 ? WorstCase.keepsOrder : WorstCase.changesOrder, about: "all", from: evidence)
  }

  /// A drawn copy counts as differing where it has no counterpart on the first track, and where no votes can be read
  /// on it.
  private func addSampleBound(
    _ it: TrackComparison, _ words: CompareWords, to findings: inout Findings
  ) throws {
    guard sampled == .random else { return }
    let drawn = second.count
    let population = copies ?? first.count
    guard population >= drawn else { throw DiagnosticsError(CountsMessage.moreThanCopies(population, sampled: drawn)) }
    guard population <= HypergeometricSample.largestPopulation else {
      throw DiagnosticsError(CountsMessage.tooManyCopies(population))
    }
    guard drawn > 0, let risk = Rational(risk.text), risk > 0, risk < 1 else { return }
    let found = min(drawn, it.all.anything + it.all.incomplete + it.all.onlySecond + it.unreadable)
    let most = try HypergeometricSample(population: population, drawn: drawn, found: found).upperBound(risk: risk)
    findings.add(
      SampleBound(
        drawn: drawn, population: population, differing: found, unreadable: it.unreadable, most: most,
        level: (100 * (1 - risk)).approximation,
        outside: max(0, it.all.known - it.all.onlySecond - population),
        first: words.first, second: words.second),
      about: "all", from: evidence)
  }
}

extension Int64 {
  /// The number as a fraction of binary64, of two that enclose it the lower one.
  fileprivate var roundedDown: Double {
    let near = Double(self)
    return Int128(near) > Int128(self) ? near.nextDown : near
  }
}
