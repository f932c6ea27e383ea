import ArgumentParser
import ExternalModules
import ModuleKit
import Workbench

struct ModuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "module", abstract: "Look at the workspace's external modules, and trust them.",
    subcommands: [ModuleListCommand.self, ModuleTrustCommand.self], defaultSubcommand: ModuleListCommand.self)
}

struct ModuleListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the external modules, and whether they are trusted on this machine.")

  @OptionGroup var workspace: WorkspaceArguments
  @Flag(help: "Print the list as one JSON object.") var json = false

  func run() throws {
    let modules = try workspace.open().externalModules
    do {
      let trusted = try modules.map { try $0.isTrusted() }
      if json {
        let documents = zip(modules, trusted).map { module, trusted -> Value in
          [
            "id": .string(module.manifest.id), "version": .string(module.manifest.version),
            "path": .string(module.path), "trusted": .bool(trusted),
          ]
        }
        Console.print(json: ["modules": .list(documents)])
        return
      }
      for (module, trusted) in zip(modules, trusted) {
        Console.print(
          "\(module.manifest.id) \(module.manifest.version) in \(module.path): \(trusted ? "trusted" : "not trusted")")
      }
    } catch {
      throw Console.failure(error)
    }
  }
}

struct ModuleTrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Trust an external module on this machine, as long as its files stay as they are.",
    discussion: "A module is a program: look at its files first. It runs with your own rights.")

  @Argument(help: ArgumentHelp("The module's name in veedor.yaml.", valueName: "name")) var name: String
  @OptionGroup var workspace: WorkspaceArguments

  func run() throws {
    let workbench = try workspace.open()
    do {
      try workbench.trust(name)
    } catch {
      throw Console.failure(error)
    }
    Console.print("\(name) is trusted on this machine")
    guard let module = workbench.externalModules.first(where: { $0.manifest.id == name }) else { return }
    Console.message(
      "trusted are the files in '\(module.path)', as they are"
        + (module.program.map { "; not '\($0)', which is looked up in PATH and runs them" } ?? ""))
  }
}
