import Counts
import ModuleKit
import TestSupport
import Training

/// Runs operations on simulated elections.
struct SimulatedMission {
  /// The contest of all simulated elections.
  static let contest = Contest(
    "president", rule: .plurality, options: TrainingElection.options.map { Contest.Option($0, name: Text($0)) })
  /// That of the election before.
  private static let previousContest = Contest(
    "president_before", rule: .plurality,
    options: TrainingElection.previousOptions.map { Contest.Option($0, name: Text($0)) })
  private static let areas = ["region", "municipality", "place"]

  /// What was simulated.
  let count: SimulatedCount

  /// The mission of `election`.
  init(_ election: TrainingElection) { count = election.simulated() }

  /// What `operation` gives for the files in its slots, and for `rows` of the official count as those counted early.
  func outcome(
    _ operation: String, _ slots: [String: TrainingFile], _ parameters: [String: Value] = [:], early rows: [Bool]? = nil
  ) async throws -> Outcome {
    guard let zone = Zone("UTC") else { throw CalibrationError.noZone }
    var run = OperationRun(
      counts, operation, with: parameters, contest: Self.contest, zone: zone, seed: count.election.seed)
    for (slot, file) in slots { run = try run.giving(Self.csv(count.csv(file)), as: slot, Self.declaration(of: file)) }
    if let rows {
      run = try run.giving(Self.csv(count.csv(.official), rows), as: "early", Self.declaration(of: .official))
    }
    return try await run.outcome()
  }

  /// The keys of the sheets in `file`.
  func keys(of file: TrainingFile) throws -> Set<String> {
    let run = try OperationRun(counts, "sheets", contest: Self.contest)
      .giving(Self.csv(count.csv(file)), as: "sheets", Self.declaration(of: file))
    return Set(run.datasets["sheets"]?.rowsByKey.keys.map(\.text) ?? [])
  }

  private static func declaration(of file: TrainingFile) -> DatasetDeclaration {
    DatasetDeclaration(
      contest: file == .previous ? previousContest : nil, track: Track(rawValue: file.rawValue) ?? .official,
      areas: file == .totals ? Array(areas.prefix(1)) : areas)
  }

  private static func csv(_ bytes: [UInt8], _ rows: [Bool]? = nil) -> String {
    guard let rows else { return String(decoding: bytes, as: UTF8.self) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let kept = zip(lines, [true] + rows).filter(\.1).map(\.0).joined(separator: [UInt8(ascii: "\n")])
    return String(decoding: Array(kept), as: UTF8.self)
  }
}

/// Why the calibration cannot be made.
enum CalibrationError: Error {
  case noZone
  case usage
  case noMarkers
}
