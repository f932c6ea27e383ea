/// One observation. Its shape says the same as its tone; hollow means that somebody claims it.
struct PointMark: ChartMark {
  enum Shape { case circle, square, diamond }

  let x, y: Double
  var shape = Shape.circle
  var tone = Tone.first
  var isHollow = false

  static let radius = 5.5

  func draw(on plot: Plot) -> [Element] {
    [Self.symbol(shape, tone: tone, isHollow: isHollow, at: plot.point(x, y))]
  }

  func obstacles(on plot: Plot) -> [Box] { [Box(around: plot.point(x, y), radius: Self.radius + 1)] }

  /// The shape alone, with a rim of the ground around it so that it stands out from lines.
  static func symbol(_ shape: Shape, tone: Tone, isHollow: Bool, at place: Point) -> Element {
    let style = [
      ("class", isHollow ? "\(Tone.paper.fill) \(tone.stroke)" : "\(tone.fill) \(Tone.paper.stroke)"),
      ("stroke-width", isHollow ? "2" : "1.25"),
    ]
    switch shape {
    case .circle: return Element("circle", style + coordinates(["cx": place.x, "cy": place.y, "r": radius]))
    case .square:
      let side = radius * 0.9
      return Element(
        "rect",
        style + coordinates(["x": place.x - side, "y": place.y - side, "width": 2 * side, "height": 2 * side]))
    case .diamond:
      let reach = coordinate(radius * 1.25)
      let path = "M\(coordinate(place.x)) \(coordinate(place.y))m0 -\(reach)l\(reach) \(reach)l-\(reach) \(reach)"
      return Element("path", style + [("d", path + "l-\(reach) -\(reach)z")])
    }
  }
}
