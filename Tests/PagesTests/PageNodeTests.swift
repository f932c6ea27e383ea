import Language
import Testing

@testable import Pages

@Test func elementsAreLaidOutOnLines() {
  let entry = PageNode(.li, [.id("a")], [PageNode(.p, "b"), PageNode(.dl, [PageNode(.dt, "c"), PageNode(.dd, "d")])])
  #expect(
    body([
      PageNode(
        .section, [.class(.sources), .labelled(by: "s")], [PageNode(.h2, [.id("s")], "t"), PageNode(.ol, [entry])])
    ]) == """
      <section class="sources" aria-labelledby="s">
      <h2 id="s">t</h2>
      <ol>
      <li id="a"><p>b</p>
      <dl>
      <dt>c</dt><dd>d</dd>
      </dl></li>
      </ol>
      </section>

      """)
  #expect(
    body([PageNode(.p, [.text("a"), PageNode(.br, []), PageNode(.em, "b"), .line, .text("c")]), PageNode(.hr, [])])
      == "<p>a<br>\n<em>b</em>\nc</p>\n<hr>\n")
}

@Test func attributesKeepTheirOrderAndNilIsLeftOut() {
  #expect(
    body([
      PageNode(
        .data, [.class(.bound, .words), .value("1"), nil, .data("analysis", "a\"b"), .data("subject", "<c>")],
        [PageNode(.a, [.fragment("source-1"), .title("t & u")], "1")])
    ]) == """
      <data class="bound words" value="1" data-analysis="a&quot;b" data-subject="&lt;c&gt;">\
      <a href="#source-1" title="t &amp; u">1</a></data>
      """)
}

@Test func headingsHaveSixLevels() {
  #expect((0...7).map { PageElement.heading($0).rawValue } == ["h1", "h1", "h2", "h3", "h4", "h5", "h6", "h6"])
}

@Test func tablesHaveAHeadAndRows() {
  let row = [PageNode(.td, "a"), PageNode(.td, [.class(.right)], "1")]
  let rows = PageNode.tableHead(row) + PageNode.tableBody([PageNode(.tr, row), PageNode(.tr, row)])
  #expect(
    body([PageNode(.table, [PageNode(.caption, "c")] + rows)]) == """
      <table>
      <caption>c</caption>
      <thead><tr><th scope="col">a</th><th scope="col" class="right">1</th></tr></thead>
      <tbody>
      <tr><td>a</td><td class="right">1</td></tr>
      <tr><td>a</td><td class="right">1</td></tr>
      </tbody>
      </table>

      """)
}

@Test func notesAreNumberedAsTheyAreReferredTo() {
  let notes: [Int: [PageNode]] = [
    1: [.text("never")], 5: [.text("five, see"), .noteReference(9)], 7: [.text("seven")], 9: [.text("nine")],
  ]
  #expect(
    body([PageNode(.p, [.noteReference(7), .noteReference(5), .noteReference(7)]), .notes(notes)], .spanish) == """
      <p><sup class="reference" id="note-1-from-1"><a href="#note-1" role="doc-noteref">1</a></sup>\
      <sup class="reference" id="note-2-from-1"><a href="#note-2" role="doc-noteref">2</a></sup>\
      <sup class="reference" id="note-1-from-2"><a href="#note-1" role="doc-noteref">1</a></sup></p>
      <section class="footnotes" role="doc-endnotes" aria-label="Notas">
      <ol>
      <li id="note-1">seven<a href="#note-1-from-1" role="doc-backlink" aria-label="Volver al texto">↩</a></li>
      <li id="note-2">five, see<sup class="reference" id="note-3-from-1"><a href="#note-3" role="doc-noteref">3</a></sup>\
      <a href="#note-2-from-1" role="doc-backlink" aria-label="Volver al texto">↩</a></li>
      <li id="note-3">nine<a href="#note-3-from-1" role="doc-backlink" aria-label="Volver al texto">↩</a></li>
      </ol>
      </section>

      """)
  #expect(body([.notes(notes)]).isEmpty)
}

@Test func charactersThatSteerAreShown() {
  #expect(
    body([.text("a\u{0}\u{8}\t\n\u{B}\u{7F}\u{9F}b\u{A0}\u{202E}c\u{2066}\u{200D}")])
      == "a\\u{0}\\u{8}\t\n\\u{B}\\u{7F}\\u{9F}b\u{A0}\\u{202E}c\\u{2066}\u{200D}")
}
