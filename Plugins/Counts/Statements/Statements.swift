import ModuleKit

/// What was said of the outcome, and what was promised, held against what the count could support at that hour.
struct Statements: CodedOperation {
  static let summary = Text(
    en: "Claims to be ahead or to have most votes, and promised times, against the count of that hour",
    es: "Afirmaciones de ir por delante o tener más votos, y plazos prometidos, frente al conteo de ese momento")

  static let needsOneOf = ["bulletins", "sheets"]
  static let tables: [any AnyTableKind] = [StatementRow.kind]

  @Input(.claims, "what was said; `option` names the option that a claim puts first") var claims: ModuleKit.Claims
  @Input(.bulletins, "the published counts") var bulletins: Bulletins?
  @Input(.sheets, "the sheets, which say when they were published") var sheets: Sheets?
  @Input(.stations, "all the stations there are, with their registered voters") var stations: Stations?
  @Parameter("least votes of an outstanding sheet, relative to a counted one", in: 0.1...1) var sizeLow = 0.8
  @Parameter("most votes of an outstanding sheet, relative to a counted one", in: 1...10) var sizeHigh = 1.1

  typealias Code = StatementsCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    guard let contest = bulletins?.contest ?? sheets?.contest else {
      preconditionFailure("the host gives one of the two")
    }
    if let bulletins, let sheets { try CountsParameter.require(sheets.source, contestOf: bulletins.source) }
    var counts: [any PublishedCount] = []
    if let bulletins {
      counts.append(BulletinCount(bulletins, sizes: sizeLow...sizeHigh, zone: context.mission.zone))
    }
    if let sheets {
      guard let flow = SheetFlow(sheets) else {
        throw ModuleError(CountsMessage.withoutTimes(dataset: sheets.source.dataset))
      }
      let outstanding = OutstandingVoters(flow, stations, isEdition: context.asOf != nil)
      counts.append(SheetCount(flow: flow, outstanding: outstanding, zone: context.mission.zone))
    }
    var rows: [StatementRow] = []
    for claim in claims.all {
      try Task.checkCancellation()
      for count in counts {
        if let option = try CountsParameter.option(claim.option, "option", of: contest) {
          let statement = OutcomeStatement(claim, option: option, of: contest)
          rows += judge(statement, by: count, context, to: &findings)
        }
        addDeadline(claim, count, contest, context, to: &findings)
      }
    }
    findings.add(table: try StatementRow.kind.table(rows.map(\.cells)), as: StatementRow.kind.name)
  }

  /// One statement against one count. A statement whose hour is an interval is held against every count that can have
  /// been the latest; one of unknown hour against none.
  private func judge(
    _ statement: OutcomeStatement, by count: any PublishedCount, _ context: Context,
    to findings: inout CodedFindings<Code>
  ) -> [StatementRow] {
    let claim = statement.claim
    let publication = claim.provenance.publication
    let subject = claim.provenance.key + count.suffix
    var words = [
      "source": claim.provenance.sourceName, "says": claim.saying,
      "published": publication.text(in: context.mission.zone),
    ]
    guard let latest = publication.to else {
      findings.add(.hourUnknown, about: subject, words: words, from: [claims.evidence([claim])])
      return []
    }
    let states = count.states(from: publication.from, to: latest)
    let verdicts = states.map { statement.verdict($0) }
    let published = states.compactMap { $0 }
    words["count_then"] = CountState.words(states, of: statement.contest)
    let evidence = [claims.evidence([claim])] + count.evidence(published)
    if published.isEmpty {
      words["count_then"] = nil
      findings.add(.beforeCount, about: subject, words: words, from: evidence)
    } else if Set(verdicts).count == 1, let verdict = verdicts.first {
      // With several hours possible, the last count is the one whose numbers stand in the finding.
      let state = published[published.count - 1]
      words["needed_words"] = verdict == .consistent ? Text("") : state.neededWords
      findings.add(verdict.code, about: subject, state.values, words: words, from: evidence)
    } else {
      findings.add(
        verdicts.contains(.consistent) ? .dependsOnHour : .unsupported, about: subject, words: words, from: evidence)
    }
    addHindsight(statement, count, subject, latest, to: &findings)
    return zip(states, verdicts).map { StatementRow(statement: statement, count: count.name, state: $0, verdict: $1) }
  }

  /// What was declared or counted later; nobody could know it at the hour.
  private func addHindsight(
    _ statement: OutcomeStatement, _ count: any PublishedCount, _ subject: String, _ latest: Instant,
    to findings: inout CodedFindings<Code>
  ) {
    guard let end = count.end, end.known > latest, let leader = end.leader, let lead = end.lead else { return }
    let options = statement.contest.options
    findings.add(
      .hindsight, about: subject, ["lead": lead],
      words: [
        "source": statement.claim.provenance.sourceName, "claimed": options[statement.option].name,
        "leader": options[leader].name, "published": end.published,
      ], from: [claims.evidence([statement.claim])] + count.evidence([end]))
  }

  /// Where the count stood when something promised was due.
  private func addDeadline(
    _ claim: Claim, _ count: any PublishedCount, _ contest: Contest, _ context: Context,
    to findings: inout CodedFindings<Code>
  ) {
    guard let due = claim.dueTo, context.asOf.map({ $0 >= due }) ?? true else { return }
    let states = count.states(from: claim.dueFrom ?? due, to: due)
    let words = [
      "source": claim.provenance.sourceName, "says": claim.saying,
      "due": Publication(from: claim.dueFrom, to: due, basis: .stated).text(in: context.mission.zone),
      "count_then": CountState.words(states, of: contest),
    ]
    findings.add(
      .deadline, about: claim.provenance.key + count.suffix, words: words,
      from: [claims.evidence([claim])] + count.evidence(states.compactMap { $0 }))
  }
}

/// A claim that an option is ahead, or has most votes of all.
struct OutcomeStatement {
  /// What is claimed.
  enum Sort: String {
    /// That the option is ahead so far.
    case ahead
    /// That it has most votes of all.
    case most
  }

  /// What a count says of a claim.
  enum Verdict: String {
    case consistent
    /// The count did not decide it yet.
    case aheadOfCount = "ahead_of_count"
    /// The count showed otherwise.
    case contradicts

    var code: StatementsCode {
      switch self {
      case .consistent: .consistent
      case .aheadOfCount: .aheadOfCount
      case .contradicts: .contradicts
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

  /// The same rule for every option and every speaker; nil stands for no count at all.
  func verdict(_ state: CountState?) -> Verdict {
    guard let state else { return .aheadOfCount }
    switch (state.leader, sort) {
    case (option, .ahead): return .consistent
    case (option, .most): return state.isDecided ? .consistent : .aheadOfCount
    case (nil, .most): return state.isDecided ? .contradicts : .aheadOfCount
    default: return .contradicts
    }
  }
}
