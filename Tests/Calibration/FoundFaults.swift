import ModuleKit
import Training

/// Which of the faults planted in the training mission the operations find.
struct FoundFaults {
  /// One kind of fault.
  struct Row {
    let fault: Fault
    /// How many sheets, areas, bulletins or claims have it.
    let planted: Int
    /// How many of them `counts.sheets` names.
    let sheets: Int
    /// What comparing with the party's copies and with the preliminary count gives; nil where the fault is not one of
    /// single sheets.
    let party, preliminary: Copies?
    /// How many the operations name that look at more than single sheets.
    let others: Int
    /// How many of them some operation names.
    let found: Int
  }

  /// How many faulty sheets are there to be compared, and how many of them the comparison names.
  struct Copies { let held, named: Int }

  private(set) var rows: [Row] = []
  /// Sheets that the facts name without a fault in them.
  private(set) var unplanted = 0

  /// Runs the operations on the committed mission.
  init() async throws {
    let mission = SimulatedMission(
      TrainingElection(.urbanRural, stations: TrainingMission.stations, seed: TrainingMission.seed))
    let checks = try await mission.outcome(
      "sheets", ["sheets": .official, "stations": .stations, "totals": .totals, "earlier": .firstFeed])
    let sheets = Self.texts("failures", ["sheet", "other_sheet"], checks)
    func compared(_ copies: TrainingFile) async throws -> Set<String> {
      Self.texts(
        "differences", ["sheet"], try await mission.outcome("compare", ["first": .official, "second": copies]))
    }
    let (party, preliminary) = (try await compared(.party), try await compared(.preliminary))
    let official = try mission.keys(of: .official)
    let held = (
      party: official.intersection(try mission.keys(of: .party)),
      preliminary: official.intersection(try mission.keys(of: .preliminary))
    )
    let others = try await Self.late(mission).union(Self.screened(mission)).union(Self.said(mission))

    let planted = mission.count.planted
    unplanted = sheets.union(party).union(preliminary).subtracting(planted.map(\.key)).count
    for fault in Fault.allCases {
      let keys = Set(planted.filter { $0.fault == fault }.map { Self.subject($0, mission.count) })
      func copies(_ held: Set<String>, _ named: Set<String>) -> Copies? {
        keys.isDisjoint(with: official)
          ? nil : Copies(held: keys.intersection(held).count, named: keys.intersection(named).count)
      }
      rows.append(
        Row(
          fault: fault, planted: keys.count, sheets: keys.intersection(sheets).count,
          party: copies(held.party, party), preliminary: copies(held.preliminary, preliminary),
          others: keys.intersection(others).count,
          found: keys.intersection(sheets.union(party).union(preliminary).union(others)).count))
    }
  }

  /// What a fault is told by: a region for those that a whole region has.
  private static func subject(_ fault: PlantedFault, _ count: SimulatedCount) -> String {
    switch fault.fault {
    case .lateJump, .roundedPercentages:
      "\(fault.fault.rawValue) \(count.territory.regions[(Int(fault.key.prefix(2)) ?? 1) - 1])"
    case .silence: "silence"
    default: fault.key
    }
  }

  private static func texts(_ table: String, _ columns: [String], _ outcome: Outcome) -> Set<String> {
    let table = outcome.tables[table]
    return columns.reduce(into: []) { all, name in
      guard let table, case .text(let texts) = table[name] else { return }
      all.formUnion((0..<texts.count).compactMap { texts[$0] })
    }
  }

  /// The region in which late sheets differ most from early ones of the same places, taken together.
  private static func late(_ mission: SimulatedMission) async throws -> Set<String> {
    let outcome = try await mission.outcome(
      "late", ["sheets": .official], ["cut": .string("2031-05-05T02:00:00Z"), "per": .string("region")])
    guard let areas = outcome.tables["areas"] else { return [] }
    let (names, within) = (try areas.texts("area"), try areas.numbers("within_points"))
    let first = (0..<areas.rowCount).max { abs(within[$0] ?? 0) < abs(within[$1] ?? 0) }
    return first.flatMap { names[$0] }.map { ["late_jump \($0)"] } ?? []
  }

  /// The regions that stand out in a test of whole percentages.
  private static func screened(_ mission: SimulatedMission) async throws -> Set<String> {
    let outcome = try await mission.outcome("screen", ["sheets": .official], ["per": .string("region")])
    guard let tests = outcome.tables["tests"] else { return [] }
    let (areas, names, standing) = (try tests.texts("area"), try tests.texts("test"), try tests.booleans("stands_out"))
    return Set(
      (0..<tests.rowCount).filter { standing[$0] == true && names[$0] == "whole_percentages" }
        .compactMap { areas[$0] }.map { "rounded_percentages \($0)" })
  }

  /// Bulletins and claims that are found to contradict something, and the silence.
  private static func said(_ mission: SimulatedMission) async throws -> Set<String> {
    let timeline = try await mission.outcome("timeline", ["bulletins": .bulletins])
    let claims = try await mission.outcome("claims", ["claims": .claims])
    let told =
      timeline.findings.filter { $0.code == "lead_disagrees" }
      + claims.findings.filter { ["contradiction", "possible_transposition", "promise_missed"].contains($0.code) }
    var keys = Set(told.flatMap { $0.evidence.flatMap(\.rows) }.map(\.text))
    if timeline.findings.contains(where: { $0.code == "silence" }) { keys.insert("silence") }
    return keys
  }
}
