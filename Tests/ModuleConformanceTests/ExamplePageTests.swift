import Files
import ModuleKit
import TestSupport
import Testing

/// The example of `Docs/modules.md`: compiled here, run here, and quoted there as it stands.
@Suite struct ExamplePageTests {
  @Test func thePageQuotesTheExample() throws {
    let source = try Page(#filePath, "CoverageExample.swift").text
    let page = try Page.docs("modules.md").text
    #expect(page.contains("```swift\n\(source)```\n"))
    #expect(source.split(separator: "\n", omittingEmptySubsequences: false).count - 1 <= 60)
  }

  @Test(arguments: coverage.examples.map(\.example)) func theExamplesOfItsFindingHold(_ it: FindingExample) async throws
  {
    let outcome = try await OperationRun(coverage, "coverage").giving(it).outcome()
    #expect(outcome.all("early_bulletin").map(\.subject) == it.subjects)
  }

  @Test func theExampleRuns() async throws {
    let zone = try #require(Zone("America/Tegucigalpa"))
    let contest = Contest("c", rule: .plurality, options: [.init("a", name: Text("A")), .init("b", name: Text("B"))])
    let kind = DatasetKind.bulletins
    let csv = """
      id,source,source_en,source_es,votes_a,counted_sheets,total_sheets,published
      b1,tse,the tribunal,el tribunal,5,10,40,2017-11-27
      b2,tse,,,9,20,40,2017-11-28

      """
    let table = try kind.reader(for: contest, dataset: "published").read(Array(csv.utf8), name: "bulletins.csv")
    let source = DatasetSource(dataset: "published", file: "bulletins.csv", table: table, contest: contest, zone: zone)
    var request = Request("coverage")
    request.inputs["bulletins"] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    let mission = Mission(
      id: "m", title: Text("M"), electionDay: Day(ordinal: 17_496), zone: zone, languages: [.english], notice: nil)
    let outcome = try await coverage.run(request, Context(mission: mission))
    #expect(
      outcome.findings.map(\.statement.en) == [
        "The bulletin by the tribunal, published on 27 November 2017, covers 25% of the sheets."
      ])
  }
}

/// A file of the repository, found from a file of this target.
struct Page {
  let path: String

  init(_ file: String, _ name: String) {
    path = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/\(name)"
  }

  /// The page `name` of the documentation.
  static func docs(_ name: String, _ file: String = #filePath) -> Page { Page(file, "../../Docs/\(name)") }

  var text: String {
    get throws { String(decoding: try MappedFile(path: path).content, as: UTF8.self) }
  }
}
