import Language
import ModuleKit
import Testing

@testable import Drafting

@Test func aValueEntersWithItsBinding() {
  #expect(
    body("Nothing for {{count_line.silence.gap}}.") == """
      <p>Nothing for <data class="bound" value="30/42" data-analysis="count_line" data-finding="silence" \
      data-subject="first_to_second" data-quantity="gap"><a href="#source-1" title="Where this comes from" data-reference="1">\
      at least 30 and at most 42\u{A0}hours</a></data>.</p>

      """)
}

@Test func formatsPickAPartOfANumber() {
  let text = "{{count_line.silence.gap | low}}, {{count_line.silence.gap|high}}, {{ count_line.silence.gap | bare }}"
  #expect(visible(body(text)) == "30\u{A0}hours, 42\u{A0}hours, at least 30 and at most 42\n")
}

@Test func factsAndFindingsOwnWords() {
  #expect(
    visible(body("{{mission.title}} of {{mission.election_day}}, {{draft.as_of}}. {{mission.notice}}"))
      == """
      Honduras, general election 2017 of 26 November 2017, 00:00 on 28 November 2017 (UTC−06:00). \
      Made up for tests; issued by no mission

      """)
  #expect(
    visible(body("{{count_line.silence.statement}} {{count_line.silence.caution}}"))
      == "No results were published for at least 30 and at most 42\u{A0}hours. A silence alone shows no manipulation.\n"
  )
}

@Test func aSubjectPicksOneOfSeveral() {
  #expect(visible(body("{{count_line.lead_step[third].votes}}")) == "−31,709\u{A0}votes\n")
  #expect(
    visible(body("{{#count_line.lead_step[second]}}{{.votes}} for {{.subject}}{{/count_line.lead_step[second]}}"))
      == "−45,587\u{A0}votes for second\n")
}

@Test func sectionsGoThroughFindings() {
  #expect(
    visible(body("Steps: {{#count_line.lead_step}}{{.votes}}; {{/count_line.lead_step}}done."))
      == "Steps: −45,587\u{A0}votes; −31,709\u{A0}votes; done.\n")
  #expect(
    visible(body("{{#count_line.lead_step}}\n\n- {{count_line.lead_step.votes}}\n\n{{/count_line.lead_step}}\n\nend"))
      == "\n−45,587\u{A0}votes\n−31,709\u{A0}votes\n\nend\n")
}

@Test func absentFindingsTakeTheirSectionsWithThem() {
  let text = """
    Before.

    {{#count_line.lead_reversal}}

    ## The lead changed by {{.votes}}

    - An item

    {{/count_line.lead_reversal}}

    {{^count_line.lead_reversal}}

    No change of the lead.

    {{/count_line.lead_reversal}}

    - {{#count_line.lead_reversal}}gone{{/count_line.lead_reversal}}
    - kept{{#count_line.lead_reversal}} gone{{/count_line.lead_reversal}}

    """
  #expect(body(text) == "<p>Before.</p>\n<p>No change of the lead.</p>\n<ul>\n<li>kept</li>\n</ul>\n")
}

@Test func valuesAreNeverRead() {
  let html = body("{{#count_line.lead_step[second]}}*{{.leader}}*{{/count_line.lead_step[second]}}")
  #expect(html.contains(">Ana &lt;b&gt; &amp; &quot;Co&quot;</a>"))
  #expect(!html.contains("<b>"))
}

@Test func verbatimIsMarkedAsSuch() {
  #expect(
    body("Under {{verbatim \"Decree 44-2004\"}}.") == """
      <p>Under <span class="verbatim" title="Quoted as it stands, not computed">Decree 44-2004</span>.</p>

      """)
}

@Test func tablesOfResults() {
  #expect(
    body("{{table count_line.gaps}}") == """
      <div class="scroll" role="region" aria-label="Table 1" tabindex="0">
      <table data-analysis="count_line" data-table="gaps">
      <caption><span class="label">Table 1.</span> Gaps &lt;between&gt; bulletins</caption>
      <thead><tr><th scope="col">from</th><th scope="col" class="right">hours</th></tr></thead>
      <tbody>
      <tr><td>first &amp; second</td><td class="right">36.5</td></tr>
      </tbody>
      </table>
      </div>

      """)
}

/// What a file calls `before`, a page in Spanish calls «antes»; texts that are no word of the list stand as they are.
@Test func wordsOfTablesAreReadInThePagesLanguage() {
  var edition = Sample.edition(.spanish)
  let place = edition.results[0].operation.tables.firstIndex { $0.name == "gaps" }
  edition.results[0].operation.tables[place ?? 0].columns[0].words = [
    "first & second": Text(en: "first and second", es: "primero y segundo")
  ]
  #expect(body("{{table count_line.gaps}}", edition).contains("<td>primero y segundo</td>"))
  edition.results[0].operation.tables[place ?? 0].columns[0].words = ["first": Text(en: "first", es: "primero")]
  #expect(body("{{table count_line.gaps}}", edition).contains("<td>first &amp; second</td>"))
}

/// A figure is an image that holds it: nothing of it stands in the page.
@Test func figuresKeepToThemselves() {
  let html = body("{{figure count_line.lead}}\n\n{{figure count_line.lead}}")
  #expect(html.ranges(of: "<img src=\"data:image/svg+xml;base64,PHN2ZyB4bWxucz0i").count == 2)
  #expect(html.ranges(of: "\" alt=\"Lead &amp; time\">").count == 2)
  #expect(!html.contains("fig-lead") && !html.contains("<svg"))
  #expect(html.contains("<span class=\"label\">Figure 2.</span> The lead shrinks."))
}

@Test func markupPassesThrough() {
  let text = """
    # Title

    A[^a] *b* **c** `d` [e](https://example.org "t")\\
    f

    1. g

    > h

    ---

    | i | j |
    |:-:|--:|
    | k | {{count_line.silence.gap \\| bare}} |

        code <

    [^a]: A note.
    """
  #expect(
    body(text).replacing(/<data[^>]*><a[^>]*>/, with: "<v>").replacing("</a></data>", with: "</v>") == """
      <h1>Title</h1>
      <p>A<sup class="reference" id="note-1-from-1"><a href="#note-1" role="doc-noteref">1</a></sup> <em>b</em> \
      <strong>c</strong> <code>d</code> <a href="https://example.org" title="t" rel="noreferrer">e</a><br>
      f</p>
      <ol>
      <li>g</li>
      </ol>
      <blockquote>
      <p>h</p>
      </blockquote>
      <hr>
      <div class="scroll" role="region" aria-label="i j" tabindex="0">
      <table>
      <thead><tr><th scope="col" class="center">i</th><th scope="col" class="right">j</th></tr></thead>
      <tbody>
      <tr><td class="center">k</td><td class="right"><v>at least 30 and at most 42</v></td></tr>
      </tbody>
      </table>
      </div>
      <pre><code>code &lt;
      </code></pre>
      <section class="footnotes" role="doc-endnotes" aria-label="Notes">
      <ol>
      <li id="note-1"><p>A note.</p>
      <a href="#note-1-from-1" role="doc-backlink" aria-label="Back to the text">↩</a></li>
      </ol>
      </section>

      """)
}

@Test func notesOfAbsentSectionsGoToo() {
  let text = "A{{#count_line.lead_reversal}}[^a]{{/count_line.lead_reversal}} b[^b].\n\n[^a]: First.\n\n[^b]: Second."
  let html = body(text)
  #expect(html.contains("Second.") && !html.contains("First."))
  #expect(html.contains("<a href=\"#note-1\" role=\"doc-noteref\">1</a>"))
}
