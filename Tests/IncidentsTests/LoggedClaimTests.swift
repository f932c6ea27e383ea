import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing

@testable import Incidents

/// Claims of the log are compared as those of a file are.
@Suite struct LoggedClaimTests {
  private static let window: [String: Value] = [
    "window_from": "2017-11-26", "window_to": "2017-12-31", "tolerance_days": 7,
  ]

  private func casualties(_ desk: Desk, asOf: String? = nil) async throws -> Outcome {
    try await OperationRun(incidents, "casualties", with: Self.window)
      .giving(desk, .claims, DatasetKind<Claims>.claims, as: "claims", asOf: asOf).outcome()
  }

  private func claim(_ source: String, _ published: String, _ fields: [String: Value]) throws -> [String: Value] {
    try EntryKind.claim.opening(
      [
        "source": .string(source), "measure": "killed", "period_from": "2017-11-26", "period_to": "2017-12-31",
        "published": .string(published),
      ].merging(fields) { $1 })
  }

  @Test func aFileAndTheLogSayTheSame() async throws {
    let desk = try Desk()
    let bodies = [
      try claim("the mission", "2018-01-10", ["value": 23, "qualifier": "at_least"]),
      try claim("the police", "2018-01-03", ["value": 20]),
      try claim("the army", "2018-01-04", ["value_low": 10, "value_high": 12, "population": "all"]),
    ]
    for body in bodies { try desk.write(body) }
    let ids = try desk.ledger.entries().filter { $0.seq > 0 }.map(\.id.hex)
    let csv = """
      id,source,measure,population,qualifier,value,value_low,value_high,period_from,period_to,published
      \(ids[0]),the mission,killed,,at_least,23,,,2017-11-26,2017-12-31,2018-01-10
      \(ids[1]),the police,killed,,,20,,,2017-11-26,2017-12-31,2018-01-03
      \(ids[2]),the army,killed,all,,,10,12,2017-11-26,2017-12-31,2018-01-04
      """
    // A file has its rows in its own order, the ledger in that of the ids.
    let rows = csv.split(separator: "\n")
    let file = ([rows[0]] + rows.dropFirst().sorted()).joined(separator: "\n")
    let outcome = try await casualties(desk)
    #expect(
      try await OperationRun(incidents, "casualties", with: Self.window).giving(file, as: "claims").outcome() == outcome
    )
    #expect(try outcome.one("toll_range").values["toll"]?.low == 10)
    #expect(try outcome.one("toll_range").values["toll"]?.isOpenAbove == true)
  }

  /// What its logger takes back is no claim; what authors contradict states no number, and its source stays named.
  @Test func whatIsTakenBackOrContradicted() async throws {
    let (one, two) = (try Desk(), try Desk())
    let kept = try one.write(try claim("the mission", "2018-01-10", ["value": 23]))
    let gone = try one.write(try claim("the police", "2018-01-03", ["value": 20]))
    try two.take(one)
    func change(_ desk: Desk, _ entry: Entry, _ fields: [String: Value]) throws {
      try desk.write(EntryKind.claim.change(fields, of: desk.view().record(entry.id.hex)))
    }
    try change(one, gone, ["retracted": true, "why": "another's number"])
    #expect(try await casualties(one).rows("claims").count == 1)
    try change(one, kept, ["value": 24])
    try change(two, kept, ["value": 25, "source": "the mission's chief"])
    try one.take(two)
    let outcome = try await casualties(one)
    #expect(outcome.codes == ["no_comparable_claim"])
    #expect(try outcome.rows("claims").count == 1)
    try change(one, kept, ["value": 25])
    #expect(try await casualties(one).one("toll_range").values["low"]?.value == 25)
  }

  /// A claim of unknown date had been published when the mission knew of it.
  @Test func anEdition() async throws {
    let desk = try Desk()
    var body = try claim("the mission", "2018-01-10", ["value": 23])
    body["published"] = nil
    try desk.write(body)
    try desk.write(try claim("the police", "2018-01-03", ["value": 20]))
    #expect(try await casualties(desk, asOf: "2017-11-27T12:00:00Z").rows("claims").isEmpty)
    #expect(try await casualties(desk, asOf: "2017-11-27T12:01:00Z").rows("claims").count == 1)
    #expect(try await casualties(desk, asOf: "2018-01-05T00:00:00Z").rows("claims").count == 2)
  }

  /// A slip is told with the record that has it.
  @Test func aSlipNamesItsRecord() async throws {
    let desk = try Desk()
    let entry = try desk.write(try claim("the mission", "2018-01-10", ["value": 23, "period_to": "2017-01-01"]))
    do {
      _ = try await casualties(desk)
      Issue.record("a period that ends before it begins is read")
    } catch let error as DiagnosticsError {
      #expect(
        error.all.map(\.message) == [
          "record '\(entry.id.hex.prefix(12))', column 'period_to': the period ends before it begins"
        ])
    }
  }
}
