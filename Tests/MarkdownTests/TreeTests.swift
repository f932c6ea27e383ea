import Diagnostics
import Markdown
import Testing

@Test func blocksAndInlinesBecomeNodes() {
  let text = """
    # A *first* heading

    One line
    and **another** with `code`\\
    then [a link](https://example.org "title") and ![a sign](https://example.org/i.png).

    > A quotation

    3. three
    4. four

    - loose

    - items

    ---

    ```swift more
    let x = 1
    ```
    """
  #expect(
    outline(text) == """
      heading 1
        text A 
        emphasis
          text first
        text  heading
      paragraph
        text One line
        soft break
        text and 
        strong
          text another
        text  with 
        code code
        line break
        text then 
        link https://example.org 'title'
          text a link
        text  and 
        image https://example.org/i.png ''
          text a sign
        text .
      quote
        paragraph
          text A quotation
      list from 3 tight
        item
          paragraph
            text three
        item
          paragraph
            text four
      list  loose
        item
          paragraph
            text loose
        item
          paragraph
            text items
      rule
      code block swift: "let x = 1\\n"
      """)
}

@Test func tablesHaveAHeaderAndAlignments() {
  let text = """
    | place | votes | share | note |
    |:------|------:|:-----:|------|
    | a \\| b | {{x.y_z}} | `c` |  |
    """
  #expect(
    outline(text) == """
      table [Markdown.MarkdownNode.Alignment.left, Markdown.MarkdownNode.Alignment.right, \
      Markdown.MarkdownNode.Alignment.center, Markdown.MarkdownNode.Alignment.none]
        header
          cell left
            text place
          cell right
            text votes
          cell center
            text share
          cell none
            text note
        row
          cell left
            text a | b
          cell right
            text {{x.y_z}}
          cell center
            code c
          cell none
      """)
}

@Test func footnotesAreNumberedByTheirFirstReference() {
  let text = """
    First[^b], second[^a], first again[^b].

    [^a]: Note *a*.
    [^b]: Note b.
    """
  #expect(
    outline(text) == """
      paragraph
        text First
        reference 1
        text , second
        reference 2
        text , first again
        reference 1
        text .
      footnote 1
        paragraph
          text Note b.
      footnote 2
        paragraph
          text Note 
          emphasis
            text a
          text .
      """)
}

@Test(arguments: [
  "{{count_line.silence.gap}}", "{{count_line.lead_step[second_bulletin].votes | low}}", "{{#a_b.c_d}}", "{{/a_b.c_d}}",
  "{{^a_b.c_d}}", "{{.gap_of_hours}}", #"{{verbatim "Decree 44-2004"}}"#, "{{figure count_line.lead}}", "{{#annex}}",
])
func aTagStaysInOneTextNode(tag: String) {
  for text in ["\(tag)", "a \(tag) b", "*a* \(tag)_b_ \\* \(tag)", "- \(tag)\n- b", "> \(tag)\n> \(tag)"] {
    guard let document = parseMarkdown(text, name: "draft.md").document else { return #expect(Bool(false)) }
    let whole = texts(in: document).map { $0.text.string.ranges(of: tag).count }.reduce(0, +)
    #expect(whole == text.ranges(of: tag).count, "\(text)")
  }
}

@Test func plainTextLeavesTheMarkupOut() {
  let document = parseMarkdown("a *b* `c`\n[d](https://example.org)", name: "draft.md").document
  #expect(document?.plainText == "a b c d")
}

@Test func anEmptyTextIsAnEmptyDocument() {
  #expect(outline("") == "")
  #expect(parseMarkdown("", name: "draft.md").diagnostics.isEmpty)
}
