import BuiltIn
import Files
import Glibc
import ModuleKit
import Testing

/// `Docs/formats.md` says what the declarations say. `VEEDOR_UPDATE_DOCS=1 swift test --filter FormatsTests` writes it.
@Suite struct FormatsTests {
  private static let (begin, end) = ("<!-- generated: begin -->\n", "<!-- generated: end -->\n")

  @Test func theReferenceIsUpToDate() throws {
    let page = Page.docs("formats.md")
    let text = try page.text
    let begin = try #require(text.firstRange(of: Self.begin))
    let end = try #require(text.firstRange(of: Self.end))
    let generated = FormatsDocument(kinds: OperationConformanceTests.kinds, modules: builtInModules).text
    if getenv("VEEDOR_UPDATE_DOCS") != nil {
      let new = text[..<begin.upperBound] + "\n" + generated + text[end.lowerBound...]
      try AtomicFile.write(Array(String(new).utf8), to: page.path)
      return
    }
    #expect(text[begin.upperBound..<end.lowerBound] == "\n" + generated, "run it with VEEDOR_UPDATE_DOCS=1")
  }

  @Test(arguments: Offered.all) func everyNameStandsInTheReference(_ offered: Offered) throws {
    let text = try Page.docs("formats.md").text
    let start = try #require(text.firstRange(of: "### `\(offered.testDescription)`\n")).upperBound
    let section = text[start...].prefix(upTo: text[start...].firstRange(of: "\n### ")?.lowerBound ?? text.endIndex)
    let operation = offered.operation
    let names =
      operation.inputs.map(\.name) + operation.parameters.map(\.name) + operation.findings.map(\.code)
      + operation.findings.flatMap(\.numbers).map(\.name) + operation.tables.map(\.name)
    for name in names { #expect(section.contains("`\(name)`"), "\(name)") }
  }
}
