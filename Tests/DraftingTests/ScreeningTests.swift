import Foundation
import ModuleKit
import Testing

@testable import Drafting

/// Screening is shown on demand, behind its cautions.
@Suite struct ScreeningTests {
  private static func edition() -> Edition {
    var edition = Sample.edition(notice: nil, asOf: false)
    var operation = OperationManifest("screen", summary: Text("screen"))
    for (code, caution) in [
      ("summary", "Screening never says what happened."), ("digits", "Digits bend by size."),
    ] {
      operation.findings.append(
        Sample.kind(
          code, "\(code) stands out.", caution: caution, method: "A test", numbers: ["p": .votes], tier: .screening,
          placement: .annex))
    }
    let kind = TableKind<String>("tests", Text("Tests"), columns: [.init("test", Text("test")) { $0 }])
    operation.tables = [kind.declared]
    var checked = CheckedOutcome(operation)
    for code in operation.findings.map(\.code) {
      checked.add(code, about: "all", ["p": Quantity(3, .votes)], words: [:], from: [])
    }
    if let tests = try? kind.table(of: ["digits"]) { checked.add(table: tests, as: "tests") }
    edition.results.append(
      StoredResult(
        analysis: "screen", module: "counts", operation: operation, status: .current, outcome: checked.outcome))
    return edition
  }

  @Test func itStandsBehindItsCautions() throws {
    let page = body(
      """
      # Title

      {{#annex}}

      ## More

      {{count_line.identity.margin}} is an identity.

      {{#screen.summary}}

      {{.statement}}

      {{/screen.summary}}

      {{#screen.digits}}

      {{.statement}}

      {{/screen.digits}}

      {{table screen.tests}}

      {{/annex}}
      """, Self.edition())
    let parts = page.components(separatedBy: "<details class=\"screening\">")
    #expect(parts.count == 2)
    #expect(parts[0].contains("<h2>More</h2>") && parts[0].contains("is an identity"))
    let shown = try #require(parts.last)
    let order = [
      "<summary>Screening: signs that ask for documents, and nothing more</summary>",
      "<p class=\"caution\">Screening never says what happened.</p>", "<p class=\"caution\">Digits bend by size.</p>",
      "summary stands out.", "digits stands out.", "<table data-analysis=\"screen\"", "</details>",
    ].map { shown.range(of: $0)?.lowerBound }
    #expect(order.allSatisfy { $0 != nil })
    #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
  }

  @Test func amongTheSourcesTheCautionComesFirst() throws {
    let draft = DraftPage(
      template: "{{#annex}}\n\n{{screen.digits.p}} it is.\n\n{{/annex}}\n".utf8, name: "draft.md",
      edition: Self.edition())
    let html = try #require(draft.html)
    let sources = try #require(html.range(of: "class=\"sources\"")).upperBound
    let caution = try #require(html.range(of: "Digits bend by size.", range: sources..<html.endIndex))
    let statement = try #require(html.range(of: "digits stands out.", range: sources..<html.endIndex))
    #expect(caution.lowerBound < statement.lowerBound)
    #expect(html.components(separatedBy: "Digits bend by size.").count == 3)
  }

  @Test func factsAreNotCollapsed() {
    let page = body("{{#annex}}\n\n{{count_line.identity.margin}} is an identity.\n\n{{/annex}}\n", Self.edition())
    #expect(!page.contains("<details"))
  }
}
