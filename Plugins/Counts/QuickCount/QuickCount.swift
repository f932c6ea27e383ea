import ModuleKit
import Statistics

/// What a sample of sheets says of the whole count, where the sample was drawn at random; and what came in of it.
struct QuickCount: ModuleOperation {
  static let summary = Text(
    en: "Shares and leads estimated from a random sample of sheets, what is missing of it, and the official count",
    es: "Proporciones y ventajas estimadas con una muestra aleatoria de actas, lo que falta y el cómputo oficial")

  static let findings: [any AnyFindingKind] = [
    ShareEstimate.kind, Margin.clear, Margin.open, AreaLeads.kind, ObservedOnly.kind, NothingToEstimate.kind,
    Complete.kind, Partial.kind, DrawUnknown.kind, IncompleteClusters.kind, EmptyStrata.kind, SingletonStrata.kind,
    LeftOut.kind, OfficialShare.consistent, OfficialShare.notConsistent, SheetsAgree.kind, SheetsDiffer.kind,
    NothingShared.kind,
  ]
  static let tables: [any AnyTableKind] = [
    QuickCountReport.estimates, QuickCountReport.strata, QuickCountReport.comparison,
  ]
  static let estimatesFigure = FigureKind(
    "estimates", Text(en: "Estimates from the sample", es: "Estimaciones por la muestra"))
  static let figures = [estimatesFigure]

  /// How a sample was drawn.
  enum Draw: String, CaseIterable, ParameterValue {
    /// Stations, at random within each stratum.
    case stratifiedRandom = "stratified_random"
    /// Areas such as polling places, at random within each stratum, with all of their stations.
    case clustered
    /// In any other way.
    case notRandom = "not_random"
  }

