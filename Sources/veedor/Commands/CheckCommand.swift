import ArgumentParser
import BuiltIn
import ModuleKit
import Workspaces

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: spoken(
      en: "Check the workspace file and every data file, and tell all that is wrong or doubtful.",
      es: "Revisa el archivo del espacio de trabajo y cada archivo de datos, y dice todo lo que está mal o es dudoso."))

  @OptionGroup var workspace: WorkspaceArguments
  @Flag(
    help: ArgumentHelp(
      spoken(
        en: "Print the errors and warnings as one JSON object.", es: "Imprime los errores y avisos como un objeto JSON."
      ))) var json = false

  func run() async throws {
    let reading = try workspace.read()
    var diagnostics = reading.diagnostics
    var selections: [(dataset: String, selection: RowSelection)] = []
    var acknowledged: [(warning: Diagnostic, reason: String)] = []
    if let workspace = reading.workspace {
      let loader = DatasetLoader(workspace)
      diagnostics += await workspace.dataProblems(loader)
      diagnostics += workspace.fileProblems(builtInModules)
      if diagnostics.isEmpty {
        selections = try await workspace.selections(loader)
        let doubts = try await workspace.doubts(loader, builtInModules)
        (diagnostics, acknowledged) = (try workspace.ledgerDoubts() + doubts.open, doubts.acknowledged)
      }
    }
    if json {
      Console.print(json: document(reading.workspace, diagnostics, acknowledged, selections))
    } else {
      Console.report(diagnostics, in: reading.source)
      if let workspace = reading.workspace, !diagnostics.contains(where: { $0.severity == .error }) {
        Console.print(Self.summary(of: workspace, warnings: diagnostics.count, acknowledged: acknowledged.count))
        for dataset in workspace.datasets where dataset.files.count > 1 { Console.print(Self.summary(of: dataset)) }
        for (dataset, selection) in selections { Console.print(Self.summary(of: selection, dataset)) }
      }
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw Exit(status: .invalid) }
  }

  private static func summary(of workspace: Workspace, warnings: Int, acknowledged: Int) -> String {
    let counts = [
      (
        workspace.datasets.count, Text(en: "dataset", es: "conjunto de datos"),
        Text(en: "datasets", es: "conjuntos de datos")
      ),
      (workspace.analyses.count, Text(en: "analysis", es: "análisis"), Text(en: "analyses", es: "análisis")),
      (workspace.drafts.count, Text(en: "draft", es: "borrador"), Text(en: "drafts", es: "borradores")),
    ]
    let words = counts.map { "\($0.0) \(($0.0 == 1 ? $0.1 : $0.2).spoken)" }.joined(separator: ", ")
    let found =
      switch warnings {
      case 0: spoken(en: "no problem found", es: "no se halló ningún problema")
      case 1: spoken(en: "no error, 1 warning", es: "ningún error, 1 aviso")
      default: spoken(en: "no error, \(warnings) warnings", es: "ningún error, \(warnings) avisos")
      }
    let meant =
      acknowledged == 0 ? "" : spoken(en: ", \(acknowledged) acknowledged", es: ", \(acknowledged) reconocidos")
    return "\(workspace.mission.id): \(words); \(found)\(meant)"
  }

  /// The files of a dataset that has several: a pattern says nothing of them.
  private static func summary(of dataset: Workspace.Dataset) -> String {
    let (first, last) = (dataset.files[0], dataset.files[dataset.files.count - 1])
    return spoken(
      en: "\(dataset.id): \(dataset.files.count) files, from \(first) to \(last)",
      es: "\(dataset.id): \(dataset.files.count) archivos, de \(first) a \(last)")
  }

  /// The rows that filters leave out: nothing is dropped unseen.
  private static func summary(of selection: RowSelection, _ dataset: String) -> String {
    func leftOut(_ by: String, _ open: String, _ close: String) -> String {
      selection.leftOut.map { "\($0.rows) \(by) \(open)\($0.filter.column)\(close)" }.joined(separator: ", ")
    }
    return spoken(
      en:
        "\(dataset): \(selection.read) of \(selection.all) \(selection.all == 1 ? "row" : "rows") read; 'where' leaves out "
        + leftOut("by", "'", "'"),
      es:
        "\(dataset): se leen \(selection.read) de \(selection.all) \(selection.all == 1 ? "fila" : "filas"); «where» deja fuera "
        + leftOut("por", "«", "»"))
  }

  private func document(
    _ workspace: Workspace?, _ diagnostics: [Diagnostic], _ acknowledged: [(warning: Diagnostic, reason: String)],
    _ selections: [(dataset: String, selection: RowSelection)]
  ) -> Value {
    let several = (workspace?.datasets ?? []).filter { $0.files.count > 1 }
    return [
      "files": .object(
        Dictionary(several.map { ($0.id, .list($0.files.map(Value.string))) }) { first, _ in first }),
      "filtered": .object(Dictionary(selections.map { ($0.dataset, $0.selection.document) }) { first, _ in first }),
      "errors": .list(diagnostics.filter { $0.severity == .error }.map(\.document)),
      "warnings": .list(diagnostics.filter { $0.severity == .warning }.map(\.document)),
      "acknowledged": .list(
        acknowledged.map { warning, reason in
          .object((warning.document.object ?? [:]).merging(["reason": .string(reason)]) { $1 })
        }),
    ]
  }
}
