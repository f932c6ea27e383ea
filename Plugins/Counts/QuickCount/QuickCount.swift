import ModuleKit
import Statistics

/// What a sample of sheets says of the whole count, where the sample was drawn at random; and what came in of it.
struct QuickCount: CodedOperation {
  static let summary = Text(
    en: "Shares and leads estimated from a random sample of sheets, what is missing of it, and the official count",
    es: "Proporciones y ventajas estimadas con una muestra aleatoria de actas, lo que falta y el cómputo oficial")

  static let needsOneOf = ["strata", "frame"]
  static let tables: [any AnyTableKind] = QuickCountReport.tables
  static let figures = [
    FigureKind("estimates", Text(en: "Estimates from the sample", es: "Estimaciones por la muestra"))
  ]

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
  @Input(.strata, "the strata that the sample was drawn from; or else `frame`") var strata: Strata?
  @Input(.stations, "all stations that the sample was drawn from, with their strata; or else `strata`")
  var frame: Stations?
  @Input(.stations, "the stations that were drawn, whether or not a sheet came in") var design: Stations?
  @Input(.sheets, "the official sheets") var official: Sheets?
  @Parameter("how the sample was drawn; it must be said") var probabilitySample: Draw?
  @Parameter("for a clustered sample, the area level whose units were drawn whole") var cluster: String?
  @Parameter("confidence of the intervals", in: 0.5...0.999) var confidence = 0.95
  @Parameter("what shares are of: valid votes, or all ballots cast") var denominator = ShareBase.valid
  @Parameter("an area level, to tell the estimates of its areas too") var per: String?

  typealias Code = QuickCountCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    let (frame, isRandom) = (try checkedFrame(), probabilitySample != .notRandom)
    let level = try CountsParameter.level(per, "per", of: sample)
    let whole = whole(of: sample)
    let incoming = try IncomingSample(
      sample, whole: whole, design: drawn, list: self.frame, frame: frame, cluster: cluster)
    addLeftOut(incoming, to: &findings)
    findings.add(table: try QuickCountReport.strata(incoming, frame), as: "strata")
    guard isRandom else {
      findings.add(
        .observedOnly, about: sample.contest.id,
        ["used": Quantity(incoming.rows.count, .number), "total": Quantity(frame.total, .number)], from: evidence)
      return
    }
    let units = try incoming.stratified(frame)
    addResponse(incoming, units, frame, to: &findings)
    guard let shares = shares(of: incoming.byUnit(), units, whole) else {
      findings.add(
        .nothingToEstimate, about: sample.contest.id, ["used": Quantity(incoming.rows.count, .number)], from: evidence)
      return
    }
    try Task.checkCancellation()
    var rows = addEstimates(shares, to: &findings)
    if let level { rows += try addAreas(level, incoming, units, whole, to: &findings) }
    findings.add(table: try QuickCountReport.estimates.table(rows), as: "estimates")
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
  var level: Quantity { Quantity(100 * confidence, .percent) }

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
  private func checkedFrame() throws(ModuleError) -> SampleFrame {
    guard let probabilitySample else { throw ModuleError(CountsMessage.drawNotStated) }
    guard (probabilitySample == .clustered) == (cluster != nil) else {
      throw ModuleError(CountsMessage.clusterWithout(cluster: cluster != nil))
    }
    if let official { try CountsParameter.require(official.source, contestOf: sample.source) }
    switch (strata, frame) {
    case (let strata?, nil): return try SampleFrame(strata, isClustered: cluster != nil)
    case (nil, let frame?): return try SampleFrame(frame, cluster: cluster)
    default: throw ModuleError(CountsMessage.bothFrames)
    }
  }

  // MARK: - What came in

  private func addLeftOut(_ incoming: IncomingSample, to findings: inout CodedFindings<Code>) {
    for reason in IncomingSample.Reason.allCases {
      guard let rows = incoming.leftOut[reason], !rows.isEmpty else { continue }
      findings.add(
        .leftOut, about: reason.rawValue, ["sheets": Quantity(rows.count, .number)], words: ["reason": reason.words],
        from: [sample.evidence(rows: Array(rows.prefix(20)))])
    }
  }

