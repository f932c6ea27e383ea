import ModuleKit

/// Which bulletins are known to have come after which.
struct BulletinOrder {
  private let bulletins: [Bulletin]
  /// For each bulletin, the first of the unbroken run of known successors that it ends.
  private let start: [Int]

  init(_ bulletins: [Bulletin]) {
    self.bulletins = bulletins
    start = bulletins.indices.reduce(into: []) { starts, row in
      let isLinked =
        row > 0 && (bulletins[row].followsPrevious || Self.areApart(bulletins[row - 1], bulletins[row]))
      starts.append(isLinked ? starts[row - 1] : row)
    }
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
    let mayLieBetween = bulletins.indices.contains { row in
      row != earlier && row != later && bulletins[row].stage == .bulletin && gap.mayHold(bulletins[row])
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
