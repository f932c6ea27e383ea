import ArgumentParser
import BuiltIn
import ModuleKit
import Workspaces

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: spoken(
      en: "Print the JSON Schema of veedor.yaml, or what an operation declares.",
      es: "Imprime el JSON Schema de veedor.yaml, o lo que declara una operación."))

  @Argument(
    help: ArgumentHelp(
      spoken(en: "An operation, such as counts.timeline.", es: "Una operación, como counts.timeline."),
      valueName: "operation"))
  var operation: String?

  func run() throws {
    guard let operation else { return Console.print(json: Workspace.schemaDocument) }
    let catalogue = Catalogue(builtInModules)
    let parts = operation.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      let expected = StringFormat.qualified.expectation
      throw Self.wrong(
        SchemaMessage.badFormat(operation, what: Text(en: "the operation", es: "la operación"), expected: expected))
    }
    guard let module = catalogue.manifests[parts[0]] else {
      throw Self.wrong(WorkspaceMessage.unknownModule(parts[0], known: catalogue.manifests.keys.sorted()))
    }
    guard let manifest = catalogue.operation(parts[0], parts[1]) else {
      let known = module.operations.map(\.id)
      throw Self.wrong(WorkspaceMessage.unknownOperation(parts[1], module: parts[0], known: known))
    }
    Console.print(json: manifest.document)
  }

  private static func wrong(_ message: some DiagnosticMessage) -> Exit {
    Console.report([Diagnostic(message)], in: nil)
    return Exit(status: .usage)
  }
}
