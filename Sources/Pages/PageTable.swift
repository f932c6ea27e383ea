extension PageNode {
  /// What may be wider than a phone, called `label`: there it is moved sideways by itself, by touch or keyboard, and the
  /// page stays as wide as its window.
  public static func scrolling(_ label: String, _ node: PageNode) -> PageNode {
    PageNode(.div, [.class(.scroll), .role("region"), .label(label), .focusable], [node])
  }

  /// The head of a table: the cells of one row, each of them a `td`, as headings of their columns.
  public static func tableHead(_ cells: [PageNode]) -> [PageNode] {
    let headings = cells.map { cell in
      guard case .element(.td, let attributes, let children) = cell else { return cell }
      return PageNode(.th, [.columnHeading] + attributes, children)
    }
    return [PageNode(.thead, [PageNode(.tr, headings)]), .line]
  }

  /// The body of a table: rows, each of them a `tr`.
  public static func tableBody(_ rows: [PageNode]) -> [PageNode] {
    [PageNode(.tbody, [.line] + rows.flatMap { [$0, .line] }), .line]
  }
}
