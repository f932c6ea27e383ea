import Language
import Markdown
import Pages
import TestSupport
import Testing

private let hostile = [
  "<script>alert(1)</script>", "\"><img src=x onerror=y>", "'><svg/onload=x>", "</style><script>", "</title>", "&lt;",
  "]]>", "<!--", "-->", "\u{0}", "\\", "\u{202E}", "javascript:x", "\"; } @import url(x); .a { content: \"", "</data>",
  "</main></body>", "\n", "ñ",
]

/// Trees of every element and every attribute, with the texts that `text` gives.
private func page(_ text: () -> String) -> Page {
  let attributes: [PageAttribute] = [
    .id(text()), .class(.stale), .role("note"), .label(text()), .labelled(by: text()), .title(text()),
    .fragment(text()), .value(text()), .dateTime(text()), .data("name", text()),
  ]
  let nodes = PageElement.allCases.map { element in
    element == .br || element == .hr ? PageNode(element, []) : PageNode(element, attributes, text())
  }
  let links = PageNode.markdown(.link(url: text(), title: text()), [.text(text())])
  let code = PageNode.markdown(.codeBlock(info: text(), text: text()), [])
  return Page(
    language: .english, title: text(), notice: "n" + text(),
    nodes: nodes + links + code + [.noteReference(1), .notes([1: [.text(text())]])])
}

/// The page without what stands in texts and in the values of attributes.
private func skeleton(_ html: String) -> String {
  let head = html.firstRange(of: "</style>").map { String(html[$0.upperBound...]) } ?? html
  var (out, inTag, inValue) = ("", false, false)
  for scalar in head.unicodeScalars {
    if inTag, scalar == "\"" { inValue.toggle() }
    if inValue { continue }
    if scalar == "<" { inTag = true }
    if inTag { out.unicodeScalars.append(scalar) }
    if scalar == ">" { inTag = false }
  }
  return out
}

@Test func noTextBecomesMarkup() {
  let expected = skeleton(page { "plain" }.html)
  var random = Seeded(seed: 57)
  for _ in 0..<200 {
    let html = page {
      (0..<Int.random(in: 1...3, using: &random)).map { _ in hostile.randomElement(using: &random) ?? "" }.joined()
        + "x"
    }.html
    #expect(skeleton(html) == expected)
    #expect(!html.contains("<script") && html.ranges(of: "</style>").count == 1)
    #expect(html.ranges(of: "</title>").count == 1)
  }
}
