import Diagnostics
import Markdown

/// The tree as indented lines, which tests compare with what they expect.
func outline(_ text: String, marks: Bool = false) -> String {
  guard let document = parseMarkdown(text, name: "draft.md").document else { return "nothing" }
  var lines: [String] = []
  func visit(_ node: MarkdownNode, _ depth: Int) {
    let range = node.range
    let place = marks ? " \(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)" : ""
    lines.append(String(repeating: "  ", count: depth) + name(of: node.kind) + place)
    for child in node.children { visit(child, depth + 1) }
  }
  for child in document.children { visit(child, 0) }
  return lines.joined(separator: "\n")
}

private func name(of kind: MarkdownNode.Kind) -> String {
  switch kind {
  case .document: "document"
  case .heading(let level): "heading \(level)"
  case .paragraph: "paragraph"
  case .list(let ordered, let start, let tight): "list \(ordered ? "from \(start)" : "") \(tight ? "tight" : "loose")"
  case .item: "item"
  case .blockQuote: "quote"
  case .codeBlock(let info, let text): "code block \(info): \(text.debugDescription)"
  case .thematicBreak: "rule"
  case .table(let alignments): "table \(alignments)"
  case .tableRow(let header): header ? "header" : "row"
  case .tableCell(let alignment): "cell \(alignment)"
  case .footnoteDefinition(let number): "footnote \(number)"
  case .footnoteReference(let number): "reference \(number)"
  case .text(let text): "text \(text.string)"
  case .softBreak: "soft break"
  case .lineBreak: "line break"
  case .emphasis: "emphasis"
  case .strong: "strong"
  case .code(let text): "code \(text)"
  case .link(let url, let title): "link \(url) '\(title)'"
  case .image(let url, let title): "image \(url) '\(title)'"
  }
}

/// The text nodes of a document, in order.
func texts(in node: MarkdownNode) -> [(text: MarkdownText, range: MarkRange)] {
  if case .text(let text) = node.kind { return [(text, node.range)] }
  return node.children.flatMap(texts(in:))
}

/// Every mark of a text points at its scalar in the source, or at an escape that stands for it.
func misplaced(in text: String) -> [String] {
  guard let document = parseMarkdown(text, name: "draft.md").document else { return ["not parsed"] }
  let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  var wrong: [String] = []
  for (text, _) in texts(in: document) {
    for (offset, scalar) in text.string.unicodeScalars.enumerated() {
      let mark = text.mark(atScalar: offset)
      let line = mark.line >= 1 && mark.line <= lines.count ? lines[mark.line - 1] : []
      let found = mark.column >= 1 && mark.column <= line.count ? line[mark.column - 1] : nil
      if found != scalar && found != "\\" && found != "&" {
        wrong.append("\(scalar) of '\(text.string)' is said to stand at \(mark.line):\(mark.column)")
        break
      }
    }
  }
  return wrong
}
