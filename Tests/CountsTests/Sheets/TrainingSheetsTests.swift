import ModuleKit
import TestSupport
import Testing
import Training

@testable import Counts

/// What `counts.sheets` finds in a simulated election, held against what was planted.
struct TrainingSheetsTests {
  private static let contest = Contest(
    "president", rule: .plurality, options: TrainingElection.options.map { .init($0, name: Text($0)) })

  private func outcome(of count: SimulatedCount) async throws -> Outcome {
    let files: [(String, TrainingFile)] = [
      ("sheets", .official), ("stations", .stations), ("totals", .totals), ("earlier", .firstFeed),
    ]
    return try await files.reduce(OperationRun(counts, "sheets", contest: Self.contest)) { run, file in
      try run.giving(
        String(decoding: count.csv(file.1), as: UTF8.self), as: file.0,
        DatasetDeclaration(areas: file.0 == "totals" ? ["region"] : ["region", "municipality", "place"]))
    }.outcome()
  }

  @Test func everythingPlantedForItIsFound() async throws {
    let count = TrainingElection(.urbanRural, stations: 1_200, seed: 31).simulated()
    let found = try await outcome(of: count).rows("failures").map { "\($0[1])" }
    let planted = count.planted.filter { $0.fault.foundBy == "counts.sheets" }
    #expect(planted.count > 20)
    for fault in planted {
      #expect(found.contains("\(Cell.text(fault.key))"), "\(fault.fault) \(fault.key)")
    }
  }

  @Test func aCleanElectionHasNoFailure() async throws {
    let count = TrainingElection(.regionalBlocs, stations: 1_200, seed: 7, hasFaults: false).simulated()
    let outcome = try await outcome(of: count)
    #expect(try outcome.rows("failures").filter { $0[0] != "same_figures" } == [])
    #expect(outcome.findings.allSatisfy { $0.severity == .info })
  }
}
