import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing

@testable import Incidents

/// The clocks of complaints, counted and said.
@Suite struct ComplaintsTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

  /// Counted with a calendar of paper. 27 November 2017 was a Monday; Tegucigalpa is six hours behind UTC.
  @Test(arguments: [
    (5, DeadlineUnit.days, "2017-11-27T15:00:00-06:00", "2017-12-02T23:59:59-06:00"),
    (0, .days, "2017-11-27T15:00:00-06:00", "2017-11-27T23:59:59-06:00"),
    (1, .days, "2017-11-27T23:30:00-06:00", "2017-11-28T23:59:59-06:00"),
    (4, .workingDays, "2017-11-27T15:00:00-06:00", "2017-12-01T23:59:59-06:00"),
    (5, .workingDays, "2017-11-27T15:00:00-06:00", "2017-12-04T23:59:59-06:00"),
    (1, .workingDays, "2017-12-02T10:00:00-06:00", "2017-12-04T23:59:59-06:00"),
    (10, .workingDays, "2017-12-01T10:00:00-06:00", "2017-12-15T23:59:59-06:00"),
    (72, .hours, "2017-11-27T15:00:00-06:00", "2017-11-30T15:00:00-06:00"),
  ])
  func theEndOfATime(length: Int, unit: DeadlineUnit, from: String, to: String) throws {
    #expect(
      Deadline(length: length, unit: unit).end(from: try instant(from), in: OperationRun.zone) == (try instant(to)))
  }

  private static let header =
    "id,complaint,reference,forum,filed,decided,decision,act,rule,trigger,trigger_at,length,unit,due\n"
  private static let row = "d1,k1,TSE 12-2017,the tribunal,2017-12-01T16:00:00Z"

  private func outcome(_ rows: String..., at: String? = nil) async throws -> Outcome {
    try await OperationRun(incidents, "complaints").giving(Self.header + rows.joined(separator: "\n"), as: "complaints")
      .outcome(at.map { ["at": .string($0)] } ?? [:])
  }

  @Test func clocksInWords() async throws {
    let pending = Self.row + ",,,decide,\"Electoral Act, art. 201\",filed,,5,days,"
    let decided = Self.row + ",2017-12-08T18:00:00Z,dismissed,decide,\"Electoral Act, art. 201\",filed,,5,days,"
    func said(_ code: String, _ row: String, _ at: String? = nil) async throws -> Text {
      try await outcome(row, at: at).one(code).statement
    }
    #expect(
      try await said("clock_running", pending, "2017-12-05T05:59:59Z")
        == Text(
          en:
            "Complaint TSE 12-2017 before the tribunal: by Electoral Act, art. 201, a decision is due by 23:59 on 6 December 2017: 2\u{A0}days left at 23:59 on 4 December 2017.",
          es:
            "Reclamación TSE 12-2017 ante the tribunal: según Electoral Act, art. 201, el plazo para una decisión vence a las 23:59 del 6 de diciembre de 2017: restan 2\u{A0}días a las 23:59 del 4 de diciembre de 2017."
        ))
    #expect(
      try await said("clock_passed", pending, "2017-12-08T17:59:59Z")
        == Text(
          en:
            "Complaint TSE 12-2017 before the tribunal: by Electoral Act, art. 201, a decision was due by 23:59 on 6 December 2017; nothing is logged at 11:59 on 8 December 2017, 1.5\u{A0}days after.",
          es:
            "Reclamación TSE 12-2017 ante the tribunal: según Electoral Act, art. 201, el plazo para una decisión venció a las 23:59 del 6 de diciembre de 2017; a las 11:59 del 8 de diciembre de 2017, 1.5\u{A0}días después, no consta que se cumpliera."
        ))
    #expect(
      try await said("clock_late", decided).en
        == "Complaint TSE 12-2017 before the tribunal: by Electoral Act, art. 201, a decision was due by 23:59 on 6 December 2017 and is logged for 12:00 on 8 December 2017, 1.5\u{A0}days after."
    )
    #expect(
      try await said("clock_open", pending).es
        == "Reclamación TSE 12-2017 ante the tribunal: según Electoral Act, art. 201, el plazo para una decisión vence a las 23:59 del 6 de diciembre de 2017; no consta que se cumpliera."
    )
    let inTime = Self.row + ",2017-12-06T18:00:00Z,upheld,decide,Act 1,filed,,5,days,"
    #expect(
      try await said("clock_met", inTime).en
        == "Complaint TSE 12-2017 before the tribunal: by Act 1, a decision was due by 23:59 on 6 December 2017 and is logged for 12:00 on 6 December 2017."
    )
    // What was decided later had not been decided then.
    #expect(try await outcome(inTime, at: "2017-12-05T00:00:00Z").codes == ["complaints_held", "clock_running"])
    #expect(
      try await said("complaints_held", inTime).en
        == "Complaints and appeals in the mission's log: 1, of which decided: 1 (upheld: 1); without any rule's time: 0."
    )
  }

  @Test func aComplaintOfWhichNeitherNumberNorFilingIsLogged() async throws {
    #expect(
      try await outcome("d1,k1,,,,,,decide,Act 1,,,,,2017-12-06T18:00:00Z").one("clock_open").statement
        == Text(
          en: "Complaint without a number: by Act 1, a decision is due by 12:00 on 6 December 2017; nothing is logged.",
          es:
            "Reclamación sin número: según Act 1, el plazo para una decisión vence a las 12:00 del 6 de diciembre de 2017; no consta que se cumpliera."
        ))
  }

  @Test func rulesThatContradictEachOther() async throws {
    let outcome = try await outcome(
      Self.row + ",,,decide,Act 1,filed,,3,days,",
      Self.row.replacing("d1", with: "d2") + ",,,decide,Rules 7,filed,,3,working_days,",
      Self.row.replacing("d1", with: "d3") + ",,,answer,Act 1,filed,,24,hours,")
    let finding = try outcome.one("contradictory_rules")
    #expect(
      finding.statement
        == Text(
          en:
            "Complaint TSE 12-2017 before the tribunal: the 2 rules logged set different ends of the time for a decision: 23:59 on 4 December 2017 by Act 1; 23:59 on 6 December 2017 by Rules 7.",
          es:
            "Reclamación TSE 12-2017 ante the tribunal: las 2 normas registradas fijan finales distintos del plazo para una decisión: las 23:59 del 4 de diciembre de 2017 según Act 1; las 23:59 del 6 de diciembre de 2017 según Rules 7."
        ))
    #expect(finding.subject == "k1_decide" && finding.evidence[0].rows.map(\.text) == ["d1", "d2"])
    #expect(try outcome.rows("clocks").count == 3)
    #expect(try outcome.one("complaints_held").values["complaints"]?.value == 1)
  }

  /// From the log: a complaint, two rules, an answer by another author; nothing of what was argued.
  @Test func complaintsOfTheLog() async throws {
    let (one, two) = (try Desk(), try Desk())
    let complaint = try one.write(
      try EntryKind.complaint.opening([
        "title": "Maria's box", "forum": "the tribunal", "complainant": "Maria", "filed": "2017-12-01T16:00:00Z",
      ]))
    func deadline(_ fields: [String: Value]) throws -> [String: Value] {
      try EntryKind.deadline.opening(
        ["complaint": .string(complaint.id.hex), "rule": "Act 1", "trigger": "filed"].merging(fields) { $1 })
    }
    try one.write(try deadline(["act": "answer", "length": 48, "unit": "hours"]))
    try one.write(try deadline(["act": "remedy", "trigger": "decided", "length": 3]))
    try two.take(one)
    try two.write(
      EntryKind.complaint.change(["answered": "2017-12-02T16:00:00Z"], of: two.view().record(complaint.id.hex)),
      at: Instant(seconds: Desk.noon.seconds + 7200))
    try one.take(two)
    func outcome(_ desk: Desk, asOf: String? = nil) async throws -> Outcome {
      try await OperationRun(incidents, "complaints")
        .giving(desk, .complaints, DatasetKind<LoggedComplaints>.complaints, as: "complaints", asOf: asOf).outcome()
    }
    let now = try await outcome(one)
    #expect(now.codes == ["complaints_held", "clock_met", "clock_not_started"])
    #expect(
      try now.one("clock_not_started").statement
        == Text(
          en:
            "Complaint filed on 1 December 2017 before the tribunal: by Act 1, the time for the remedy runs from the decision, which is not logged.",
          es:
            "Reclamación presentada el 1 de diciembre de 2017 ante the tribunal: según Act 1, el plazo para el remedio corre desde la decisión, que no consta."
        )
    )
    #expect(try await outcome(two) == now)
    #expect(!"\(now)".contains("Maria"))
    // Before the answer was known its clock had not begun: the filing was still to come.
    #expect(try await outcome(one, asOf: "2017-11-27T12:30:00Z").codes == ["complaints_held", "clock_not_started"])
    #expect(try await outcome(one, asOf: "2017-11-27T11:00:00Z").codes == ["no_complaint"])
    // Two authors who set one time apart from one another.
    func set(_ desk: Desk, _ filed: String) throws {
      try desk.write(
        EntryKind.complaint.change(["filed": .string(filed)], of: desk.view().record(complaint.id.hex)))
    }
    try set(one, "2017-12-01T17:00:00Z")
    try set(two, "2017-12-01T18:00:00Z")
    try one.take(two)
    let contradicted = try await outcome(one)
    #expect(
      try contradicted.one("complaints_in_conflict").statement.es
        == "Reclamaciones sobre las que los autores señalan cosas distintas por separado, sin que nadie lo haya resuelto: 1, en los campos presentación."
    )
    #expect(contradicted.all("clock_not_started").count == 1)
  }

  /// An entry of a later version of the program: no clock of the complaint is read, and no rule held against another.
  @Test func whatCannotBeReadIsNotCounted() async throws {
    let desk = try Desk()
    let complaint = try desk.write(
      try EntryKind.complaint.opening(["title": "x", "forum": "the tribunal", "filed": "2017-12-01T16:00:00Z"]))
    for days in [3, 5] {
      try desk.write(
        try EntryKind.deadline.opening([
          "complaint": .string(complaint.id.hex), "act": "decide", "rule": "Act 1", "trigger": "filed",
          "length": .integer(days),
        ]))
    }
    func outcome() async throws -> Outcome {
      try await OperationRun(incidents, "complaints")
        .giving(desk, .complaints, DatasetKind<LoggedComplaints>.complaints, as: "complaints").outcome()
    }
    #expect(try await outcome().codes == ["complaints_held", "clock_open", "clock_open", "contradictory_rules"])
    var body = try EntryKind.complaint.change(
      ["decided": "2017-12-02T16:00:00Z"], of: desk.view().record(complaint.id.hex))
    body["v"] = 2
    try desk.write(body)
    #expect(try await outcome().codes == ["complaints_held", "complaints_unreadable"])
    #expect(
      try await outcome().one("complaints_unreadable").statement
        == Text(
          en:
            "Complaints that were changed, or whose rules were, in ways that this version of the program cannot read: 1; the clocks concerned are not read.",
          es:
            "Reclamaciones que se cambiaron, o cuyas normas se cambiaron, de un modo que esta versión del programa no sabe leer: 1; los plazos afectados no se calculan."
        ))
  }

  /// Of a rule that cannot be read, its own clock alone.
  @Test func aRuleThatCannotBeRead() async throws {
    let desk = try Desk()
    let complaint = try desk.write(
      try EntryKind.complaint.opening(["title": "x", "forum": "the tribunal", "filed": "2017-12-01T16:00:00Z"]))
    let rules = try ["decide", "answer"].map { act in
      try desk.write(
        try EntryKind.deadline.opening([
          "complaint": .string(complaint.id.hex), "act": .string(act), "rule": "Act 1", "trigger": "filed", "length": 3,
        ]))
    }
    var body = try EntryKind.deadline.change(["length": 4], of: desk.view().record(rules[0].id.hex))
    body["v"] = 2
    try desk.write(body)
    let outcome = try await OperationRun(incidents, "complaints")
      .giving(desk, .complaints, DatasetKind<LoggedComplaints>.complaints, as: "complaints").outcome()
    #expect(outcome.codes == ["complaints_held", "clock_open", "complaints_unreadable"])
  }

  /// Whichever field of its rule authors contradict, no clock runs, nor with a default in the field's place.
  @Test(arguments: ["act", "trigger", "trigger_at", "length", "unit", "due"])
  func aContradictedFieldOfARule(field: String) async throws {
    let rows =
      "id,complaint,filed,act,trigger,length,due,conflicts\nd1,k1,2017-12-01T16:00:00Z,decide,filed,3,,\(field)"
    let outcome = try await OperationRun(incidents, "complaints").giving(rows, as: "complaints").outcome()
    #expect(outcome.codes == ["complaints_held", "complaints_in_conflict"])
  }

  @Test func whatIsTooLongIsNotCounted() async throws {
    let run = try OperationRun(incidents, "complaints")
    #expect(throws: DiagnosticsError.self) {
      try run.giving(Self.header + Self.row + ",,,decide,Act 1,filed,,3661,days,", as: "complaints")
    }
    #expect(IncidentMessage.deadlineTooLong.message == "the time is longer than 3660, the most that is counted")
    #expect(IncidentMessage.deadlineTooLong.code == "I008")
    #expect(IncidentMessage.deadlineTooLong.hint == "write the end itself as 'due', and no 'length'")
    let last = Self.row.replacing("2017-12-01", with: "2199-12-30") + ",,,decide,Act 1,filed,,3660,days,"
    #expect(try await outcome(last).codes == ["complaints_held", "clock_open"])
  }
}
