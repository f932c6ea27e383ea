import ModuleKit
import Statistics

/// What a sample of sheets says of the whole count, where the sample was drawn at random; and what came in of it.
struct QuickCount: ModuleOperation {
  static let summary = Text(
    en: "Shares and leads estimated from a random sample of sheets, what is missing of it, and the official count",
    es: "Proporciones y ventajas estimadas con una muestra aleatoria de actas, lo que falta y el cómputo oficial")

  static let findings: [any AnyFindingKind] = [
    ShareEstimate.kind, UniformShare.kind, Margin.clear, Margin.open, WorstCaseLead.kind, WorstCaseLead.ofStrata,
    AreaLeads.kind, CountedShare.kind, CountedLead.kind, NoInterval.kind, ObservedOnly.kind, NothingToEstimate.kind,
    Complete.kind, Partial.kind, DrawUnknown.kind, IncompleteClusters.kind, EmptyStrata.kind, SingletonStrata.kind,
    LeftOut.kind, OfficialShare.consistent, OfficialShare.notConsistent, OfficialUntested.kind, SheetsAgree.kind,
    SheetsDiffer.kind, LeadChange.kind, NothingShared.kind, NumbersWithheld.kind,
  ]
  static let tables: [any AnyTableKind] = [
    QuickCountReport.estimates, QuickCountReport.worstCase, QuickCountReport.strata, QuickCountReport.comparison,
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
  @Parameter(
    "what stands in for the variance of strata of one unit: neighbours put together, or `certainty` or `adjust` of R's survey"
  ) var singleUnitStrata = StratifiedSample.SingleUnits.collapse
  @Parameter("an area level, to tell the estimates of its areas too") var per: String?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let (frame, isRandom) = (try checkedFrame(), probabilitySample != .notRandom)
    let level = try CountsParameter.level(per, "per", of: sample)
    let whole = whole(of: sample)
    let incoming = try IncomingSample(
      sample, whole: whole, design: drawn, list: self.frame, frame: frame, cluster: cluster)
    addLeftOut(incoming, to: &findings)
    findings.addWithheld(of: sample, official)
    try findings.add(QuickCountReport.strata, QuickCountReport.StratumRow.all(incoming, frame))
    guard isRandom else {
      findings.add(
        ObservedOnly(used: incoming.rows.count, total: frame.total), about: sample.contest.id, from: evidence)
      return
    }
    let units = try incoming.stratified(frame, singleUnitStrata)
    // What is counted in full is no sample: nothing was left to a draw.
    let isCounted = units.isCensus && incoming.rows.count == frame.total
    if !isCounted { addResponse(incoming, units, frame, to: &findings) }
    let base = base(units, frame)
    guard let shares = shares(of: incoming.byUnit(), units, whole) else {
      findings.add(NothingToEstimate(used: incoming.rows.count), about: sample.contest.id, from: evidence)
      return
    }
    try Task.checkCancellation()
    let official = comparison(incoming, units, whole)
    if isCounted {
      addCounted(shares, frame, to: &findings)
    } else if shares.degrees == 0 {
      addNoInterval(incoming, units, frame, to: &findings)
    } else {
      var rows = addEstimates(shares, incoming.completeness, base, to: &findings)
      try addWorstCase(shares, incoming, frame, to: &findings)
      if let level { rows += try addAreas(level, incoming, units, whole, to: &findings) }
      try findings.add(QuickCountReport.estimates, rows)
      addFigure(shares, incoming, official, base, to: &findings)
    }
    if let official {
      try add(official, isCounted ? .counted : Testing(incoming, units), to: &findings)
    }
  }

  // MARK: - What is given

  /// An edition that knows nothing of the draw has an empty list of it: that says no more than no list.
  var drawn: Stations? { design.flatMap { $0.count > 0 ? $0 : nil } }

  var evidence: [Evidence] {
    [sample.evidence] + [strata?.evidence, frame?.evidence, drawn?.evidence].compactMap { $0 }
  }

  /// ``confidence`` in percent.
  var level: Double { 100 * confidence }

  var base: Text {
    switch denominator {
    case .valid: Text(en: "the valid votes", es: "los votos válidos")
    case .all: Text(en: "all ballots cast", es: "todos los votos emitidos")
    }
  }

  /// ``base``, of the strata of which sheets came in where these are not all.
  private func base(_ units: StratifiedSample, _ frame: SampleFrame) -> Text {
    let without = units.emptyStrata.reduce(0) { $0 + frame.stations[$1] }
    guard without > 0 else { return base }
    // Rounded down: some are missing.
    let covered = Quantity((1e4 * Double(frame.total - without) / Double(frame.total)).rounded(.down) / 100, .percent)
    return Text(
      en: "\(base.en) in the strata of which sheets came in, \(covered.text(.english)) of all stations",
      es: "\(base.es) en los estratos de los que llegaron actas, el \(covered.text(.spanish)) de todas las mesas")
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
      findings.add(
        SingletonStrata(strata: units.singletons.count, all: all, treatment: singleUnitStrata.treatment),
        about: contest, from: evidence)
    }
  }
}
