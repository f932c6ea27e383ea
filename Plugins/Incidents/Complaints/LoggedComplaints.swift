import ModuleKit

/// The complaints of a mission's log, with the times that rules set for them.
struct LoggedComplaints: Sendable {
  /// Where they come from.
  let source: DatasetSource
  /// The clocks of all complaints, in the order of the file; a complaint without any has one without an act.
  let all: [ComplaintClock]

  /// `clocks` as evidence.
  func evidence(_ clocks: [ComplaintClock]) -> Evidence {
    Evidence(
      dataset: source.dataset, rows: clocks.map { RowKey($0.key) }, citations: [source.citation], basis: .reported)
  }
}

/// The time that one rule sets for one act of a complaint.
struct ComplaintClock {
  /// Its key: of a ledger, the id of the deadline, or of a complaint without one.
  let key: String
  /// The complaint's key.
  let complaint: String
  /// The forum's number of the complaint.
  let reference: String?
  /// Before whom it is.
  let forum: String?
  /// What must be done; nil where no rule is logged.
  let act: ComplaintAct?
  /// The rule that says so.
  let rule: String?
  /// What starts the clock, and when that was, as far as it is logged.
  let trigger: DeadlineTrigger?
  let triggeredAt: Instant?
  /// The end of the time; nil where its clock has not started.
  let due: Instant?
  /// When each act was done, as far as it is logged.
  let done: [ComplaintAct: Instant]
  /// How it was decided.
  let decision: ComplaintDecision?
  /// The fields that authors set apart from one another.
  let conflicts: [String]
  /// Whether entries that the program cannot read have changed the complaint or the rule.
  let isUnreadable: Bool

  /// The fields of a rule on which the end of its time rests.
  static let ruleFields: Set = ["act", "trigger", "trigger_at", "length", "unit", "due"]

  /// When the act that it is about was done, as far as that was known at `instant`.
  func done(by instant: Instant?) -> Instant? {
    guard let done = act.flatMap({ done[$0] }) else { return nil }
    return instant.map { done <= $0 } ?? true ? done : nil
  }
}

/// The fields of logged complaints.
struct LoggedComplaintFields: RowFields {
  let id = Field<String>(
    "id", role: .key, "the key of the rule's time; of a ledger, the deadline's id, or the complaint's where it has none"
  )
  let complaint = Field<String>("complaint", role: .required, "the complaint's key")
  let reference = Field<String>("reference", "the number under which the forum keeps it")
  let forum = Field<String>("forum", "before whom it is")
  let filed = Field<Instant>("filed", "when it was filed")
  let answered = Field<Instant>("answered", "when it was answered")
  let decided = Field<Instant>("decided", "when it was decided")
  let remedied = Field<Instant>("remedied", "when what was ordered was carried out")
  let decision = Field<ComplaintDecision>("decision", "how it was decided")
  let act = Field<ComplaintAct>("act", "what the rule sets a time for; empty where no rule is logged")
  let rule = Field<String>("rule", "the law or rule, with its article")
  let trigger = Field<DeadlineTrigger>("trigger", "what starts the clock; `event`: something else, at `trigger_at`")
  let triggerAt = Field<Instant>("trigger_at", "when that was, for an event")
  let length = Field<Int>("length", least: 0, "how long the time lasts, in `unit`")
  let unit = Field<DeadlineUnit>("unit", "`days` where empty; `working_days`: without Saturdays and Sundays")
  let due = Field<Instant>("due", "the end of the time, where the rule says it itself")
  let conflicts = Field<String>(
    "conflicts", "the fields that authors set apart from one another, with `;` between them")
  let unreadable = Field<Bool>(
    "unreadable", "whether entries that the program cannot read have changed the complaint or the rule")
  let publication = PublicationFields()

  /// When each act of the complaint in `row` was done.
  fileprivate func done(_ row: Int) -> [ComplaintAct: Instant] {
    [.file: filed[row], .answer: answered[row], .decide: decided[row], .remedy: remedied[row]].compactMapValues { $0 }
  }

  /// When the clock in `row` started.
  fileprivate func triggered(_ row: Int) -> Instant? {
    switch trigger[row] {
    case .filed: filed[row]
    case .answered: answered[row]
    case .decided: decided[row]
    case .event, nil: triggerAt[row]
    }
  }

  /// The end of the time in `row`.
  fileprivate func end(_ row: Int, in zone: Zone) -> Instant? {
    if let due = due[row] { return due }
    // No value that authors contradict is used, nor a default in its place.
    let unsettled = Set(LoggedIncidentFields.list(conflicts[row]))
    guard unsettled.isDisjoint(with: ComplaintClock.ruleFields) else { return nil }
    guard let trigger = triggered(row), let length = length[row], length <= Deadline.longest else { return nil }
    let end = Deadline(length: length, unit: unit[row] ?? .days).end(from: trigger, in: zone)
    return end.hasWrittenForm ? end : nil
  }
}

extension DatasetKind where Content == LoggedComplaints {
  /// Complaints and the times that rules set for them, one rule's time a row.
  static var complaints: Self {
    DatasetKind(
      "complaints",
      "complaints and appeals, one row for each time that a rule sets, or one for a complaint without any; "
        + "`from: ledger` reads them there"
    ) { _ in
      LoggedComplaintFields()
    } load: { source, fields throws(DiagnosticsError) in
      let tooLong = (0..<source.table.rowCount).filter { (fields.length[$0] ?? 0) > Deadline.longest }.map { row in
        source.diagnostic(
          IncidentMessage.deadlineTooLong, row: row, field: fields.length.name,
          value: fields.length[row].map { "\($0)" })
      }
      guard tooLong.isEmpty else { throw DiagnosticsError(tooLong) }
      return LoggedComplaints(
        source: source,
        all: (0..<source.table.rowCount).map { row in
          ComplaintClock(
            key: fields.id[row] ?? "", complaint: fields.complaint[row] ?? "",
            reference: fields.reference.filled(row), forum: fields.forum.filled(row),
            act: fields.act[row], rule: fields.rule.filled(row), trigger: fields.trigger[row],
            triggeredAt: fields.triggered(row), due: fields.end(row, in: source.zone), done: fields.done(row),
            decision: fields.decision[row],
            conflicts: LoggedIncidentFields.list(fields.conflicts[row]), isUnreadable: fields.unreadable[row] ?? false)
        })
    }
  }
}