  private func addResponse(
    _ incoming: IncomingSample, _ units: StratifiedSample, _ frame: SampleFrame, to findings: inout CodedFindings<Code>
  ) {
    let contest = sample.contest.id
    let used = incoming.rows.count
    if let drawn = incoming.drawn, let design = self.drawn {
      let shares = zip(incoming.used, drawn).filter { $1 > 0 }.map { 100 * Double($0) / Double($1) }
      let values = ["used": Quantity(used, .number), "drawn": Quantity(design.count, .number)]
      if used < design.count {
        findings.add(
          .partial, about: contest,
          values.merging([
            "response": Quantity(100 * Double(used) / Double(design.count), .percent),
            "least": Quantity(shares.min() ?? 0, .percent),
          ]) { first, _ in first }, from: evidence)
      } else {
        findings.add(.complete, about: contest, ["drawn": Quantity(design.count, .number)], from: evidence)
      }
    } else {
      findings.add(.drawUnknown, about: contest, ["used": Quantity(used, .number)], from: evidence)
    }
    if let clusters = incoming.incompleteClusters, clusters.some > 0 {
      findings.add(
        .incompleteClusters, about: contest,
        ["places": Quantity(clusters.some, .number), "all": Quantity(clusters.all, .number)], from: evidence)
    }
    let all = Quantity(frame.units.count { $0 > 0 }, .number)
    if !units.emptyStrata.isEmpty, used > 0 {
      let stations = units.emptyStrata.reduce(0) { $0 + frame.stations[$1] }
      findings.add(
        .emptyStrata, about: contest,
        [
          "strata": Quantity(units.emptyStrata.count, .number), "all": all, "stations": Quantity(stations, .number),
          "total": Quantity(frame.total, .number),
          "share": Quantity(100 * Double(stations) / Double(frame.total), .percent),
        ], from: evidence)
    }
    if !units.singletons.isEmpty {
      findings.add(
        .singletonStrata, about: contest, ["strata": Quantity(units.singletons.count, .number), "all": all],
        from: evidence)
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
  ) -> [Cell] {
    let options = sample.contest.options
    return [
      area.map(Cell.text) ?? .missing, .text(options[option].id), other.map { .text(options[$0].id) } ?? .missing,
      .integer(Int64(units)), .number(answer.value), .number(answer.standardError), .number(answer.low),
      .number(answer.high), .number(answer.uncorrectedError),
    ]
  }

  private func addEstimates(_ shares: SampleShares, to findings: inout CodedFindings<Code>) -> [[Cell]] {
    var rows: [[Cell]] = []
    for option in shares.ranking {
      guard let answer = shares.share(option) else { continue }
      rows.append(row(option, units: shares.units.count, answer))
      findings.add(
        .estimate, about: sample.contest.options[option].id,
        [
          "share": answer.quantity(.percent, level: confidence), "level": level,
          "standard_error": Quantity(answer.standardError, .points),
        ], words: ["option": name(option), "base": base], from: evidence)
    }
    guard let lead = lead(shares) else { return rows }
    rows.append(row(lead.first, over: lead.second, units: shares.units.count, lead.answer))
    findings.add(
      lead.answer.isClear ? .margin : .marginOpen,
      about: "\(sample.contest.options[lead.first].id)_over_\(sample.contest.options[lead.second].id)",
      [
        "margin": lead.answer.quantity(.points, level: confidence), "level": level,
        "standard_error": Quantity(lead.answer.standardError, .points),
      ], words: ["first": name(lead.first), "second": name(lead.second), "base": base], from: evidence)
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
    to findings: inout CodedFindings<Code>
  ) throws -> [[Cell]] {
    var rows: [[Cell]] = []
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
      .areas, about: sample.areas.levels[level],
      ["clear": Quantity(clear, .number), "areas": Quantity(areas, .number), "level": self.level],
      words: ["area_level": Text(sample.areas.levels[level])], from: evidence)
    return rows
  }

  private func addFigure(
    _ shares: SampleShares, _ incoming: IncomingSample, _ comparison: OfficialComparison?,
    to findings: inout CodedFindings<Code>
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
    if let figure { findings.add(figure: figure.svg, as: "estimates") }
  }
}

extension IncomingSample.Reason {
  /// The reason as the end of a sentence that begins with `because`.
  fileprivate var words: Text {
    switch self {
    case .repeated:
      Text(
        en: "another sheet of their station stands before them", es: "otra acta de su mesa figura antes que ellas")
    case .notDrawn: Text(en: "their station was not drawn", es: "su mesa no fue sorteada")
    case .notOnList:
      Text(en: "their station is not on the list of stations", es: "su mesa no figura en la lista de mesas")
    case .unknownStratum:
      Text(en: "their stratum is missing or not in the frame", es: "su estrato falta o no está en el marco muestral")
    case .incomplete: Text(en: "votes or their total are missing", es: "faltan votos o su total")
    }
  }
}
