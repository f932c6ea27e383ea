/// A bar from zero to a value of the x axis. Hollow means that the value is what the others leave over.
public struct BarMark: ChartMark {
  /// Its end, and its middle on the y axis.
  public var x, y: Double
  /// Its colour.
  public var tone: Tone
  /// Whether only its outline is drawn.
  public var isHollow: Bool

  /// A bar to `x` in the row at `y`.
  public init(x: Double, y: Double, tone: Tone = .first, isHollow: Bool = false) {
    (self.x, self.y, self.tone, self.isHollow) = (x, y, tone, isHollow)
  }

  private static let thickness = 12.0

  /// The bar.
  public func draw(on plot: Plot) -> [SVGElement] {
    let box = box(on: plot)
    guard isHollow else { return [.rectangle(box, tone)] }
    return [.rectangle(box, [("class", "\(Tone.paper.fill) \(tone.stroke)"), ("stroke-width", "1.5")])]
  }

  /// The bar.
  public func obstacles(on plot: Plot) -> [Box] { [box(on: plot)] }

  private func box(on plot: Plot) -> Box {
    let (zero, end) = (plot.x.position(of: 0), plot.x.position(of: x))
    return Box(
      x: min(zero, end), y: plot.y.position(of: y) - Self.thickness / 2, width: abs(end - zero),
      height: Self.thickness)
  }
}
