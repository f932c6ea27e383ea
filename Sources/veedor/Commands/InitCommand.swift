import ArgumentParser
import Files
import Glibc
import ModuleKit
import Training
import Workspaces

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: spoken(
      en: "Begin a workspace: copy the starter, or make a training mission.",
      es: "Empieza un espacio de trabajo: copia el inicial, o hace una misión de formación."),
    discussion: spoken(
      en: """
        The starter is a small example to replace with your own data. The training mission is a simulated election with \
        planted faults; data/ground_truth.csv tells what they are. Both run as they are.
        """,
      es: """
        El inicial es un ejemplo pequeño para reemplazar con sus propios datos. La misión de formación es una elección \
        simulada con fallas puestas adrede; data/ground_truth.csv dice cuáles. Ambas se ejecutan tal cual.
        """))

  /// What a workspace can begin as.
  enum Template: String, CaseIterable, ExpressibleByArgument {
    case starter, training
  }

  @Argument(
    help: ArgumentHelp(
      spoken(
        en: "The folder to make; it must not be there yet, or be empty.",
        es: "La carpeta que se hará; no debe existir aún, o debe estar vacía."), valueName: "dir"))
  var folder: String
  @Option(help: ArgumentHelp(spoken(en: "What to begin with.", es: "Con qué empezar."))) var template = Template.starter
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "For a training mission: what it is drawn from; the same number gives the same files. (default: 31)",
        es:
          "Para una misión de formación: de qué se sortea; el mismo número da los mismos archivos. (si no se indica: 31)"
      )))
  var seed: UInt64?
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "For a training mission: the number of polling stations. (default: 1200)",
        es: "Para una misión de formación: el número de mesas. (si no se indica: 1200)"))) var stations: Int?

  func validate() throws {
    if template != .training, seed != nil || stations != nil {
      throw ValidationError(
        spoken(
          en: "--seed and --stations are for '--template training'",
          es: "--seed y --stations son para «--template training»"))
    }
    let range = TrainingElection.missionStations
    if let stations, !range.contains(stations) {
      throw ValidationError(
        spoken(
          en: "--stations must be from \(range.lowerBound) to \(range.upperBound)",
          es: "--stations debe ser de \(range.lowerBound) a \(range.upperBound)"))
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
    } catch FileError.system(.create, path: folder, reason: SystemReason(number: EEXIST)) {
      throw Console.failure(DiagnosticsError(UsageMessage.folderIsThere(folder)))
    } catch {
      throw Console.failure(error)
    }
    Console.print(folder)
    Console.message(
      spoken(
        en: "made a workspace: look at '\(folder)/\(Workspace.fileName)', then run 'veedor run \(folder)'",
        es:
          "se hizo un espacio de trabajo: mire «\(folder)/\(Workspace.fileName)» y luego ejecute «veedor run \(folder)»"
      ))
  }
}
