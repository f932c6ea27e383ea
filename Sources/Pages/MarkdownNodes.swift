public import Markdown

extension PageNode {
  /// What a node of Markdown is on a page, its children being there already.
  ///
  /// The first row of a table is its head. What is a text, an image or a definition of a note comes down to its
  /// children: texts stand in the tree by their own case, notes in ``notes(_:)``, and pages hold no images.
  public static func markdown(_ kind: MarkdownNode.Kind, _ children: [PageNode]) -> [PageNode] {
    switch kind {
    case .heading(let level): [PageNode(.heading(level), children)]
    case .paragraph: [PageNode(.p, children)]
    case .list(let ordered, let start, let tight):
      [
        PageNode(
          ordered ? .ol : .ul, [ordered && start != 1 ? .start(start) : nil],
          tight ? children.map(\.withoutParagraphs) : children)
      ]
    case .item: [PageNode(.li, children)]
    case .blockQuote: [PageNode(.blockquote, children)]
    case .codeBlock(_, let text): [PageNode(.pre, [PageNode(.code, text)])]
    case .thematicBreak: [PageNode(.hr, [])]
    case .table: [.scrolling(children.first?.plainText ?? "", PageNode(.table, rows(children)))]
    case .tableRow: [PageNode(.tr, children)]
    case .tableCell(let alignment): [PageNode(.td, [alignment.attribute], children)]
    case .footnoteReference(let number): [.noteReference(number)]
    case .softBreak: [.line]
    case .lineBreak: [PageNode(.br, [])]
    case .emphasis: [PageNode(.em, children)]
    case .strong: [PageNode(.strong, children)]
    case .code(let text): [PageNode(.code, text)]
    case .link(let url, let title):
      [PageNode(.a, [.address(url), title.isEmpty ? nil : .title(title), .noReferrer], children)]
    case .document, .footnoteDefinition, .text, .image: children
    }
  }

  private static func rows(_ rows: [PageNode]) -> [PageNode] {
    guard case .element(.tr, _, let cells)? = rows.first else { return [] }
    return tableHead(cells) + (rows.count > 1 ? tableBody(Array(rows.dropFirst())) : [])
  }

  /// The texts in it, between them a blank where they stand in cells.
  private var plainText: String {
    switch self {
    case .text(let text): text
    case .element(.tr, _, let cells): cells.map(\.plainText).joined(separator: " ")
    case .element(_, _, let children): children.map(\.plainText).joined()
    case .drawing, .noteReference, .notes: ""
    }
  }

  /// The item of a tight list, whose paragraphs are only lines of it.
  private var withoutParagraphs: PageNode {
    guard case .element(.li, let attributes, let children) = self else { return self }
    let inner = children.flatMap { child in
      if case .element(.p, [], let lines) = child { lines } else { [child] }
    }
    return .element(.li, attributes, inner)
  }
}

extension MarkdownNode.Alignment {
  fileprivate var attribute: PageAttribute? {
    switch self {
    case .right: .class(.right)
    case .center: .class(.center)
    case .left, .none: nil
    }
  }
}
