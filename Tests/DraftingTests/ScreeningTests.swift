import Drafting
import Foundation
import Testing

/// Screening is shown on demand, behind its cautions.
@Suite struct ScreeningTests {
  private static func edition() -> Edition {
    func finding(_ code: String, _ caution: String) -> BoundFinding {
      BoundFinding(
        code: code, subject: "all", statement: "\(code) stands out.", caution: caution, method: "A test",
        basis: "reported", isAnnex: true, isScreening: true, quantities: ["p": Sample.votes("3")])
    }
    var edition = Sample.edition(notice: "", asOf: false)
    edition.results.append(
      BoundResult(
        analysis: "screen", operation: "counts.screen",
        declared: [
          DeclaredFinding("summary", quantities: ["p"], isAnnex: true),
          DeclaredFinding("digits", quantities: ["p"], isAnnex: true),
        ],
        declaredTables: ["tests"],
        findings: [
          finding("summary", "Screening never says what happened."), finding("digits", "Digits bend by size."),
        ],
        tables: [
          "tests": BoundTable(caption: "Tests", headings: ["test"], numeric: [false], rows: [["digits"]])
        ], isScreening: true))
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
