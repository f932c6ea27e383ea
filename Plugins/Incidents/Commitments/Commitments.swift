import ModuleKit

/// What offices and parties undertook to do: what was kept, kept late or not kept, and whose time runs or is over.
struct Commitments: ModuleOperation {
  static let summary = Text(
    en: "Which commitments were kept, kept late or not kept, and of which the time runs or is over",
    es:
      "Qué compromisos se cumplieron, se cumplieron tarde o no se cumplieron, y cuáles tienen plazo en curso o vencido")

  static let findings: [any AnyFindingKind] = [
    CommitmentsHeld.kind, NoCommitment.kind, Standing.kept, Standing.keptLate, Standing.notKept, Standing.withdrawn,
    Standing.open, Term.passed, Term.running, CommitmentsInConflict.kind, CommitmentsUnreadable.kind,
  ]
  static let tables: [any AnyTableKind] = [CommitmentReading.table]

  @Input(.commitments, "the commitments of the mission's log") var commitments: LoggedCommitments
  @Parameter("the instant at which times are read; that of the edition, where there is one, unless given") var at:
    Instant?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let instant = at ?? context.asOf
    let readings = commitments.all.map { CommitmentReading($0, at: instant) }
    try findings.add(CommitmentReading.table, readings)
    addWhole(readings, to: &findings)
    let words = CommitmentWords(zone: context.mission.zone)
    for reading in readings {
      try Task.checkCancellation()
      let (key, evidence) = (reading.commitment.provenance.key, [commitments.evidence([reading.commitment])])
      if let kind = Standing.kind(of: reading.state) {
        findings.add(words.standing(reading), of: kind, about: key, from: evidence)
      } else if let instant, let kind = Term.kind(of: reading.state), let term = words.term(reading, at: instant) {
        findings.add(term, of: kind, about: key, from: evidence)
      }
    }
    addDoubts(to: &findings)
  }

  private func addWhole(_ readings: [CommitmentReading], to findings: inout Findings) {
    guard !readings.isEmpty else {
      findings.add(
        NoCommitment(commitments: 0), about: Summary.subject,
        from: [
          Evidence(
            dataset: commitments.source.dataset, rows: [], citations: [commitments.source.citation], basis: .reported)
        ])
      return
    }
    let counts = CommitmentReading.State.allCases.map { state in (state.text, readings.count { $0.state == state }) }
      .filter { $0.1 > 0 }
    findings.add(
      CommitmentsHeld(
        commitments: readings.count,
        list: Text { language in
          language.list(counts.map { "\($0.0[language]) (\(language.number($0.1)))" })
        }),
      about: Summary.subject, from: [commitments.evidence(commitments.all)])
  }

  private func addDoubts(to findings: inout Findings) {
    let contradicted = commitments.all.filter { !$0.conflicts.isEmpty }
    if !contradicted.isEmpty {
      findings.add(
        CommitmentsInConflict(
          commitments: contradicted.count,
          list: Text { language in
            language.list(Set(contradicted.flatMap(\.conflicts)).sorted().map { LogFieldName.text($0)[language] })
          }),
        about: Summary.subject, from: [commitments.evidence(contradicted)])
    }
    let unreadable = commitments.all.filter(\.isUnreadable)
    if !unreadable.isEmpty {
      findings.add(
        CommitmentsUnreadable(commitments: unreadable.count), about: Summary.subject,
        from: [commitments.evidence(unreadable)])
    }
  }
}
