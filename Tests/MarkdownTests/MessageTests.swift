import Diagnostics
import Markdown
import Testing

private func rendered(_ text: String, limits: MarkdownLimits = MarkdownLimits()) -> String {
  let source = SourceText(name: "draft.md", text)
  return parseMarkdown(text, name: "draft.md", limits: limits).diagnostics.map { $0.rendered(in: source) }
    .joined(separator: "\n")
}

@Test func rawHTMLIsRefused() {
  #expect(
    rendered("An <b>example</b>\n\n<div>\n</div>") == """
      draft.md:1:4 error[M005] raw HTML '<b>' is not allowed
       1 | An <b>example</b>
         |    ^~~  use Markdown, or write \\< for the sign itself
      draft.md:1:14 error[M005] raw HTML '</b>' is not allowed
       1 | An <b>example</b>
         |              ^~~~  use Markdown, or write \\< for the sign itself
      draft.md:3:1 error[M005] raw HTML '<div>' is not allowed
       3 | <div>
         | ^~~~~  use Markdown, or write \\< for the sign itself
      """)
  #expect(rendered("a \\<b> c").isEmpty)
}

@Test(arguments: [
  "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
  "java&#115;cript:x", "ftp://e.org", "&#1;javascript:x", "java&#10;script:x", "&#32;https:x",
])
func unsafeAddressesAreRefused(address: String) {
  for text in ["[a](<\(address)>)", "![a](<\(address)>)", "[a]\n\n[a]: <\(address)>"] {
    #expect(parseMarkdown(text, name: "d").diagnostics.map(\.code) == ["M006"], "\(text)")
  }
}

@Test(arguments: ["https://e.org/a?b:c#d", "http://e.org", "HTTPS://e.org", "mailto:a@e.org", "#annex"])
func safeAddressesAreTaken(address: String) {
  #expect(rendered("[a](\(address)) b").isEmpty)
}

@Test func addressMessages() {
  #expect(
    rendered("See [this](javascript:x) and [that](other.md).") == """
      draft.md:1:6 error[M006] addresses of the scheme 'javascript' are not allowed
       1 | See [this](javascript:x) and [that](other.md).
         |      ^~~~  use https:, http:, mailto: or #fragment
      draft.md:1:31 error[M007] the address 'other.md' is relative
       1 | See [this](javascript:x) and [that](other.md).
         |                               ^~~~  use https:, http:, mailto: or #fragment
      """)
  for address in ["", "#", "//e.org", "/a:b", "?a:b"] {
    #expect(parseMarkdown("[a](<\(address)>)", name: "d").diagnostics.map(\.code) == ["M007"], "\(address)")
  }
}

@Test func footnoteMessages() {
  #expect(
    rendered("A[^one] and[^two] \\[^three].\n\n[^two]: Said.\n\n[^four]: Never referred to.") == """
      draft.md:1:2 error[M008] footnote 'one' is not defined
       1 | A[^one] and[^two] \\[^three].
         |  ^~~~~~  add a line '[^one]: ...', or write \\[ for the sign itself
      draft.md:5:1 error[M009] nothing refers to footnote 'four'
       5 | [^four]: Never referred to.
         | ^~~~~~~  refer to it with [^four], or remove it
      """)
  #expect(rendered("```\n[^a]: b\n```").isEmpty)
}

@Test func whatCannotBeParsed() {
  #expect(
    rendered("12345", limits: MarkdownLimits(bytes: 4)) == """
      draft.md:1:1 error[M001] the text has 5 bytes; the limit is 4
       1 | 12345
         | ^  split the text
      """)
  let broken = parseMarkdown([UInt8]("añ".utf8) + [0xFF, 0x61], name: "draft.md")
  #expect(broken.document == nil)
  #expect(
    broken.diagnostics.map { $0.rendered() } == [
      "draft.md:1:3 error[M002] the text is not UTF-8\n  save the file as UTF-8"
    ])
  #expect(
    rendered("a\u{0}b\rc\td") == """
      draft.md:1:2 error[M003] the text holds the control character U+0000
       1 | a\\u{0}b\\u{D}c d
         |  ^~~~~  remove it
      draft.md:1:4 error[M003] the text holds the control character U+000D
       1 | a\\u{0}b\\u{D}c d
         |        ^~~~~  end lines with LF or CRLF
      """)
}

@Test func deepNestingIsRefused() {
  #expect(
    rendered("> > > a", limits: MarkdownLimits(depth: 3)) == """
      draft.md:1:5 error[M004] the text is nested more than 3 levels deep
       1 | > > > a
         |     ^
      """)
  #expect(rendered("> > > a", limits: MarkdownLimits(depth: 4)).isEmpty)
}

@Test(arguments: [
  ">", "- ", "*a ", "_a ", "[", "![", "[a](", "`", "<", "&amp;", "\\|", "**a", "1. ", "[^1]", "[^1]: a\n", "|a", "> - ",
  "[a]: b\n", "*", "a**b", "((", "~", "|-", "\n|-|\n|a|", "\t- ", "[x](<", "&#", "*_",
])
func hostileRepetitionsAreSurvived(unit: String) {
  let text = String(repeating: unit, count: 8_192 / unit.utf8.count)
  _ = parseMarkdown(text, name: "draft.md")
  _ = parseMarkdown("| a | b |\n|---|---|\n" + text, name: "draft.md")
}

@Test func everyMessageHasItsOwnCode() {
  let all: [MarkdownMessage] = [
    .tooLarge(bytes: 1, limit: 1), .notUTF8, .controlCharacter(0), .tooDeep(limit: 1), .rawHTML(""), .unsafeScheme(""),
    .relativeAddress(""), .undefinedFootnote(""), .unusedFootnote(""),
  ]
  #expect(all.map(\.code) == (1...9).map { "M00\($0)" })
  let long = MarkdownMessage.rawHTML("<p " + String(repeating: "x", count: 100) + "\nsecond")
  #expect(long.message == "raw HTML '<p " + String(repeating: "x", count: 36) + "…' is not allowed")
}

@Test func problemsBeyondTheLimitAreCounted() {
  let text = String(repeating: "<b>\n\n", count: 4)
  let told = parseMarkdown(text, name: "t.md", limits: MarkdownLimits(problems: 2)).diagnostics
  #expect(told.count == 3)
  #expect(told.last?.code == "M010" && told.last?.message == "and 2 more problems from here on")
}
