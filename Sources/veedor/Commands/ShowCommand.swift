import ArgumentParser
import ModuleKit
import Workbench

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the stored findings, each with what it does not show.")

  @OptionGroup var workspace: WorkspaceArguments
  @OptionGroup var edition: AsOfOption
  @Option(help: ArgumentHelp("Show these analyses alone.", valueName: "name")) var only: [String] = []
  @Option(help: ArgumentHelp("The language; the mission's first one unless given.", valueName: "en|es"))
  var language: Language?
  @Flag(help: "Print the findings as one JSON object.") var json = false

  func run() async throws {
    let workbench = try workspace.open()
    let names = workbench.workspace.analyses.map(\.id)
    for name in only where !names.contains(name) {
      Console.report([Diagnostic(RunMessage.unknownAnalysis(name, known: names))], in: nil)
      throw Exit(status: .usage)
    }
    let chosen = workbench.workspace.analyses.filter { only.isEmpty || only.contains($0.id) }
    do {
      let results = try chosen.map { try workbench.result($0, asOf: edition.asOf) }
      if json {
        Console.print(document(workbench.workspace, results).prettyJSON)
      } else {
        show(results, workbench.workspace)
      }
    } catch let error as DiagnosticsError {
      Console.report(error.all, in: nil)
      throw Exit(status: .failed)
    }
  }

  private func show(_ results: [StoredResult], _ workspace: Workspace) {
    let language = language ?? workspace.mission.languages.first ?? .english
    if let notice = workspace.mission.notice { Console.print("\(notice[language])\n") }
    for result in results {
      let advice = result.status == .current ? "" : "; run 'veedor run'"
      Console.print("\(result.analysis) (\(result.status.rawValue)\(advice))")
      for finding in result.outcome.findings {
        Console.print("  [\(finding.severity.rawValue)] \(finding.statement[language])")
        Console.print("      \(finding.caution[language])")
        let rows = finding.evidence.map { evidence in
          // Without rows it is the whole dataset.
          evidence.rows.isEmpty ? evidence.dataset : "\(evidence.dataset): \(evidence.rows.joined(separator: ", "))"
        }
        Console.print("      " + (["\(finding.code) \(finding.subject)"] + rows).joined(separator: "; "))
      }
      Console.print("")
    }
  }

  private func document(_ workspace: Workspace, _ results: [StoredResult]) -> Value {
    [
      "workspace": .string(workspace.mission.id), "as_of": Value(edition.asOf?.rfc3339),
      "analyses": .list(
        results.map {
          [
            "id": .string($0.analysis), "status": .string($0.status.rawValue),
            "findings": .list($0.outcome.findings.map(\.document)),
          ]
        }),
    ]
  }
}
