import ModuleKit

/// What was said of the outcome, and what was promised, held against what the count could support at that hour.
struct Statements: ModuleOperation {
  static let summary = Text(
    en:
      "Claims to be ahead or to have most votes, and promised times, against the count of that hour",
    es:
      "Afirmaciones de ir en primer lugar o tener más votos, y plazos prometidos, frente al conteo de ese momento"
  )

  static let findings: [any AnyFindingKind] = [
    AgainstOneCount.consistent, AgainstOneCount.aheadOfCount, AgainstOneCount.contradicts,
    AgainstSeveralCounts.unsupported, AgainstSeveralCounts.dependsOnHour, WithoutCount.beforeCount,
    WithoutCount.hourUnknown, Hindsight.kind, Deadline.kind,
    AgainstComputed.agreement, AgainstComputed.tension, AgainstComputed.contradiction,
    NumbersWithheld.kind,
  ]
  static let tables: [any AnyTableKind] = [StatementRow.kind]

  @Input(.claims, "what was said; `option` names the option that a claim puts first") var claims: ModuleKit.Claims
  @Input(oneOf: .bulletins, "the published counts") var bulletins: Bulletins?
  @Input(oneOf: .sheets, "the sheets, which say when they were published") var sheets: Sheets?
  @Input(.stations, "all the stations there are, with their registered voters") var stations: Stations?
  @Parameter("least votes of an outstanding sheet, relative to a counted one", in: 0.1...1)
  var sizeLow = 0.8
  @Parameter("most votes of an outstanding sheet, relative to a counted one", in: 1...10)
  var sizeHigh = 1.1

  func run(_ findings: inout Findings, _ context: Context) async throws {
    guard let contest = bulletins?.contest ?? sheets?.contest else {
      preconditionFailure("the host gives one of the two")
    }
    if let bulletins, let sheets {
      try CountsParameter.require(sheets.source, contestOf: bulletins.source)
    }
    var counts: [any PublishedCount] = []
    if let bulletins {
      counts.append(BulletinCount(bulletins, sizes: sizeLow...sizeHigh, zone: context.mission.zone))
    }
    if let sheets {
      guard let flow = SheetFlow(sheets) else {
        throw DiagnosticsError(CountsMessage.withoutTimes(dataset: sheets.source.dataset))
      }
      let outstanding = OutstandingVoters(flow, stations, isEdition: context.asOf != nil)
      counts.append(SheetCount(flow: flow, outstanding: outstanding, zone: context.mission.zone))
    }
    findings.addWithheld(of: sheets)
    let gaps = bulletins.map { Gap.all(between: $0) } ?? []
    var rows: [StatementRow] = []
    for claim in claims.all {
      try Task.checkCancellation()
      for count in counts {
        if let option = try CountsParameter.option(claim.option, "option", of: contest) {
          let statement = OutcomeStatement(claim, option: option, of: contest)
          rows += judge(statement, by: count, context, to: &findings)
        }
        addDeadline(claim, count, contest, context, to: &findings)
        addComputed(claim, count, gaps: gaps, context, to: &findings)
      }
    }
    try findings.add(StatementRow.kind, rows)
  }

  /// One statement against one count. A statement whose hour is an interval is held against every count that can have
  /// been the latest; one of unknown hour against none.
  private func judge(
    _ statement: OutcomeStatement, by count: any PublishedCount, _ context: Context,
    to findings: inout Findings
  ) -> [StatementRow] {
    let claim = statement.claim
    let publication = claim.provenance.publication
    let subject = claim.provenance.key + count.suffix
    let (source, says) = (claim.provenance.sourceName, claim.words)
    let time = publication.text(in: context.mission.zone)
    guard let latest = publication.to else {
      findings.add(
        WithoutCount(source: source, says: says, published: time), of: WithoutCount.hourUnknown,
        about: subject,
        from: [claims.evidence([claim])])
      return []
    }
    let states = count.states(from: publication.from, to: latest)
    let verdicts = states.map { statement.verdict($0) }
    let published = states.compactMap { $0 }
    let countThen = CountState.words(states, of: statement.contest)
    let evidence = [claims.evidence([claim])] + count.evidence(published)
    if published.isEmpty {
      findings.add(
        WithoutCount(source: source, says: says, published: time), of: WithoutCount.beforeCount,
        about: subject,
        from: evidence)
    } else if Set(verdicts).count == 1, let verdict = verdicts.first {
      // The numbers of a count that may not have been out yet are in the table alone.
      let certain = states[0]
      findings.add(
        AgainstOneCount(
          lead: certain?.lead.flatMap { $0.unit == .votes ? $0 : nil },
          leadPoints: certain?.lead.flatMap { $0.unit == .points ? $0 : nil },
          counted: certain?.countedPercent,
          needed: certain?.needed, source: source, says: says, published: time, countThen: countThen,
          neededWords: verdict == .consistent || states.count > 1
            ? Text("") : certain?.neededWords ?? Text("")),
        of: verdict.kind, about: subject, from: evidence)
    } else {
      findings.add(
        AgainstSeveralCounts(source: source, says: says, published: time, countThen: countThen),
        of: verdicts.contains(.consistent)
          ? AgainstSeveralCounts.dependsOnHour : AgainstSeveralCounts.unsupported,
        about: subject, from: evidence)
    }
    addHindsight(statement, count, subject, latest, to: &findings)
    return zip(states, verdicts).map {
      StatementRow(statement: statement, count: count.name, state: $0, verdict: $1)
    }
  }

