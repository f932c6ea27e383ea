/// From where to where something lies on the x axis. An open end is an arrow: it may be more, nobody says how much.
public struct IntervalMark: ChartMark {
  /// How an end is drawn: as a short line across, as an arrow, or as nothing.
  public enum End: Sendable { case closed, open, plain }

  /// From where to where, in values of the x axis.
  public var x: ClosedRange<Double>
  /// Its place on the y axis.
  public var y: Double
  /// How its ends are drawn.
  public var start, end: End
  /// Its colour.
  public var tone: Tone
  /// Whether its line is dashed.
  public var isDashed: Bool

  /// An interval over `x` in the row at `y`.
  public init(
    x: ClosedRange<Double>, y: Double, start: End = .closed, end: End = .closed, tone: Tone = .first,
    isDashed: Bool = false
  ) {
    (self.x, self.y, self.start, self.end) = (x, y, start, end)
    (self.tone, self.isDashed) = (tone, isDashed)
  }

  /// The line with its ends.
  public func draw(on plot: Plot) -> [SVGElement] {
    let (from, to) = (plot.point(x.lowerBound, y), plot.point(x.upperBound, y))
    // An interval too short to see needs no ends.
    guard to.x - from.x > 1 else { return [] }
    let line = "M\(coordinate(from.x)) \(coordinate(from.y))H\(coordinate(to.x))"
    var elements = [path(line, dashed: isDashed)]
    let ends = Self.end(start, at: from, outward: -1) + Self.end(end, at: to, outward: 1)
    if !ends.isEmpty { elements.append(path(ends, dashed: false)) }
    return elements
  }

  /// The line with its ends.
  public func obstacles(on plot: Plot) -> [Box] {
    let (from, to) = (plot.point(x.lowerBound, y), plot.point(x.upperBound, y))
    return [Box(x: from.x, y: from.y - 5, width: to.x - from.x, height: 10)]
  }

  private func path(_ data: String, dashed: Bool) -> SVGElement {
    SVGElement(
      "path",
      [("class", "v-shape \(tone.stroke)"), ("stroke-width", "2")] + (dashed ? [("stroke-dasharray", "3 3")] : [])
        + [("d", data)])
  }

  private static func end(_ end: End, at place: Point, outward: Double) -> String {
    let (x, y) = (coordinate(place.x), coordinate(place.y))
    switch end {
    case .plain: return ""
    case .closed: return "M\(x) \(y)m0 -4v8"
    case .open:
      let back = coordinate(-5 * outward)
      return "M\(x) \(y)m\(back) -4.5L\(x) \(y)l\(back) 4.5"
    }
  }
}
