internal import Diagnostics
internal import Markdown
import ModuleKit

/// A node of a template: Markdown with its tags read and its sections closed.
struct TemplateNode {
  /// What a node is.
  indirect enum Kind {
    /// Markup that passes through.
    case markup(MarkdownNode.Kind)
    /// Text outside tags.
    case text(MarkdownText)
    /// A tag that is no part of a section.
    case tag(TagContent)
    /// A section, which holds what stands between its two tags.
    case section(SectionSubject, name: String)
  }

  let kind: Kind
  let children: [TemplateNode]
  let range: MarkRange
  /// How many nodes are inside one another in it, itself counted.
  let height: Int

  init(kind: Kind, children: [TemplateNode] = [], range: MarkRange) {
    (self.kind, self.children, self.range) = (kind, children, range)
    height = 1 + (children.lazy.map(\.height).max() ?? 0)
  }

  /// The number of nodes, itself counted.
  var count: Int { children.reduce(1) { $0 + $1.count } }
}

/// Reads a template from a Markdown tree: tags, and which of them belong together.
struct TemplateReader {
  /// The most sections and marks of Markdown inside one another, as functions over a template recurse.
  static let deepest = 100

  private var tags = TagReader()
  private var ownProblems: [Problem] = []
  private var isTooDeep = false

  var problems: [Problem] { tags.problems + ownProblems }

  /// The template that `document` holds.
  mutating func read(_ document: MarkdownNode) -> TemplateNode {
    TemplateNode(kind: .markup(.document), children: blocks(document.children), range: document.range)
  }

  // MARK: Blocks

  private mutating func blocks(_ nodes: [MarkdownNode]) -> [TemplateNode] {
    var loose: [Loose] = []
    for node in nodes {
      guard node.kind.content == .wholeText else {
        loose.append(.node(leaf(node, blocks(node.children))))
        continue
      }
      let inline = self.loose(node.children)
      if case .paragraph = node.kind, inline.count == 1, case .tag(let tag) = inline[0], tag.content.mayStandAlone {
        loose.append(.tag(tag))
      } else {
        loose.append(.node(leaf(node, grouped(inline, isBlock: false))))
      }
    }
    return grouped(loose, isBlock: true)
  }

  private mutating func leaf(_ node: MarkdownNode, _ children: [TemplateNode]) -> TemplateNode {
    if let place = node.kind.placeOfUnreadTag {
      ownProblems.append(Problem(message: .tagNotRead(in: place), range: node.range))
    }
    return self.node(.markup(node.kind), children, node.range)
  }

  /// A node that holds `children`; without them where it would be too high.
  private mutating func node(
    _ kind: TemplateNode.Kind, _ children: [TemplateNode], _ range: MarkRange
  ) -> TemplateNode {
    let node = TemplateNode(kind: kind, children: children, range: range)
    guard node.height > Self.deepest else { return node }
    noteDepth(range)
    return TemplateNode(kind: kind, range: range)
  }

  private mutating func noteDepth(_ range: MarkRange) {
    if !isTooDeep { ownProblems.append(Problem(message: .tooDeep(limit: Self.deepest), range: range)) }
    isTooDeep = true
  }

  // MARK: Inline nodes

  /// A node that is finished, or a tag that may begin or end a section.
  private enum Loose {
    case node(TemplateNode)
    case tag(Tag)
  }

  private mutating func loose(_ nodes: [MarkdownNode]) -> [Loose] {
    var all: [Loose] = []
    for node in nodes {
      if case .image = node.kind {
        ownProblems.append(Problem(message: .image, range: node.range))
      } else if case .text(let text) = node.kind {
        all += tags.pieces(of: text).map {
          switch $0 {
          case .text(let text): .node(TemplateNode(kind: .text(text), range: text.range))
          case .tag(let tag): .tag(tag)
          }
        }
      } else {
        all.append(.node(leaf(node, grouped(loose(node.children), isBlock: false))))
      }
    }
    return all
  }

  // MARK: Sections

  /// Puts what stands between a section's two tags into it. Both must be in `loose`: a section never cuts through
  /// an emphasis, an item or a paragraph, so that what it leaves is well formed whether it is shown or not.
  private mutating func grouped(_ loose: [Loose], isBlock: Bool) -> [TemplateNode] {
    var open: [(subject: SectionSubject, name: String, range: MarkRange)] = []
    var levels: [[TemplateNode]] = [[]]
    func close(_ reader: inout TemplateReader) {
      guard let section = open.popLast(), let children = levels.popLast() else { return }
      levels[levels.count - 1].append(
        reader.node(.section(section.subject, name: section.name), children, section.range))
    }
    for piece in loose {
      switch piece {
      case .node(let node): levels[levels.count - 1].append(node)
      case .tag(let tag):
        switch tag.content {
        case .open(.annex, let name) where !isBlock:
          ownProblems.append(Problem(message: .notAlone("{{#\(name)}}"), range: tag.range))
        case .figure(let analysis, let name) where !isBlock:
          ownProblems.append(Problem(message: .notAlone("{{figure \(analysis).\(name)}}"), range: tag.range))
        case .table(let analysis, let name) where !isBlock:
          ownProblems.append(Problem(message: .notAlone("{{table \(analysis).\(name)}}"), range: tag.range))
        case .open(let subject, let name):
          guard open.count < Self.deepest else {
            noteDepth(tag.range)
            return []
          }
          open.append((subject, name, tag.range))
          levels.append([])
        case .close(let name):
          guard open.contains(where: { $0.name == name }) else {
            ownProblems.append(Problem(message: .strayEnd(name), range: tag.range))
            continue
          }
          while let last = open.last, last.name != name {
            ownProblems.append(Problem(message: .unclosedSection(last.name), range: last.range))
            close(&self)
          }
          close(&self)
        case .value, .current, .fact, .verbatim, .figure, .table:
          levels[levels.count - 1].append(TemplateNode(kind: .tag(tag.content), range: tag.range))
        }
      }
    }
    while let last = open.last {
      ownProblems.append(Problem(message: .unclosedSection(last.name), range: last.range))
      close(&self)
    }
    return levels[0]
  }
}

extension MarkdownNode.Kind {
  /// What of the node holds the signs of a tag where none is filled; nil where nothing does.
  fileprivate var placeOfUnreadTag: Text? {
    func holdsTag(_ text: String) -> Bool { text.contains("{{") || text.uppercased().contains("%7B%7B") }
    switch self {
    case .link(let url, let title):
      return holdsTag(url)
        ? Text(en: "the address of a link", es: "la dirección de un enlace")
        : holdsTag(title) ? Text(en: "the title of a link", es: "el título de un enlace") : nil
    case .code(let text), .codeBlock(_, let text): return holdsTag(text) ? Text(en: "code", es: "un código") : nil
    case .document, .heading, .paragraph, .list, .item, .blockQuote, .thematicBreak, .table, .tableRow, .tableCell,
      .footnoteDefinition, .footnoteReference, .text, .softBreak, .lineBreak, .emphasis, .strong, .image:
      return nil
    }
  }
}

extension TagContent {
  /// Whether the tag, alone in a paragraph, takes the paragraph's place.
  fileprivate var mayStandAlone: Bool {
    switch self {
    case .open, .close, .figure, .table: true
    case .value, .current, .fact, .verbatim: false
    }
  }
}

extension MarkdownText {
  /// Where the whole text stands.
  var range: MarkRange { MarkRange(mark(atScalar: 0), mark(atScalar: string.unicodeScalars.count)) }
}
