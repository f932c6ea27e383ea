internal import Diagnostics
internal import Markdown

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

  var kind: Kind
  var children: [TemplateNode] = []
  var range: MarkRange
}

/// Reads a template from a Markdown tree: tags, and which of them belong together.
struct TemplateReader {
  private var tags = TagReader()
  private var ownProblems: [Problem] = []

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

  private func leaf(_ node: MarkdownNode, _ children: [TemplateNode]) -> TemplateNode {
    TemplateNode(kind: .markup(node.kind), children: children, range: node.range)
  }

  // MARK: Inline nodes

  /// A node that is finished, or a tag that may begin or end a section.
  private enum Loose {
    case node(TemplateNode)
    case tag(Tag)
  }

  private mutating func loose(_ nodes: [MarkdownNode]) -> [Loose] {
    nodes.flatMap { node -> [Loose] in
      if case .image = node.kind {
        ownProblems.append(Problem(message: .image, range: node.range))
        return []
      }
      guard case .text(let text) = node.kind else {
        return [.node(leaf(node, grouped(loose(node.children), isBlock: false)))]
      }
      return tags.pieces(of: text).map {
        switch $0 {
        case .text(let text): .node(TemplateNode(kind: .text(text), range: text.range))
        case .tag(let tag): .tag(tag)
        }
      }
    }
  }

  // MARK: Sections

  /// Puts what stands between a section's two tags into it. Both must be in `loose`: a section never cuts through
  /// an emphasis, an item or a paragraph, so that what it leaves is well formed whether it is shown or not.
  private mutating func grouped(_ loose: [Loose], isBlock: Bool) -> [TemplateNode] {
    var open: [(subject: SectionSubject, name: String, range: MarkRange)] = []
    var levels: [[TemplateNode]] = [[]]
    func close() {
      guard let section = open.popLast(), let children = levels.popLast() else { return }
      levels[levels.count - 1].append(
        TemplateNode(
          kind: .section(section.subject, name: section.name), children: children, range: section.range))
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
          open.append((subject, name, tag.range))
          levels.append([])
        case .close(let name):
          guard open.contains(where: { $0.name == name }) else {
            ownProblems.append(Problem(message: .strayEnd(name), range: tag.range))
            continue
          }
          while let last = open.last, last.name != name {
            ownProblems.append(Problem(message: .unclosedSection(last.name), range: last.range))
            close()
          }
          close()
        case .value, .current, .fact, .verbatim, .figure, .table:
          levels[levels.count - 1].append(TemplateNode(kind: .tag(tag.content), range: tag.range))
        }
      }
    }
    while let last = open.last {
      ownProblems.append(Problem(message: .unclosedSection(last.name), range: last.range))
      close()
    }
    return levels[0]
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
