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
        brought that result up to date.
        """,
      es: """
        Los análisis no se ejecutan. Cada oración vinculada a un resultado que ya no está al día queda marcada hasta \
        que «veedor run» lo ponga al día.
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
    let reports = try await Session(workbench).run { try $0.planDrafts(only) }
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
    if reports.contains(where: { $0.status == .failed }) { throw Exit(status: .failed) }
  }
}
