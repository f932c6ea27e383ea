import ArgumentParser
import BuiltIn
import ModuleKit
import Workspaces

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the workspace file and every data file, and tell all that is wrong or doubtful.")

  @OptionGroup var workspace: WorkspaceArguments
  @Flag(help: "Print the errors and warnings as one JSON object.") var json = false

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
      (workspace.datasets.count, "dataset", "datasets"), (workspace.analyses.count, "analysis", "analyses"),
      (workspace.drafts.count, "draft", "drafts"),
    ]
    let words = counts.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
    let found = warnings == 0 ? "no problem found" : "no error, \(warnings) \(warnings == 1 ? "warning" : "warnings")"
    let meant = acknowledged == 0 ? "" : ", \(acknowledged) acknowledged"
    return "\(workspace.mission.id): \(words); \(found)\(meant)"
  }

  /// The files of a dataset that has several: a pattern says nothing of them.
  private static func summary(of dataset: Workspace.Dataset) -> String {
    "\(dataset.id): \(dataset.files.count) files, from \(dataset.files[0]) to \(dataset.files[dataset.files.count - 1])"
  }

  /// The rows that filters leave out: nothing is dropped unseen.
  private static func summary(of selection: RowSelection, _ dataset: String) -> String {
    let rows = "\(selection.all) \(selection.all == 1 ? "row" : "rows")"
    let leftOut = selection.leftOut.map { "\($0.rows) by '\($0.filter.column)'" }.joined(separator: ", ")
    return "\(dataset): \(selection.read) of \(rows) read; 'where' leaves out \(leftOut)"
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
