import ModuleKit
import Tables

/// How much a page may come to: a template is small, but sections inside sections multiply, and so does a figure that is
/// shown a thousand times.
struct PageBudget {
  /// The nodes that every page may have.
  static let leastNodes = 10_000
  /// The nodes that no page may exceed.
  static let mostNodes = 250_000
  /// The bytes that values, tables and figures may take on a page.
  static let bytes = 16 << 20
  /// What a cell of a table counts, whatever stands in it.
  static let cell = 16

  /// The nodes that this page may have: as many as its template would make if each of its nodes were shown once for
  /// every finding, between the two ends.
  let nodes: Int
  private var usedNodes = 0
  private var usedBytes = 0
  /// Why nothing more is added; nil while there is room.
  private(set) var excess: DraftMessage?

  /// The budget of a template of `nodes` nodes over `findings` findings.
  init(template nodes: Int, findings: Int) {
    let (product, isTooLarge) = nodes.multipliedReportingOverflow(by: findings + 1)
    self.nodes = isTooLarge ? Self.mostNodes : min(max(product, Self.leastNodes), Self.mostNodes)
  }

  /// Counts `nodes` nodes and `bytes` bytes of a result; false where there is no room for them.
  mutating func take(nodes: Int, bytes: Int) -> Bool {
    guard excess == nil else { return false }
    usedNodes += nodes
    usedBytes += min(bytes, Self.bytes + 1)
    if usedNodes > self.nodes { excess = .tooManyNodes(limit: self.nodes) }
    if usedBytes > Self.bytes { excess = .tooMuchText(limit: Self.bytes) }
    return excess == nil
  }
}

extension Table {
  /// What the table takes of a page's bytes: its texts, and something for each cell.
  var pageBytes: Int {
    columns.reduce(rowCount * columns.count * PageBudget.cell) { bytes, column in
      guard case .text(let texts) = column else { return bytes }
      return (0..<texts.count).reduce(bytes) { $0 + texts.utf8($1).count }
    }
  }
}
