import BuiltIn
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// Files of results hold the keys of options; pages say their names.
@Suite struct DraftOptionTests {
  @Test func aPageSaysTheNamesOfOptions() async throws {
    let scratch = try ScratchWorkspace()
    defer { withExtendedLifetime(scratch) {} }
    try scratch.write(
      "id,source,published,votes_yes,votes_no\na,court,2017-11-27,5,4\nb,court,2017-11-28,7,9\n", to: "counts.csv")
    try scratch.write("{{table line.leads}}\n", to: "statement.md")
    try scratch.write(
      ScratchWorkspace.mission + """
          question: {rule: plurality, options: {yes: {name: {en: "In favour", es: "A favor"}}, no: {name: "No"}}}
        datasets: {counts: {kind: bulletins, path: counts.csv, contest: question}}
        analyses: {line: {use: counts.timeline, on: {bulletins: counts}}}
        drafts: {statement: {template: statement.md, uses: [line]}}

        """, to: "veedor.yaml")
    let workbench = try scratch.workbench(builtInModules)
    _ = try await workbench.run(try workbench.plan())
    _ = try await workbench.run(try workbench.planDrafts())
    func cells(_ language: String) throws -> [String] {
      try scratch.text("results/statement/\(language).html").split(separator: "<td").dropFirst().map {
        String($0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
      }
    }
    let (english, spanish) = (try cells("en"), try cells("es"))
    #expect(english.contains("In favour") && english.contains("No") && !english.contains("yes"))
    #expect(spanish.contains("A favor") && spanish.contains("No") && !spanish.contains("yes"))
    #expect(try scratch.text("results/line/tables/leads.csv").contains(",yes,"))
  }
}
