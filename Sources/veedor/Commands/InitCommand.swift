import ArgumentParser
import ModuleKit
import Training
import Workspaces

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin a workspace: copy the starter, or make a training mission.",
    discussion: """
      The starter is a small example to replace with your own data. The training mission is a simulated election with \
      planted faults; data/ground_truth.csv tells what they are. Both run as they are.
      """)

  /// What a workspace can begin as.
  enum Template: String, CaseIterable, ExpressibleByArgument {
    case starter, training
  }

  @Argument(help: ArgumentHelp("The folder to make; it must not be there yet, or be empty.", valueName: "dir"))
  var folder: String
  @Option(help: "What to begin with.") var template = Template.starter
  @Option(help: "For a training mission: what it is drawn from; the same number gives the same files. (default: 31)")
  var seed: UInt64?
  @Option(help: "For a training mission: the number of polling stations. (default: 1200)") var stations: Int?

  func validate() throws {
    if template != .training, seed != nil || stations != nil {
      throw ValidationError("--seed and --stations are for '--template training'")
    }
    let range = TrainingElection.missionStations
    if let stations, !range.contains(stations) {
      throw ValidationError("--stations must be from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  func run() throws {
    do {
      switch template {
      case .starter: try NewWorkspace(Starter.files).create(at: folder)
      case .training:
        let mission = TrainingMission(
          stations: stations ?? TrainingMission.stations, seed: seed ?? TrainingMission.seed)
        try NewWorkspace(mission.files).create(at: folder)
      }
    } catch {
      throw Console.failure(error)
    }
    Console.print(folder)
    Console.message("made a workspace: look at '\(folder)/\(Workspace.fileName)', then run 'veedor run \(folder)'")
  }
}
