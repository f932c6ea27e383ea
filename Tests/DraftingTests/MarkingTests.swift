import ModuleKit
import Testing

@testable import Drafting

/// The page with its marks as brackets.
private func marks(_ template: String, _ edition: Edition) -> String {
  let html = body(template, edition).split(separator: "</p>\n", maxSplits: 1).last.map(String.init) ?? ""
  return visible(
    html.split(separator: "<mark class=\"stale\">", omittingEmptySubsequences: false).joined(separator: "⟦")
      .split(separator: "</mark>", omittingEmptySubsequences: false).joined(separator: "⟧"))
}

private let stale = Sample.edition(status: .stale)

@Test func onlySentencesWithTagsOfStaleResultsAreMarked() {
  #expect(
    marks("One. Two had {{count_line.silence.gap}} at most. Three: {{claims.tension.difference}}. Four.", stale)
      == "One. ⟦Two had at least 30 and at most 42\u{A0}hours at most. [count_line: not current]⟧ Three: 10\u{A0}votes. Four.\n"
  )
}

@Test func marksCutMarkupInTwo() {
  #expect(
    body("*One. Two **{{count_line.silence.gap}}*** no. Three.", stale).hasSuffix(
      """
      <p><em>One. </em><mark class="stale"><em>Two <strong><data class="bound" value="30/42" \
      data-analysis="count_line" data-finding="silence" data-subject="first_to_second" data-quantity="gap">\
      <a href="#source-1" title="Where this comes from" data-reference="1">at least 30 and at most 42\u{A0}hours</a></data></strong></em> no. \
      <span class="stale-label">[count_line: not current]</span></mark> Three.</p>

      """))
}

@Test func sectionsRestOnTheirFindings() {
  let text = """
    One. {{#count_line.silence}}Two. {{/count_line.silence}}Three.

    Four{{#count_line.lead_reversal}}, five{{/count_line.lead_reversal}}. {{#count_line.lead_reversal}}Six. \
    {{/count_line.lead_reversal}}Seven. {{^count_line.lead_reversal}}Eight.{{/count_line.lead_reversal}}
    """
  #expect(
    marks(text, stale) == """
      One. ⟦Two. [count_line: not current]⟧ Three.
      ⟦Four. [count_line: not current]⟧ Seven. ⟦Eight. [count_line: not current]⟧

      """)
}

@Test func blockSectionsCellsAndNotes() {
  let text = """
    {{#count_line.silence}}

    ## A heading

    ### It took {{.gap}}

    {{/count_line.silence}}

    | a | b |
    |---|---|
    | c. d | {{count_line.silence.gap}} |

    e[^1]. f.

    [^1]: g. {{count_line.silence.gap}}.
    """
  #expect(
    marks(text, stale) == """
      A heading
      ⟦It took at least 30 and at most 42\u{A0}hours [count_line: not current]⟧


      ab

      c. d⟦at least 30 and at most 42\u{A0}hours [count_line: not current]⟧



      e1. f.


      g. ⟦at least 30 and at most 42\u{A0}hours. [count_line: not current]⟧
      ↩



      """)
}

@Test func figuresAndTablesAreMarkedToo() {
  let html = body("{{figure count_line.lead}}\n\n{{table count_line.gaps}}", stale)
  #expect(html.ranges(of: "<div class=\"stale\">\n<p class=\"stale-label\">[count_line: not current]</p>").count == 2)
  #expect(html.contains("Not for publication: 1\u{A0}figure and 1\u{A0}table on this page rest on results that"))
}

@Test func theBannerCounts() {
  let text = "Two had {{count_line.silence.gap}}."
  #expect(
    body(text, stale).hasPrefix(
      """
      <p class="banner" role="alert">Not for publication: 1\u{A0}sentence on this page rests on results that are not \
      current: count_line (not current)</p>

      """))
  #expect(
    body(text, Sample.edition(.spanish, status: .stale)).hasPrefix(
      """
      <p class="banner" role="alert">No publicar: 1\u{A0}oración de esta página se apoya en resultados que no están al \
      día: count_line (no está al día)</p>

      """))
  // What was received is quoted, and marked as received.
  #expect(body(text, Sample.edition(status: .received)).contains("current: count_line (received, not re-run)</p>"))
  #expect(body(text, Sample.edition(status: .received)).contains("[count_line: received, not re-run]"))
  #expect(
    body(text, Sample.edition(.spanish, status: .received)).contains("[count_line: recibido, no recalculado]"))
  #expect(body(text, Sample.edition(status: .altered)).contains("[count_line: files changed]"))
  #expect(body(text, Sample.edition(.spanish, status: .altered)).contains("[count_line: archivos cambiados]"))
  #expect(!body(text).contains("class=\"banner\""))
  #expect(body("Nothing.", stale).contains("Some results are not current; what this page shows does not rest on them"))
}

@Test func resultsThatAreNotThere() {
  let text = """
    It was {{count_line.silence.gap}}. {{#count_line.silence}}Gone.{{/count_line.silence}}

    {{^count_line.lead_reversal}}

    Absence cannot be told either.

    {{/count_line.lead_reversal}}

    {{figure count_line.lead}}

    {{table count_line.gaps}}
    """
  #expect(
    marks(text, Sample.edition(status: .failed)) == """
      ⟦It was [no value]. [count_line: failed]⟧ 

      [count_line: failed]

      There is no result to draw.
      Figure 1.



      [count_line: failed]


      Table 1.
      There is no result to list.




      """)
}

@Test func markedCountsWhatIsMarked() {
  let text = "One {{count_line.silence.gap}}. Two {{count_line.silence.gap}}.\n\n{{figure count_line.lead}}"
  #expect(DraftPage(template: text.utf8, name: "draft.md", edition: stale).marked == 3)
  #expect(DraftPage(template: text.utf8, name: "draft.md", edition: Sample.edition()).marked == 0)
}
