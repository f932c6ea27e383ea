import ModuleKit
import Statistics

/// What ballots drawn at random say of a declared result, round by round.
struct Measure: ModuleOperation {
  /// How ballots are held against the declared result; to be chosen before the draw.
  enum Method: String, Sendable, CaseIterable, ParameterValue, CellWord {
    case providence, bravo, comparison

    var text: Text {
      switch self {
      case .providence: Text("Providence")
      case .bravo: Text("BRAVO")
      case .comparison: Text(en: "comparison with records", es: "comparación con los registros")
      }
    }
  }

  static let summary = Text(
    en: "What ballots drawn at random say of a declared result: a p-value for each assertion after each round",
    es: "Qué dicen de un resultado declarado las papeletas sorteadas: un valor p por afirmación tras cada ronda")

  static let findings: [any AnyFindingKind] = [
    AuditStanding.limitMet, AuditStanding.limitOpen, MeasuredRisk.met, MeasuredRisk.open, OneSided.kind,
    TiedAssertion.measured, NoRival.measured, ComparedBallots.kind, AbsentBallots.kind, CheckedDraw.kind,
    UncheckedDraw.kind, UnmeasuredRound.kind, WithdrawnBallots.kind,
  ]
  static let tables: [any AnyTableKind] = [pValues, differences, entered, unsettled] + Certificate.tables

  @Input(.bulletins, "the published counts, with the declared result") var bulletins: Bulletins
  @Input(oneOf: .roundTallies, "what was found on drawn ballots, added up by round") var tallies: RoundTallies?
  @Input(oneOf: .ballotChecks, "what was found on drawn ballots, one by one") var checks: BallotChecks?
  @Input(.ballotManifest, "the manifest that was drawn from") var manifest: BallotManifest?
  @Parameter("risk limit: the largest probability of confirming a wrong outcome") var risk = Proportion("0.05")
  @Parameter("how ballots are held against the declared result: chosen before the draw") var method = Method.providence
  @Parameter("the digits of the dice, so that the draw is made again and held against the entries") var seed: String?
  @Parameter("how numbers are made of the seed") var sampler = DrawRequest.Sampler.consistent
  @Parameter("probability with which a next round is to be enough, if the declared result is right", in: 0.01...0.999)
  var probability = 0.9
  @Parameter(
    "all ballots in the draw; those of the manifest, else the valid, blank and null votes where not given",
    unit: "ballots", in: 1...2_000_000_000)
  var ballots: Int?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    try addEntry(to: &findings)
    let audit = try audit()
    try bulletins.contest.mustBe(audit.contest)
    if let ballots, let manifest, ballots != manifest.ballots {
      throw DiagnosticsError(RecountMessage.ballotsDiffer(ballots, manifest: manifest.ballots))
    }
    guard let result = try ReportedVotes(bulletins, ballots: ballots ?? manifest?.ballots), audit.drawn > 0 else {
      return
    }
    let evidence = [bulletins.evidence(result.bulletin), audit.evidence]
    let draw = try addDraw(audit, to: &findings)
    try Task.checkCancellation()
    let assertions = result.assertions(of: bulletins.contest)
    if assertions.isEmpty {
      findings.add(NoRival(source: result.source), of: NoRival.measured, about: result.key, from: evidence)
      return
    }
    let measuring = MeasuredRound.Measuring(
      method: method, risk: risk.exact.approximation, probability: probability, all: result.ballots)
    var report = MeasureReport(source: result.source, risk: risk.exact.percent, measuring: measuring)
    for assertion in assertions {
      try Task.checkCancellation()
      guard assertion.margin > 0 else {
        findings.add(
          TiedAssertion(source: result.source, assertion: assertion.words), of: TiedAssertion.measured,
          about: assertion.id, from: evidence)
        continue
      }
      report.measured.append(
        try answer(Text(en: "'\(assertion.id)'", es: "«\(assertion.id)»")) { () throws(StatisticsError) in
          try MeasuredRound.all(of: assertion, in: audit, measuring)
        })
    }
    try report.add(to: &findings, of: assertions.count, about: result.key, from: evidence)
    try Certificate.add(
      Certificate.Terms(contest: bulletins.contest, result: result, method: method, risk: risk, draw: draw), audit,
      manifest?.batches ?? [], to: &findings)
    if case .ballots(let checks) = audit { try add(checks, to: &findings) }
  }

  /// What was entered.
  private func audit() throws(DiagnosticsError) -> Audit {
    switch (tallies, checks) {
    case (_?, _?): throw DiagnosticsError(RecountMessage.enteredTwice)
    case (_, let given?):
      let checks = given.whole
      try checks.mustBeWhole()
      if method == .comparison { try checks.mustBeCompared() }
      return .ballots(checks)
    case (let tallies?, nil):
      if method == .comparison { throw DiagnosticsError(RecountMessage.nothingToCompare) }
      return .tallies(tallies)
    case (nil, nil): preconditionFailure("one of two is given, as declared")
    }
  }

  /// Tells how the ballots are entered, where the dataset says it, and which rounds are not measured.
  private func addEntry(to findings: inout Findings) throws {
    guard let checks else { return }
    if !checks.withdrawn.isEmpty {
      findings.add(
        WithdrawnBallots(withdrawn: checks.withdrawn.count, entered: checks.ballots.count), about: "withdrawn",
        from: [checks.evidence])
    }
    let rounds = checks.rounds
    for round in rounds where !round.isWhole {
      findings.add(UnmeasuredRound(entered: round), about: "round \(round.name)", from: [checks.evidence])
    }
    guard checks.ballots.contains(where: { $0.entry != nil }) else { return }
    try findings.add(Self.entered, rounds)
    try findings.add(Self.unsettled, checks.ballots.filter { $0.entry?.counts == false })
  }

  /// Holds the entries against the draw where a seed is given.
  private func addDraw(_ audit: Audit, to findings: inout Findings) throws(DiagnosticsError) -> DrawnBallots? {
    guard let seed else {
      findings.add(UncheckedDraw(ballots: audit.drawn), about: "draw", from: [audit.evidence])
      return nil
    }
    guard let manifest else { throw DiagnosticsError(RecountMessage.seedWithoutManifest) }
    switch audit {
    case .tallies:
      findings.add(UncheckedDraw(ballots: audit.drawn), about: "draw", from: [audit.evidence])
      return nil
    case .ballots(let checks):
      let draw = try DrawnBallots(checks, from: manifest, seed: seed, sampler: sampler)
      findings.add(CheckedDraw(draw: draw), about: "draw", from: [audit.evidence])
      return draw
    }
  }

  /// What is to be said of the ballots themselves.
  private func add(_ checks: BallotChecks, to findings: inout Findings) throws {
    let evidence = [checks.evidence]
    let notFound = checks.ballots.count { $0.paper == .absent }
    let noRecord = checks.ballots.count { $0.record == .absent }
    if notFound + noRecord > 0 {
      findings.add(
        AbsentBallots(ballots: checks.ballots.count, notFound: notFound, noRecord: noRecord), about: "ballots",
        from: evidence)
    }
    guard method == .comparison else { return }
    let differing = checks.ballots.filter { $0.paper != $0.record || $0.paper == .absent }
    findings.add(
      ComparedBallots(ballots: checks.ballots.count, differing: differing.count), about: "ballots", from: evidence)
    try findings.add(
      Self.differences, differing.map { MarkedBallot(ballot: $0, words: checks.words($0)) })
  }
}
