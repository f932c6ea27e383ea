import Markdown

/// Headings with nothing under them: what they headed is not in this edition, and they go with it.
///
/// The heading of the page stays, whatever is left of the page.
enum EmptyHeadings {
  /// What stands behind a heading.
  private enum Next {
    case nothing
    case content
    case heading(level: Int)
  }

  /// `nodes` without them.
  static func dropped(from nodes: [DraftNode]) -> [DraftNode] {
    var next = Next.nothing
    return dropped(from: nodes, &next)
  }

  /// From the end: what is kept behind a heading decides whether it is kept.
  private static func dropped(from nodes: [DraftNode], _ next: inout Next) -> [DraftNode] {
    var kept: [DraftNode] = []
    for node in nodes.reversed() {
      if let node = looked(at: node, &next) { kept.append(node) }
    }
    return kept.reversed()
  }

  private static func looked(at node: DraftNode, _ next: inout Next) -> DraftNode? {
    var node = node
    switch node.kind {
    case .markup(.heading(let level)):
      switch next {
      case .content: break
      case .heading(let inner) where inner > level: break
      case .nothing, .heading:
        if level > 1 { return nil }
      }
      next = .heading(level: level)
    case .section: node.children = dropped(from: node.children, &next)
    case .annex:
      node.children = dropped(from: node.children)
      guard !node.children.allSatisfy(\.isEmpty) else { return nil }
      next = .content
    case .markup(.footnoteDefinition), .markup(.thematicBreak): break
    case .markup, .text, .bound, .fact, .verbatim, .figure, .table, .marked: if !node.isEmpty { next = .content }
    }
    return node
  }
}
