/// A stretch of the x axis that stands behind the data, over the whole height or some of it.
struct BandMark: Sendable {
  enum Pattern: Sendable { case plain, hatched }

  let x: ClosedRange<Double>
  /// All of the y axis where nil.
  var y: ClosedRange<Double>?
  var pattern = Pattern.plain
  /// Whether the stretch goes on to the right: its right edge is then left open.
  var isOpen = false

  /// The band on `plot`; hatches refer to a pattern of the figure `id`.
  func draw(on plot: Plot, id: String) -> [Element] {
    let (left, right) = (plot.x.position(of: x.lowerBound), plot.x.position(of: x.upperBound))
    let ends = y.map { [plot.y.position(of: $0.lowerBound), plot.y.position(of: $0.upperBound)] }
    let (top, bottom) = (ends?.min() ?? plot.area.y, ends?.max() ?? plot.area.bottom)
    let box = coordinates(["x": left, "y": top, "width": right - left, "height": bottom - top])
    switch pattern {
    case .plain:
      var edges = "M\(coordinate(left)) \(coordinate(top))V\(coordinate(bottom))"
      if !isOpen { edges += "M\(coordinate(right)) \(coordinate(top))V\(coordinate(bottom))" }
      return [
        Element("rect", [("class", Tone.band.fill)] + box),
        Element("path", [("class", "v-shape \(Tone.first.stroke)"), ("stroke-dasharray", "2 3"), ("d", edges)]),
      ]
    case .hatched: return [Element("rect", [("fill", "url(#\(id)-hatch)")] + box)]
    }
  }

  /// The pattern that `hatched` bands of the figure `id` refer to.
  static func hatch(for id: String) -> Element {
    let size = coordinates(["width": 7, "height": 7])
    return Element(
      "pattern",
      [("id", "\(id)-hatch"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")] + size,
      [
        Element("rect", [("class", Tone.band.fill)] + size),
        Element("path", [("class", "v-shape \(Tone.faint.stroke)"), ("stroke-width", "2"), ("d", "M1 0V7")]),
      ])
  }
}
