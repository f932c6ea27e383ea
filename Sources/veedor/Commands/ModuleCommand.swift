import ArgumentParser
import ExternalModules
import ModuleKit
import Workbench

struct ModuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "module",
    abstract: spoken(
      en: "Look at the workspace's external modules, and trust them.",
      es: "Muestra los módulos externos del espacio de trabajo, y confía en ellos."),
    subcommands: [ModuleListCommand.self, ModuleTrustCommand.self], defaultSubcommand: ModuleListCommand.self)
}

struct ModuleListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: spoken(
      en: "List the external modules, and whether they are trusted on this machine.",
      es: "Lista los módulos externos, y si este equipo confía en ellos."))

  @OptionGroup var workspace: WorkspaceArguments
  @Flag(
    help: ArgumentHelp(spoken(en: "Print the list as one JSON object.", es: "Imprime la lista como un objeto JSON.")))
  var json = false

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
          spoken(
            en:
              "\(module.manifest.id) \(module.manifest.version) in \(module.path): \(trusted ? "trusted" : "not trusted")",
            es:
              "\(module.manifest.id) \(module.manifest.version) en \(module.path): \(trusted ? "de confianza" : "sin confianza")"
          ))
      }
    } catch {
      throw Console.failure(error)
    }
  }
}

struct ModuleTrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: spoken(
      en: "Trust an external module on this machine, as long as its files stay as they are.",
      es: "Confía en un módulo externo en este equipo, mientras sus archivos sigan como están."),
    discussion: spoken(
      en: "A module is a program: look at its files first. It runs with your own rights.",
      es: "Un módulo es un programa: mire antes sus archivos. Se ejecuta con los permisos de usted."))

  @Argument(
    help: ArgumentHelp(
      spoken(en: "The module's name in veedor.yaml.", es: "El nombre del módulo en veedor.yaml."), valueName: "name"))
  var name: String
  @OptionGroup var workspace: WorkspaceArguments

  func run() throws {
    let workbench = try workspace.open()
    do {
      try workbench.trust(name)
    } catch {
      throw Console.failure(error)
    }
    Console.print(spoken(en: "\(name) is trusted on this machine", es: "este equipo confía en \(name)"))
    guard let module = workbench.externalModules.first(where: { $0.manifest.id == name }) else { return }
    Console.message(
      spoken(
        en: "trusted are the files in '\(module.path)', as they are",
        es: "se confía en los archivos de «\(module.path)», como están")
        + (module.program.map { program in
          spoken(
            en: "; not '\(program)', which is looked up in PATH and runs them",
            es: "; no en «\(program)», que se busca en PATH y los ejecuta")
        } ?? ""))
  }
}
