import ArgumentParser
import ModuleKit
import Workbench
import Workspaces

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: spoken(
      en: "Run the analyses whose inputs have changed; those that are current are left alone.",
      es: "Ejecuta los análisis cuyas entradas cambiaron; deja los que están al día."),
    discussion: spoken(
      en: "Without --as-of, the editions that drafts need are run too. Drafts are written by 'veedor draft'.",
      es:
        "Sin --as-of se ejecutan también las ediciones que necesitan los borradores. Los borradores los escribe «veedor draft»."
    ))

  @OptionGroup var workspace: WorkspaceArguments
  @OptionGroup var edition: AsOfOption
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Run these analyses alone, with those they use.", es: "Ejecuta solo estos análisis, con los que usan."),
      valueName: "name"))
  var only: [String] = []
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "End with status 5 on findings of this severity or above.",
        es: "Termina con el estado 5 si hay hallazgos de esta gravedad o más."), valueName: "severity"))
  var failOn: Severity?
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print what was found as one JSON object.", es: "Imprime lo hallado como un objeto JSON."))) var json =
    false

  func run() async throws {
    let workbench = try workspace.open()
    let reports = try await Session(workbench).run { try $0.plan(only, asOf: edition.asOf) }
    if json {
      Console.print(json: document(workbench.workspace, reports))
    } else {
      RunSummary(reports).print()
    }
    if reports.contains(where: { [.failed, .skipped].contains($0.status) }) { throw Exit(status: .failed) }
    if let failOn, reports.contains(where: { $0.outcome.findings.contains { $0.severity >= failOn } }) {
      throw Exit(status: .findings)
    }
  }

  private func document(_ workspace: Workspace, _ reports: [StepReport]) -> Value {
    let editions = Set(reports.compactMap(\.step.asOf)).subtracting([edition.asOf].compactMap { $0 }).sorted()
    return [
      "workspace": .string(workspace.mission.id), "as_of": Value(edition.asOf?.rfc3339),
      "analyses": .list(reports.filter { $0.step.asOf == edition.asOf }.map(\.document)),
      "editions": .list(
        editions.map { instant in
          [
            "as_of": .string(instant.rfc3339),
            "analyses": .list(reports.filter { $0.step.asOf == instant }.map(\.document)),
          ]
        }),
    ]
  }
}
