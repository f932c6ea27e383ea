import ArgumentParser
import Files
import ModuleKit
import Workbench

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin a workspace: copy the starter, which runs as it is.")

  @Argument(help: ArgumentHelp("The folder to make; it must not be there yet, or be empty.", valueName: "dir"))
  var folder: String

  func run() throws {
    do {
      try Starter.copy(to: folder)
    } catch {
      throw Console.failure(error)
    }
    Console.print(folder)
    Console.message("made a workspace: look at '\(folder)/\(Workspace.fileName)', then run 'veedor run \(folder)'")
  }
}