  /// What was declared or counted later; nobody could know it at the hour.
  private func addHindsight(
    _ statement: OutcomeStatement, _ count: any PublishedCount, _ subject: String,
    _ latest: Instant,
    to findings: inout Findings
  ) {
    guard let end = count.end, end.known > latest, let leader = end.leader, let lead = end.lead
    else { return }
    let options = statement.contest.options
    findings.add(
      Hindsight(
        lead: lead, source: statement.claim.provenance.sourceName,
        claimed: options[statement.option].name, counter: end.source,
        leader: options[leader].name, published: end.published),
      about: subject, from: [claims.evidence([statement.claim])] + count.evidence([end]))
  }

  /// What the claim states beside what is computed of it.
  private func addComputed(
    _ claim: Claim, _ count: any PublishedCount, gaps: [Gap], _ context: Context, to findings: inout Findings
  ) {
    guard let stated = StatedFigure(claim, tolerance: ComputedFigure.tolerance) else { return }
    let isCertain = claim.isCertainlyComparable
    let computed = ComputedFigure.all(
      for: claim, count, gaps: count is BulletinCount ? gaps : [], context.mission.zone
    ) { bulletins?.evidence($0.before, $0.after) ?? claims.evidence([claim]) }
    func rank(_ figure: ComputedFigure) -> (ComputedFigure.Verdict, Double, Double) {
      (figure.verdict(on: stated, isCertain: isCertain), figure.low, figure.high)
    }
    let best = computed.max { rank($0) < rank($1) }
    guard let best else { return }
    let kind =
      switch best.verdict(on: stated, isCertain: isCertain) {
      case .agreement: AgainstComputed.agreement
      case .tension: AgainstComputed.tension
      case .contradiction: AgainstComputed.contradiction
      }
    let figure = stated.quantity(claim.unit)
    findings.add(
      AgainstComputed(
        stated: figure, computed: best.quantity(figure.unit), topic: claim.topicName,
        source: claim.provenance.sourceName, statedWords: claim.figureWords, computedWords: best.words(figure.unit),
        basis: best.basis),
      of: kind, about: claim.provenance.key + count.suffix, from: [claims.evidence([claim])] + best.evidence)
  }

  /// Where the count stood when something promised was due.
  private func addDeadline(
    _ claim: Claim, _ count: any PublishedCount, _ contest: Contest, _ context: Context,
    to findings: inout Findings
  ) {
    guard let due = claim.dueTo, context.asOf.map({ $0 >= due }) ?? true else { return }
    let states = count.states(from: claim.dueFrom ?? due, to: due)
    findings.add(
      Deadline(
        source: claim.provenance.sourceName, says: claim.words,
        due: Publication(from: claim.dueFrom, to: due, basis: .stated).text(
          in: context.mission.zone),
        countThen: CountState.words(states, of: contest)),
      about: claim.provenance.key + count.suffix,
      from: [claims.evidence([claim])] + count.evidence(states.compactMap { $0 }))
  }
}

/// A claim that an option is ahead, or has most votes of all.
struct OutcomeStatement {
  /// What is claimed.
  enum Sort: String, CellWord {
    /// That the option is ahead so far.
    case ahead
    /// That it has most votes of all.
    case most

    var text: Text {
      switch self {
      case .ahead: Text(en: "ahead so far", es: "en primer lugar hasta entonces")
      case .most: Text(en: "most votes", es: "más votos")
      }
    }
  }

  /// What a count says of a claim.
  enum Verdict: String, CellWord {
    case consistent
    /// The count did not decide it yet.
    case aheadOfCount = "ahead_of_count"
    /// The count showed otherwise.
    case contradicts

    var text: Text {
      switch self {
      case .consistent: Text(en: "consistent", es: "concuerda")
      case .aheadOfCount: Text(en: "ahead of the count", es: "se adelanta al conteo")
      case .contradicts: Text(en: "contradicts", es: "contradice")
      }
    }
  }

  let claim: Claim
  let contest: Contest
  /// The option that it puts first, by its place on the ballot.
  let option: Int
  let sort: Sort

  init(_ claim: Claim, option: Int, of contest: Contest) {
    (self.claim, self.option, self.contest) = (claim, option, contest)
    sort = claim.measure == Sort.ahead.rawValue ? .ahead : .most
  }

  /// The same rule for every option and every speaker; nil stands for no count at all. A count that has not decided who
  /// has most votes bears out nobody's claim to have them, and contradicts nobody's.
  func verdict(_ state: CountState?) -> Verdict {
    guard let state, sort == .ahead || state.isDecided else { return .aheadOfCount }
    return state.leader == option ? .consistent : .contradicts
  }
}
