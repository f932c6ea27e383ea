/// Early and late votes by area, on every level from the coarsest to the finest: each area lies in one of the level
/// above it, and those of the first level in the whole.
public struct AreaLadder: Sendable, Hashable {
  /// The areas of each level, the coarsest level first.
  public let levels: [[TwoPeriods]]
  /// For each level but the first, the place of each of its areas' parent on the level above.
  public let parents: [[Int]]
  /// All of it.
  public let whole: TwoPeriods

  /// The ladder over `finest`, the areas of the finest level.
  ///
  /// - Parameters:
  ///   - counts: how many areas there are on each level, the coarsest level first; the last is the count of `finest`.
  ///   - parents: for each level but the first, the place of each area's parent, below the count of the level above.
  public init(_ finest: [TwoPeriods], counts: [Int], parents: [[Int]]) {
    precondition(counts.last ?? finest.count == finest.count && parents.count == max(counts.count - 1, 0))
    var levels = counts.isEmpty ? [] : [finest]
    for (count, parents) in zip(counts.dropLast(), parents).reversed() {
      var areas = Array(repeating: TwoPeriods(), count: count)
      for (child, parent) in zip(levels[0], parents) { areas[parent] += child }
      levels.insert(areas, at: 0)
    }
    (self.levels, self.parents) = (levels, parents)
    whole = (levels.first ?? finest).reduce(into: TwoPeriods()) { $0 += $1 }
  }
}
