/// A stretch of the x axis that stands behind the data and the lines of the grid, over the whole height or some of it.
public struct BandMark: Sendable {
  /// How the stretch is filled.
  public enum Pattern: Sendable { case plain, hatched }

  /// From where to where, in values of the x axis.
  public var x: ClosedRange<Double>
  /// From where to where, in values of the y axis; all of it where nil.
  public var y: ClosedRange<Double>?
  /// How it is filled.
  public var pattern: Pattern
  /// Whether the stretch goes on to the right: its right edge is then left open.
  public var isOpen: Bool

  /// A band over `x`.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>? = nil, pattern: Pattern = .plain, isOpen: Bool = false
  ) {
    (self.x, self.y, self.pattern, self.isOpen) = (x, y, pattern, isOpen)
  }

  /// The band on `plot`; hatches refer to a pattern of the figure `id`.
  func draw(on plot: Plot, id: String) -> [SVGElement] {
    let (left, right) = (plot.x.position(of: x.lowerBound), plot.x.position(of: x.upperBound))
    let ends = y.map { [plot.y.position(of: $0.lowerBound), plot.y.position(of: $0.upperBound)] }
    let (top, bottom) = (ends?.min() ?? plot.area.y, ends?.max() ?? plot.area.bottom)
    let box = Box(x: left, y: top, width: right - left, height: bottom - top)
    switch pattern {
    case .plain:
      var edges = "M\(coordinate(left)) \(coordinate(top))V\(coordinate(bottom))"
      if !isOpen { edges += "M\(coordinate(right)) \(coordinate(top))V\(coordinate(bottom))" }
      return [
        .rectangle(box, .band),
        SVGElement("path", [("class", "v-shape \(Tone.muted.stroke)"), ("stroke-dasharray", "2 3"), ("d", edges)]),
      ]
    case .hatched: return [.rectangle(box, [("fill", "url(#\(id)-hatch)")])]
    }
  }

  /// The pattern that `hatched` bands of the figure `id` refer to.
  static func hatch(for id: String) -> SVGElement {
    let size = coordinates(["width": 7, "height": 7])
    return SVGElement(
      "pattern",
      [("id", "\(id)-hatch"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")] + size,
      [
        SVGElement("rect", [("class", Tone.band.fill)] + size),
        SVGElement("path", [("class", "v-shape \(Tone.faint.stroke)"), ("stroke-width", "2"), ("d", "M1 0V7")]),
      ])
  }
}
