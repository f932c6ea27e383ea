import ArgumentParser
import ModuleKit
import Workbench
import Workspaces

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: spoken(
      en: "Print the stored findings, each with what it does not show.",
      es: "Imprime los hallazgos guardados, cada uno con lo que no muestra."))

  @OptionGroup var workspace: WorkspaceArguments
  @OptionGroup var edition: AsOfOption
  @Option(
    help: ArgumentHelp(spoken(en: "Show these analyses alone.", es: "Muestra solo estos análisis."), valueName: "name"))
  var only: [String] = []
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Show findings of this severity or above, and count the others.",
        es: "Muestra los hallazgos de esta gravedad o más, y cuenta los demás.")))
  var severity: Severity?
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print the findings as one JSON object.", es: "Imprime los hallazgos como un objeto JSON.")))
  var json = false

  func run() async throws {
    let workbench = try workspace.open()
    let names = workbench.workspace.analyses.map(\.id)
    for name in only where !names.contains(name) {
      throw Console.failure(DiagnosticsError(RunMessage.unknownAnalysis(name, known: names)))
    }
    let chosen = workbench.workspace.analyses.filter { only.isEmpty || only.contains($0.id) }
    do {
      let results = try workbench.results(chosen, asOf: edition.asOf)
      Console.report(workbench.warnings, in: nil)
      if json {
        Console.print(json: document(workbench.workspace, results))
      } else {
        show(results, workbench.workspace)
      }
    } catch let error as DiagnosticsError {
      throw Console.failure(error)
    }
  }

  private func show(_ results: [StoredResult], _ workspace: Workspace) {
    let language = ProgramLanguage.given ?? workspace.mission.languages.first ?? .english
    if let notice = workspace.mission.notice {
      Console.print(notice[language])
      Console.print("")
    }
    for result in results {
      Console.print("\(result.analysis) (\(Self.words(result.status)))")
      let findings = result.outcome.findings
      // Screening is not read by the way: it is shown where it is asked for, and what it does not show comes first.
      if only.isEmpty, let first = findings.first, findings.allSatisfy({ $0.tier == .screening }) {
        Console.print("      \(first.caution[language])")
        Console.print("      \(Self.collapsed(findings.count, result.analysis)[language])")
        Console.print("")
        continue
      }
      let shown = findings.filter(isShown)
      for finding in shown {
        let sentence = "[\(finding.severity.rawValue)] \(finding.statement[language])"
        let isScreening = finding.tier == .screening
        Console.print("  " + (isScreening ? finding.caution[language] : sentence))
        Console.print("      " + (isScreening ? sentence : finding.caution[language]))
        let rows = finding.evidence.map { evidence in
          // Without rows it is the whole dataset.
          evidence.rows.isEmpty
            ? evidence.dataset : "\(evidence.dataset): \(evidence.rows.map(\.text).joined(separator: ", "))"
        }
        Console.print("      " + (["\(finding.code) \(finding.subject)"] + rows).joined(separator: "; "))
      }
      if shown.count < findings.count {
        Console.print("  " + Self.below(findings.count - shown.count)[language])
      }
      Console.print("")
    }
  }

  private func isShown(_ finding: Finding) -> Bool { severity.map { finding.severity >= $0 } ?? true }

  private static func below(_ count: Int) -> Text {
    count == 1
      ? Text(en: "and 1 finding below that severity", es: "y 1 hallazgo de menos gravedad")
      : Text(en: "and \(count) findings below that severity", es: "y \(count) hallazgos de menos gravedad")
  }

  private static func words(_ status: StoredResult.Status) -> String {
    switch status {
    case .current: spoken(en: "current", es: "al día")
    case .received:
      spoken(
        en: "received, not re-run; 'veedor run' confirms it",
        es: "recibido, no ejecutado aquí; «veedor run» lo confirma")
    case .stale: spoken(en: "stale; run 'veedor run'", es: "atrasado; ejecute «veedor run»")
    case .altered: spoken(en: "altered; run 'veedor run'", es: "cambiado; ejecute «veedor run»")
    case .failed: spoken(en: "failed; run 'veedor run'", es: "falló; ejecute «veedor run»")
    case .missing: spoken(en: "missing; run 'veedor run'", es: "falta; ejecute «veedor run»")
    }
  }

  private static func collapsed(_ count: Int, _ analysis: String) -> Text {
    Text(
      en:
        "screening, \(count) \(count == 1 ? "finding" : "findings"): 'veedor show --only \(analysis)' shows \(count == 1 ? "it" : "them")",
      es:
        "cribado, \(count) \(count == 1 ? "hallazgo" : "hallazgos"): «veedor show --only \(analysis)» \(count == 1 ? "lo" : "los") muestra"
    )
  }

  private func document(_ workspace: Workspace, _ results: [StoredResult]) -> Value {
    [
      "workspace": .string(workspace.mission.id), "as_of": Value(edition.asOf?.rfc3339),
      "analyses": .list(
        results.map {
          [
            "id": .string($0.analysis), "status": .string($0.status.rawValue),
            "findings": .list($0.outcome.findings.filter(isShown).map(\.document)),
          ]
        }),
    ]
  }
}
