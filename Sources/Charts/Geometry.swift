/// A point of a figure, in its units: x to the right, y downwards.
public struct Point: Sendable, Hashable {
  /// To the right, and downwards.
  public var x, y: Double

  /// The point at `x`, `y`.
  public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

/// A rectangle of a figure, in its units.
public struct Box: Sendable, Hashable {
  /// The left upper corner.
  public var x, y: Double
  /// To the right and downwards, not negative.
  public var width, height: Double

  /// The rectangle whose left upper corner is at `x`, `y`.
  public init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// The rectangle around `center` that reaches `radius` to every side.
  public init(around center: Point, radius: Double) {
    self.init(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
  }

  /// The right edge.
  public var right: Double { x + width }
  /// The lower edge.
  public var bottom: Double { y + height }

  /// Whether some area belongs to both; touching edges do not count.
  public func overlaps(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// Whether `other` lies within, edges included.
  func contains(_ other: Box) -> Bool {
    x <= other.x && y <= other.y && right >= other.right && bottom >= other.bottom
  }

  /// The rectangle that reaches `margin` further to every side.
  func grown(by margin: Double) -> Box {
    Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  /// Small rectangles along the straight way between two points, for things that must not be covered.
  static func chain(from start: Point, to end: Point) -> [Box] {
    let steps = max(Int(max(abs(end.x - start.x), abs(end.y - start.y)) / 6), 1)
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      let place = Point(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
      return Box(around: place, radius: 2)
    }
  }

  /// The point of the rectangle that is nearest to `point`.
  func nearest(to point: Point) -> Point {
    Point(min(max(point.x, x), right), min(max(point.y, y), bottom))
  }
}
