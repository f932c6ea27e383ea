import FoundationEssentials
import Testing

@testable import Training

/// The committed workspace is the one that the generator makes.
struct MissionTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Workspaces/training/"

  private func bytes(_ mission: TrainingMission) throws -> [String: [UInt8]] {
    var all: [String: [UInt8]] = [:]
    for file in mission.files { try file.write { all[file.path, default: []] += $0 } }
    return all
  }

  @Test func theCommittedWorkspaceIsMadeAgain() throws {
    let files = try bytes(TrainingMission())
    for (path, bytes) in files {
      let committed = try Data(contentsOf: URL(filePath: Self.folder + path))
      #expect(committed.elementsEqual(bytes), "\(path) differs from what 'veedor init --template training' makes")
    }
    #expect(files.count == TrainingFile.allCases.count + 3)
  }

  @Test func anotherSeedIsNamedInTheWorkspace() throws {
    let mission = try bytes(TrainingMission(stations: 300, seed: 5))
    let text = String(decoding: try #require(mission["veedor.yaml"]), as: UTF8.self)
    #expect(text.contains("x_training: {stations: 300, seed: 5}\n"))
  }
}
