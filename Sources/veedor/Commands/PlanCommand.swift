import ArgumentParser
import ModuleKit
import Workbench
import Workspaces

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: spoken(
      en: "Tell what 'veedor run' and 'veedor draft' would do, and why.",
      es: "Dice qué harían «veedor run» y «veedor draft», y por qué."))

  @OptionGroup var workspace: WorkspaceArguments
  @OptionGroup var edition: AsOfOption
  @Flag(
    help: ArgumentHelp(spoken(en: "Print the plan as one JSON object.", es: "Imprime el plan como un objeto JSON.")))
  var json = false

  func run() async throws {
    let workbench = try workspace.open()
    var steps = try workbench.plan(asOf: edition.asOf).steps
    if edition.asOf == nil { steps += try workbench.planDrafts().steps }
    Console.report(workbench.warnings, in: nil)
    if json {
      Console.print(json: ["steps": .list(steps.map(\.document))])
      return
    }
    for step in steps {
      let edition = step.asOf.map { spoken(en: " as of \($0.rfc3339)", es: " a \($0.rfc3339)") } ?? ""
      switch step.state {
      case .current: Console.print("\(step.analysis.id)\(edition): \(spoken(en: "current", es: "al día"))")
      case .due(let reasons):
        let due = spoken(en: "due", es: "pendiente")
        Console.print("\(step.analysis.id)\(edition): \(due), \(reasons.map(\.spoken).joined(separator: "; "))")
      }
    }
  }
}
