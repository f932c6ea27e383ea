import ModuleKit

/// What bulletins show of an outcome by a rule other than plurality.
struct BulletinOutcomes {
  let bulletins: Bulletins
  /// The fewest and the most votes of an outstanding sheet, relative to a counted one.
  let sizes: ClosedRange<Double>
  let zone: Zone

  /// Adds what `bulletin` shows: as known then, and by the total that was declared later.
  func add(
    _ turning: TurningVotes, of bulletin: Bulletin, declared: Bulletin?, to findings: inout Findings,
    _ report: inout TimelineReport
  ) {
    let counted = bulletin.counted(in: bulletins.contest)
    if let outstanding = OutstandingSheets(bulletin, holding: counted, sizes: sizes)?.all {
      let needed = turning.needed(outstanding)
      findings.add(
        finding(needed, turning, outstanding, bulletin, Timeline.condition(sizes)),
        of: needed.reach == .out ? Timeline.OutcomeByRule.knownOutOfReach : Timeline.OutcomeByRule.known,
        about: bulletin.provenance.key, from: [bulletins.evidence(bulletin)])
      report.add(row(.then, needed, turning, outstanding, bulletin))
    }
    guard let declared, let total = declared.counted(in: bulletins.contest)?.value, let counted, total > counted.value
    else { return }
    let left = Double(total - counted.value)
    let outstanding = TurningVotes.Outstanding(
      votes: Quantity(total - counted.value, .votes), middle: left, fewest: left, most: left)
    let needed = turning.needed(outstanding)
    findings.add(
      finding(needed, turning, outstanding, bulletin, Text("")),
      of: needed.reach == .out ? Timeline.OutcomeByRule.hindsightOutOfReach : Timeline.OutcomeByRule.hindsight,
      about: bulletin.provenance.key, from: [bulletins.evidence(bulletin, declared)])
    report.add(row(.hindsight, needed, turning, outstanding, bulletin))
  }

  private func finding(
    _ needed: TurningVotes.Needed, _ turning: TurningVotes, _ outstanding: TurningVotes.Outstanding,
    _ bulletin: Bulletin, _ condition: Text
  ) -> Timeline.OutcomeByRule {
    Timeline.OutcomeByRule(
      needed, of: turning, outstanding, source: bulletin.provenance.sourceName,
      published: bulletin.provenance.publication.text(in: zone), condition: condition)
  }

  private func row(
    _ knowledge: TimelineReport.Knowledge, _ needed: TurningVotes.Needed, _ turning: TurningVotes,
    _ outstanding: TurningVotes.Outstanding, _ bulletin: Bulletin
  ) -> TimelineReport.RuleRow {
    TimelineReport.RuleRow(
      bulletin: bulletin.provenance.key, knowledge: knowledge, assertion: turning.assertion,
      outstanding: outstanding.middle.rounded(), needed: needed.value)
  }
}

extension Timeline.OutcomeByRule {
  init(
    _ needed: TurningVotes.Needed, of turning: TurningVotes, _ outstanding: TurningVotes.Outstanding, source: Text,
    published: Text, condition: Text
  ) {
    self.init(
      needed: needed.value, outstanding: outstanding.votes, margin: turning.assertion.votes, source: source,
      published: published, assertion: turning.assertion.words, figure: needed.figure, way: needed.way,
      condition: condition, reach: needed.reach == .dependent ? Self.dependent : Text(""))
  }

  private static let dependent = Text(
    en: " Under a part of what is assumed not even all the votes to come would suffice.",
    es: " Con una parte de lo supuesto no bastarían ni todos los votos por llegar.")
}
