/// A bar from zero to a value of the x axis. Hollow means that the value is what the others leave over.
struct BarMark: ChartMark {
  let x, y: Double
  var tone = Tone.first
  var isHollow = false

  static let thickness = 12.0

  func draw(on plot: Plot) -> [Element] {
    let box = box(on: plot)
    let style =
      isHollow
      ? [("class", "\(Tone.paper.fill) \(tone.stroke)"), ("stroke-width", "1.5")] : [("class", tone.fill)]
    return [
      Element("rect", style + coordinates(["x": box.x, "y": box.y, "width": box.width, "height": box.height]))
    ]
  }

  func obstacles(on plot: Plot) -> [Box] { [box(on: plot)] }

  private func box(on plot: Plot) -> Box {
    let (zero, end) = (plot.x.position(of: 0), plot.x.position(of: x))
    return Box(
      x: min(zero, end), y: plot.y.position(of: y) - Self.thickness / 2, width: abs(end - zero),
      height: Self.thickness)
  }
}
