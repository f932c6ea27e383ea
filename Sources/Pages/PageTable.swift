extension PageNode {
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
