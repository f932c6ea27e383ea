import ArgumentParser
import ModuleKit
import Workbench

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the workspace file and every data file, and tell all that is wrong.")

  @OptionGroup var workspace: WorkspaceArguments
  @Flag(help: "Print the errors and warnings as one JSON object.") var json = false

  func run() async throws {
    let reading = try workspace.read()
    var diagnostics = reading.diagnostics
    if let workspace = reading.workspace {
      let workbench = Workbench(workspace, registry: reading.registry)
      diagnostics += await workbench.workspace.dataProblems(workbench.loader)
    }
    if json {
      Console.print(document(diagnostics).prettyJSON)
    } else {
      Console.report(diagnostics, in: reading.source)
      if let workspace = reading.workspace, diagnostics.isEmpty { Console.print(Self.summary(of: workspace)) }
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw Exit(status: .invalid) }
  }

  private static func summary(of workspace: Workspace) -> String {
    let counts = [
      (workspace.datasets.count, "dataset", "datasets"), (workspace.analyses.count, "analysis", "analyses"),
      (workspace.drafts.count, "draft", "drafts"),
    ]
    let words = counts.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
    return "\(workspace.mission.id): \(words); no problem found"
  }

  private func document(_ diagnostics: [Diagnostic]) -> Value {
    [
      "errors": .list(diagnostics.filter { $0.severity == .error }.map(\.document)),
      "warnings": .list(diagnostics.filter { $0.severity == .warning }.map(\.document)),
    ]
  }
}
