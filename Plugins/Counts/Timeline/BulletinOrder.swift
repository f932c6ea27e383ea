import ModuleKit

/// Which bulletins are known to have come after which.
struct BulletinOrder {
  private let bulletins: [Bulletin]
  /// For each bulletin, the first of the unbroken run of known successors that it ends.
  private let start: [Int]
  /// For each bulletin, the last of the run that it is in.
  private let end: [Int]

  init(_ bulletins: [Bulletin]) {
    self.bulletins = bulletins
    start = bulletins.indices.reduce(into: []) { starts, row in
      let isLinked =
        row > 0 && (bulletins[row].followsPrevious || Self.areApart(bulletins[row - 1], bulletins[row]))
      starts.append(isLinked ? starts[row - 1] : row)
    }
    var end = Array(bulletins.indices)
    for row in bulletins.indices.dropLast().reversed() where start[row + 1] == start[row] { end[row] = end[row + 1] }
    self.end = end
  }

  /// Whether the bulletin at `later` is known to have come after the one at `earlier`: by their times, or because
  /// each bulletin from one to the other is known to follow the one before it.
  func isKnown(_ earlier: Int, before later: Int) -> Bool {
    Self.areApart(bulletins[earlier], bulletins[later]) || earlier < later && start[later] <= earlier
  }

  /// The time between the two bulletins at `earlier` and `later`; nil where their order is not known, or where
  /// another partial count may have come in between.
  func gap(_ earlier: Int, _ later: Int) -> Gap? {
    guard isKnown(earlier, before: later) else { return nil }
    let gap = Gap(from: bulletins[earlier], to: bulletins[later])
    // The order of a bulletin that may have come out in the part of the gap that is certain is known by its run alone:
    // its times leave it open. In one run of bulletins, which is the rule, there is nothing to look through.
    let others = [0..<start[earlier], earlier + 1..<max(later, earlier + 1), end[later] + 1..<bulletins.count]
    let mayLieBetween = others.joined().contains { row in
      row != later && bulletins[row].stage == .bulletin && gap.mayHold(bulletins[row])
        && !isKnown(row, before: earlier) && !isKnown(later, before: row)
    }
    return mayLieBetween ? nil : gap
  }

  private static func areApart(_ earlier: Bulletin, _ later: Bulletin) -> Bool {
    guard let end = earlier.provenance.publication.to, let start = later.provenance.publication.from else {
      return false
    }
    return end < start
  }
}
