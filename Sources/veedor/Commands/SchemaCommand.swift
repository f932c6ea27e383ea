import ArgumentParser
import BuiltIn
import ModuleKit
import Workbench

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of veedor.yaml, or what an operation declares.")

  @Argument(help: ArgumentHelp("An operation, such as counts.timeline.", valueName: "operation"))
  var operation: String?

  func run() throws {
    guard let operation else { return Console.print(Workspace.schemaDocument.prettyJSON) }
    let registry = Registry(builtInModules)
    let parts = operation.split(separator: ".").map(String.init)
    guard parts.count == 2, let manifest = registry.operation(parts[0], parts[1]) else {
      let known = builtInModules.flatMap { module in module.manifest.operations.map { "\(module.manifest.id).\($0.id)" }
      }
      let near = didYouMean(operation, among: known).map { ": \($0)" } ?? ""
      throw ValidationError("there is no operation '\(operation)'\(near)")
    }
    Console.print(manifest.document.prettyJSON)
  }
}
