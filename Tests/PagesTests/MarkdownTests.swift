import Markdown
import Pages
import Testing

/// A Markdown text as it stands on a page.
private func page(_ text: String) throws -> String {
  let document = try #require(parseMarkdown(text, name: "a.md").document)
  let (notes, blocks) = (document.children.filter { $0.note != nil }, document.children.filter { $0.note == nil })
  let said = Dictionary(notes.map { ($0.note ?? 0, $0.children.flatMap(nodes)) }) { first, _ in first }
  return body(blocks.flatMap(nodes) + [.notes(said)])
}

private func nodes(_ node: MarkdownNode) -> [PageNode] {
  if case .text(let text) = node.kind { return [.text(text.string)] }
  return PageNode.markdown(node.kind, node.children.flatMap(nodes))
}

extension MarkdownNode {
  fileprivate var note: Int? { if case .footnoteDefinition(let number) = kind { number } else { nil } }
}

@Test func everythingOfMarkdownStandsOnThePage() throws {
  let text = """
    # A *b*

    ###### C

    d **e** `<f>` [g](https://example.org/?a&b "h") <https://example.org>\\
    i
    j[^k]

    > l

    ---

        m <n>

    [^k]: o
    """
  #expect(
    try page(text) == """
      <h1>A <em>b</em></h1>
      <h6>C</h6>
      <p>d <strong>e</strong> <code>&lt;f&gt;</code> <a href="https://example.org/?a&amp;b" title="h" rel="noreferrer">g</a> \
      <a href="https://example.org" rel="noreferrer">https://example.org</a><br>
      i
      j<sup class="reference" id="note-1-from-1"><a href="#note-1" role="doc-noteref">1</a></sup></p>
      <blockquote>
      <p>l</p>
      </blockquote>
      <hr>
      <pre><code>m &lt;n&gt;
      </code></pre>
      <section class="footnotes" role="doc-endnotes" aria-label="Notes">
      <ol>
      <li id="note-1"><p>o</p>
      <a href="#note-1-from-1" role="doc-backlink" aria-label="Back to the text">↩</a></li>
      </ol>
      </section>

      """)
}

@Test func paragraphsOfTightListsAreLines() throws {
  #expect(
    try page("- a\n- b\n  1. c\n\n     d\n  2. > e") == """
      <ul>
      <li>a</li>
      <li>b<ol>
      <li><p>c</p>
      <p>d</p>
      </li>
      <li><blockquote>
      <p>e</p>
      </blockquote>
      </li>
      </ol>
      </li>
      </ul>

      """)
  #expect(try page("3. a\n\n4. b") == "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n")
}

@Test func theFirstRowOfATableIsItsHead() throws {
  #expect(
    try page("| a | b | c |\n|:--|:-:|--:|\n| d | *e* | f |") == """
      <div class="scroll" role="region" aria-label="a b c" tabindex="0">
      <table>
      <thead><tr><th scope="col">a</th><th scope="col" class="center">b</th><th scope="col" class="right">c</th></tr></thead>
      <tbody>
      <tr><td>d</td><td class="center"><em>e</em></td><td class="right">f</td></tr>
      </tbody>
      </table>
      </div>

      """)
  let region = "<div class=\"scroll\" role=\"region\" aria-label="
  #expect(
    try page("| a *b* |\n|---|")
      == region + "\"a b\" tabindex=\"0\">\n<table>\n"
      + "<thead><tr><th scope=\"col\">a <em>b</em></th></tr></thead>\n</table>\n</div>\n")
  #expect(
    body(PageNode.markdown(.table(alignments: []), []))
      == region + "\"\" tabindex=\"0\">\n<table>\n</table>\n</div>\n")
}
