/// One observation. Its shape says the same as its tone; hollow means that somebody claims it.
public struct PointMark: ChartMark {
  /// The symbol at its place.
  public enum Shape: Sendable { case circle, square, diamond }

  /// Its place, as a pair of values.
  public var x, y: Double
  /// Its symbol.
  public var shape: Shape
  /// Its colour.
  public var tone: Tone
  /// Whether only the symbol's outline is drawn.
  public var isHollow: Bool

  /// An observation at `x`, `y`.
  public init(x: Double, y: Double, shape: Shape = .circle, tone: Tone = .first, isHollow: Bool = false) {
    (self.x, self.y, self.shape) = (x, y, shape)
    (self.tone, self.isHollow) = (tone, isHollow)
  }

  static let radius = 5.5

  /// The symbol.
  public func draw(on plot: Plot) -> [SVGElement] {
    [Self.symbol(shape, tone: tone, isHollow: isHollow, at: plot.point(x, y))]
  }

  /// The symbol with a little room around it.
  public func obstacles(on plot: Plot) -> [Box] { [Box(around: plot.point(x, y), radius: Self.radius + 1)] }

  /// The shape alone, with a rim of the ground around it so that it stands out from lines.
  static func symbol(_ shape: Shape, tone: Tone, isHollow: Bool, at place: Point) -> SVGElement {
    let style = [
      ("class", isHollow ? "\(Tone.paper.fill) \(tone.stroke)" : "\(tone.fill) \(Tone.paper.stroke)"),
      ("stroke-width", isHollow ? "2" : "1.25"),
    ]
    switch shape {
    case .circle: return SVGElement("circle", style + coordinates(["cx": place.x, "cy": place.y, "r": radius]))
    case .square:
      let side = radius * 0.9
      return .rectangle(Box(around: place, radius: side), style)
    case .diamond:
      let reach = coordinate(radius * 1.25)
      let path = "M\(coordinate(place.x)) \(coordinate(place.y))m0 -\(reach)l\(reach) \(reach)l-\(reach) \(reach)"
      return SVGElement("path", style + [("d", path + "l-\(reach) -\(reach)z")])
    }
  }
}
