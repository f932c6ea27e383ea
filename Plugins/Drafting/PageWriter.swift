internal import Language
internal import Markdown

/// Writes a page as one self-contained HTML document.
struct PageWriter {
  private let edition: Edition
  private let words: PageWords
  private let statuses: [String: BoundResult.Status]
  private let drawings: [Int: SafeDrawing]
  private var sources: [Source] = []
  private var out = Markup()
  /// The footnotes in the order of their first reference on the page, which need not be the template's.
  private var notes: [Int] = []
  private var references: [Int: Int] = [:]

  /// A writer of pages in `edition` with the drawings of its figures, by number.
  init(_ edition: Edition, drawings: [Int: SafeDrawing]) {
    (self.edition, self.drawings) = (edition, drawings)
    words = PageWords(edition.language)
    statuses = Dictionary(edition.results.map { ($0.analysis, $0.status) }) { $1 }
  }

  /// The document.
  mutating func write(_ page: Page, _ marking: Marking) -> String {
    sources = page.sources
    let title = page.blocks.lazy.compactMap(\.heading).first
    head(title.map { "\($0) · \(edition.title)" } ?? edition.title)
    out.own("<body>\n")
    if !edition.notice.isEmpty { out.element("p", ["class": "notice", "role": "note"], edition.notice) }
    out.own("\n<main>\n")
    masthead()
    banner(marking)
    let definitions = page.blocks.filter { $0.footnote != nil }
    blocks(page.blocks.filter { $0.footnote == nil })
    footnotes(definitions)
    SourceList(words: words).write(page.sources, into: &out)
    out.own("</main>\n</body>\n</html>\n")
    return out.html
  }

