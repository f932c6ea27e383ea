/// Puts labels where they cover neither marks nor each other.
///
/// Greedy, in the order given: the first free place of each label's list. The lists are short, so the cost is labels
/// times obstacles times some dozens.
struct LabelPlacer {
  /// A label with its place.
  struct Placed {
    let label: Label
    let box: Box
    let anchor: TextStyle.Anchor
    /// The line from what it names, if it stands far from there.
    var leader: (start: Point, end: Point)?
  }

  private let plot: Plot
  private let obstacles: [Box]
  private(set) var placed: [Placed] = []
  /// What the labels and the lines that lead to them take.
  private var texts: [Box] = []
  private var leaders: [Box] = []

  /// A placer for a plot in which `obstacles` must stay visible.
  init(plot: Plot, obstacles: [Box]) { (self.plot, self.obstacles) = (plot, obstacles) }

  /// Places one label, or leaves it out where it is not essential and nothing is free.
  mutating func place(_ label: Label) {
    let candidates = candidates(for: label).filter { plot.area.contains($0.box) }
    let choice =
      label.isEssential
      ? candidates.first(where: isFree) ?? leastCovering(candidates)
      : candidates.first { isFree($0) && isClear($0) }
    guard let choice else { return }
    placed.append(choice)
    texts.append(choice.box.grown(by: 3))
    leaders += choice.leader.map { Box.chain(from: $0.start, to: $0.end) } ?? []
  }

  /// Whether the label covers nothing, and the line that leads to it crosses no other label.
  private func isFree(_ candidate: Placed) -> Bool {
    for taken in [obstacles, texts, leaders] where taken.contains(where: { $0.overlaps(candidate.box) }) {
      return false
    }
    guard let leader = candidate.leader else { return true }
    let way = Box.chain(from: leader.start, to: leader.end)
    return !texts.contains { text in way.contains { $0.overlaps(text) } }
  }

  /// Whether the line that leads to the label crosses no other line and no mark but what lies at its own place.
  private func isClear(_ candidate: Placed) -> Bool {
    guard let leader = candidate.leader else { return true }
    let way = Box.chain(from: leader.start, to: leader.end)
    let place = Box(around: leader.start, radius: PointMark.radius * 2)
    return !leaders.contains { line in way.contains { $0.overlaps(line) } }
      && !obstacles.contains { box in !box.overlaps(place) && way.contains { $0.overlaps(box) } }
  }

  private func leastCovering(_ candidates: [Placed]) -> Placed? {
    candidates.map { ($0, covered(by: $0)) }.min { $0.1 < $1.1 }?.0
  }

  /// How much of what must stay visible a label and the line to it would cover.
  private func covered(by candidate: Placed) -> Double {
    func area(_ box: Box, _ others: [Box]) -> Double {
      others.reduce(0) { sum, other in
        let width = min(box.right, other.right) - max(box.x, other.x)
        let height = min(box.bottom, other.bottom) - max(box.y, other.y)
        return sum + max(width, 0) * max(height, 0)
      }
    }
    let way = candidate.leader.map { Box.chain(from: $0.start, to: $0.end) } ?? []
    return area(candidate.box, obstacles) + area(candidate.box, texts) + area(candidate.box, leaders)
      + way.reduce(0) { $0 + area($1, texts) + area($1, leaders) + area($1, obstacles) }
  }

  private func candidates(for label: Label) -> [Placed] {
    let (width, height) = (label.width, label.height)
    switch label.placement {
    case .beside(let x, let y, let clearance, let sides):
      let anchor = plot.point(x, y)
      // A number far from its place tells less than none; one that must stand may stand further away.
      let rings = label.isEssential ? [0.0, 8, 18, 30, 45, 65, 90, 120, 150, 180] : [0.0, 8, 18, 30]
      return rings.flatMap { further -> [Placed] in
        let directions = further == 0 ? sides.map(\.direction) : sides.map(\.direction) + Self.between(sides)
        return directions.map { direction in
          let (box, side) = Self.box(direction, of: anchor, clearance + further, width, height)
          let leader = further > 10 ? Self.leader(from: anchor, to: box) : nil
          return Placed(label: label, box: box, anchor: side, leader: leader)
        }
      }
    case .over(let x):
      let left = min(max(plot.x.position(of: x) - width / 2, plot.area.x), plot.area.right - width)
      return stride(from: plot.area.y + 3, through: plot.area.bottom - height, by: 6).map {
        Placed(label: label, box: Box(x: left, y: $0, width: width, height: height), anchor: .middle)
      }
    case .edge(let isUpper):
      let top = isUpper ? plot.area.y + 3 : plot.area.bottom - height - 3
      return stride(from: plot.area.right - width - 4, through: plot.area.x + 4, by: -8).map {
        Placed(label: label, box: Box(x: $0, y: top, width: width, height: height), anchor: .start)
      }
    }
  }

  /// From the rim of the symbol at `anchor` to the nearest point of `box`.
  private static func leader(from anchor: Point, to box: Box) -> (Point, Point) {
    let end = box.nearest(to: anchor)
    let (x, y) = (end.x - anchor.x, end.y - anchor.y)
    let share = (PointMark.radius + 2) / max((x * x + y * y).squareRoot(), PointMark.radius + 2)
    return (Point(anchor.x + share * x, anchor.y + share * y), end)
  }

  /// The directions between neighbouring sides, where more than one side is allowed.
  private static func between(_ sides: [Label.Side]) -> [Point] {
    guard sides.count > 1 else { return [] }
    return sides.flatMap { side -> [Point] in
      let (x, y) = (side.direction.x, side.direction.y)
      guard x != 0, y != 0 else { return [] }
      return [Point(x * 1.3, y * 0.54), Point(x * 0.54, y * 1.3)]
    }
  }

  /// The box that lies `distance` from `anchor` in `direction`.
  private static func box(
    _ direction: Point, of anchor: Point, _ distance: Double, _ width: Double, _ height: Double
  ) -> (Box, TextStyle.Anchor) {
    let (x, y) = (anchor.x + direction.x * distance, anchor.y + direction.y * distance)
    let top = direction.y == 0 ? y - height / 2 : direction.y < 0 ? y - height : y
    if direction.x == 0 { return (Box(x: x - width / 2, y: top, width: width, height: height), .middle) }
    let isRight = direction.x > 0
    return (Box(x: isRight ? x : x - width, y: top, width: width, height: height), isRight ? .start : .end)
  }
}

extension Label.Side {
  /// One step to that side; y runs downwards.
  fileprivate var direction: Point {
    switch self {
    case .right: Point(1, 0)
    case .left: Point(-1, 0)
    case .above: Point(0, -1)
    case .below: Point(0, 1)
    case .rightAbove: Point(0.71, -0.71)
    case .rightBelow: Point(0.71, 0.71)
    case .leftAbove: Point(-0.71, -0.71)
    case .leftBelow: Point(-0.71, 0.71)
    }
  }
}
