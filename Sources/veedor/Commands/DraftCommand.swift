import ArgumentParser
import ModuleKit
import Workbench
import Workspaces

struct DraftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Write the drafts from the stored results.",
    discussion: """
      Analyses are not run. Every sentence bound to a result that is no longer current is marked until 'veedor run' has \
      brought that result up to date.
      """)

  @OptionGroup var workspace: WorkspaceArguments
  @Option(help: ArgumentHelp("Write these drafts alone.", valueName: "name")) var only: [String] = []
  @Flag(help: "Print what was written as one JSON object.") var json = false

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