  private mutating func head(_ title: String) {
    out.own("<!DOCTYPE html>\n")
    out.open("html", ["lang": edition.language.rawValue])
    out.own("\n<head>\n<meta charset=\"utf-8\">\n")
    out.own("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
    out.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.own("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
    out.element("title", title)
    out.own("\n<style>\n")
    out.style(StyleSheet(footer: edition.notice))
    out.own("</style>\n</head>\n")
  }

  private mutating func masthead() {
    out.own("<header>\n")
    out.element("p", ["class": "mission"], edition.title)
    if let asOf = edition.asOf {
      out.own("\n<p class=\"as-of\">")
      out.text(words.asKnown)
      out.element("time", ["datetime": asOf.machine], asOf.text)
      out.own("</p>")
    }
    out.own("\n</header>\n")
  }

  private mutating func banner(_ marking: Marking) {
    guard !marking.notCurrent.isEmpty else { return }
    let names = marking.notCurrent.sorted().map { "\($0) (\(status(of: $0)))" }
    let sentence = words.banner(sentences: marking.sentences, figures: marking.figures, tables: marking.tables)
    out.element("p", ["class": "banner", "role": "alert"], sentence + names.joined(separator: ", "))
    out.line()
  }

  private func status(of analysis: String) -> String { words.status(statuses[analysis] ?? .missing) }

  // MARK: Nodes

  private mutating func blocks(_ nodes: [PageNode], tight: Bool = false) {
    for node in nodes { write(node, tight: tight) }
  }

  private mutating func write(_ node: PageNode, tight: Bool = false) {
    switch node.kind {
    case .text(let text): out.text(text.string)
    case .bound(let bound): write(bound)
    case .fact(let text, let machine?): out.element("time", ["datetime": machine], text)
    case .fact(let text, nil): out.text(text)
    case .verbatim(let text): out.element("span", ["class": "verbatim", "title": words.verbatim], text)
    case .figure(let figure): write(figure)
    case .table(let table): write(table)
    case .section: blocks(node.children, tight: tight)
    case .annex:
      out.open("section", ["class": "annex", "aria-label": words.annex])
      out.line()
      for run in ScreeningBlocks(edition).runs(node.children, sources) { write(run) }
      out.own("</section>\n")
    case .marked(let analyses): marked(node, analyses)
    case .markup(let kind): write(kind, node, tight: tight)
    }
  }

  private mutating func write(_ run: ScreeningBlocks.Run) {
    guard !run.cautions.isEmpty else { return blocks(run.nodes) }
    out.own("<details class=\"screening\">\n")
    out.element("summary", words.screening)
    out.line()
    for caution in run.cautions {
      out.element("p", ["class": "caution"], caution)
      out.line()
    }
    blocks(run.nodes)
    out.own("</details>\n")
  }

  private mutating func write(_ bound: BoundText) {
    let path = bound.path
    if let machine = bound.machine {
      out.open(
        "data",
        [
          "class": "bound", "value": machine, "data-analysis": path.analysis, "data-finding": path.code,
          "data-subject": path.subject, "data-quantity": bound.name,
        ])
    } else {
      out.open(
        "span",
        [
          "class": "bound words", "data-analysis": path.analysis, "data-finding": path.code,
          "data-subject": path.subject, "data-quantity": bound.name,
        ])
    }
    if let source = bound.source {
      out.element("a", ["href": "#source-\(source)", "title": words.source], bound.text)
    } else {
      out.text(bound.text)
    }
    if bound.machine == nil { out.close("span") } else { out.close("data") }
  }

  private mutating func marked(_ node: PageNode, _ analyses: [String]) {
    let isBlock = node.children.contains { if case .figure = $0.kind { true } else { $0.isTable } }
    let label = analyses.map { "\($0): \(status(of: $0))" }.joined(separator: "; ")
    if isBlock {
      out.own("<div class=\"stale\">\n")
      out.element("p", ["class": "stale-label"], "[\(label)]")
      out.line()
      blocks(node.children)
      out.own("</div>\n")
    } else {
      out.own("<mark class=\"stale\">")
      blocks(node.children)
      out.own(" ")
      out.element("span", ["class": "stale-label"], "[\(label)]")
      out.own("</mark>")
    }
  }

  // MARK: Figures and tables

  private mutating func write(_ figure: PageFigure) {
    out.open("figure", ["data-analysis": figure.analysis, "data-figure": figure.name])
    out.line()
    if let drawing = drawings[figure.number] {
      out.drawing(drawing)
    } else {
      out.element("p", ["class": "empty"], words.noFigure)
    }
    out.own("\n<figcaption>")
    caption(words.figure(figure.number), figure.content?.caption)
    out.own("</figcaption>\n</figure>\n")
  }

  private mutating func caption(_ label: String, _ caption: String?) {
    out.element("span", ["class": "label"], label + ".")
    if let caption, !caption.isEmpty { out.text(" " + caption) }
  }

  private mutating func write(_ table: PageTable) {
    out.open("table", ["data-analysis": table.analysis, "data-table": table.name])
    out.own("\n<caption>")
    caption(words.table(table.number), table.content?.caption)
    out.own("</caption>\n")
    if let content = table.content {
      out.own("<thead><tr>")
      for (index, heading) in content.headings.enumerated() {
        out.element("th", ["scope": "col", "class": content.isNumeric(index) ? "right" : nil], heading)
      }
      out.own("</tr></thead>\n<tbody>\n")
      for row in content.rows {
        out.own("<tr>")
        for (index, cell) in row.enumerated() {
          out.element("td", ["class": content.isNumeric(index) ? "right" : nil], cell)
        }
        out.own("</tr>\n")
      }
      out.own("</tbody>\n")
    } else {
      out.own("<tbody><tr>")
      out.element("td", ["class": "empty"], words.noTable)
      out.own("</tr></tbody>\n")
    }
    out.own("</table>\n")
  }

  // MARK: Markup

  private mutating func write(_ kind: MarkdownNode.Kind, _ node: PageNode, tight: Bool) {
    switch kind {
    case .heading(let level): heading(level, node)
    case .paragraph:
      if !tight { out.own("<p>") }
      blocks(node.children)
      out.own(tight ? "" : "</p>\n")
    case .list(let ordered, let start, let tight):
      if ordered { out.open("ol", ["start": start == 1 ? nil : String(start)]) } else { out.own("<ul>") }
      out.line()
      blocks(node.children, tight: tight)
      out.own(ordered ? "</ol>\n" : "</ul>\n")
    case .item: wrap("<li>", node, "</li>\n", tight: tight)
    case .blockQuote: wrap("<blockquote>\n", node, "</blockquote>\n")
    case .codeBlock(_, let text):
      out.own("<pre><code>")
      out.text(text)
      out.own("</code></pre>\n")
    case .thematicBreak: out.own("<hr>\n")
    case .table: table(node)
    case .tableRow: wrap("<tr>", node, "</tr>\n")
    case .tableCell: wrap("<td>", node, "</td>")
    case .footnoteReference(let number): reference(to: number)
    case .softBreak: out.line()
    case .lineBreak: out.own("<br>\n")
    case .emphasis: wrap("<em>", node, "</em>")
    case .strong: wrap("<strong>", node, "</strong>")
    case .code(let text): out.element("code", text)
    case .link(let url, let title):
      out.open("a", ["href": url, "title": title.isEmpty ? nil : title, "rel": "noreferrer"])
      blocks(node.children)
      out.close("a")
    case .document, .footnoteDefinition, .text, .image: blocks(node.children)
    }
  }

  private mutating func wrap(_ start: StaticString, _ node: PageNode, _ end: StaticString, tight: Bool = false) {
    out.own(start)
    blocks(node.children, tight: tight)
    out.own(end)
  }

  private mutating func heading(_ level: Int, _ node: PageNode) {
    switch level {
    case 1: wrap("<h1>", node, "</h1>\n")
    case 2: wrap("<h2>", node, "</h2>\n")
    case 3: wrap("<h3>", node, "</h3>\n")
    case 4: wrap("<h4>", node, "</h4>\n")
    case 5: wrap("<h5>", node, "</h5>\n")
    default: wrap("<h6>", node, "</h6>\n")
    }
  }

  private mutating func table(_ node: PageNode) {
    out.own("<table>\n")
    for (index, row) in node.children.enumerated() {
      let isHeader = index == 0
      out.own(isHeader ? "<thead>" : index == 1 ? "<tbody>\n" : "")
      out.own("<tr>")
      for cell in row.children {
        let set = cell.alignmentClass
        if isHeader { out.open("th", ["scope": "col", "class": set]) } else { out.open("td", ["class": set]) }
        blocks(cell.children)
        out.own(isHeader ? "</th>" : "</td>")
      }
      out.own(isHeader ? "</tr></thead>\n" : "</tr>\n")
    }
    out.own(node.children.count > 1 ? "</tbody>\n</table>\n" : "</table>\n")
  }

  // MARK: Footnotes

  private mutating func reference(to number: Int) {
    if !notes.contains(number) { notes.append(number) }
    let shown = (notes.firstIndex(of: number) ?? 0) + 1
    references[number, default: 0] += 1
    let count = references[number] ?? 1
    out.open("sup", ["class": "reference", "id": "note-\(shown)-from-\(count)"])
    out.element("a", ["href": "#note-\(shown)", "role": "doc-noteref"], String(shown))
    out.close("sup")
  }

  private mutating func footnotes(_ definitions: [PageNode]) {
    guard !notes.isEmpty else { return }
    out.open("section", ["class": "footnotes", "role": "doc-endnotes", "aria-label": words.footnotes])
    out.own("\n<ol>\n")
    // A note may refer to another one, which is then added behind.
    var index = 0
    while index < notes.count {
      let number = notes[index]
      index += 1
      out.open("li", ["id": "note-\(index)"])
      blocks(definitions.first { $0.footnote == number }?.children ?? [])
      out.element(
        "a", ["href": "#note-\(index)-from-1", "role": "doc-backlink", "aria-label": words.backToText], "↩")
      out.own("</li>\n")
    }
    out.own("</ol>\n</section>\n")
  }
}

extension BoundTable {
  fileprivate func isNumeric(_ column: Int) -> Bool { column < numeric.count && numeric[column] }
}

extension PageNode {
  fileprivate var isTable: Bool { if case .table = kind { true } else { false } }

  fileprivate var footnote: Int? {
    if case .markup(.footnoteDefinition(let number)) = kind { number } else { nil }
  }

  fileprivate var heading: String? {
    if case .markup(.heading) = kind { plainText } else { children.lazy.compactMap(\.heading).first }
  }

  fileprivate var alignmentClass: String? {
    switch kind {
    case .markup(.tableCell(.right)): "right"
    case .markup(.tableCell(.center)): "center"
    default: nil
    }
  }

  /// What a reader reads of it, without marks.
  var plainText: String {
    switch kind {
    case .text(let text): text.string
    case .bound(let bound): bound.text
    case .fact(let text, _), .verbatim(let text), .markup(.code(let text)): text
    case .markup(.codeBlock(_, let text)): text
    case .markup(.softBreak), .markup(.lineBreak): " "
    default: children.map(\.plainText).joined()
    }
  }
}
