import ArgumentParser
import ModuleKit
import Workbench
import Workspaces

struct DraftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: spoken(
      en: "Write the drafts from the stored results.",
      es: "Escribe los borradores a partir de los resultados guardados."),
    discussion: spoken(
      en: """
        Analyses are not run. Every sentence bound to a result that is no longer current is marked until 'veedor run' has \
        brought that result up to date. The command ends with 1 where a draft could not be written, or rests on an analysis \
        that failed. A page that was changed by hand, and the last good page of a draft that fails, are kept beside.
        """,
      es: """
        Los análisis no se ejecutan. Cada oración vinculada a un resultado que ya no está al día queda marcada hasta \
        que «veedor run» lo ponga al día. El comando termina con 1 si un borrador no se pudo escribir, o se apoya en un \
        análisis que falló. Una página cambiada a mano, y la última página buena de un borrador que falla, se guardan al lado.
        """))

  @OptionGroup var workspace: WorkspaceArguments
  @Option(
    help: ArgumentHelp(spoken(en: "Write these drafts alone.", es: "Escribe solo estos borradores."), valueName: "name")
  ) var only: [String] = []
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print what was written as one JSON object.", es: "Imprime lo escrito como un objeto JSON.")))
  var json = false

  func run() async throws {
    let workbench = try workspace.open()
    var reports = try await Session(workbench).run { try $0.planDrafts(only) }
    for place in reports.indices { reports[place].problems += try workbench.failures(behind: reports[place].step) }
    let pages = try reports.map { try workbench.pages(at: $0.step.place) }
    if json {
      let drafts = zip(reports, pages).map { report, pages -> Value in
        [
          "id": .string(report.step.analysis.id), "as_of": Value(report.step.asOf?.rfc3339),
          "status": .string(report.status.rawValue), "pages": .list(pages.map(Value.string)),
          "problems": .list(report.problems.map(\.document)),
        ]
      }
      Console.print(json: ["workspace": .string(workbench.workspace.mission.id), "drafts": .list(drafts)])
    } else {
      RunSummary(reports).print()
      for page in pages.joined() { Console.print("  \(workbench.workspace.folder.path(page))") }
    }
    if reports.flatMap(\.problems).contains(where: { $0.severity == .error }) { throw Exit(status: .failed) }
  }
}
