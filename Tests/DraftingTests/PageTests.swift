import ModuleKit
import Testing

@testable import Drafting

private func page(_ template: String, _ edition: Edition = Sample.edition()) -> String {
  DraftPage(template: template.utf8, name: "draft.md", edition: edition).html ?? ""
}

@Test func aPageStandsOnItsOwn() {
  let html = page("# A statement\n\nIt took {{count_line.silence.gap}}.")
  #expect(html.contains("<title>A statement · Honduras, general election 2017</title>"))
  #expect(page("Nothing.").contains("<title>Honduras, general election 2017</title>"))
  #expect(
    html.contains(
      """
      <body>
      <p class="notice" role="note">Made up for tests; issued by no mission</p>
      <main>
      <header>
      <p class="mission">Honduras, general election 2017</p>
      <p class="as-of">As known at <time datetime="2017-11-28T06:00:00Z">00:00 on 28 November 2017 (UTC−06:00)</time></p>
      </header>
      <h1>A statement</h1>
      """))
  for address in ["src=", "@import", "url(", "http-equiv=\"refresh\"", "<script", "<link"] {
    #expect(!html.contains(address), "\(address)")
  }
  #expect(html == page("# A statement\n\nIt took {{count_line.silence.gap}}."))
}

/// A look that asks twice at every level would take 2^60 steps, and the test would not end.
@Test func aHeadingDeepWithinQuotesNamesThePage() {
  let html = page(String(repeating: "> ", count: 60) + "# Deep")
  #expect(html.contains("<title>Deep · Honduras, general election 2017</title>"))
}

@Test func theListOfSourcesSaysWhereFiguresComeFrom() {
  let html = page(
    "{{count_line.silence.gap}}, {{count_line.silence.gap | low}}; {{claims.tension.difference}}; {{count_line.silence.gap}}"
  )
  #expect(
    html.hasSuffix(
      """
      <section class="sources" aria-labelledby="sources">
      <h2 id="sources">Where each figure comes from</h2>
      <ol>
      <li id="source-1"><p class="statement">No results were published for at least 30 and at most 42\u{A0}hours.</p>
      <dl>
      <dt>Shown as</dt><dd>at least 30 and at most 42\u{A0}hours (the gap); 30\u{A0}hours (the gap)</dd>
      <dt>Range: the gap</dt><dd>hard bound: 30 to 42\u{A0}hours</dd>
      <dt>What it does not show</dt><dd>A silence alone shows no manipulation.</dd>
      <dt>Method</dt><dd>Interval between bulletins, against a fixed threshold</dd>
      <dt>Basis</dt><dd>reported by press</dd>
      <dt>Evidence</dt><dd>bulletins: first, second</dd>
      <dt>Finding</dt><dd>count_line.silence[first_to_second], counts.timeline</dd>
      </dl></li>
      <li id="source-2"><p class="statement">Two sources differ by 10\u{A0}votes.</p>
      <dl>
      <dt>Shown as</dt><dd>10\u{A0}votes (the difference)</dd>
      <dt>What it does not show</dt><dd>Either may err.</dd>
      <dt>Method</dt><dd>Difference</dd>
      <dt>Basis</dt><dd>reported</dd>
      <dt>Finding</dt><dd>claims.tension[first], counts.claims</dd>
      </dl></li>
      </ol>
      </section>
      </main>
      </body>
      </html>

      """))
  #expect(page("Nothing.").contains("<p>This page rests on no finding.</p>"))
}

/// What the text says in full, the list does not say again.
@Test func theListDoesNotRepeatTheText() throws {
  func entries(_ template: String) throws -> Substring {
    let html = page(template)
    return html[try #require(html.firstRange(of: "<h2 id=\"sources\">")).lowerBound...]
  }
  let (sentence, caution) = ("<p class=\"statement\">No results were", "<dt>What it does not show</dt>")
  let whole = try entries("{{count_line.silence.statement}} {{count_line.silence.caution}}")
  #expect(!whole.contains(sentence) && !whole.contains(caution) && whole.contains("<dt>Method</dt>"))
  let half = try entries("{{count_line.silence.statement}}")
  #expect(!half.contains(sentence) && half.contains(caution))
  let value = try entries("{{count_line.silence.gap}}")
  #expect(value.contains(sentence) && value.contains(caution))
}

/// A caution or a method that an earlier entry has is not written again: the entry is named.
@Test func whatEntriesShareIsWrittenOnce() {
  let html = page("{{count_line.lead_step[second].votes}} {{count_line.lead_step[third].votes}}")
  for term in ["What it does not show", "Method"] {
    #expect(html.contains("<dt>\(term)</dt><dd><a href=\"#source-1\">as in 1</a></dd>"))
  }
  #expect(html.ranges(of: "The order of counting alone can do this.").count == 1)
}

/// Printed references are numbers: of neighbours from one source the last has it.
@Test func referencesAreNumbered() {
  func numbers(_ template: String) -> [String] {
    body(template).matches(of: /source-\d+" title="Where this comes from"(?: data-reference="(\d+)")?>/).map {
      $0.1.map(String.init) ?? "-"
    }
  }
  let (gap, low, other) = (
    "{{count_line.silence.gap}}", "{{count_line.silence.gap | low}}", "{{claims.tension.difference}}"
  )
  #expect(numbers("\(gap) and \(low).") == ["-", "1"])
  #expect(numbers("\(gap), \(other), \(gap), \(low).\n\n\(low).") == ["1", "2", "-", "1", "1"])
}

/// A heading that names the mission is not said twice.
@Test func theTitleIsSaidOnce() {
  let html = page("# {{mission.title}}: a statement")
  #expect(html.contains("<title>Honduras, general election 2017: a statement</title>"))
  #expect(!html.contains("<p class=\"mission\">") && html.contains("<p class=\"as-of\">"))
}

/// Tables and figures are moved sideways by themselves on a phone, by keyboard too.
@Test func whatIsWideScrollsByItself() {
  let html = body("{{figure count_line.lead}}\n\n{{table count_line.gaps}}")
  for (label, inside) in [("Figure 1", "<img src="), ("Table 1", "<table data-analysis=")] {
    #expect(
      html.contains("<div class=\"scroll\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">\n\(inside)"))
  }
  #expect(html.contains("</div>\n<figcaption>"))
}

@Test func manyRowsAreCountedNotListed() {
  var edition = Sample.edition(.spanish)
  edition.results[1].outcome.findings[0].evidence = [
    Evidence(dataset: "sheets", rows: (1...1000).map { RowKey(String($0)) }, sources: [], basis: .reported)
  ]
  let html = page("{{claims.tension.difference}}", edition)
  #expect(html.contains("<dd>sheets: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 y 988 más</dd>"))
}
