import ModuleKit

/// What the operation of the result declares.
let operation: OperationManifest = {
  var operation = OperationManifest("timeline", summary: Text("timeline"))
  operation.findings = [
    DeclaredFinding(
      "silence", .notice, tier: .fact, placement: .body, Text("Nothing was published for {gap}."),
      caution: Text("It shows no more."), method: Text("Differences"), numbers: [.init("gap", .hours, Text("gap"))],
      words: ["leader"])
  ]
  operation.figures = [FigureKind("lead", Text("The lead shrinks."))]
  operation.tables = [
    DeclaredTable(
      "gaps", Text("Gaps"),
      columns: [
        .init("from", .text, Text("from")), .init("votes", .integer, Text("votes")), .init("hours", .number, Text("h")),
        .init("at", .dateTime, Text("at")),
      ])
  ]
  return operation
}()

/// A template that shows all of it.
let template = """
  {{#count.silence}}{{.subject}} {{.gap}} {{.leader}} {{.statement}} {{.caution}}{{/count.silence}}

  {{figure count.lead}}

  {{table count.gaps}}
  """

let context: Context = {
  guard let zone = Zone("America/Tegucigalpa") else { fatalError("every machine knows this zone") }
  let mission = Mission(
    id: "test", title: Text("General election"), electionDay: Day(ordinal: 17_496), zone: zone,
    languages: Language.allCases, notice: nil)
  return Context(mission: mission)
}()
