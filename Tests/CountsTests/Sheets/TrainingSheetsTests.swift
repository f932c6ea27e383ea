import ModuleKit
import Testing
import Training

@testable import Counts

/// What `counts.sheets` finds in a simulated election, held against what was planted.
struct TrainingSheetsTests {
  private static let contest = Contest(
    "president", rule: .plurality, options: TrainingElection.options.map { .init($0, name: Text($0)) })

  private func outcome(of count: SimulatedCount) async throws -> Outcome {
    var request = Request("sheets")
    for (slot, file) in [
      ("sheets", .official), ("stations", .stations), ("totals", .totals), ("earlier", .firstFeed),
    ] as [(String, TrainingFile)] {
      let kind = SheetChecksRun.kind(slot)
      let declaration = DatasetDeclaration(
        contest: kind.takes.contains(.contest) ? Self.contest : nil, track: slot == "stations" ? nil : .official,
        areas: slot == "totals" ? ["region"] : ["region", "municipality", "place"])
      let table = try kind.reader(for: declaration, dataset: slot).read(count.csv(file), name: "\(slot).csv")
      let source = DatasetSource(
        dataset: slot, file: "\(slot).csv", table: table, declaration: declaration, zone: try SheetChecksRun.zone())
      request.inputs[slot] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    }
    return try await SheetChecksRun(contest: Self.contest).outcome(request)
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
