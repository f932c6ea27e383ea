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
      <dt>Shown as</dt><dd>at least 30 and at most 42\u{A0}hours (gap); 30\u{A0}hours (gap)</dd>
      <dt>Range: gap</dt><dd>hard bound: 30 to 42\u{A0}hours</dd>
      <dt>What it does not show</dt><dd>A silence alone shows no manipulation.</dd>
      <dt>Method</dt><dd>Interval between bulletins, against a fixed threshold</dd>
      <dt>Basis</dt><dd>reported by press</dd>
      <dt>Evidence</dt><dd>bulletins: first, second</dd>
      <dt>Finding</dt><dd>count_line.silence[first_to_second], counts.timeline</dd>
      </dl></li>
      <li id="source-2"><p class="statement">Two sources differ by 10\u{A0}votes.</p>
      <dl>
      <dt>Shown as</dt><dd>10\u{A0}votes (difference)</dd>
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

@Test func manyRowsAreCountedNotListed() {
  var edition = Sample.edition(.spanish)
  edition.results[1].outcome.findings[0].evidence = [
    Evidence(dataset: "sheets", rows: (1...1000).map { RowKey(String($0)) }, sources: [], basis: .reported)
  ]
  let html = page("{{claims.tension.difference}}", edition)
  #expect(html.contains("<dd>sheets: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 y 988 más</dd>"))
}
