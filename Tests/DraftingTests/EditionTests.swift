import Language
import ModuleKit
import Testing

@testable import Drafting

/// What editions say of their hour and of what they leave out, and what they do not say.
struct EditionTests {
  private func edition(_ language: Language = .english, asOf: Bool = true, undated: [UndatedRows] = []) -> Edition {
    var edition = Sample.edition(language, asOf: asOf)
    edition.context.undated = undated
    return edition
  }

  /// The edition of the sample closes on 28 November, 00:00 in UTC−06:00.
  @Test func sentencesWithADateOfTheirOwn() {
    let text = """
      Five days were open{{#known 2017-11-28T00:00:00-06:00}} then{{/known}}{{#known 2017-11-28T06:00:01Z}} later{{/known}}.

      {{#known 2017-12-18T00:00:00-06:00}}

      Complaints could be made.

      {{/known}}

      {{^known 2017-12-18T00:00:00-06:00}}

      Nothing is declared.

      {{/known}}

      """
    #expect(body(text) == "<p>Five days were open then.</p>\n<p>Nothing is declared.</p>\n")
    #expect(
      body(text, edition(asOf: false)) == "<p>Five days were open then later.</p>\n<p>Complaints could be made.</p>\n")
  }

  @Test func whatIsNoInstant() {
    #expect(
      complaints("{{#known 2017-12-18}}a{{/known}}").hasPrefix(
        """
        draft.md:1:1 error[D029] '2017-12-18' is no instant at which something became known
         1 | {{#known 2017-12-18}}a{{/known}}
           | ^~~~~~~~~~~~~~~~~~~~~  give day, time and offset, as in {{#known 2017-12-18T00:00:00-06:00}} ... {{/known}}
        """))
    #expect(complaints("{{#known}}a{{/known}}").contains("D029"))
    #expect(complaints("{{#known 2017-12-18T00:00:00Z}}a").contains("D016"))
    // What is not shown in this edition is checked all the same.
    #expect(complaints("{{#known 2030-01-01T00:00:00Z}}In 7 days.{{/known}}").contains("D020"))
    #expect(complaints("{{#known 2030-01-01T00:00:00Z}}{{count_line.lead_reversal.votes}}{{/known}}").isEmpty)
  }

  @Test func headingsWithNothingUnderThemGo() {
    let text = """
      # The statement

      ## The recount

      {{#count_line.lead_reversal}}

      {{.votes}}

      {{/count_line.lead_reversal}}

      ## The count

      ### In short

      {{#known 2030-01-01T00:00:00Z}}

      Nothing.

      {{/known}}

      ### In full

      One sentence.

      ## What came later

      ### Promises

      {{#annex}}

      ## Annex

      {{#count_line.lead_reversal}}

      {{.votes}}

      {{/count_line.lead_reversal}}

      {{/annex}}

      """
    #expect(
      body(text) == """
        <h1>The statement</h1>
        <h2>The count</h2>
        <h3>In full</h3>
        <p>One sentence.</p>

        """)
    #expect(body("# The statement\n\n## Nothing\n") == "<h1>The statement</h1>\n")
  }

  @Test func theHourOfAnUndatedDraft() {
    #expect(body("By {{draft.as_of}}.", edition(asOf: false)) == "<p>By the time of writing.</p>\n")
    #expect(
      body("Lo conocido a {{draft.as_of}}.", edition(.spanish, asOf: false))
        == "<p>Lo conocido a la fecha de su redacción.</p>\n")
  }

  @Test func factsOfUnknownDateAreListed() {
    let summary = UndatedRows.Source(Text(en: "a <news> summary", es: "un resumen de noticias"), count: 20)
    let court = UndatedRows.Source(Text(en: "the court", es: "el tribunal"), count: 3)
    let claims = UndatedRows(dataset: "claims", count: 23, sources: [summary, court])
    let sheets = UndatedRows(dataset: "sheets", count: 1200)
    #expect(
      body("Text.", edition(undated: [claims, sheets])) == """
        <p>Text.</p>
        <section aria-labelledby="left-out">
        <h2 id="left-out">Not in this edition</h2>
        <p>1,223 facts of unknown date are not in this edition.</p>
        <ul>
        <li>a &lt;news&gt; summary: 20</li>
        <li>the court: 3</li>
        <li>sheets: 1,200</li>
        </ul>
        </section>

        """)
    let one = UndatedRows(dataset: "claims", count: 1, sources: [.init(summary.name, count: 1)])
    #expect(
      body("Texto.", edition(.spanish, undated: [one])) == """
        <p>Texto.</p>
        <section aria-labelledby="left-out">
        <h2 id="left-out">Lo que no está en esta edición</h2>
        <p>1 hecho de fecha desconocida no está en esta edición.</p>
        <ul>
        <li>un resumen de noticias: 1</li>
        </ul>
        </section>

        """)
  }

  @Test func ofManySourcesTheFirstAreNamed() {
    let sources = (1...25).map { UndatedRows.Source(Text("source \($0)"), count: 2) }
    let page = body("Text.", edition(undated: [UndatedRows(dataset: "claims", count: 50, sources: sources)]))
    #expect(page.contains("<li>source 20: 2</li>\n<li>other sources: 10</li>\n</ul>"))
  }
}
