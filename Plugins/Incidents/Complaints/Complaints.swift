import ModuleKit

/// The clocks of complaints: by which rule an act is due when, what was done in time, late or not at all, and rules that contradict
/// each other.
struct Complaints: ModuleOperation {
  static let summary = Text(
    en: "Which clocks of complaints run, were met or missed, by which rule, and which rules contradict each other",
    es: "Qué plazos de reclamaciones corren, se cumplieron o vencieron, según qué norma, y qué normas se contradicen")

  static let findings: [any AnyFindingKind] = [
    ComplaintsHeld.kind, NoComplaint.kind, Clock.passed, Clock.late, Clock.running, ClockOpen.kind, Clock.met,
    ClockNotStarted.kind, ContradictoryRules.kind, ComplaintsInConflict.kind, ComplaintsUnreadable.kind,
  ]
  static let tables: [any AnyTableKind] = [ClockReading.table]

  @Input(.complaints, "the complaints of the mission's log") var complaints: LoggedComplaints
  @Parameter("the instant at which clocks are read; that of the edition, where there is one, unless given") var at:
    Instant?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let instant = at ?? context.asOf
    let readings = complaints.all.map { ClockReading($0, at: instant) }
    try findings.add(ClockReading.table, readings)
    addWhole(to: &findings)
    let words = ClockWords(zone: context.mission.zone, instant: instant)
    for reading in readings {
      try Task.checkCancellation()
      let evidence = [complaints.evidence([reading.clock])]
      if let kind = Clock.kind(of: reading.state), let clock = words.clock(reading) {
        findings.add(clock, of: kind, about: reading.clock.key, from: evidence)
      } else if reading.state == .open, let open = words.open(reading.clock) {
        findings.add(open, about: reading.clock.key, from: evidence)
      } else if reading.state == .notStarted {
        findings.add(words.notStarted(reading.clock), about: reading.clock.key, from: evidence)
      }
    }
    addContradictions(words, to: &findings)
    let contradicted = complaints.all.filter { !$0.conflicts.isEmpty }
    if !contradicted.isEmpty {
      findings.add(
        ComplaintsInConflict(
          complaints: Set(contradicted.map(\.complaint)).count,
          list: Text { language in
            language.list(Set(contradicted.flatMap(\.conflicts)).sorted().map { LogFieldName.text($0)[language] })
          }),
        about: Summary.subject, from: [complaints.evidence(contradicted)])
    }
    let unreadable = complaints.all.filter(\.isUnreadable)
    if !unreadable.isEmpty {
      findings.add(
        ComplaintsUnreadable(complaints: Set(unreadable.map(\.complaint)).count), about: Summary.subject,
        from: [complaints.evidence(unreadable)])
    }
  }

  private func addWhole(to findings: inout Findings) {
    let byComplaint = Dictionary(complaints.all.map { ($0.complaint, $0) }) { first, _ in first }
    guard !byComplaint.isEmpty else {
      findings.add(
        NoComplaint(complaints: 0), about: Summary.subject,
        from: [
          Evidence(
            dataset: complaints.source.dataset, rows: [], citations: [complaints.source.citation], basis: .reported)
        ])
      return
    }
    let decided = byComplaint.values.filter { $0.done[.decide] != nil || $0.decision != nil }
    let decisions = ComplaintDecision.allCases.map { decision in
      (decision.text, byComplaint.values.count { $0.decision == decision })
    }.filter { $0.1 > 0 }
    let list = Text { language in
      let items = decisions.map { "\($0.0[language]): \(language.number($0.1))" }
      return items.isEmpty ? "" : " (\(items.joined(separator: ", ")))"
    }
    findings.add(
      ComplaintsHeld(
        complaints: byComplaint.count, decided: decided.count, list: list,
        withoutRule: Set(byComplaint.keys).subtracting(
          complaints.all.filter { $0.act != nil || $0.conflicts.contains("act") }.map(\.complaint)
        ).count),
      about: Summary.subject, from: [complaints.evidence(complaints.all)])
  }

  /// Rules that set different ends for one act of a complaint.
  private func addContradictions(_ words: ClockWords, to findings: inout Findings) {
    struct Act: Hashable { let complaint: String, act: ComplaintAct }
    var groups: [Act: [ComplaintClock]] = [:]
    for clock in complaints.all where clock.due != nil && !clock.isUnreadable {
      guard let act = clock.act else { continue }
      groups[Act(complaint: clock.complaint, act: act), default: []].append(clock)
    }
    for (act, clocks) in groups.sorted(by: {
      ($0.key.complaint, $0.key.act.rawValue) < ($1.key.complaint, $1.key.act.rawValue)
    })
    where Set(clocks.map(\.due)).count > 1 {
      let first = clocks[0]
      findings.add(
        ContradictoryRules(
          rules: clocks.count, complaint: words.name(first), act: act.act.text, list: words.rules(clocks)),
        about: "\(act.complaint)_\(act.act.rawValue)", from: [complaints.evidence(clocks)])
    }
  }
}
