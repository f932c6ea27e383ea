import ArgumentParser
import BuiltIn
import Ledger
import ModuleKit
import Workspaces

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: spoken(
      en: "Print the JSON Schema of veedor.yaml, or what a kind, an operation or a command declares.",
      es: "Imprime el JSON Schema de veedor.yaml, o lo que declara un tipo, una operación o un comando."),
    discussion: spoken(
      en: """
        A kind of dataset, such as bulletins, gives the schema of a row; a kind of entry of the ledger, such as report, that of \
        its fields; an operation what it takes, finds and makes; a command its arguments, its options and with what it ends. In a row, OPTION stands for each option of the \
        contest, and AREA for each area that the dataset names.
        """,
      es: """
        Un tipo de conjunto de datos, como bulletins, da el esquema de una fila; un tipo de entrada del registro, como \
        report, el de sus campos; una operación, lo que toma, halla y produce; un comando, sus argumentos, sus opciones y \
        con qué termina. En una fila, OPTION está en lugar de \
        cada opción de la contienda, y AREA en lugar de cada área que nombra el conjunto de datos.
        """))

  @Argument(
    help: ArgumentHelp(
      spoken(
        en:
          "A kind, such as bulletins or report, an operation, such as counts.timeline, or a command, such as log add.",
        es: "Un tipo, como bulletins o report, una operación, como counts.timeline, o un comando, como log add."),
      valueName: "name"))
  var words: [String] = []

  func run() throws {
    guard !words.isEmpty else { return Console.print(json: Workspace.schemaDocument) }
    let name = words.joined(separator: " ")
    let catalogue = Catalogue(builtInModules)
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let kind = catalogue.kinds[name] {
      Console.print(json: kind.schemaDocument)
    } else if let kind = EntryKinds.all.first(where: { $0.name == name || $0.id == name }) {
      Console.print(json: Schema(.object(kind.allFields.map(\.property)), kind.summary.en).document(title: kind.id))
    } else if let command = CommandDeclaration(words) {
      Console.print(json: command.document)
    } else if parts.count == 2 {
      Console.print(json: try operation(parts[1], of: parts[0], in: catalogue).document)
    } else {
      let operations = catalogue.manifests.values.flatMap { module in module.operations.map { "\(module.id).\($0.id)" }
      }
      throw Console.failure(
        DiagnosticsError(
          UsageMessage.noSchema(
            name, kinds: (catalogue.kinds.keys + EntryKinds.all.map(\.name)).sorted(), operations: operations.sorted(),
            commands: CommandDeclaration.names))
      )
    }
  }

  private func operation(_ name: String, of module: String, in catalogue: Catalogue) throws -> OperationManifest {
    guard let manifest = catalogue.manifests[module] else {
      throw Self.wrong(WorkspaceMessage.unknownModule(module, known: catalogue.manifests.keys.sorted()))
    }
    guard let operation = catalogue.operation(module, name) else {
      let known = manifest.operations.map(\.id)
      throw Self.wrong(WorkspaceMessage.unknownOperation(name, module: module, known: known))
    }
    return operation
  }

  private static func wrong(_ message: some DiagnosticMessage) -> Exit {
    Console.report([Diagnostic(message)], in: nil)
    return Exit(status: .usage)
  }
}