  @Input(.sheets, "the sheets of the sample that came in") var sample: Sheets
  @Input(oneOf: .strata, "the strata that the sample was drawn from; or else `frame`") var strata: Strata?
  @Input(oneOf: .stations, "all stations that the sample was drawn from, with their strata; or else `strata`")
  var frame: Stations?
  @Input(.stations, "the stations that were drawn, whether or not a sheet came in") var design: Stations?
  @Input(.sheets, "the official sheets") var official: Sheets?
  @Parameter("how the sample was drawn; it must be said") var probabilitySample: Draw?
  @Parameter("for a clustered sample, the area level whose units were drawn whole") var cluster: String?
  @Parameter("confidence of the intervals", in: 0.5...0.999) var confidence = 0.95
  @Parameter("what shares are of: valid votes, or all ballots cast") var denominator = ShareBase.valid
  @Parameter("an area level, to tell the estimates of its areas too") var per: String?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let (frame, isRandom) = (try checkedFrame(), probabilitySample != .notRandom)
    let level = try CountsParameter.level(per, "per", of: sample)
    let whole = whole(of: sample)
    let incoming = try IncomingSample(
      sample, whole: whole, design: drawn, list: self.frame, frame: frame, cluster: cluster)
    addLeftOut(incoming, to: &findings)
    try findings.add(QuickCountReport.strata, QuickCountReport.StratumRow.all(incoming, frame))
    guard isRandom else {
      findings.add(
        ObservedOnly(used: incoming.rows.count, total: frame.total), about: sample.contest.id, from: evidence)
      return
    }
    let units = try incoming.stratified(frame)
    addResponse(incoming, units, frame, to: &findings)
    guard let shares = shares(of: incoming.byUnit(), units, whole) else {
      findings.add(NothingToEstimate(used: incoming.rows.count), about: sample.contest.id, from: evidence)
      return
    }
    try Task.checkCancellation()
    var rows = addEstimates(shares, to: &findings)
    if let level { rows += try addAreas(level, incoming, units, whole, to: &findings) }
    try findings.add(QuickCountReport.estimates, rows)
    let comparison = comparison(incoming, units, whole)
    if let comparison { try add(comparison, to: &findings) }
    addFigure(shares, incoming, comparison, to: &findings)
  }

  // MARK: - What is given

  /// An edition that knows nothing of the draw has an empty list of it: that says no more than no list.
  private var drawn: Stations? { design.flatMap { $0.count > 0 ? $0 : nil } }

  var evidence: [Evidence] {
    [sample.evidence] + [strata?.evidence, frame?.evidence, drawn?.evidence].compactMap { $0 }
  }

  var quantile: Double { StandardNormal.quantile((1 + confidence) / 2) }
  /// ``confidence`` in percent.
  var level: Double { 100 * confidence }

  var base: Text {
    switch denominator {
    case .valid: Text(en: "the valid votes", es: "los votos válidos")
    case .all: Text(en: "all ballots cast", es: "todos los votos emitidos")
    }
  }

  func whole(of sheets: Sheets) -> Column<Int64> {
    switch denominator {
    case .valid: sheets.validVotes
    case .all: sheets.castBallots
    }
  }

  func name(_ option: Int) -> Text { sample.contest.options[option].name }

  /// What the sample was drawn from, once it is clear that what the analysis says of the draw fits together.
  private func checkedFrame() throws(DiagnosticsError) -> SampleFrame {
    guard let probabilitySample else { throw DiagnosticsError(CountsMessage.drawNotStated) }
    guard (probabilitySample == .clustered) == (cluster != nil) else {
      throw DiagnosticsError(CountsMessage.clusterWithout(cluster: cluster != nil))
    }
    if let official { try CountsParameter.require(official.source, contestOf: sample.source) }
    switch (strata, frame) {
    case (let strata?, nil): return try SampleFrame(strata, isClustered: cluster != nil)
    case (nil, let frame?): return try SampleFrame(frame, cluster: cluster)
    default: throw DiagnosticsError(CountsMessage.bothFrames)
    }
  }

  // MARK: - What came in

  private func addLeftOut(_ incoming: IncomingSample, to findings: inout Findings) {
    for reason in IncomingSample.Reason.allCases {
      guard let rows = incoming.leftOut[reason], !rows.isEmpty else { continue }
      findings.add(
        LeftOut(sheets: rows.count, reason: reason.text), about: reason.rawValue,
        from: [sample.evidence(rows: Array(rows.prefix(20)))])
    }
  }

  private func addResponse(
    _ incoming: IncomingSample, _ units: StratifiedSample, _ frame: SampleFrame, to findings: inout Findings
  ) {
    let contest = sample.contest.id
    let used = incoming.rows.count
    if let drawn = incoming.drawn, let design = self.drawn {
      if used < design.count {
        let shares = zip(incoming.used, drawn).filter { $1 > 0 }.map { 100 * Double($0) / Double($1) }
        findings.add(
          Partial(
            used: used, drawn: design.count, response: 100 * Double(used) / Double(design.count),
            least: shares.min() ?? 0), about: contest, from: evidence)
      } else {
        findings.add(Complete(drawn: design.count), about: contest, from: evidence)
      }
    } else {
      findings.add(DrawUnknown(used: used), about: contest, from: evidence)
    }
    if let clusters = incoming.incompleteClusters, clusters.some > 0 {
      findings.add(IncompleteClusters(places: clusters.some, all: clusters.all), about: contest, from: evidence)
    }
    let all = frame.units.count { $0 > 0 }
    if !units.emptyStrata.isEmpty, used > 0 {
      let stations = units.emptyStrata.reduce(0) { $0 + frame.stations[$1] }
      findings.add(
        EmptyStrata(
          strata: units.emptyStrata.count, all: all, stations: stations, total: frame.total,
          share: 100 * Double(stations) / Double(frame.total)), about: contest, from: evidence)
    }
    if !units.singletons.isEmpty {
      findings.add(SingletonStrata(strata: units.singletons.count, all: all), about: contest, from: evidence)
    }
  }

  // MARK: - Estimates

  private func shares(
    of sheets: SheetsByUnit, _ units: StratifiedSample, _ whole: Column<Int64>
  ) -> SampleShares? {
    SampleShares(sheets, of: units, votes: sample.votes, whole: whole, quantile: quantile)
  }

  private func row(
    _ option: Int, over other: Int? = nil, in area: String? = nil, units: Int, _ answer: SampleShares.Answer
  ) -> QuickCountReport.EstimateRow {
    let options = sample.contest.options
    return QuickCountReport.EstimateRow(
      area: area, option: options[option], over: other.map { options[$0] }, units: units, answer: answer)
  }

  private func addEstimates(
    _ shares: SampleShares, to findings: inout Findings
  ) -> [QuickCountReport.EstimateRow] {
    let options = sample.contest.options
    var rows: [QuickCountReport.EstimateRow] = []
    for option in shares.ranking {
      guard let answer = shares.share(option) else { continue }
      rows.append(row(option, units: shares.units.count, answer))
      findings.add(
        ShareEstimate(
          share: answer.quantity(.percent, level: confidence), level: level, standardError: answer.standardError,
          option: name(option), base: base),
        about: options[option].id, from: evidence)
    }
    guard let lead = lead(shares) else { return rows }
    rows.append(row(lead.first, over: lead.second, units: shares.units.count, lead.answer))
    findings.add(
      Margin(
        margin: lead.answer.quantity(.points, level: confidence), level: level,
        standardError: lead.answer.standardError, first: name(lead.first), second: name(lead.second), base: base),
      of: lead.answer.isClear ? Margin.clear : Margin.open,
      about: "\(options[lead.first].id)_over_\(options[lead.second].id)", from: evidence)
    return rows
  }

  /// The lead of the option with the largest estimate over the next one.
  private func lead(_ shares: SampleShares) -> (first: Int, second: Int, answer: SampleShares.Answer)? {
    let ranking = shares.ranking
    guard ranking.count > 1 else { return nil }
    return shares.lead(ranking[0], over: ranking[1]).map { (ranking[0], ranking[1], $0) }
  }

  private func addAreas(
    _ level: Int, _ incoming: IncomingSample, _ units: StratifiedSample, _ whole: Column<Int64>,
    to findings: inout Findings
  ) throws -> [QuickCountReport.EstimateRow] {
    var rows: [QuickCountReport.EstimateRow] = []
    var (areas, clear) = (0, 0)
    for (area, rowsOfArea) in zip(sample.areas.units[level], sample.areas.rowsByUnit(level)) {
      try Task.checkCancellation()
      guard let shares = shares(of: incoming.byUnit(rowsOfArea), units, whole) else { continue }
      areas += 1
      for option in shares.ranking {
        if let answer = shares.share(option) {
          rows.append(row(option, in: area.name, units: shares.units.count, answer))
        }
      }
      // Two units are the least that show how units differ.
      guard let lead = lead(shares) else { continue }
      rows.append(row(lead.first, over: lead.second, in: area.name, units: shares.units.count, lead.answer))
      if shares.units.count > 1, lead.answer.isClear { clear += 1 }
    }
    findings.add(
      AreaLeads(clear: clear, areas: areas, level: self.level, areaLevel: Text(sample.areas.levels[level])),
      about: sample.areas.levels[level], from: evidence)
    return rows
  }

  private func addFigure(
    _ shares: SampleShares, _ incoming: IncomingSample, _ comparison: OfficialComparison?,
    to findings: inout Findings
  ) {
    let rows = shares.ranking.compactMap { option in
      shares.share(option).map { answer in
        QuickCountFigure.Row(
          name: name(option), answer: answer, official: comparison?.line(option).map { 100 * $0.official })
      }
    }
    let takeaway = lead(shares).map { lead in
      let margin = lead.answer.quantity(.points, level: confidence)
      return Text(
        en: "Lead of \(name(lead.first).en) over \(name(lead.second).en): \(margin.text(.english)).",
        es: "Ventaja de \(name(lead.first).es) sobre \(name(lead.second).es): \(margin.text(.spanish)).")
    }
    let figure = QuickCountFigure(
      rows, takeaway: takeaway ?? Self.summary, base: base, confidence: confidence,
      isComplete: drawn.map { incoming.rows.count == $0.count },
      source: sample.source.declaration.source ?? sample.track.name)
    if let figure { findings.add(Self.estimatesFigure, figure.svg) }
  }
}
